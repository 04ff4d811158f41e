import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PACKAGE_ROOT } from '../config.ts'
import { databaseUnreachable, OperatorError } from '../errors.ts'
import { PrismaClient } from '../generated/prisma/client.ts'
import { crashedWithTheMachine, embeddedFolder, IN_MEMORY, isNew, markClosed, markOpen, moveAside, type StoreLocation } from './folder.ts'
import { lockDirectory } from './lock.ts'
import { migrate } from './migrate.ts'
import { type Run, runOn, statementNames } from './sql.ts'

/** An empty, migrated database, written by `npm run build`: starting from it spares initdb's seconds. */
export const EMPTY_DATABASE = path.join(PACKAGE_ROOT, 'dist/empty-database.tar.gz')

/** How long to wait for a server before it counts as unreachable, in milliseconds. */
const CONNECT_TIMEOUT = 5_000

export type Connection = { pool: pg.Pool; lite?: PGlite; setAside?: string; close(): Promise<void> }

/** The open store. `folder` is that of an embedded database; `setAside` names the one that a damaged database was moved to. */
export type Store = {
  prisma: PrismaClient
  pool: pg.Pool
  /** one statement outside a transaction */
  run: Run
  embedded: boolean
  folder: string | null
  setAside?: string
  close(): Promise<void>
}

/** Opens the store and brings it to the committed schema. Throws OperatorError when it can't be used. */
export async function openStore(location: StoreLocation): Promise<Store> {
  const connection = await connect(location)
  const { pool, lite, setAside } = connection
  try {
    await migrate(pool)
  } catch (error) {
    await connection.close()
    throw error
  }
  // prepared statements take a third off a query on PGlite; a transaction pooler before a server has none
  const nameOf = lite ? statementNames() : undefined
  const adapter = new PrismaPg(pool, nameOf ? { statementNameGenerator: nameOf as (query: { sql: string }) => string } : {}) // it takes none, too
  const prisma = new PrismaClient({ adapter })
  const close = async () => {
    await prisma.$disconnect()
    await connection.close()
  }
  return {
    prisma,
    pool,
    run: runOn(pool, nameOf),
    embedded: lite !== undefined,
    folder: embeddedFolder(location),
    ...(setAside ? { setAside } : {}),
    close,
  }
}

/** Opens the database as it is, without touching its schema. */
export async function connect(location: StoreLocation, snapshot?: Blob): Promise<Connection> {
  if (location.databaseUrl) return connectToServer(location.databaseUrl, location.databasePool ?? 10)
  const dir = embeddedFolder(location)
  if (dir === null) return connectToEmbedded(IN_MEMORY, snapshot ?? emptyDatabase())
  const unlock = await lockDirectory(dir)
  try {
    const setAside = crashedWithTheMachine(dir) ? moveAside(dir) : undefined
    const opened = await openOrReplace(dir, snapshot ?? emptyDatabase())
    markOpen(dir)
    const close = async () => {
      await opened.close()
      markClosed(dir)
      await unlock()
    }
    return { ...opened, ...(setAside ? { setAside } : {}), close }
  } catch (error) {
    await unlock()
    throw error
  }
}

async function connectToServer(url: string, max: number): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: CONNECT_TIMEOUT })
  pool.on('error', () => {}) // an idle connection that the server dropped: the pool opens another
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    await pool.end()
    throw databaseUnreachable(url, error)
  }
  return { pool, close: () => pool.end() }
}

const EMBEDDED = [
  'shared_buffers=16MB', // the default of 128 MB takes twice the time to open
  'default_statistics_target=10', // a sample of a tenth says as much of which index to use
  // nobody replicates it: its log holds what a killed process needs, and goes from the disk when that is written
  'wal_level=minimal',
  'max_wal_senders=0',
  'wal_init_zero=off',
  'wal_recycle=off',
]

export async function connectToEmbedded(dataDir: string, snapshot?: Blob): Promise<Connection> {
  // loaded only here: a process with a server never loads the 9 MB of wasm
  const [{ PGlite }, { embeddedPool }] = await Promise.all([import('@electric-sql/pglite'), import('./pglite-stream.ts')])
  const lite = new PGlite({
    dataDir,
    startParams: [...PGlite.defaultStartParams, ...EMBEDDED.flatMap((setting) => ['-c', setting])],
    ...(snapshot && isNew(dataDir) ? { loadDataDir: snapshot } : {}),
  })
  await lite.waitReady
  await setImmediate() // the engine's optimising compile ends in the next turn of the event loop: it is part of opening
  const pool = new pg.Pool(embeddedPool(lite))
  const close = async () => {
    await pool.end()
    await lite.close()
  }
  return { pool, lite, close }
}

/** The embedded database is an index: one that does not open is moved aside, never deleted, and begun anew. */
async function openOrReplace(dir: string, snapshot?: Blob): Promise<Connection> {
  try {
    return await connectToEmbedded(dir, snapshot)
  } catch (error) {
    if (isNew(dir) || error instanceof OperatorError) throw error
    const setAside = moveAside(dir)
    return { ...(await connectToEmbedded(dir, snapshot)), setAside }
  }
}

function emptyDatabase(): Blob | undefined {
  return existsSync(EMPTY_DATABASE) ? new Blob([readFileSync(EMPTY_DATABASE)]) : undefined
}
