/** Graph to cost: one pass over the nodes, each asked what it costs. Exact, whatever the size. */
import { type Algebra, INTEGERS } from './algebra.ts'
import { convert, type Graph } from './graph.ts'
import { fusedTraffic, peakActivation, type Traffic, unfusedTraffic } from './memory.ts'
import type { MacsKind, Measure, Node } from './ops/op.ts'

/** Bytes of an element. They change bytes, never counts. */
export const BYTES = { fp32: 4, tf32: 4, fp16: 2, bf16: 2, int8: 1 } as const
export type DataType = keyof typeof BYTES

export type CostOptions = { batch?: number; dtype?: DataType }

export const MACS_KINDS = ['standard', 'grouped', 'depthwise', 'pointwise', 'linear', 'matmul'] as const satisfies readonly MacsKind[]

/** What memory is asked for: inputs and weights read, outputs written; in elements, and in bytes of the data type. */
export type MemoryAccess<T> = Traffic<T> & { elements: T; bytes: T }

/** The cost of a network, in whole numbers. `T` is a number where all of them are exact as such, else a bigint. */
export type Cost<T> = {
  batch: number
  dtype: DataType
  /** learned values; a batch does not change them */
  params: T
  /** multiply-accumulates of convolutions, linear layers and matrix products */
  macs: T
  macsBy: Record<MacsKind, T>
  /** other arithmetic operations, and the same by the op that does them */
  elementwise: T
  elementwiseBy: Record<string, T>
  /** 2 × macs + elementwise */
  flops: T
  /** output elements of convolutions, linear layers and matrix products */
  activations: T
  /** every op reads its inputs and weights and writes its output */
  memoryAccess: MemoryAccess<T>
  /** ops that work on each element alone run as the op before them writes */
  fusedMemoryAccess: MemoryAccess<T>
  /** the most activation elements that are alive at once, with the op at which they are */
  peakActivation: { elements: T; bytes: T; at: string }
  /** flops a byte of memoryAccess */
  intensity: number
  fusedIntensity: number
  /** ops that have no rule: where there are any, every figure is a lower bound */
  unsupported: string[]
}

const zero = <T>(a: Algebra<T>): Measure<T> => ({ params: a.of(0), macs: a.of(0), macsKind: null, elementwise: a.of(0) })

/** What one node costs at batch 1. */
export function measure<T>(node: Node<T>, a: Algebra<T>): Measure<T> {
  const into = zero(a)
  node.op.measure(node, a, into)
  return into
}

/** Costs a graph. Where a total is past 2⁵³ it is counted again in integers of any size. */
export function cost(graph: Graph<number>, options: CostOptions = {}): Cost<number> | Cost<bigint> {
  const counted = total(graph, options)
  return isExact(counted) ? counted : total(convert(graph, INTEGERS), options)
}

/** Every count is a sum of counts that are not negative: an inexact one among them makes an inexact total. */
const isExact = ({ flops, params, memoryAccess }: Cost<number>) =>
  flops <= Number.MAX_SAFE_INTEGER && params <= Number.MAX_SAFE_INTEGER && memoryAccess.bytes <= Number.MAX_SAFE_INTEGER

export function total<T>(graph: Graph<T>, { batch = 1, dtype = 'fp32' }: CostOptions = {}): Cost<T> {
  const a = graph.algebra
  const [none, images] = [a.of(0), a.of(batch)]
  const macsBy: Record<MacsKind, T> = { standard: none, grouped: none, depthwise: none, pointwise: none, linear: none, matmul: none }
  const elementwiseBy: Record<string, T> = {}
  const unsupported: string[] = []
  let [params, macs, elementwise, activations] = [none, none, none, none]
  const weights: T[] = []
  const into = zero(a)
  for (const node of graph.nodes) {
    into.params = none
    into.macs = none
    into.macsKind = null
    into.elementwise = none
    const { op } = node
    op.measure(node, a, into)
    weights.push(into.params)
    params = a.add(params, into.params)
    const macsKind = into.macsKind as MacsKind | null // the op may have said one
    if (macsKind !== null) {
      macs = a.add(macs, into.macs)
      macsBy[macsKind] = a.add(macsBy[macsKind], into.macs)
    }
    if (op.activates) activations = a.add(activations, node.size)
    if (into.elementwise !== none) {
      elementwise = a.add(elementwise, into.elementwise)
      const kind = macsKind === null ? op.name : 'bias'
      elementwiseBy[kind] = a.add(elementwiseBy[kind] ?? none, into.elementwise)
    }
    if (op.cost === 'unsupported') unsupported.push(node.path)
  }
  const times = (n: T) => (batch === 1 ? n : a.mul(n, images))
  if (batch !== 1) {
    for (const kind of MACS_KINDS) macsBy[kind] = times(macsBy[kind])
    for (const kind of Object.keys(elementwiseBy)) elementwiseBy[kind] = times(elementwiseBy[kind] ?? none)
  }
  const bytes = a.of(BYTES[dtype])
  const accessOf = ({ read, weights, written }: Traffic<T>): MemoryAccess<T> => {
    const parts = { read: times(read), weights, written: times(written) }
    const elements = a.add(a.add(parts.read, weights), parts.written)
    return { ...parts, elements, bytes: a.mul(elements, bytes) }
  }
  const traffic = unfusedTraffic(graph, weights)
  const memoryAccess = accessOf(traffic)
  const fusedMemoryAccess = accessOf(fusedTraffic(graph, traffic))
  const peak = peakActivation(graph)
  const peakElements = times(peak.elements)
  const flops = times(a.add(a.mul(a.of(2), macs), elementwise))
  return {
    batch,
    dtype,
    params,
    macs: times(macs),
    macsBy,
    elementwise: times(elementwise),
    elementwiseBy,
    flops,
    activations: times(activations),
    memoryAccess,
    fusedMemoryAccess,
    peakActivation: { elements: peakElements, bytes: a.mul(peakElements, bytes), at: peak.at },
    intensity: a.value(flops) / a.value(memoryAccess.bytes),
    fusedIntensity: a.value(flops) / a.value(fusedMemoryAccess.bytes),
    unsupported,
  }
}
