import { z } from 'zod'
import { analyze } from '../compute/analyze.ts'
import { figureOf, type Metric, match } from '../compute/compare.ts'
import { type ConventionName, countAs, difference } from '../compute/conventions.ts'
import { MACS_KINDS } from '../compute/cost.ts'
import { formula } from '../compute/formula.ts'
import { byKind, layerCosts, tree } from '../compute/layers.ts'
import { receptiveFields } from '../compute/receptive-field.ts'
import { type Spec, specShape } from '../compute/spec.ts'
import { badInput, specRefused } from '../errors.ts'
import type { CompareItem, CostResolvers, LayerResolvers, QueryResolvers } from '../generated/resolvers.ts'
import { encodeCursor, pageRequest } from './connection.ts'
import type { Context } from './context.ts'
import { type CostArgs, type Costing, clientsFault, conventionOf, costingOf, libraryOf, questionOf, specNamed } from './costing.ts'

const MAX_POINTS = 1_000
/** Ops that one sweep builds: a second of work */
const MAX_SWEPT_OPS = 500_000
const MAX_ITEMS = 10
const specSchema = z.strictObject(specShape)

export const costQueries: QueryResolvers<Context> = {
  costOf(_, { spec, ...args }, context) {
    const parsed = specSchema.safeParse(spec)
    if (parsed.success) return costingOf({ slug: 'spec', ...parsed.data } as Spec, args, context) // the schema let it through
    const [issue] = parsed.error.issues
    throw specRefused(issue?.message ?? 'This is no specification.', (issue?.path ?? []) as (string | number)[]) // JSON has no symbols for keys
  },
  async sweep(_, { of, parameter, values, ...args }, context) {
    if (values.length === 0 || values.length > MAX_POINTS) throw badInput(`Give 1 to ${MAX_POINTS} values, not ${values.length}.`, 'values')
    const spec = await specNamed(of, 'of', context)
    const library = await libraryOf(spec, context)
    const question = questionOf(args)
    const { graph } = clientsFault(() => analyze(spec, question, library))
    if (graph.nodes.length * values.length > MAX_SWEPT_OPS)
      throw badInput(
        `${of} has ${graph.nodes.length} ops: at most ${Math.floor(MAX_SWEPT_OPS / graph.nodes.length)} values at once.`,
        'values',
      )
    const shape = graph.nodes[0]?.shape ?? []
    return values.map((value) => {
      const at =
        parameter === 'batch'
          ? { ...question, batch: value }
          : parameter === 'size' && !Object.hasOwn(spec.parameters, 'size')
            ? { ...question, input: shape.length === 3 ? [shape[0] ?? 1, value, value] : [value, ...shape.slice(1)] }
            : { ...question, with: { ...question.with, [parameter]: value } }
      return { value, cost: { analysis: clientsFault(() => analyze(spec, at, library)), convention: conventionOf(args) } }
    })
  },
  async compare(_, { items, at, dtype }, context) {
    if (items.length < 2 || items.length > MAX_ITEMS)
      throw badInput(`Compare 2 to ${MAX_ITEMS} architectures, not ${items.length}.`, 'items')
    const sides: { of: string; cost: Costing; varied: { name: string; value: number } | null }[] = []
    for (const [i, item] of items.entries()) sides.push(await side(item, i, sides[0]?.cost ?? null, at ?? 'INPUT', dtype, context))
    const first = sides[0]?.cost.analysis.cost
    if (!first) throw new Error('a comparison has a first side')
    return sides.map((one) => {
      const { cost } = one.cost.analysis
      const ratio = (x: number | bigint, y: number | bigint) => Number(x) / Number(y)
      return {
        ...one,
        paramsRatio: ratio(cost.params, first.params),
        macsRatio: ratio(cost.macs, first.macs),
        flopsRatio: ratio(cost.flops, first.flops),
        memoryAccessRatio: ratio(cost.memoryAccess.bytes, first.memoryAccess.bytes),
        activationsRatio: ratio(cost.activations, first.activations),
      }
    })
  },
}

