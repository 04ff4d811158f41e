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
    for (const input of node.inputs) read = a.add(read, input.size)
    weights = a.add(weights, weightsOf[i] as T)
    if (node.op.arity !== 0) written = a.add(written, node.size)
  }
  return { read, weights, written }
}

export function fusedTraffic<T>(graph: Graph<T>, weightsOf: readonly T[]): Traffic<T> {
  const { nodes, algebra: a } = graph
  const users = usersOf(graph)
  let { read, weights, written } = unfusedTraffic(graph, weightsOf)
  for (const node of nodes) {
    const [first] = node.inputs
    if (!node.op.fuses || node.op.view || first === undefined || users.get(first) !== 1) continue
    const producer = producerOf(first, users)
    if (producer === null) continue
    // the producer's output is neither written nor read again
    read = a.sub(read, first.size)
    written = a.sub(written, first.size)
  }
  return { read, weights, written }
}

/** How many nodes read each node. */
function usersOf<T>({ nodes, output }: Graph<T>): Map<Node<T>, number> {
  const users = new Map<Node<T>, number>([[output, 1]])
  for (const node of nodes) for (const input of node.inputs) users.set(input, (users.get(input) ?? 0) + 1)
  return users
}

/** The node that writes what `node` shows, through views; null where it is the network's input, or wanted by others too. */
function producerOf<T>(node: Node<T>, users: ReadonlyMap<Node<T>, number>): Node<T> | null {
  let at = node
  for (;;) {
    if (!at.op.view) return at
    const [before] = at.inputs
    if (before === undefined || users.get(before) !== 1) return null
    at = before
  }
}

/** The most elements of activations alive at once: what an op reads and writes, and what later ops still want. */
export function peakActivation<T>({ nodes, output, algebra: a }: Graph<T>): { elements: T; at: string } {
  // a view keeps alive what it shows
  const owner = new Map<Node<T>, Node<T>>()
  const lastUse = new Map<Node<T>, number>()
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node<T> // within its length
    const [first] = node.inputs
    owner.set(node, node.op.view && first !== undefined ? (owner.get(first) ?? first) : node)
    for (const input of node.inputs) lastUse.set(owner.get(input) ?? input, i)
  }
  lastUse.set(owner.get(output) ?? output, nodes.length)
  const endsAt = new Map<number, Node<T>[]>()
  for (const [node, i] of lastUse) {
    const ending = endsAt.get(i)
    if (ending) ending.push(node)
    else endsAt.set(i, [node])
  }
  let alive = a.of(0)
  let peak = { elements: a.of(0), at: '' }
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node<T> // within its length
    if (owner.get(node) === node) alive = a.add(alive, node.size)
    if (a.value(alive) > a.value(peak.elements)) peak = { elements: alive, at: node.path }
    for (const ended of endsAt.get(i) ?? []) alive = a.sub(alive, ended.size)
    // an output that nobody reads is gone at once
    if (owner.get(node) === node && !lastUse.has(node)) alive = a.sub(alive, node.size)
  }
  return peak
}
