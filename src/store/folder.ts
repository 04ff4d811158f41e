/** The folder of an embedded database, and how it was left. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'

export const IN_MEMORY = 'memory://'

/** Where the graph is: a PostgreSQL server (`databaseUrl`) or an embedded database in the folder `data`. */
export type StoreLocation = Pick<Config, 'data'> & Partial<Pick<Config, 'databaseUrl' | 'databasePool'>>

/** Null where the graph is on a server or in memory. */
export const embeddedFolder = ({ databaseUrl, data }: StoreLocation): string | null =>
  databaseUrl || data === IN_MEMORY ? null : path.join(data, 'db')

export const isNew = (dir: string): boolean => dir === IN_MEMORY || !existsSync(path.join(dir, 'PG_VERSION'))

/** Whether a database is there that no process has open, and none that ended without closing it had. */
export const isClosed = (dir: string): boolean => !isNew(dir) && !existsSync(bootFile(dir))

export function moveAside(dir: string): string {
  const aside = `${dir}.damaged-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  mkdirSync(aside, { recursive: true })
  for (const entry of readdirSync(dir)) renameSync(path.join(dir, entry), path.join(aside, entry))
  return aside
}

/**
 * PGlite does not fsync. A killed process loses nothing, since the kernel still has what it wrote; a
 * machine that goes down does. So an open database leaves the boot's id beside it: one of another boot
 * means that the machine went down meanwhile, and the files are not to be trusted.
 */
export const crashedWithTheMachine = (dir: string): boolean => existsSync(bootFile(dir)) && readFileSync(bootFile(dir), 'utf8') !== bootId()

export const markOpen = (dir: string): void => writeFileSync(bootFile(dir), bootId())
export const markClosed = (dir: string): void => rmSync(bootFile(dir), { force: true })

const bootFile = (dir: string) => `${dir}.open`
function bootId(): string {
  const file = '/proc/sys/kernel/random/boot_id'
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}
