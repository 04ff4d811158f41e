/** Batches what the fields of one request ask for, so that a list costs as many statements as one item. */
import DataLoader from 'dataloader'
import type {
  Architecture,
  Claim,
  ClaimEvent,
  Diagnostic,
  Document,
  Evidence,
  Hardware,
  Image,
  IngestRun,
  Link,
  Name,
  Paper,
  Relation,
  Section,
  Technique,
} from '../generated/prisma/client.ts'
import type { NodeType } from '../graph.ts'
import { mentionPages, type PageRequest, type RelationEnd, relationPages, techniqueRelationPages } from '../store/page.ts'
import { rowsBy, type Table } from '../store/read.ts'
import type { Run } from '../store/sql.ts'

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

const IN_PLACE = '"documentPath", start'

export function createLoaders(run: Run) {
  const by = <Row extends object>(table: Table, key: string, order?: string) => rowsBy<Row>(run, table, key, order)
  return {
    paper: one(by<Paper>('Paper', 'slug'), (row) => row.slug),
    technique: one(by<Technique>('Technique', 'slug'), (row) => row.slug),
    architecture: one(by<Architecture>('Architecture', 'slug'), (row) => row.slug),
    hardware: one(by<Hardware>('Hardware', 'slug'), (row) => row.slug),
    claim: one(by<Claim>('Claim', 'slug'), (row) => row.slug),
    document: one(by<Document>('Document', 'path'), (row) => row.path),
    link: one(by<Link>('Link', 'id'), (row) => row.id),
    image: one(by<Image>('Image', 'id'), (row) => row.id),
    relation: one(by<Relation>('Relation', 'id'), (row) => row.id),
    ingestRun: one(by<IngestRun>('IngestRun', 'id'), (row) => row.id),
    sectionsOfPaper: many(by<Section>('Section', 'paperSlug', `listed, ${IN_PLACE}`), (row) => row.paperSlug),
    sectionsOfNote: many(by<Section>('Section', 'documentPath', IN_PLACE), (row) => row.documentPath),
    linksOfPaper: many(by<Link>('Link', 'paperSlug', IN_PLACE), (row) => row.paperSlug),
    imagesOfPaper: many(by<Image>('Image', 'paperSlug', IN_PLACE), (row) => row.paperSlug),
    architecturesOfPaper: many(by<Architecture>('Architecture', 'paperSlug', 'slug'), (row) => row.paperSlug),
    claimsOfPaper: many(by<Claim>('Claim', 'paperSlug', 'slug'), (row) => row.paperSlug),
    claimEvents: many(by<ClaimEvent>('ClaimEvent', 'claimSlug', 'at'), (row) => row.claimSlug),
    namesOf: {
      paper: namesOf(run, 'paper'),
      technique: namesOf(run, 'technique'),
    } satisfies Record<NodeType, unknown>,
    evidence: many(by<Evidence>('Evidence', 'relationId', `confidence DESC, ${IN_PLACE}`), (row) => row.relationId),
    diagnostics: many(by<Diagnostic>('Diagnostic', 'path', 'id'), (row) => row.path),
    relationsOfPaper: paged((keys, { page, end, kinds }: { page: PageRequest; end: RelationEnd; kinds: readonly string[] | null }) =>
      relationPages(run, keys, page, end, kinds),
    ),
    relationsOfTechnique: paged((keys, { page, kinds }: { page: PageRequest; kinds: readonly string[] | null }) =>
      techniqueRelationPages(run, keys, page, kinds),
    ),
    mentionsOf: paged((keys, { page, nodeType }: { page: PageRequest; nodeType: NodeType }) => mentionPages(run, nodeType, keys, page)),
  }
}
export type Loaders = ReturnType<typeof createLoaders>

const namesOf = (run: Run, nodeType: NodeType) =>
  many(
    async (keys) => (await rowsBy<Name>(run, 'Name', 'slug', 'id')(keys)).filter((row) => row.nodeType === nodeType),
    (row) => row.slug,
  )
