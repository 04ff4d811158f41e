/**
 * What it takes to ingest a folder of notes, in one run beside its parts and its peers: reading and hashing the files,
 * @lezer/markdown alone over the same bytes, and, with --peers, remark-parse and MarkdownDB, which are installed apart. CPU time
 * and the most memory of a process of its own each: node --import tsx bench/ingest.ts FOLDER [--peers]
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PACKAGE_ROOT } from '../src/config.ts'

const [folder, ...flags] = process.argv.slice(2)
if (folder === undefined) throw new Error('name a folder of notes')
const scratch = mkdtempSync(path.join(os.tmpdir(), 'papergraph-bench-'))

/** Tells on its last line what the process took. */
const METER = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stderr.write('\\n' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, mb: Math.round(maxRSS / 1024) }) + '\\n')
})`

type Cost = { cpu: number; mb: number }

function measure(args: readonly string[], cwd = PACKAGE_ROOT): Cost | null {
  const meter = `data:text/javascript,${encodeURIComponent(METER)}`
  const { stderr, status } = spawnSync('node', ['--import', meter, ...args], { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 })
  const last = stderr.trimEnd().split('\n').at(-1) ?? ''
  // 1: the notes have errors, and were ingested
  return last.startsWith('{') && (status === 0 || status === 1) ? (JSON.parse(last) as Cost) : null
}

const WALK = `import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
const files = readdirSync(process.argv[2], { recursive: true }).filter((file) => /\\.md$/i.test(file) && !/(^|\\/)\\./.test(file))
const texts = files.map((file) => readFileSync(path.join(process.argv[2], file)))`

/** A script of its own over the bytes of every note. */
function script(name: string, body: string, dir = PACKAGE_ROOT): Cost | null {
  const file = path.join(dir, `.bench-${name}.mjs`)
  writeFileSync(file, `${WALK}\n${body}\n`)
  const cost = measure([file, folder ?? ''], dir)
  rmSync(file)
  return cost
}

const HASH = `import { createHash } from 'node:crypto'\nfor (const text of texts) createHash('sha256').update(text).digest('hex')`
const LEZER = `import { parser, GFM } from '@lezer/markdown'\nconst gfm = parser.configure([GFM])\nfor (const text of texts) gfm.parse(text.toString())`
const REMARK = `import { unified } from 'unified'\nimport parse from 'remark-parse'\nimport gfm from 'remark-gfm'
const remark = unified().use(parse).use(gfm)\nfor (const text of texts) remark.parse(text.toString())`
const MARKDOWNDB = `import { MarkdownDB } from 'mddb'
const db = new MarkdownDB({ client: 'sqlite3', connection: { filename: 'markdown.db' } })
await db.init()\nawait db.indexFolder({ folderPath: process.argv[2] })\nprocess.exit(0)`

const ingest = () => measure(['dist/cli.js', 'ingest', path.resolve(folder ?? ''), '--data', scratch, '--json'])
const rows: [string, Cost | null][] = [
  ['nothing but a process that reads the files', script('read', '')],
  ['reading and hashing the files', script('hash', HASH)],
  ['@lezer/markdown alone', script('lezer', LEZER)],
  ['first ingest', ingest()],
  ['nothing changed', ingest()],
]
const note = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((file) => /\.md$/i.test(file))
if (note !== undefined) {
  // a copy, so that the folder stays as it is
  const copy = path.join(scratch, 'copy')
  cpSync(folder, copy, { recursive: true, filter: (file) => !/[\\/]\.git$/.test(file) })
  const of = () => measure(['dist/cli.js', 'ingest', copy, '--data', path.join(scratch, 'of-copy'), '--json'])
  of()
  appendFileSync(path.join(copy, note), '\n\nOne more line.\n')
  rows.push(['one note changed', of()])
}
if (flags.includes('--peers')) {
  const peers = path.join(scratch, 'peers')
  spawnSync('npm', ['install', '--prefix', peers, 'unified', 'remark-parse', 'remark-gfm', 'mddb'], { stdio: 'inherit' })
  if (existsSync(path.join(peers, 'node_modules/remark-parse'))) rows.push(['remark-parse alone', script('remark', REMARK, peers)])
  if (existsSync(path.join(peers, 'node_modules/mddb'))) rows.push(['MarkdownDB', script('markdowndb', MARKDOWNDB, peers)])
}
const lezer = rows.find(([what]) => what.startsWith('@lezer'))?.[1]?.cpu ?? Number.NaN
for (const [what, cost] of rows)
  console.log(
    cost
      ? `${what.padEnd(46)} ${cost.cpu.toFixed(1).padStart(7)} s CPU ${String(cost.mb).padStart(6)} MB ${(cost.cpu / lezer).toFixed(1).padStart(6)} × lezer`
      : `${what.padEnd(46)} did not run`,
  )
rmSync(scratch, { recursive: true, force: true })