/** One side, made equal to the first as far as was asked. */
async function side(
  item: CompareItem,
  i: number,
  first: Costing | null,
  at: 'INPUT' | 'MACS' | 'PARAMS',
  dtype: CostArgs['dtype'],
  context: Context,
) {
  const spec = await specNamed(item.of, `items.${i}.of`, context)
  const library = await libraryOf(spec, context)
  const shape = first?.analysis.graph.nodes[0]?.shape
  const sameRank = at === 'INPUT' && shape?.length === spec.input.length
  const question = questionOf({ with: item.with, input: item.input ?? (sameRank ? shape : null), dtype })
  const settled = (analysis: ReturnType<typeof analyze>, varied: { name: string; value: number } | null = null) => ({
    of: item.of,
    cost: { analysis, convention: 'pure' as ConventionName },
    varied,
  })
  if (first === null || at === 'INPUT') return settled(clientsFault(() => analyze(spec, question, library)))
  if (!item.vary) throw badInput(`At ${at} every item after the first names the parameter to vary.`, `items.${i}.vary`)
  const { vary } = item
  const figure = figureOf(at.toLowerCase() as Metric) // the enum's other two values
  const found = clientsFault(() => match(spec, question, { vary, aim: figure(first.analysis), figure }, library))
  return settled(found.analysis, { name: vary, value: found.value })
}

const counts = (by: Readonly<Record<string, number | bigint>>) => Object.entries(by).map(([kind, count]) => ({ kind, count }))
const of =
  <Key extends keyof Costing['analysis']['cost']>(key: Key) =>
  ({ analysis }: Costing): Costing['analysis']['cost'][Key] =>
    analysis.cost[key]
const layersOf = (costing: Costing) => {
  costing.layers ??= layerCosts(costing.analysis.graph, costing.analysis)
  return costing.layers
}

export const Cost: CostResolvers<Context> = {
  parameters: ({ analysis }) => [...analysis.parameters].map(([name, value]) => ({ name, value })),
  input: ({ analysis }) => [...(analysis.graph.nodes[0]?.shape ?? [])],
  output: ({ analysis }) => [...analysis.graph.output.shape],
  batch: of('batch'),
  dtype: ({ analysis }) => analysis.dtype.toUpperCase() as 'FP32', // the enum has the same names in capitals
  params: of('params'),
  macs: of('macs'),
  macsBy: ({ analysis }) => MACS_KINDS.map((kind) => ({ kind, count: analysis.cost.macsBy[kind] })),
  elementwise: of('elementwise'),
  elementwiseBy: ({ analysis }) => counts(analysis.cost.elementwiseBy),
  flops: of('flops'),
  activations: of('activations'),
  memoryAccess: of('memoryAccess'),
  fusedMemoryAccess: of('fusedMemoryAccess'),
  peakActivation: of('peakActivation'),
  intensity: of('intensity'),
  fusedIntensity: of('fusedIntensity'),
  receptiveField: ({ analysis: { graph } }) => pair(receptiveFields(graph).get(graph.output)),
  isLowerBound: ({ analysis }) => analysis.cost.unsupported.length > 0,
  unsupported: of('unsupported'),
  convention: ({ convention }) => convention.toUpperCase() as 'PURE', // as above
  counted: ({ analysis, convention }) =>
    convention === 'pure' ? analysis.cost.macs : clientsFault(() => countAs(analysis.graph, convention, analysis.batch).total),
  difference: ({ analysis, convention }, { to }) =>
    clientsFault(() => difference(analysis.graph, convention, conventionOf({ convention: to }), analysis.batch)),
  byKind: (costing) => byKind(layersOf(costing)),
  layers(costing, args) {
    const { size, backward, from } = pageRequest(args)
    const all = layersOf(costing)
    const at = from === null ? (backward ? all.length : -1) : Number(from)
    const [start, end] = backward ? [Math.max(0, at - size), at] : [at + 1, Math.min(all.length, at + 1 + size)]
    const edges = all.slice(start, end).map((node, i) => ({ cursor: encodeCursor(String(start + i)), node }))
    const pageInfo = {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    }
    return { edges, nodes: edges.map(({ node }) => node), pageInfo, totalCount: all.length }
  },
  tree: (costing) => tree(layersOf(costing)),
  formula: ({ analysis: { spec, graph, parameters, library } }) => formula(spec, graph, parameters, library),
}

const pair = (field: readonly [number, number] | null | undefined) => (field ? [...field] : null)

export const Layer: LayerResolvers<Context> = {
  inputs: ({ inputs }) => inputs.map((shape) => [...shape]),
  output: ({ output }) => [...output],
  receptiveField: ({ receptiveField }) => pair(receptiveField),
}
