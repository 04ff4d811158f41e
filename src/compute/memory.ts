/**
 * What a network asks of memory, by two models that every figure names.
 *
 * unfused: every op reads its inputs and its weights and writes its output; views move nothing. This is what a
 * framework does that runs op after op (425.8 MB for ResNet-50 at 224 in fp32).
 * fused: an op that works on each element alone (`fuses`) runs while the op before it still has its output at hand,
 * if nobody else wants that output: it then reads only its weights and its other inputs. This is what a compiler
 * does that fuses such ops into the convolution before them.
 */
import type { Graph } from './graph.ts'
import type { Node } from './ops/op.ts'

/** Elements at batch 1; a batch multiplies what is read and written, never weights. */
export type Traffic<T> = { read: T; weights: T; written: T }

export function unfusedTraffic<T>({ nodes, algebra: a }: Graph<T>, weightsOf: readonly T[]): Traffic<T> {
  let [read, weights, written] = [a.of(0), a.of(0), a.of(0)]
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node<T> // within its length
    if (node.op.view) continue
    const { inputs } = node
    for (let k = 0; k < inputs.length; k++) read = a.add(read, inputs[k]?.size ?? a.of(0))
    weights = a.add(weights, weightsOf[i] as T)
    if (node.op.arity !== 0) written = a.add(written, node.size)
  }
  return { read, weights, written }
}

export function fusedTraffic<T>({ nodes, algebra: a, uses }: Graph<T>, whole: Traffic<T>): Traffic<T> {
  let { read, written } = whole
  for (let i = 0; i < nodes.length; i++) {
    if (!uses.folded[i]) continue
    // the output of the op before it is neither written nor read again
    const size = nodes[i]?.inputs[0]?.size ?? a.of(0)
    read = a.sub(read, size)
    written = a.sub(written, size)
  }
  return { read, weights: whole.weights, written }
}

/** The most elements of activations alive at once: what an op reads and writes, and what later ops still want. */
export function peakActivation<T>({ nodes, algebra: a, uses }: Graph<T>): { elements: T; at: string } {
  let alive = a.of(0)
  let most = alive
  let at = 0
  for (let i = 0; i < nodes.length; i++) {
    if (uses.owns[i]) alive = a.add(alive, nodes[i]?.size ?? a.of(0))
    if (a.value(alive) > a.value(most)) {
      most = alive
      at = i
    }
    const ends = uses.ends[i] ?? []
    for (let k = 0; k < ends.length; k++) alive = a.sub(alive, ends[k]?.size ?? a.of(0))
  }
  return { elements: most, at: nodes[at]?.path ?? '' }
}
