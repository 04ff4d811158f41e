import { Prisma } from '../generated/prisma/client.ts'
import type { Run } from './sql.ts'

export type Table = Prisma.ModelName

/** The rows of a table whose `key` is one of those given, all columns of them, in one statement. */
export const rowsBy =
  <Row extends object>(run: Run, table: Table, key: string, order = `"${key}"`) =>
  (keys: readonly string[]): Promise<Row[]> => {
    const [from, column, by] = [`"${table}"`, `"${key}"`, order].map((name) => Prisma.raw(name))
    return run<Row>(Prisma.sql`SELECT * FROM ${from} WHERE ${column} = ANY(${[...keys]}) ORDER BY ${by}`)
  }
