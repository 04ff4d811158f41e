/** npm run bench: CPU time of costing, on the built program. Nothing is cached between calls; cold is the first call of a new process. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { PACKAGE_ROOT } from '../src/config.ts'

type Compute = typeof import('../src/compute/build.ts') &
  typeof import('../src/compute/cost.ts') &
  typeof import('../src/compute/analyze.ts')
type Read = typeof import('../src/ingest/read-architectures.ts')

const load = async <Module>(file: string) => (await import(path.join(PACKAGE_ROOT, 'dist', file))) as Module
const { build, cost, analyze } = {
  ...(await load<Compute>('compute/build.js')),
  ...(await load<Compute>('compute/cost.js')),
  ...(await load<Compute>('compute/analyze.js')),
}
const { readArchitectures } = await load<Read>('ingest/read-architectures.js')

const content = path.join(PACKAGE_ROOT, 'content')
const { library } = await readArchitectures({ content, maxNoteBytes: 4 * 2 ** 20, parseTimeout: 8_000, parseThreads: 2 })
const specOf = (slug: string) => {
  const spec = library.get(slug)
  if (!spec) throw new Error(`there is no ${slug}`)
  return spec
}

const cpu = (work: () => unknown, times: number): number => {
  const before = process.cpuUsage()
  for (let i = 0; i < times; i++) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / times
}
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
/** Median CPU time of one call in microseconds, after as many calls to warm up. */
const timed = (work: () => unknown, times: number) => {
  cpu(work, times)
  return median(Array.from({ length: 15 }, () => cpu(work, times)))
}

if (process.argv[2] === 'cold') {
  // the first costing of this process
  const spec = specOf(process.argv[3] ?? '')
  const began = process.cpuUsage()
  const graph = build(spec, { library })
  const built = process.cpuUsage(began)
  const start = process.cpuUsage()
  cost(graph)
  const costed = process.cpuUsage(start)
  console.log(JSON.stringify([built.user + built.system, costed.user + costed.system]))
  process.exit(0)
}

const row = (what: string, value: number, unit: string, target: string) =>
  console.log(`${what.padEnd(58)} ${value.toFixed(1).padStart(9)} ${unit} ${target}`)
for (const slug of ['resnet50', 'vit-b-16']) {
  const spec = specOf(slug)
  const graph = build(spec, { library })
  row(
    `cost of ${slug} from its graph (${graph.nodes.length} ops)`,
    timed(() => cost(graph), 10_000),
    'µs',
    '(25)',
  )
  row(
    `cost of ${slug} from its specification`,
    timed(() => analyze(spec, {}, library), 100),
    'µs',
    '(1000)',
  )
  const cold = Array.from(
    { length: 5 },
    () =>
      JSON.parse(
        execFileSync('node', ['--import', 'tsx', import.meta.filename, 'cold', slug], {
          cwd: PACKAGE_ROOT,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      ) as [number, number],
  )
  row('  the first time in a process: specification to graph', median(cold.map(([built]) => built)), 'µs', '')
  row('  the first time in a process: graph to cost', median(cold.map(([, costed]) => costed)), 'µs', '')
}
const sweep = (slug: string, at: (i: number) => Parameters<typeof analyze>[1]) => {
  const spec = specOf(slug)
  return () => {
    for (let i = 0; i < 1_000; i++) analyze(spec, at(i), library)
  }
}
row(
  'sweep of 1,000 widths of resnext-bottleneck',
  timed(
    sweep('resnext-bottleneck', (i) => ({ with: { mid: 32 * (i + 1) } })),
    1,
  ) / 1_000,
  'ms',
  '(50)',
)
row(
  'sweep of 1,000 input sizes of resnet50',
  timed(
    sweep('resnet50', (i) => ({ input: [3, 64 + i, 64 + i] })),
    1,
  ) / 1_000,
  'ms',
  '(50)',
)

const graph = build(specOf('resnet50'), { library })
const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}
for (let i = 0; i < 10_000; i++) cost(graph)
const before = heap()
for (let i = 0; i < 1_000_000; i++) cost(graph)
row('heap after a million costs of resnet50, more than before', heap() - before, 'MB', '(0)')
