/** papergraph compare: two blocks or networks side by side, as they are or with one made as costly as the other. */
import Table from 'cli-table3'
import { type Analysis, analyze } from '../compute/analyze.ts'
import { figureOf, type Metric, match } from '../compute/compare.ts'
import type { Config } from '../config.ts'
import { EXIT, OperatorError } from '../errors.ts'
import { readArchitectures } from '../ingest/read-architectures.ts'
import { analyzeIn, type QuestionOptions, questionOf, specNamed, usersFault } from './architecture.ts'
import { PLAIN } from './table.ts'

export type CompareOptions = QuestionOptions & { at?: string; vary?: string; json?: boolean }

const FIGURES = {
  params: ({ cost }: Analysis) => cost.params,
  macs: ({ cost }: Analysis) => cost.macs,
  flops: ({ cost }: Analysis) => cost.flops,
  activations: ({ cost }: Analysis) => cost.activations,
  'memory access, bytes': ({ cost }: Analysis) => cost.memoryAccess.bytes,
  'fused memory access, bytes': ({ cost }: Analysis) => cost.fusedMemoryAccess.bytes,
} as const

export async function compareCommand(one: string, other: string, config: Config, options: CompareOptions): Promise<string> {
  const at = options.at ?? 'input'
  if (!['input', 'macs', 'params'].includes(at)) throw new OperatorError('--at must be input, macs or params.', EXIT.usage)
  if (at !== 'input' && options.vary === undefined)
    throw new OperatorError(`--at ${at} needs --vary, the parameter of ${other} to vary.`, EXIT.usage)
  const content = await readArchitectures(config)
  const first = analyzeIn(content, one, options)
  const [spec, { library }] = [specNamed(content, other), content]
  return usersFault(() => {
    const shape = first.graph.nodes[0]?.shape ?? []
    const { batch, dtype } = first
    const input = options.input === undefined && at === 'input' && shape.length === spec.input.length ? { input: shape } : {}
    const question = { ...questionOf({ ...options, with: [] }), ...input, batch, dtype }
    const figure = figureOf(at as Metric) // not asked where it is input
    const found = at === 'input' ? null : match(spec, question, { vary: options.vary ?? '', aim: figure(first), figure }, library)
    const second = found?.analysis ?? analyze(spec, question, library)
    const rows = Object.entries(FIGURES).map(([name, of]) => ({
      name,
      first: of(first),
      second: of(second),
      ratio: Number(of(second)) / Number(of(first)),
    }))
    if (options.json)
      return `${JSON.stringify({ first: one, second: other, varied: found ? { [options.vary ?? '']: found.value } : null, figures: rows }, (_, value) => (typeof value === 'bigint' ? value.toString() : value), 2)}\n`
    const table = new Table({ ...PLAIN, head: ['', one, other, 'ratio'], colAligns: ['left', 'right', 'right', 'right'] })
    for (const { name, first: a, second: b, ratio } of rows)
      table.push([name, a.toLocaleString('en-US'), b.toLocaleString('en-US'), ratio.toPrecision(4)])
    return `${table.toString()}\n${found ? `${options.vary} = ${found.value} of ${other} comes nearest in ${at}\n` : ''}`
  })
}
