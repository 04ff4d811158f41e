/** What a claim can ask of an architecture: `a.macs`, `a.macs.depthwise`, `a.memoryAccess.weights`, `relus.channels.min`. */
import type { Analysis } from '../analyze.ts'
import { MACS_KINDS } from '../cost.ts'
import { type LayerCost, layerCosts } from '../layers.ts'
import type { Node } from '../ops/op.ts'
import { SpecError } from '../spec-error.ts'
import { FRACTIONS, type Fraction, fraction } from './fraction.ts'

/** An architecture, or some of its layers. */
export type Subject = { analysis: Analysis; layers: () => readonly LayerCost[]; part: Subject | null }

/** `only` names ops, layers, or what layers begin with; null for all of it. Throws SpecError where nothing is so named. */
export function subjectOf(analysis: Analysis, only: readonly string[] | null): Subject {
  let all: LayerCost[] | undefined
  const layers = () => {
    all ??= layerCosts(analysis.graph, analysis)
    return all
  }
  const whole = { analysis, layers, part: null }
  if (!only) return whole
  const named = (name: string) => (layer: LayerCost) => layer.op === name || layer.path === name || layer.path.startsWith(`${name}.`)
  for (const name of only) {
    if (layers().some(named(name))) continue
    const ops = [...new Set(layers().map(({ op }) => op))]
    throw new SpecError(
      `${analysis.spec.slug} has no layer ${name}; its ops are ${ops.join(', ')}, and layers are named as cost prints them.`,
    )
  }
  const chosen = layers().filter((layer) => only.some((name) => named(name)(layer)))
  return { analysis, layers: () => chosen, part: whole }
}

type Metric = { says: string; of(subject: Subject): number | bigint | Fraction | null }

const sum = (of: (layer: LayerCost) => bigint) => (subject: Subject) => subject.layers().reduce((total, layer) => total + of(layer), 0n)
/** Of the whole where it is known, else the sum over the layers that were chosen. */
const figure = (says: string, whole: (cost: Analysis['cost']) => number | bigint, of: (layer: LayerCost) => bigint): Metric => ({
  says,
  of: (subject) => (subject.part ? sum(of)(subject) : whole(subject.analysis.cost)),
})
/** Sizes of the first axis of an image, the last of anything else. */
const channels = (shape: readonly number[]) => (shape.length === 3 ? shape[0] : shape.at(-1)) ?? 0
const widths = ({ layers }: Subject) => layers().map(({ output }) => channels(output))
/** Ops that are a pass over memory by themselves. */
const passes = ({ layers }: Subject) => layers().filter(({ memoryAccess }) => memoryAccess.elements > 0n)

const access = (name: 'memoryAccess' | 'fusedMemoryAccess', what: string): Record<string, Metric> => ({
  [name]: figure(
    `bytes read and written, ${what}`,
    (cost) => cost[name].bytes,
    (layer) => layer[name].bytes,
  ),
  ...Object.fromEntries(
    (['elements', 'read', 'weights', 'written'] as const).map((part) => [
      `${name}.${part}`,
      figure(
        `elements: ${part}`,
        (cost) => cost[name][part],
        (layer) => layer[name][part],
      ),
    ]),
  ),
})

export const METRICS: Readonly<Record<string, Metric>> = {
  params: figure(
    'learned values',
    (cost) => cost.params,
    (layer) => layer.params,
  ),
  macs: figure(
    'multiply-accumulates',
    (cost) => cost.macs,
    (layer) => layer.macs,
  ),
  ...Object.fromEntries(
    MACS_KINDS.map((kind) => [
      `macs.${kind}`,
      figure(
        `multiply-accumulates of ${kind} layers`,
        (cost) => cost.macsBy[kind],
        (layer) => (layer.macsKind === kind ? layer.macs : 0n),
      ),
    ]),
  ),
  elementwise: figure(
    'operations outside multiply-accumulates',
    (cost) => cost.elementwise,
    (layer) => layer.elementwise,
  ),
  flops: figure(
    '2 × macs + elementwise',
    (cost) => cost.flops,
    (layer) => layer.flops,
  ),
  activations: figure(
    'output elements of convolutions, linear layers and matrix products',
    (cost) => cost.activations,
    (layer) => layer.activations,
  ),
  ...access('memoryAccess', 'unfused'),
  ...access('fusedMemoryAccess', 'fused'),
  peakActivation: { says: 'bytes of activations alive at once', of: ({ analysis }) => analysis.cost.peakActivation.bytes },
  intensity: { says: 'flops a byte of memoryAccess', of: (subject) => perByte(subject, 'memoryAccess') },
  fusedIntensity: { says: 'flops a byte of fusedMemoryAccess', of: (subject) => perByte(subject, 'fusedMemoryAccess') },
  layers: { says: 'how many layers', of: (subject) => subject.layers().length },
  kernels: { says: 'ops that read or write memory, each a launch where nothing is fused', of: (subject) => passes(subject).length },
  depth: { says: 'the longest chain of such ops, which no parallel machine shortens', of: ({ analysis }) => depth(analysis) },
  identityPaths: {
    says: 'ways from the input to the output that pass nothing but additions: each adds 1 to the derivative of the output by the input',
    of: ({ analysis }) => identityPaths(analysis),
  },
  'channels.in': { says: 'channels (of tokens, features) that come in', of: ({ layers }) => channels(layers()[0]?.inputs[0] ?? []) },
  'channels.out': { says: 'channels that go out', of: ({ layers }) => channels(layers().at(-1)?.output ?? []) },
  'channels.min': { says: 'the fewest channels that a layer gives', of: (subject) => Math.min(...widths(subject)) },
  'channels.max': { says: 'the most channels that a layer gives', of: (subject) => Math.max(...widths(subject)) },
  'output.elements': {
    says: 'elements that the last layer gives',
    of: ({ layers }) =>
      layers()
        .at(-1)
        ?.output.reduce((a, b) => a * b, 1) ?? 0,
  },
}

const perByte = (subject: Subject, name: 'memoryAccess' | 'fusedMemoryAccess') => {
  const bytes = toFraction(METRICS[name]?.of(subject) ?? 0)
  const flops = toFraction(METRICS.flops?.of(subject) ?? 0)
  return bytes.over === 0n ? null : fraction(flops.over * bytes.under, flops.under * bytes.over)
}

const toFraction = (value: number | bigint | Fraction): Fraction =>
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

/** The value of `name` (`macs`, `share.macs`, `parameters.mid`); undefined where there is none of that name. */
export function metric(subject: Subject, name: string): Fraction | undefined {
  if (name.startsWith('share.')) {
    const [part, whole] = [subject, subject.part ?? subject].map((of) => metric(of, name.slice('share.'.length)))
    if (!part || !whole) return undefined
    if (whole.over === 0n) throw new SpecError(`${name}: the whole has none.`)
    return fraction(part.over * whole.under, part.under * whole.over)
  }
  if (name.startsWith('parameters.')) {
    const value = subject.analysis.parameters.get(name.slice('parameters.'.length))
    return value === undefined ? undefined : FRACTIONS.of(value)
  }
  const value = Object.hasOwn(METRICS, name) ? METRICS[name]?.of(subject) : undefined
  if (value === null) throw new SpecError(`${name} is not defined here: no memory moves.`)
  return value === undefined ? undefined : toFraction(value)
}

export const metricNames = (): string[] => [...Object.keys(METRICS), 'share.macs', 'share.flops', 'share.memoryAccess']
