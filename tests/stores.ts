/** Stores for tests: embedded in memory, and on the PostgreSQL server where there is one. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { snapshot } from '../scripts/snapshot.ts'
import { IN_MEMORY } from '../src/store/folder.ts'
import { EMPTY_DATABASE, openStore, type Store } from '../src/store/open.ts'

export const CONTENT = path.resolve(import.meta.dirname, '../content')

export type Database = 'embedded' | 'PostgreSQL'
export const DATABASES: Database[] = inject('postgres') === null ? ['embedded'] : ['embedded', 'PostgreSQL']

export async function emptyStore(database: Database = 'embedded'): Promise<Store> {
  if (database === 'embedded') {
    if (!existsSync(EMPTY_DATABASE)) await snapshot(true)
    return openStore({ data: IN_MEMORY })
  }
  const server = inject('postgres') ?? ''
  const name = `papergraph_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const store = await openStore({ data: '', databaseUrl: url.href })
  const close = async () => {
    await store.close()
    await admin.query(`DROP DATABASE ${name}`)
    await admin.end()
  }
  return { ...store, close }
}

/** A content folder of these files, and the function that removes it. */
export function contentFolder(files: Record<string, string | Buffer>): {
  dir: string
  write(path: string, text: string | Buffer): void
  remove(path?: string): void
} {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'papergraph-content-'))
  const write = (file: string, text: string | Buffer) => {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true })
    writeFileSync(path.join(dir, file), text)
  }
  for (const [file, text] of Object.entries(files)) write(file, text)
  return { dir, write, remove: (file = '') => rmSync(path.join(dir, file), { recursive: true, force: true }) }
}

export const READING = { maxNoteBytes: 4 * 2 ** 20, parseTimeout: 8_000, parseThreads: 2 }
