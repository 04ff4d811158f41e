/** Relay connections: the arguments checked, cursors that name a row's key, pages of rows. */
import { findManyCursorConnection } from '@devoxa/prisma-relay-cursor-connection'
import type { GraphQLResolveInfo } from 'graphql'
import { badInput } from '../errors.ts'
import type { Page, PageRequest } from '../store/page.ts'

export type PageArgs = {
  first?: number | null | undefined
  last?: number | null | undefined
  after?: string | null | undefined
  before?: string | null | undefined
}

const MAX_PAGE = 100

export const encodeCursor = (key: string) => Buffer.from(key).toString('base64url')

function decode(cursor: string, argument: string): string {
  const key = Buffer.from(cursor, 'base64url').toString('utf8')
  if (key === '' || key.includes('\0') || encodeCursor(key) !== cursor) throw badInput('This is no cursor of this list.', argument)
  return key
}

/** The arguments with their cursors read. Throws BAD_USER_INPUT. */
export function pageRequest({ first, last, after, before }: PageArgs): PageRequest {
  const size = first ?? last
  if ((first == null) === (last == null) || size == null) throw badInput(`Give first or last, a number from 1 to ${MAX_PAGE}.`, 'first')
  const argument = first == null ? 'last' : 'first'
  if (size < 1 || size > MAX_PAGE) throw badInput(`${argument} must be from 1 to ${MAX_PAGE}, got ${size}.`, argument)
  if (first != null && before != null) throw badInput('before goes with last, after with first.', 'before')
  if (last != null && after != null) throw badInput('before goes with last, after with first.', 'after')
  const from = first != null ? after && decode(after, 'after') : before && decode(before, 'before')
  return { size, backward: first == null, from: from || null }
}

/** A page of what hangs on one parent, as a connection. */
export function connectionOf<Row extends { id: string }>({ rows, total, more }: Page<Row>, { backward, from }: PageRequest) {
  const edges = rows.map((node) => ({ cursor: encodeCursor(node.id), node }))
  const pageInfo = {
    hasNextPage: backward ? from !== null : more,
    hasPreviousPage: backward ? more : from !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
  return { edges, nodes: rows, pageInfo, totalCount: total }
}

/** The conditions that were given, as Prisma's `where`; the names are columns. Throws BAD_USER_INPUT for a text that no row can hold. */
export function conditions<Where extends Record<string, unknown>>(given: Where): { [Column in keyof Where]?: NonNullable<Where[Column]> } {
  const entries = Object.entries(given).filter(([, value]) => value != null)
  for (const [column, value] of entries)
    if (typeof value === 'string' && value.includes('\0')) throw badInput('A text holds the character U+0000.', column)
  return Object.fromEntries(entries) as { [Column in keyof Where]?: NonNullable<Where[Column]> } // the nulls are gone
}

const MAX_TEXT = 200
/** A text that PostgreSQL can hold. Throws BAD_USER_INPUT. */
export const clean = (text: string, argument: string) => {
  if (text.length > MAX_TEXT || text.includes('\0'))
    throw badInput(`${argument} must be at most ${MAX_TEXT} characters, without U+0000.`, argument)
  return text
}

/** Prisma hands `contains` to LIKE, where these three are no letters. */
const likeText = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** Rows with `text` in one of these columns, in whatever case, as Prisma's `where`. */
export const containing = <Column extends string>(text: string | null | undefined, columns: readonly Column[]) =>
  text ? { OR: columns.map((column) => ({ [column]: { contains: likeText(clean(text, 'contains')), mode: 'insensitive' as const } })) } : {}

/** Which way a list runs, as Prisma says it. */
export const direction = (order: 'ASC' | 'DESC' | null | undefined) => (order === 'DESC' ? 'desc' : 'asc')

/** What Prisma's findMany takes of a page; the key is one of the row's unique fields. */
type FindArgs = { cursor?: never; take?: number; skip?: number }

/** A page of a whole table, by its unique `key`: two statements, or one where the total is not asked for. */
export async function tableConnection<Row extends object>(
  args: PageArgs,
  info: GraphQLResolveInfo,
  table: { key: string; find: (args: FindArgs) => Promise<Row[]>; count: () => Promise<number> },
) {
  const { size, backward, from } = pageRequest(args)
  const cursor = from === null ? undefined : encodeCursor(from)
  const page = backward ? { last: size, ...(cursor ? { before: cursor } : {}) } : { first: size, ...(cursor ? { after: cursor } : {}) }
  const { pageInfo, ...rest } = await findManyCursorConnection<Row, Record<string, string>>(
    (find) => table.find(find as FindArgs),
    table.count,
    page,
    {
      getCursor: (row) => ({ [table.key]: String(row[table.key as keyof Row]) }),
      encodeCursor: (key) => encodeCursor(key[table.key] ?? ''),
      decodeCursor: (text) => ({ [table.key]: decode(text, backward ? 'before' : 'after') }),
      resolveInfo: info,
    },
  )
  return { ...rest, pageInfo: { ...pageInfo, startCursor: pageInfo.startCursor ?? null, endCursor: pageInfo.endCursor ?? null } }
}
