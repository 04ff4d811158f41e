/** papergraph cost: what one block or network costs, as a table of its layers, a tree, or JSON. */
import Table from 'cli-table3'
import type { Analysis } from '../compute/analyze.ts'
import { CONVENTIONS, type ConventionName, countAs, difference } from '../compute/conventions.ts'
import { formula } from '../compute/formula.ts'
import { byKind, type Group, layerCosts, tree } from '../compute/layers.ts'
import { receptiveFields } from '../compute/receptive-field.ts'
import type { Config } from '../config.ts'
import { EXIT, OperatorError } from '../errors.ts'
import { analyzeNamed, type QuestionOptions } from './architecture.ts'
import { PLAIN } from './table.ts'

export type CostOptions = QuestionOptions & { convention?: string; json?: boolean; tree?: boolean; table?: boolean }

export async function costCommand(slug: string, config: Config, options: CostOptions): Promise<string> {
  const convention = options.convention ?? 'pure'
  if (!Object.hasOwn(CONVENTIONS, convention))
    throw new OperatorError(`--convention must be one of ${Object.keys(CONVENTIONS).join(', ')}.`, EXIT.usage)
  const analysis = await analyzeNamed(slug, config, options)
  const name = convention as ConventionName // it has one
  if (options.json) return `${JSON.stringify(await asJson(analysis, name), countAsJson, 2)}\n`
  return `${options.tree ? asTree(analysis) : asTable(analysis)}\n${summary(analysis, name)}\n`
}

/** Whole numbers past 2⁵³ are their digits, so that nothing is lost. */
const countAsJson = (_key: string, value: unknown) =>
  typeof value === 'bigint' ? (value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString()) : value

async function asJson(analysis: Analysis, convention: ConventionName) {
  const { graph, cost, parameters, spec, library } = analysis
  const layers = layerCosts(graph, analysis)
  return {
    slug: spec.slug,
    parameters: Object.fromEntries(parameters),
    input: graph.nodes[0]?.shape,
    output: graph.output.shape,
    ...cost,
    receptiveField: receptiveFields(graph).get(graph.output) ?? null,
    convention,
    counted: convention === 'pure' ? cost.macs : countAs(graph, convention, analysis.batch).total,
    difference: difference(graph, 'pure', convention, analysis.batch),
    formula: await formula(spec, graph, parameters, library),
    byKind: byKind(layers),
    layers,
  }
}

const digits = (n: number | bigint) => n.toLocaleString('en-US')

function asTable(analysis: Analysis): string {
  const table = new Table({
    ...PLAIN,
    head: ['layer', 'op', 'output', 'params', 'macs', 'flops', 'memory, elements'],
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'right'],
  })
  for (const { path, op, output, params, macs, flops, memoryAccess } of layerCosts(analysis.graph, analysis))
    table.push([path, op, output.join('×'), digits(params), digits(macs), digits(flops), digits(memoryAccess.elements)])
  return table.toString()
}

function asTree({ graph, ...rest }: Analysis): string {
  const table = new Table({
    ...PLAIN,
    head: ['layers', 'params', 'macs', 'flops', 'memory, elements'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
  })
  const add = ({ path, params, macs, flops, memoryAccess, groups }: Group, depth: number) => {
    table.push([`${'  '.repeat(depth)}${path || 'all'}`, digits(params), digits(macs), digits(flops), digits(memoryAccess)])
    for (const group of groups) add(group, depth + 1)
  }
  add(tree(layerCosts(graph, rest)), 0)
  return table.toString()
}

function summary({ graph, cost, spec, parameters, batch, dtype }: Analysis, convention: ConventionName): string {
  const lines: [string, string][] = [
    ['network', `${spec.slug} ${[...parameters].map(([name, value]) => `${name}=${value}`).join(' ')}`.trim()],
    ['input', `${graph.nodes[0]?.shape.join('×')}, batch ${batch}, ${dtype}`],
    ['output', graph.output.shape.join('×')],
    ['params', digits(cost.params)],
    ['macs', digits(cost.macs)],
    ['flops', digits(cost.flops)],
    ['activations', digits(cost.activations)],
    ['memory access', `${digits(cost.memoryAccess.bytes)} bytes unfused, ${digits(cost.fusedMemoryAccess.bytes)} fused`],
    ['peak activations', `${digits(cost.peakActivation.bytes)} bytes at ${cost.peakActivation.at}`],
    ['intensity', `${cost.intensity.toFixed(2)} flops a byte unfused, ${cost.fusedIntensity.toFixed(2)} fused`],
  ]
  if (convention !== 'pure') {
    const { prints, says } = CONVENTIONS[convention]
    lines.push([`${convention} ${prints}`, `${digits(countAs(graph, convention, batch).total)}: ${says}`])
    for (const { op, difference: by, share } of difference(graph, 'pure', convention, batch))
      lines.push(['', `${by > 0 ? '+' : '−'}${digits(Math.abs(by))} (${(100 * share).toFixed(2)} %) for ${op}`])
  }
  if (cost.unsupported.length > 0)
    lines.push(['lower bound', `no rule for ${cost.unsupported.join(', ')}: every figure is at least what is printed`])
  const width = Math.max(...lines.map(([name]) => name.length))
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}
