// npm run build, which npm ci runs too: the Prisma client, the resolver types, dist/ from src/, the pages, and
// the empty database that a first start begins from.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync } from 'node:fs'

const run = (command, ...args) => {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error(`build: ${command} ${args.join(' ')} failed`)
    process.exit(status ?? 1)
  }
}

run('node', 'scripts/prisma.mjs', 'generate')
rmSync('dist', { recursive: true, force: true })
run('npx', 'tsc', '-p', 'tsconfig.build.json')
chmodSync('dist/cli.js', 0o755)
if (existsSync('web/vite.config.ts')) run('npx', 'vite', 'build', 'web', '--logLevel', 'error')
run('node', '--import', 'tsx', 'scripts/snapshot.ts')
