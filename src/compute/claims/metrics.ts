/** What a claim can ask of an architecture: `a.macs`, `a.macs.depthwise`, `a.memoryAccess.weights`, `relus.channels.min`. */
import { INTEGERS } from '../algebra.ts'
import type { Analysis } from '../analyze.ts'
import { BYTES, MACS_KINDS, measure } from '../cost.ts'
import { convert, type Graph } from '../graph.ts'
import type { Measure, Node } from '../ops/op.ts'
import { SpecError } from '../spec-error.ts'
import { FRACTIONS, type Fraction, fraction } from './fraction.ts'

/** As exact as the cost of the whole: numbers, or integers of any size. */
type Count = number | bigint

/** An architecture, or some of its layers; the input is none of them. */
export type Subject = {
  analysis: Analysis
  graph: Graph<Count>
  layers: readonly Node<Count>[]
  /** the whole, where `layers` are some of it */
  whole: Subject | null
  /** figures that were asked for before */
  known: Map<string, Fraction>
}

/** `only` names ops, layers, or what layers begin with; null for all of it. Throws SpecError where nothing is so named. */
export function subjectOf(analysis: Analysis, only: readonly string[] | null): Subject {
  const graph: Graph<Count> = typeof analysis.cost.flops === 'bigint' ? convert(analysis.graph, INTEGERS) : analysis.graph
  const layers = graph.nodes.filter(({ op }) => op.name !== 'input')
  const whole = { analysis, graph, layers, whole: null, known: new Map() }
  if (!only) return whole
  const named = (name: string) => (layer: Node<Count>) => layer.op.name === name || layer.path === name || layer.path.startsWith(`${name}.`)
  for (const name of only) {
    if (layers.some(named(name))) continue
    const ops = [...new Set(layers.map(({ op }) => op.name))]
    throw new SpecError(
      `${analysis.spec.slug} has no layer ${name}; its ops are ${ops.join(', ')}, and layers are named as cost prints them.`,
    )
  }
  return { ...whole, layers: layers.filter((layer) => only.some((name) => named(name)(layer))), whole, known: new Map() }
}

type Metric = { says: string; of(subject: Subject): Count | Fraction }

/** What a layer adds to a figure at batch 1, and whether a batch multiplies it. */
type Share = { of(layer: Node<Count>, measured: Measure<Count>, graph: Graph<Count>): Count; once?: boolean }

/** Of the whole where it is known, else the sum over the layers that were chosen. */
const figure = (says: string, whole: (cost: Analysis['cost']) => Count, ...shares: Share[]): Metric => ({
  says,
  of({ analysis: { cost, batch }, graph, layers, whole: part }) {
    if (!part) return whole(cost)
    let total = 0n
    for (const layer of layers) {
      const measured = measure(layer, graph.algebra)
      for (const { of, once } of shares) total += BigInt(of(layer, measured, graph)) * BigInt(once ? 1 : batch)
    }
    return total
  },
})

/** What has no parts. Throws SpecError where layers were chosen. */
const ofWhole = (name: string, says: string, of: (analysis: Analysis) => Count): Metric => ({
  says,
  of({ analysis, whole }) {
    if (whole) throw new SpecError(`${name} is that of a whole architecture: only chooses layers of it.`)
    return of(analysis)
  },
})

const PARAMS: Share = { of: (_, { params }) => params, once: true }
const MACS: Share = { of: (_, { macs }) => macs }
const ELEMENTWISE: Share = { of: (_, { elementwise }) => elementwise }
const FLOPS: Share = { of: (_, { macs, elementwise }) => 2n * BigInt(macs) + BigInt(elementwise) }
const READ: Share = { of: ({ op, inputs }) => (op.view ? 0 : inputs.reduce((sum, { size }) => sum + BigInt(size), 0n)) }
const WRITTEN: Share = { of: ({ op, size }) => (op.view || op.arity === 0 ? 0 : size) }
const FUSED_READ: Share = {
  of: (layer, measured, graph) =>
    BigInt(READ.of(layer, measured, graph)) - BigInt(graph.uses.takes[layer.index] == null ? 0 : (layer.inputs[0]?.size ?? 0)),
}
const FUSED_WRITTEN: Share = {
  of: (layer, measured, graph) => (graph.uses.takes.includes(layer) ? 0 : WRITTEN.of(layer, measured, graph)),
}

