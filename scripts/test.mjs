// npm test: every check that a change must pass. With CI=true nothing is left out.
import { spawnSync } from 'node:child_process'

const steps = [
  ['format and lint', 'npx', 'biome', 'check', '.'],
  ['imports run down', 'npx', 'depcruise', '--config', '.dependency-cruiser.cjs', 'src'],
  ['generated types are up to date', 'npx', 'graphql-codegen', '--config', 'codegen.ts', '--check'],
  ['migrations are up to date', 'node', '--import', 'tsx', 'scripts/new-migration.ts', '--check'],
  ['types', 'npx', 'tsc', '--noEmit'],
  ['types of the pages', 'npx', 'tsc', '--noEmit', '-p', 'web'],
]
for (const [name, command, ...args] of steps) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' })
  console.log(`${status === 0 ? 'ok    ' : 'failed'} ${name}`)
  if (status !== 0) {
    console.log(stdout, stderr)
    process.exit(1)
  }
}
process.exit(
  spawnSync('npx', ['vitest', 'run', ...process.argv.slice(2)], { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1,
)
