/** The graph as what other programs take is made from: in one order, so that the same graph gives the same bytes. */
import type { Store } from '../store/open.ts'

export type PaperRecord = {
  slug: string
  name: string
  title: string | null
  status: string
  arxivId: string | null
  doi: string | null
  year: number | null
  month: number | null
  authors: string[]
}
export type RelationRecord = {
  id: string
  source: string
  kind: string
  targetType: string
  target: string
  confidence: number
  hedged: boolean
  /** the sentence that says it best, and where it stands */
  quote: string
  path: string
  line: number
}
export type GraphRecord = { papers: PaperRecord[]; techniques: { slug: string; name: string }[]; relations: RelationRecord[] }

export async function readGraph({ prisma }: Store): Promise<GraphRecord> {
  const select = {
    slug: true,
    name: true,
    title: true,
    status: true,
    arxivId: true,
    doi: true,
    year: true,
    month: true,
    authors: true,
  } as const
  const [papers, techniques, relations] = await Promise.all([
    prisma.paper.findMany({ select, orderBy: { slug: 'asc' } }),
    prisma.technique.findMany({ select: { slug: true, name: true }, orderBy: { slug: 'asc' } }),
    prisma.relation.findMany({
      orderBy: { id: 'asc' },
      include: { evidence: { orderBy: [{ confidence: 'desc' }, { documentPath: 'asc' }, { start: 'asc' }], take: 1 } },
    }),
  ])
  return {
    papers,
    techniques,
    relations: relations.map(
      ({ id, sourceSlug, kind, targetType, targetPaper, targetTechnique, confidence, hedged, evidence: [best] }) => ({
        id,
        source: sourceSlug,
        kind,
        targetType,
        target: targetPaper ?? targetTechnique ?? '',
        confidence,
        hedged,
        quote: best?.quote ?? '',
        path: best?.documentPath ?? '',
        line: best?.line ?? 0,
      }),
    ),
  }
}

/** Where the paper is to be read; undefined where no id of it is known. */
export const addressOf = ({ arxivId, doi }: PaperRecord): string | undefined =>
  arxivId ? `https://arxiv.org/abs/${arxivId}` : doi ? `https://doi.org/${doi}` : undefined
