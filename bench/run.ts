/** npm run bench: medians of what a user waits for, on the built program and the content of this repository. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PACKAGE_ROOT } from '../src/config.ts'

const ROUNDS = 3
/** half of them to warm up */
const QUERIES = 1_200

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const PAPER = `query($slug: String!) { paper(slug: $slug) { title links { url } images { path }
  relations(first: 20) { nodes { kind target { ... on Paper { slug } ... on Technique { slug } } evidence { quote } } } } }`

async function ask(url: string, query: string, variables = {}) {
  const response = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return response.text()
}

/** Starts the server; resolves when it has answered once, with the time from command to answer in milliseconds. */
async function start(data: string) {
  const began = performance.now()
  const server = spawn('node', ['dist/cli.js', 'serve', '--data', data, '--port', '0'], {
    cwd: PACKAGE_ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const line = await new Promise<string>((resolve) => server.stdout.once('data', (chunk) => resolve(String(chunk))))
  const url = /http:\/\/\S+/.exec(line)?.[0] ?? ''
  await ask(url, '{ papers(first: 1) { totalCount } }')
  const took = performance.now() - began
  const stop = () =>
    new Promise((resolve) => {
      server.once('exit', resolve)
      server.kill('SIGTERM')
    })
  return { took, url, ingest: Number(/ingest (\d+) ms/.exec(line)?.[1]), pid: server.pid ?? 0, stop }
}

const megabytes = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

const first: number[] = []
const later: number[] = []
const seed: number[] = []
const unchanged: number[] = []
const query: number[] = []
const idle: number[] = []
const memory: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const data = mkdtempSync(path.join(os.tmpdir(), 'papergraph-bench-'))
  const cold = await start(data)
  first.push(cold.took)
  seed.push(cold.ingest)
  await cold.stop()
  const warm = await start(data)
  later.push(warm.took)
  unchanged.push(warm.ingest)
  idle.push(megabytes(warm.pid))
  for (let i = 0; i < QUERIES; i++) {
    const began = performance.now()
    await ask(warm.url, PAPER, { slug: ['resnet', 'resnext', 'mobilenet', 'mobilenet-v2', 'vit'][i % 5] })
    if (i >= QUERIES / 2) query.push(performance.now() - began)
  }
  memory.push(megabytes(warm.pid))
  await warm.stop()
  rmSync(data, { recursive: true, force: true })
}
const row = (what: string, values: number[], unit: string) =>
  console.log(`${what.padEnd(58)} ${median(values).toFixed(1).padStart(9)} ${unit}`)
row('first start, command to first answer', first, 'ms')
row('later start, command to first answer', later, 'ms')
row('ingest of content/, first', seed, 'ms')
row('ingest of content/, nothing changed', unchanged, 'ms')
row('a paper with links, images and relations, over HTTP, p50', query, 'ms')
row('resident memory after a start', idle, 'MB')
row('resident memory after the queries', memory, 'MB')