/** Which axis of each node's output has its channels: an op says it, a permutation moves it, any other keeps it. */
function channelAxes({ nodes }: Graph<Count>): number[] {
  const axes: number[] = []
  for (const { index, op, inputs, shape, attributes } of nodes) {
    const before = axes[inputs[0]?.index ?? -1]
    if (shape.length !== 3) axes[index] = shape.length - 1
    else if (op.name === 'permute')
      axes[index] = (attributes.order as readonly Count[]).findIndex((axis) => Number(axis) === before) // its field says a list
    else axes[index] = op.axes === 'image' ? 0 : op.axes === 'other' || before === undefined ? 2 : before
  }
  return axes
}

/** The channels that each layer gives. Throws SpecError where there is no layer. */
function widths({ layers, analysis, graph }: Subject): number[] {
  if (layers.length === 0) throw new SpecError(`${analysis.spec.slug} has no layers, so no channels.`)
  const axes = channelAxes(graph)
  return layers.map(({ index, shape }) => Number(shape[axes[index] ?? 0] ?? 0))
}
/** The channels that come into the first layer. Throws SpecError where nothing does. */
function widthIn({ layers: [first], graph }: Subject): number {
  const input = first?.inputs[0]
  if (!input) throw new SpecError('nothing comes into the first layer, so it has no channels.')
  return Number(input.shape[channelAxes(graph)[input.index] ?? 0] ?? 0)
}
/** Ops that are a pass over memory by themselves. */
const passes = ({ layers }: Subject) => layers.filter(({ op }) => !op.view && op.arity !== 0)

const access = (name: 'memoryAccess' | 'fusedMemoryAccess', how: string, read: Share, written: Share): Record<string, Metric> => {
  const elements = figure(`elements read and written, ${how}`, (cost) => cost[name].elements, read, PARAMS, written)
  return {
    [name]: {
      says: `bytes read and written, ${how}`,
      of: (subject) => BigInt(elements.of(subject) as Count) * BigInt(BYTES[subject.analysis.dtype]), // a figure is a count
    },
    [`${name}.elements`]: elements,
    [`${name}.read`]: figure('elements of inputs', (cost) => cost[name].read, read),
    [`${name}.weights`]: figure('elements of weights', (cost) => cost[name].weights, PARAMS),
    [`${name}.written`]: figure('elements of outputs', (cost) => cost[name].written, written),
  }
}

export const METRICS: Readonly<Record<string, Metric>> = {
  params: figure('learned values', (cost) => cost.params, PARAMS),
  macs: figure('multiply-accumulates', (cost) => cost.macs, MACS),
  ...Object.fromEntries(
    MACS_KINDS.map((kind) => {
      const ofKind: Share = { of: (_, { macs, macsKind }) => (macsKind === kind ? macs : 0) }
      return [`macs.${kind}`, figure(`multiply-accumulates of ${kind} layers`, (cost) => cost.macsBy[kind], ofKind)]
    }),
  ),
  elementwise: figure('operations outside multiply-accumulates', (cost) => cost.elementwise, ELEMENTWISE),
  flops: figure('2 × macs + elementwise', (cost) => cost.flops, FLOPS),
  activations: figure('output elements of convolutions, linear layers and matrix products', (cost) => cost.activations, {
    of: ({ op, size }) => (op.activates ? size : 0),
  }),
  ...access('memoryAccess', 'unfused', READ, WRITTEN),
  ...access('fusedMemoryAccess', 'fused', FUSED_READ, FUSED_WRITTEN),
  peakActivation: ofWhole('peakActivation', 'bytes of activations alive at once', ({ cost }) => cost.peakActivation.bytes),
  intensity: { says: 'flops a byte of memoryAccess', of: (subject) => perByte(subject, 'memoryAccess') },
  fusedIntensity: { says: 'flops a byte of fusedMemoryAccess', of: (subject) => perByte(subject, 'fusedMemoryAccess') },
  layers: { says: 'how many layers', of: ({ layers }) => layers.length },
  kernels: { says: 'ops that read or write memory, each a launch where nothing is fused', of: (subject) => passes(subject).length },
  depth: ofWhole('depth', 'the longest chain of such ops, which no parallel machine shortens', depth),
  identityPaths: ofWhole(
    'identityPaths',
    'ways from the input to the output that pass nothing but additions: each adds 1 to the derivative of the output by the input',
    identityPaths,
  ),
  'channels.in': { says: 'channels (of tokens, features) that come in', of: widthIn },
  'channels.out': { says: 'channels that go out', of: (subject) => widths(subject).at(-1) ?? 0 },
  'channels.min': { says: 'the fewest channels that a layer gives', of: (subject) => Math.min(...widths(subject)) },
  'channels.max': { says: 'the most channels that a layer gives', of: (subject) => Math.max(...widths(subject)) },
  'output.elements': {
    says: 'elements that the last layer gives',
    of: ({ layers, analysis }) => BigInt(layers.at(-1)?.size ?? 0) * BigInt(analysis.batch),
  },
}

