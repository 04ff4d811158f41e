import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { PACKAGE_ROOT } from '../config.ts'
import { databaseRefused } from '../errors.ts'

export const MIGRATIONS_DIR = path.join(PACKAGE_ROOT, 'prisma/migrations')

// The table and the lock number of Prisma's schema engine: `prisma migrate deploy` and this function
// can be used on one database in any order.
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`
const LOCK = 72707369

/** The committed migrations, in the order in which they apply. */
export function readMigrations(dir = MIGRATIONS_DIR) {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(dir, name, 'migration.sql'))
      return { name, sql: sql.toString('utf8'), checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Applies the committed migrations that the database does not have yet; returns their names. */
export async function migrate(pool: Pool, dir = MIGRATIONS_DIR): Promise<string[]> {
  const db = await pool.connect()
  try {
    // some distributed engines and poolers have no advisory locks: the same switch as Prisma's
    const locking = !process.env.PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK
    if (locking) await db.query(`SELECT pg_advisory_lock(${LOCK})`)
    try {
      return await applyPending(db, dir)
    } finally {
      if (locking) await db.query(`SELECT pg_advisory_unlock(${LOCK})`)
    }
  } finally {
    db.release()
  }
}

async function applyPending(db: PoolClient, dir: string): Promise<string[]> {
  await db.query(TABLE)
  const { rows } = await db.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row]))
  const done: string[] = []
  for (const migration of readMigrations(dir)) {
    const row = applied.get(migration.name)
    if (row && !row.finished_at)
      throw databaseRefused(`Migration ${migration.name} failed earlier. Repair, then: npm run prisma -- migrate resolve.`)
    if (row && row.checksum !== migration.checksum) throw databaseRefused(`Migration ${migration.name} was edited after it was applied.`)
    if (row) continue
    await apply(db, migration)
    done.push(migration.name)
  }
  return done
}

async function apply(db: PoolClient, migration: { name: string; sql: string; checksum: string }): Promise<void> {
  const id = randomUUID()
  const { checksum, name, sql } = migration
  await db.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, checksum, name])
  try {
    // one simple-protocol message, as the schema engine does: the statements are one transaction
    await db.query(sql)
  } catch (error) {
    await db.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)])
    throw databaseRefused(`Migration ${name} failed: ${(error as Error).message}.`, error)
  }
  await db.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}
