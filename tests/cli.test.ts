import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PACKAGE_ROOT } from '../src/config.ts'
import { openStore } from '../src/store/open.ts'
import { CONTENT, contentFolder } from './stores.ts'

const scratch = mkdtempSync(path.join(os.tmpdir(), 'papergraph-cli-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const data = path.join(scratch, 'data')
const environment = { ...process.env, PAPERGRAPH_DATA: data, DATABASE_URL: '' }

type Result = { status: number; stdout: string; stderr: string }
function papergraph(args: string[], env: NodeJS.ProcessEnv = environment): Result {
  try {
    const stdout = execFileSync('node', ['dist/cli.js', ...args], { cwd: PACKAGE_ROOT, env, encoding: 'utf8', stdio: 'pipe' })
    return { status: 0, stdout, stderr: '' }
  } catch (error) {
    return error as Result // of execFileSync, when the exit code is not 0
  }
}

/** The server on `data`, once it has said where it is. */
async function serve(): Promise<{ server: ChildProcess; port: string }> {
  const server = spawn('node', ['dist/cli.js', 'serve', '--port', '0'], {
    cwd: PACKAGE_ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const line = await new Promise<string>((resolve) => server.stdout.once('data', (chunk) => resolve(String(chunk))))
  return { server, port: /:(\d+)\//.exec(line)?.[1] ?? '' }
}

const BROKEN = { 'notes/a.md': '---\ntitle: [\n---\n', 'notes/b.md': '# B\n\n![x](gone.png)\n' }

describe('check', () => {
  test('says what is broken and where, without a database, and ends with 1', () => {
    const folder = contentFolder(BROKEN)
    const { status, stdout } = papergraph(['check', folder.dir, '--json'])
    folder.remove()
    expect(status).toBe(1)
    const { errors, warnings, diagnostics } = JSON.parse(stdout)
    expect({ errors, warnings }).toEqual({ errors: 1, warnings: 1 })
    expect(diagnostics).toMatchObject([
      { code: 'front-matter-syntax', severity: 'ERROR', path: 'notes/a.md', line: 3, column: 1 },
      { code: 'image-missing', severity: 'WARNING', path: 'notes/b.md', line: 3, column: 1 },
    ])
  })

  test('of the seed finds warnings only, and ends with 0; strictly with 1, for claims that fail', () => {
    const { status, stdout } = papergraph(['check', CONTENT, '--json'])
    expect({ status, errors: JSON.parse(stdout).errors, warnings: JSON.parse(stdout).warnings }).toEqual({
      status: 0,
      errors: 0,
      warnings: 29,
    })
    expect(papergraph(['check', CONTENT, '--strict']).status).toBe(1)
  })
})

describe('ingest', () => {
  test('prints a summary that a machine reads, twice the same graph', () => {
    const [first, second] = [papergraph(['ingest', '--json']), papergraph(['ingest', '--json'])].map(({ stdout }) => JSON.parse(stdout))
    expect(first).toMatchObject({ changed: true, graphVersion: 1, run: { refused: 0 }, summary: { errors: 0, warnings: 29 } })
    expect(second).toMatchObject({ changed: false, graphVersion: 1, run: null, summary: { errors: 0, warnings: 29 } })
  })
})

describe('claims', () => {
  test('prints each with its reason, and JSON for machines', () => {
    const { stdout } = papergraph(['claims', '--paper', 'mobilenet'])
    expect(stdout).toMatch(
      /^HOLDS_IF out >= 72 {2}mobilenet-eighth-to-ninth\n {2}“对于3x3.*（?\(notes\/backbones\.md:70\)\n {2}It holds where out >= 72/m,
    )
    const printed = JSON.parse(papergraph(['claims', '--verdict', 'unsupported', '--json']).stdout)
    expect(printed.map(({ slug, verdict }: { slug: string; verdict: string }) => [slug, verdict])).toEqual([
      ['shufflenet-v2-g3-parallelism', 'UNSUPPORTED'],
      ['vit-more-data', 'UNSUPPORTED'],
    ])
    expect(papergraph(['claims', '--verdict', 'maybe']).status).toBe(2)
  })
})

describe('compare and roofline', () => {
  test('two blocks are made equal by what is varied', () => {
    const { figures, varied } = JSON.parse(
      papergraph(['compare', 'resnet-bottleneck', 'resnext-bottleneck', '--at', 'params', '--vary', 'mid', '--json']).stdout,
    )
    expect(varied).toEqual({ mid: 128 })
    expect(figures[0]).toMatchObject({ name: 'params', first: 70_400, second: 71_168 })
    expect(papergraph(['compare', 'resnet-bottleneck', 'resnext-bottleneck', '--at', 'macs'])).toMatchObject({ status: 2 })
  })
  test('a roofline is a table, JSON or a drawing', () => {
    const file = path.join(scratch, 'roofline.svg')
    const { stdout } = papergraph(['roofline', 'mobilenet-v2', '--hardware', 'gtx-1080-ti', '--svg', file])
    expect(stdout).toMatch(/GTX 1080 Ti, fp32, batch 1, unfused: at least [\d.]+ µs/)
    expect(statSync(file).size).toBeGreaterThan(1_000)
    expect(papergraph(['roofline', 'mobilenet-v2', '--hardware', 'gtx-1080ti'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Did you mean gtx-1080-ti?'),
    })
  })
})

describe('cost', () => {
  test('prints a table by default, and JSON for machines', () => {
    expect(papergraph(['cost', 'resnext-bottleneck']).stdout).toMatch(/0\.branch\.3-conv +conv +128×56×56 +4,608 +14,450,688 /)
    const printed = JSON.parse(papergraph(['cost', 'resnet50', '--input', '3,64,64', '--batch', '2', '--dtype', 'fp16', '--json']).stdout)
    expect(printed).toMatchObject({ slug: 'resnet50', params: 25_557_032, batch: 2, dtype: 'fp16', output: [1000] })
    expect(Object.keys(printed)).toEqual(expect.arrayContaining(['params', 'macs', 'flops', 'activations', 'memoryAccess', 'layers']))
  })

  test.each([
    [['cost', 'resnet5'], 2, 'There is no block or model resnet5. Did you mean resnet50?'],
    [['cost', 'resnet50', '--with', 'wide'], 2, '--with takes name=number'],
    [['cost', 'resnet50', '--with', 'wide=x'], 2, '--with wide takes a number'],
    [['cost', 'resnet50', '--input', '3,8'], 2, 'input: the input has 3 sizes'],
    [['cost', 'resnet50', '--dtype', 'fp8'], 2, '--dtype must be one of'],
    [['cost', 'resnet50', '--convention', 'x'], 2, '--convention must be one of'],
    [['export', 'onnx', 'resnext-bottleneck', '--out', '/nowhere/x.onnx'], 3, "can't be written"],
  ])('%j ends with %i', (args, status, message) => {
    expect(papergraph(args)).toMatchObject({ status, stderr: expect.stringContaining(message) })
  })

  test('export onnx writes a model', () => {
    const file = path.join(scratch, 'block.onnx')
    expect(papergraph(['export', 'onnx', 'resnext-bottleneck', '--out', file]).stdout).toContain('71168 params')
    expect(statSync(file).size).toBeGreaterThan(4 * 71_168)
  })
})

describe('what is in use already', () => {
  let running: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    running = await serve()
  })
  afterAll(() => running.server.kill('SIGKILL'))

  test('a data folder: one sentence, and 3', () => {
    const { status, stderr } = papergraph(['ingest'])
    expect(status).toBe(3)
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`${path.join(data, 'db')} is in use`)])
  })

  test('a port: one sentence, and 3', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number } // a TCP server has one
    const { status, stderr } = papergraph(['serve', '--port', String(port)], {
      ...environment,
      PAPERGRAPH_DATA: path.join(scratch, 'other'),
    })
    other.close()
    expect(status).toBe(3)
    expect(stderr).toContain(`Port ${port} on 127.0.0.1 is in use`)
  })
})

