/** SQL written by hand, on the connections that Prisma uses: rows by key in a third of its time, and writes in bulk. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Prisma } from '../generated/prisma/client.ts'

/** Runs one statement; resolves with its rows. */
export type Run = <Row extends object>(statement: Prisma.Sql) => Promise<Row[]>

type NameOf = (query: { sql: string }) => string | undefined

export const runOn =
  (client: pg.Pool | pg.PoolClient, nameOf?: NameOf): Run =>
  async <Row extends object>(statement: Prisma.Sql) => {
    const { text, values } = statement
    const name = nameOf?.({ sql: text })
    const { rows } = await client.query<Row>({ text, values, ...(name === undefined ? {} : { name }) })
    return rows
  }

/** Runs `work` as one transaction: all of it is stored, or none. */
export async function transact<Result>(pool: pg.Pool, work: (run: Run) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(runOn(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    failure = error as Error
    await client.query('ROLLBACK').catch(() => {}) // a connection that is gone has rolled back by itself
    throw error
  } finally {
    client.release(failure)
  }
}

/** Names for prepared statements: the same text, the same name. Past `limit` texts none is kept. */
export function statementNames(limit = 500): NameOf {
  const names = new Map<string, string>()
  return ({ sql }) => {
    let name = names.get(sql)
    if (name === undefined && names.size < limit) {
      name = createHash('sha1').update(sql).digest('hex')
      names.set(sql, name)
    }
    return name
  }
}
