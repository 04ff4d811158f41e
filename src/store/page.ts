/** Pages of rows that hang on many parents at once, in one statement whatever their number. */
import { type Mention, Prisma, type Relation } from '../generated/prisma/client.ts'
import type { Run } from './sql.ts'

/** A page in the order of ids: `size` rows after (or, backward, before) the row with the id `from`. */
export type PageRequest = { size: number; backward: boolean; from: string | null }
export type Page<Row> = { rows: Row[]; total: number; more: boolean }

/** The rows of `table` that `matches` each parent, a page for each, with how many there are in all. */
async function pages<Row>(
  run: Run,
  table: 'Relation' | 'Mention',
  parents: readonly string[],
  matches: Prisma.Sql,
  page: PageRequest,
): Promise<Page<Row>[]> {
  const rows = Prisma.raw(`"${table}"`)
  const beyond =
    page.from === null ? Prisma.empty : page.backward ? Prisma.sql`AND r.id < ${page.from}` : Prisma.sql`AND r.id > ${page.from}`
  const order = Prisma.raw(page.backward ? 'DESC' : 'ASC')
  const found = await run<{ parent: string; total: number; row: Row | null }>(Prisma.sql`
    SELECT t.parent, c.total, to_jsonb(p) AS row
    FROM unnest(${[...parents]}::text[]) AS t(parent)
    CROSS JOIN LATERAL (SELECT count(*)::int AS total FROM ${rows} r WHERE ${matches}) c
    LEFT JOIN LATERAL (SELECT r.* FROM ${rows} r WHERE ${matches} ${beyond} ORDER BY r.id ${order} LIMIT ${page.size + 1}) p ON true`)
  const byParent = new Map<string, Page<Row>>(parents.map((parent) => [parent, { rows: [], total: 0, more: false }]))
  for (const { parent, total, row } of found) {
    const entry = byParent.get(parent)
    if (!entry) continue
    entry.total = total
    if (row === null) continue
    if (entry.rows.length < page.size) entry.rows.push(row)
    else entry.more = true
  }
  for (const entry of byParent.values()) if (page.backward) entry.rows.reverse()
  return parents.map((parent) => byParent.get(parent) ?? { rows: [], total: 0, more: false })
}

export type RelationEnd = 'OUT' | 'IN' | 'BOTH'

export function relationPages(
  run: Run,
  papers: readonly string[],
  page: PageRequest,
  end: RelationEnd,
  kinds: readonly string[] | null,
): Promise<Page<Relation>[]> {
  const ofKind = kinds ? Prisma.sql`AND r.kind = ANY(${[...kinds]})` : Prisma.empty
  const at = {
    OUT: Prisma.sql`r."sourceSlug" = t.parent`,
    IN: Prisma.sql`r."targetPaper" = t.parent`,
    BOTH: Prisma.sql`(r."sourceSlug" = t.parent OR r."targetPaper" = t.parent)`,
  }[end]
  return pages(run, 'Relation', papers, Prisma.sql`${at} ${ofKind}`, page)
}

export function techniqueRelationPages(
  run: Run,
  techniques: readonly string[],
  page: PageRequest,
  kinds: readonly string[] | null,
): Promise<Page<Relation>[]> {
  const ofKind = kinds ? Prisma.sql`AND r.kind = ANY(${[...kinds]})` : Prisma.empty
  return pages(run, 'Relation', techniques, Prisma.sql`r."targetTechnique" = t.parent ${ofKind}`, page)
}

export function mentionPages(run: Run, nodeType: string, slugs: readonly string[], page: PageRequest): Promise<Page<Mention>[]> {
  return pages(run, 'Mention', slugs, Prisma.sql`r."nodeType" = ${nodeType} AND r.slug = t.parent`, page)
}