test('killed at any time of an ingest and run again, the graph is the same', async () => {
  const note = (i: number) =>
    `# Net${i}\n\n[[abstract](https://arxiv.org/abs/2001.${String(i).padStart(5, '0')})]\n\nBased on Net${((i * 7) % 300) + 1}, it improves Net${((i * 3) % 300) + 1}.\n`
  const folder = contentFolder(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`notes/${i}.md`, note(i + 1)])))
  const ingest = (dir: string, killAfter?: number) =>
    new Promise<number>((resolve) => {
      const began = performance.now()
      const child = spawn('node', ['dist/cli.js', 'ingest', folder.dir, '--data', dir], {
        cwd: PACKAGE_ROOT,
        env: environment,
        stdio: 'ignore',
      })
      if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
      child.once('exit', () => resolve(performance.now() - began))
    })
  const graph = async (dir: string) => {
    const { pool, close } = await openStore({ data: dir })
    const tables = ['Paper', 'Relation', 'Evidence', 'Section', 'Mention', 'Link', 'Name', 'Document', 'Diagnostic', 'Graph']
    const rows: unknown[] = []
    for (const table of tables) rows.push((await pool.query(`SELECT to_jsonb(t) AS row FROM "${table}" t ORDER BY 1`)).rows)
    await close()
    return rows
  }
  const whole = path.join(scratch, 'whole')
  const took = await ingest(whole)
  const expected = await graph(whole)
  expect((expected[0] as unknown[]).length).toBe(300)
  for (const share of [0.5, 0.7, 0.9]) {
    const killed = path.join(scratch, `killed-${share}`)
    await ingest(killed, took * share)
    await ingest(killed)
    expect(await graph(killed)).toEqual(expected)
  }
  folder.remove()
}, 240_000)

test.each([
  [['check', '/nowhere'], 2, 'There is no content folder at /nowhere'],
  [['ingest', '--nonsense'], 2, 'unknown option'],
  [['query', '{ papers(first: 1) { totalCount } }', '--variables', '[]'], 2, '--variables must be one JSON object'],
  [['serve', '--port', 'x'], 2, 'port must be a whole number'],
])('papergraph %j ends with exit code %i and one clear sentence', (args, status, message) => {
  expect(papergraph(args)).toMatchObject({ status, stderr: expect.stringContaining(message) })
})

test('an unreachable server is one clear sentence, without its password', () => {
  const { status, stderr } = papergraph(['ingest'], { ...environment, DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/x' })
  expect(status).toBe(3)
  expect(stderr).toContain("can't be reached")
  expect(stderr).not.toContain('secret')
})