/** Throws SpecError where no memory moves. */
function perByte(subject: Subject, name: 'memoryAccess' | 'fusedMemoryAccess'): Fraction {
  const bytes = toFraction(METRICS[name]?.of(subject) ?? 0)
  const flops = toFraction(METRICS.flops?.of(subject) ?? 0)
  if (bytes.over === 0n) throw new SpecError('no memory moves, so nothing is done a byte.')
  return fraction(flops.over * bytes.under, flops.under * bytes.over)
}

const toFraction = (value: Count | Fraction): Fraction =>
  typeof value === 'object' ? value : fraction(typeof value === 'bigint' ? value : BigInt(value))

function depth({ graph }: Analysis): number {
  const at = new Map<Node<number>, number>()
  for (const node of graph.nodes) {
    const before = Math.max(0, ...node.inputs.map((input) => at.get(input) ?? 0))
    at.set(node, before + (node.op.view || node.op.arity === 0 ? 0 : 1))
  }
  return at.get(graph.output) ?? 0
}

/** Exact: the term of the derivative that is left where every weight is 0. */
function identityPaths({ graph }: Analysis): bigint {
  const paths = new Map<Node<number>, bigint>()
  for (const node of graph.nodes) {
    const through =
      node.op.name === 'input' ? 1n : node.op.passes ? node.inputs.reduce((total, input) => total + (paths.get(input) ?? 0n), 0n) : 0n
    paths.set(node, through)
  }
  return paths.get(graph.output) ?? 0n
}

/** The value of `name` (`macs`, `share.macs`, `parameters.mid`); undefined where there is none of that name. Throws SpecError where it is not defined. */
export function metric(subject: Subject, name: string): Fraction | undefined {
  const known = subject.known.get(name)
  if (known) return known
  const value = work(subject, name)
  if (value) subject.known.set(name, value)
  return value
}

function work(subject: Subject, name: string): Fraction | undefined {
  if (name.startsWith('share.')) {
    const [part, whole] = [subject, subject.whole ?? subject].map((of) => metric(of, name.slice('share.'.length)))
    if (!part || !whole) return undefined
    if (whole.over === 0n) throw new SpecError(`${name}: the whole has none.`)
    return fraction(part.over * whole.under, part.under * whole.over)
  }
  if (name.startsWith('parameters.')) {
    const value = subject.analysis.parameters.get(name.slice('parameters.'.length))
    return value === undefined ? undefined : FRACTIONS.of(value)
  }
  const value = Object.hasOwn(METRICS, name) ? METRICS[name]?.of(subject) : undefined
  return value === undefined ? undefined : toFraction(value)
}

export const metricNames = (): string[] => [...Object.keys(METRICS), 'share.macs', 'share.flops', 'share.memoryAccess']
