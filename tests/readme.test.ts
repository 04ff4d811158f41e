import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { PACKAGE_ROOT } from '../src/config.ts'

// every command of the README and the docs, on a data folder of its own; npm ci and npm test are what runs this
const pages = ['README.md', ...readdirSync(path.join(PACKAGE_ROOT, 'docs')).map((page) => `docs/${page}`)]
const text = pages.map((page) => readFileSync(path.join(PACKAGE_ROOT, page), 'utf8')).join('\n')
const commands = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block?.trim().split('\n') ?? [])
const data = mkdtempSync(path.join(os.tmpdir(), 'papergraph-readme-'))
const env = { ...process.env, PAPERGRAPH_DATA: data, PORT: '0', DATABASE_URL: '' }
afterAll(() => rmSync(data, { recursive: true, force: true }))

test('npm start serves the graph, and stops in order', async () => {
  expect(commands).toContain('npm start')
  // started without npm between, so that the signal reaches it
  expect(JSON.parse(readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8')).scripts.start).toBe('node dist/cli.js serve')
  const server = spawn('node', ['dist/cli.js', 'serve'], { cwd: PACKAGE_ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = new Promise<number | null>((resolve) => server.once('exit', resolve))
  const line = await new Promise<string>((resolve) => server.stdout.once('data', (chunk) => resolve(String(chunk))))
  const url = /http:\/\/localhost:\d+\//.exec(line)?.[0] ?? ''
  const response = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ papers(first: 1) { totalCount } }' }),
  })
  expect(await response.json()).toEqual({ data: { papers: { totalCount: 9 } } })
  server.kill('SIGTERM')
  expect(await exit).toBe(0)
})

test.each(commands.filter((command) => command.includes('papergraph --')))('%s', (command) => {
  const output = execFileSync('bash', ['-c', command], { cwd: PACKAGE_ROOT, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  expect(output).not.toBe('')
})
