/** Starts a PostgreSQL server for the database tests, where the machine has one: Debian's or any other in PATH. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** a server on which tests make their own databases; null where there is none */
    postgres: string | null
  }
}

const DEBIAN = '/usr/lib/postgresql'

function binaries(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const dirs = [...versions.map((version) => path.join(DEBIAN, version, 'bin')), ...(process.env.PATH ?? '').split(path.delimiter)]
  return dirs.find((dir) => existsSync(path.join(dir, 'initdb'))) ?? null
}

export default async function setup(project: TestProject) {
  if (process.env.TEST_DATABASE_URL) {
    project.provide('postgres', process.env.TEST_DATABASE_URL)
    return
  }
  const bin = binaries()
  if (!bin) {
    if (process.env.CI) throw new Error('CI must run the tests on PostgreSQL: apt-get install postgresql')
    console.log('Left out: the tests on PostgreSQL. To run them: apt-get install postgresql, or set TEST_DATABASE_URL.')
    project.provide('postgres', null)
    return
  }
  const dir = mkdtempSync(path.join(os.tmpdir(), 'papergraph-postgres-'))
  const port = await freePort()
  // the server refuses to run as root
  const asRoot = process.getuid?.() === 0
  const command = (name: string, args: string[]): [string, string[]] =>
    asRoot ? ['runuser', ['-u', 'postgres', '--', path.join(bin, name), ...args]] : [path.join(bin, name), args]
  if (asRoot) execFileSync('chown', ['postgres', dir])
  execFileSync(
    ...command('initdb', ['-D', path.join(dir, 'data'), '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-N']),
    { stdio: 'ignore', cwd: dir },
  )
  const data = path.join(dir, 'data')
  const control = (...args: string[]) => execFileSync(...command('pg_ctl', ['-D', data, '-w', ...args]), { stdio: 'ignore', cwd: dir })
  control('start', '-l', path.join(dir, 'log'), '-o', `-p ${port} -h 127.0.0.1 -k ${dir} -F`)
  project.provide('postgres', `postgresql://postgres@127.0.0.1:${port}/postgres`)
  return () => {
    control('stop', '-m', 'immediate')
    rmSync(dir, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
