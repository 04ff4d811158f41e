// npm run db:new -- add_authors     writes prisma/migrations/<time>_add_authors/migration.sql
// npm run db:check                  fails when the schema has changes without a migration
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { MIGRATIONS_DIR } from '../src/store/migrate.ts'
import { LOCKFILE, pendingSql } from './engine.ts'

const name = process.argv[2]
if (!name) throw new Error('usage: npm run db:new -- <name>')
const sql = await pendingSql()
if (name === '--check') {
  console.log(sql ? `The schema has changes without a migration:\n${sql}` : 'The migrations give the schema.')
  process.exit(sql ? 1 : 0)
}
if (!sql) {
  console.log('Nothing to do: the migrations give the schema.')
  process.exit(0)
}
const dir = path.join(MIGRATIONS_DIR, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name.replace(/\W+/g, '_')}`)
mkdirSync(dir, { recursive: true })
writeFileSync(path.join(dir, 'migration.sql'), sql)
writeFileSync(path.join(MIGRATIONS_DIR, 'migration_lock.toml'), LOCKFILE)
console.log(`${path.relative('.', dir)}/migration.sql\n\n${sql}`)
process.exit(0)
