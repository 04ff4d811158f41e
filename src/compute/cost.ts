/** Graph to cost: one pass over the nodes, each asked what it costs. Exact, whatever the size. */
import { type Algebra, INTEGERS } from './algebra.ts'
import { convert, type Graph } from './graph.ts'
import type { MacsKind, Measure, Node } from './ops/op.ts'

/** Bytes of an element. They change bytes, never counts. */
export const BYTES = { fp32: 4, tf32: 4, fp16: 2, bf16: 2, int8: 1 } as const
export type DataType = keyof typeof BYTES

export type CostOptions = { batch?: number; dtype?: DataType }

export const MACS_KINDS = ['standard', 'grouped', 'depthwise', 'pointwise', 'linear', 'matmul'] as const satisfies readonly MacsKind[]

/**
 * What a network asks of memory: inputs and weights read, outputs written; in elements, and in bytes of the data
 * type. A batch multiplies what is read and written, never weights. By two models, which every figure names:
 *
 * unfused: every op reads its inputs and its weights and writes its output; views move nothing. This is what a
 * framework does that runs op after op (425.8 MB for ResNet-50 at 224 in fp32).
 * fused: an op that works on each element alone (`fuses`) runs while the op before it still has its output at hand,
 * if nobody else wants that output: it then reads only its weights and its other inputs. This is what a compiler
 * does that fuses such ops into the convolution before them.
 */
export type MemoryAccess<T> = { read: T; weights: T; written: T; elements: T; bytes: T }

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

/** One pass: the counts of each node, what it moves by both models of memory access, and what is alive while it runs. */
export function total<T>(graph: Graph<T>, { batch = 1, dtype = 'fp32' }: CostOptions = {}): Cost<T> {
  const { nodes, algebra: a, uses } = graph
  const none = a.of(0)
  const macsBy: Record<MacsKind, T> = { standard: none, grouped: none, depthwise: none, pointwise: none, linear: none, matmul: none }
  const byKind = uses.kinds.map(() => none)
  const unsupported: string[] = []
  let [params, macs, elementwise, activations] = [none, none, none, none]
  let [read, written, folded] = [none, none, none]
  let [alive, peak, peakAt] = [none, none, 0]
  const into = zero(a)
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node<T> // within its length
    const { op, inputs, size } = node
    into.params = none
    into.macs = none
    into.macsKind = null
    into.elementwise = none
    op.measure(node, a, into)
    const macsKind = into.macsKind as MacsKind | null // the op may have said one
    params = a.add(params, into.params)
    if (macsKind !== null) {
      macs = a.add(macs, into.macs)
      macsBy[macsKind] = a.add(macsBy[macsKind], into.macs)
    }
    if (op.activates) activations = a.add(activations, size)
    if (into.elementwise !== none) {
      const kind = uses.kind[i] as number // every node has one
      elementwise = a.add(elementwise, into.elementwise)
      byKind[kind] = a.add(byKind[kind] as T, into.elementwise) // a sum for each kind
    }
    if (op.cost === 'unsupported') unsupported.push(node.path)
    if (!op.view) {
      for (let k = 0; k < inputs.length; k++) read = a.add(read, (inputs[k] as Node<T>).size) // within its length
      if (op.arity !== 0) written = a.add(written, size)
      if (uses.takes[i] !== null) folded = a.add(folded, (inputs[0] as Node<T>).size) // what is folded has an input
    }
    if (uses.owns[i]) alive = a.add(alive, size)
    if (a.value(alive) > a.value(peak)) {
      peak = alive
      peakAt = i
    }
    const ends = uses.ends[i] ?? []
    for (let k = 0; k < ends.length; k++) alive = a.sub(alive, (ends[k] as Node<T>).size) // within its length
  }
  const images = a.of(batch)
  const times = (n: T) => (batch === 1 ? n : a.mul(n, images))
  const bytes = a.of(BYTES[dtype])
  const access = (reads: T, writes: T): MemoryAccess<T> => {
    const parts = { read: times(reads), weights: params, written: times(writes) }
    const elements = a.add(a.add(parts.read, params), parts.written)
    return { ...parts, elements, bytes: a.mul(elements, bytes) }
  }
  const memoryAccess = access(read, written)
  // what is folded is neither written by the op before it nor read again
  const fusedMemoryAccess = access(a.sub(read, folded), a.sub(written, folded))
  const flops = times(a.add(a.mul(a.of(2), macs), elementwise))
  for (const kind of MACS_KINDS) macsBy[kind] = times(macsBy[kind])
  const elementwiseBy: Record<string, T> = {}
  uses.kinds.forEach((kind, at) => {
    const count = byKind[at] as T // a sum for each kind
    if (a.value(count) > 0) elementwiseBy[kind] = times(count)
  })
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
    peakActivation: { elements: times(peak), bytes: a.mul(times(peak), bytes), at: nodes[peakAt]?.path ?? '' },
    intensity: a.value(flops) / a.value(memoryAccess.bytes),
    fusedIntensity: a.value(flops) / a.value(fusedMemoryAccess.bytes),
    unsupported,
  }
}
