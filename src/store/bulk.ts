/** Rows in bulk: one statement a table is many times as fast as a row each. */
import { Prisma } from '../generated/prisma/client.ts'
import type { Run } from './sql.ts'

const { sql } = Prisma

/** The columns of each table that is written. */
const COLUMNS = {
  File: 'path text, sha256 text, assets jsonb, refused boolean',
  Diagnostic: 'id text, path text, code text, severity text, message text, line int, "column" int',
  Document:
    'path text, kind text, format text, title text, author text, language text, "createdAt" text, "modifiedAt" text, sha256 text, bytes int, markdown text, identity text',
  Paper: 'slug text, name text, status text, authors text[], remarks text[]',
  Name: 'id text, "documentPath" text, "nodeType" text, slug text, text text, source text, "arxivId" text, doi text',
  Technique: 'slug text, name text, description text, markdown text, "documentPath" text',
  Architecture:
    'slug text, kind text, name text, "paperSlug" text, aliases text[], spec text, uses text[], markdown text, "documentPath" text',
  Hardware: 'slug text, name text, peak text, bandwidth float8, overhead float8, sources text, markdown text, "documentPath" text',
  Claim:
    'slug text, "paperSlug" text, quote text, source text, spec text, verdict text, condition text, reason text, margin float8, checks text, "quotePath" text, "quoteLine" int, "quoteColumn" int, "quoteStart" int, markdown text, "documentPath" text',
  Section:
    'id text, "documentPath" text, "paperSlug" text, ordinal int, heading text, title text, "arxivId" text, doi text, year int, month int, authors text[], text text, summary text, remarks text[], listed boolean, line int, "endLine" int, "bodyStart" int, start int, "end" int',
  Link: 'id text, "documentPath" text, "paperSlug" text, ordinal int, label text, url text, kind text, host text, "arxivId" text, doi text, owner text, repository text, resolves boolean, line int, "column" int, start int, "end" int',
  Image:
    'id text, "documentPath" text, "paperSlug" text, ordinal int, path text, file text, alt text, "exists" boolean, width int, height int, bytes int, sha256 text, "mediaType" text, "capturedAt" text, line int, "column" int, start int, "end" int',
  Mention:
    'id text, "documentPath" text, "inPaper" text, "nodeType" text, slug text, surface text, quote text, line int, "column" int, start int, "end" int',
  Relation:
    'id text, "sourceSlug" text, kind text, "targetType" text, "targetPaper" text, "targetTechnique" text, confidence float8, rule text, hedged boolean',
  Evidence:
    'id text, "relationId" text, "documentPath" text, quote text, cue text, rule text, confidence float8, hedged boolean, line int, "column" int, start int, "end" int',
} as const satisfies Record<string, string>

/** Characters a statement: enough that a statement costs little beside them, few enough to be held several times over. */
const CHARACTERS_PER_STATEMENT = 2 ** 20

/** Tables of long texts. As parameters these are written in half the time that they take as JSON; short rows the other way round. */
const LONG: readonly string[] = ['Document', 'Section'] satisfies (keyof typeof COLUMNS)[]

/** PostgreSQL takes up to 65,535 parameters. */
const ROWS_PER_STATEMENT = 1_000

/** Of these a row that is there already stays; of the others there is none. */
const MAY_BE_THERE: readonly string[] = ['Paper', 'Relation'] satisfies (keyof typeof COLUMNS)[]

/** New files for the tables, which are empty: what is written to them in the same transaction needs no log, where nobody replicates it. */
export async function beginFiles(run: Run): Promise<void> {
  const tables = Object.keys(COLUMNS).map((table) => `"${table}"`)
  await run(sql`TRUNCATE ${Prisma.raw(tables.join(', '))} CASCADE`)
}

/** Inserts rows by the columns above. */
export async function insert(run: Run, table: keyof typeof COLUMNS, rows: readonly object[]): Promise<void> {
  const columns = COLUMNS[table].split(', ').map((column) => column.split(' ')[0]?.replaceAll('"', '') ?? '')
  const names = columns.map((column) => `"${column}"`).join(', ')
  const otherwise = Prisma.raw(MAY_BE_THERE.includes(table) ? ' ON CONFLICT DO NOTHING' : '')
  if (LONG.includes(table)) {
    const into = Prisma.raw(`INSERT INTO "${table}" (${names}) VALUES `)
    const listed = rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column] ?? null))
    const lengthOf = (row: unknown[]) => row.reduce((sum: number, value) => sum + (typeof value === 'string' ? value.length : 0), 0)
    for (const some of batches(listed, CHARACTERS_PER_STATEMENT, lengthOf, ROWS_PER_STATEMENT)) {
      const values = Prisma.join(some.map((row) => sql`(${Prisma.join(row)})`))
      await run(sql`${into}${values}${otherwise}`)
    }
    return
  }
  const into = Prisma.raw(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_to_recordset(`)
  const as = Prisma.raw(`::json) AS t(${COLUMNS[table]})`)
  const written = rows.map((row) => JSON.stringify(row))
  for (const some of batches(written, CHARACTERS_PER_STATEMENT, (json) => json.length))
    await run(sql`${into}${`[${some.join()}]`}${as}${otherwise}`)
}

/** The items in lists, none much longer than `length` by `lengthOf`, nor of more items than `most`. */
export function* batches<Item>(
  items: Iterable<Item>,
  length: number,
  lengthOf: (item: Item) => number,
  most = Infinity,
): Generator<Item[]> {
  let batch: Item[] = []
  let total = 0
  for (const item of items) {
    batch.push(item)
    total += lengthOf(item)
    if (total < length && batch.length < most) continue
    yield batch
    batch = []
    total = 0
  }
  if (batch.length > 0) yield batch
}
