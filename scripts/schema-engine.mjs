#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import readline from 'node:readline'
// What the Prisma CLI starts in place of the schema-engine binary (PRISMA_SCHEMA_ENGINE_BINARY):
// JSON-RPC on stdin and stdout, answered by the wasm build of the same engine.
import { register } from 'tsx/esm/api'

register()
const { engineVersion, schemaEngine } = await import('./engine.ts')
const { connect, IN_MEMORY } = await import('../src/store/open.ts')
const { readConfig } = await import('../src/config.ts')
const argv = process.argv.slice(2)
const values = (name) => argv.flatMap((a, i) => (a === name ? [argv[i + 1]] : []))
const url = JSON.parse(values('--datasource')[0] ?? '{}').url
const embedded = !url || new URL(url).hostname === 'pglite.invalid'
const target = embedded ? { data: url ? readConfig().data : IN_MEMORY } : { data: '', databaseUrl: url }

if (argv.includes('--version')) {
  console.log(`schema-engine-wasm ${await engineVersion()}`)
  process.exit(0)
}
if (argv.includes('cli')) {
  // can-connect-to-database, create-database
  try {
    if (argv.includes('create-database')) {
      const admin = new URL(url)
      const db = decodeURIComponent(admin.pathname.slice(1))
      admin.pathname = '/postgres'
      const { pool } = await connect({ data: '', databaseUrl: admin.href })
      await pool.query(`CREATE DATABASE "${db.replaceAll('"', '""')}"`)
    } else {
      const { pool, close } = await connect(target)
      await pool.query('SELECT 1')
      await close()
    }
    process.exit(0)
  } catch (e) {
    const line = (level, fields) =>
      console.error(JSON.stringify({ level, fields, target: 'schema_engine::logger', timestamp: new Date().toISOString() }))
    line('INFO', { message: 'start' })
    line('ERROR', { message: e.message, error_code: e.code === '3D000' ? 'P1003' : 'P1001' })
    process.exit(1)
  }
}

let engine
const write = (o) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...o })}\n`)
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line)
  if (!method) continue // the CLI's answer to "print"
  try {
    engine ??= (
      await schemaEngine(
        target,
        values('--datamodels').map((f) => [f, readFileSync(f, 'utf8')]),
      )
    ).engine
    let result
    if (method === 'getDatabaseVersion') result = await engine.version(null)
    else if (method === 'createDatabase') result = { databaseName: '' }
    else if (method === 'diff') {
      const r = await engine.diff(params)
      if (r.stdout) write({ id: 1_000_000 + id, method: 'print', params: { content: r.stdout } })
      result = { exitCode: r.exitCode, stdout: null }
    } else result = await engine[method](params)
    write({ id, result: result ?? null })
  } catch (e) {
    write({
      id,
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: { is_panic: false, message: String(e?.message ?? e), error_code: e?.code, meta: e?.meta },
      },
    })
  }
}
process.exit(0)
