/** Batches what the fields of one request ask for, so that a list costs as many statements as one item. */
import DataLoader from 'dataloader'
import type { PrismaClient } from '../generated/prisma/client.ts'
import type { NodeType } from '../graph.ts'
import { mentionPages, type PageRequest, type RelationEnd, relationPages, techniqueRelationPages } from '../store/page.ts'

/** One row per key. */
function one<Row>(find: (keys: string[]) => Promise<Row[]>, key: (row: Row) => string) {
  return new DataLoader<string, Row | null>(async (keys) => {
    const rows = new Map((await find([...keys])).map((row) => [key(row), row]))
    return keys.map((k) => rows.get(k) ?? null)
  })
}

/** The rows of each key, in the order of `find`. */
function many<Row>(find: (keys: string[]) => Promise<Row[]>, key: (row: Row) => string | null) {
  return new DataLoader<string, Row[]>(async (keys) => {
    const groups = new Map<string, Row[]>(keys.map((k) => [k, []]))
    for (const row of await find([...keys])) groups.get(key(row) ?? '')?.push(row)
    return keys.map((k) => groups.get(k) ?? [])
  })
}

/** A page per key: keys that ask for the same page share a statement. */
function paged<Options extends object, Result>(find: (keys: string[], options: Options) => Promise<Result[]>) {
  const loaders = new Map<string, DataLoader<string, Result>>()
  return (key: string, options: Options) => {
    const id = JSON.stringify(options)
    const loader = loaders.get(id) ?? new DataLoader<string, Result>((keys) => find([...keys], options))
    loaders.set(id, loader)
    return loader.load(key)
  }
}

const IN_PLACE = [{ documentPath: 'asc' }, { start: 'asc' }] as const

export function createLoaders(prisma: PrismaClient) {
  const inPlace = [...IN_PLACE]
  return {
    paper: one(
      (keys) => prisma.paper.findMany({ where: { slug: { in: keys } } }),
      (row) => row.slug,
    ),
    technique: one(
      (keys) => prisma.technique.findMany({ where: { slug: { in: keys } } }),
      (row) => row.slug,
    ),
    block: one(
      (keys) => prisma.block.findMany({ where: { slug: { in: keys } } }),
      (row) => row.slug,
    ),
    document: one(
      (keys) => prisma.document.findMany({ where: { path: { in: keys } } }),
      (row) => row.path,
    ),
    link: one(
      (keys) => prisma.link.findMany({ where: { id: { in: keys } } }),
      (row) => row.id,
    ),
    image: one(
      (keys) => prisma.image.findMany({ where: { id: { in: keys } } }),
      (row) => row.id,
    ),
    relation: one(
      (keys) => prisma.relation.findMany({ where: { id: { in: keys } } }),
      (row) => row.id,
    ),
    ingestRun: one(
      (keys) => prisma.ingestRun.findMany({ where: { id: { in: keys } } }),
      (row) => row.id,
    ),
    sectionsOfPaper: many(
      (keys) => prisma.section.findMany({ where: { paperSlug: { in: keys } }, orderBy: inPlace }),
      (row) => row.paperSlug,
    ),
    sectionsOfNote: many(
      (keys) => prisma.section.findMany({ where: { documentPath: { in: keys } }, orderBy: inPlace }),
      (row) => row.documentPath,
    ),
    linksOfPaper: many(
      (keys) => prisma.link.findMany({ where: { paperSlug: { in: keys } }, orderBy: inPlace }),
      (row) => row.paperSlug,
    ),
    imagesOfPaper: many(
      (keys) => prisma.image.findMany({ where: { paperSlug: { in: keys } }, orderBy: inPlace }),
      (row) => row.paperSlug,
    ),
    blocksOfPaper: many(
      (keys) => prisma.block.findMany({ where: { paperSlug: { in: keys } }, orderBy: { slug: 'asc' } }),
      (row) => row.paperSlug,
    ),
    namesOf: {
      paper: names(prisma, 'paper'),
      technique: names(prisma, 'technique'),
    } satisfies Record<NodeType, unknown>,
    evidence: many(
      (keys) => prisma.evidence.findMany({ where: { relationId: { in: keys } }, orderBy: [{ confidence: 'desc' }, ...inPlace] }),
      (row) => row.relationId,
    ),
    diagnostics: many(
      (keys) => prisma.diagnostic.findMany({ where: { path: { in: keys } }, orderBy: { id: 'asc' } }),
      (row) => row.path,
    ),
    relationsOfPaper: paged((keys, { page, end, kinds }: { page: PageRequest; end: RelationEnd; kinds: readonly string[] | null }) =>
      relationPages(prisma, keys, page, end, kinds),
    ),
    relationsOfTechnique: paged((keys, { page, kinds }: { page: PageRequest; kinds: readonly string[] | null }) =>
      techniqueRelationPages(prisma, keys, page, kinds),
    ),
    mentionsOf: paged((keys, { page, nodeType }: { page: PageRequest; nodeType: NodeType }) => mentionPages(prisma, nodeType, keys, page)),
  }
}
export type Loaders = ReturnType<typeof createLoaders>

const names = (prisma: PrismaClient, nodeType: NodeType) =>
  many(
    (keys) => prisma.name.findMany({ where: { nodeType, slug: { in: keys } }, orderBy: { id: 'asc' } }),
    (row) => row.slug,
  )
