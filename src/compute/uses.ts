/** Which node uses the output of which, and until when. */
import type { Node, Op } from './ops/op.ts'

export type Uses<T> = {
  /** by the place of each node: the node as whose output is written it runs, since nobody else wants that; null where it runs by itself */
  takes: readonly (Node<T> | null)[]
  /** by the place of each node: it has memory of its own, and does not only show another's */
  owns: readonly boolean[]
  /** by the place of each node: those whose memory nobody wants any more after it */
  ends: readonly (readonly Node<T>[])[]
  /** what the element-wise operations of the graph are called: by their op, or `bias` beside multiply-accumulates */
  kinds: readonly string[]
  /** by the place of each node: which of the kinds its are */
  kind: readonly number[]
}

export function usesOf<T>(nodes: readonly Node<T>[], output: Node<T>): Uses<T> {
  const count = new Array<number>(nodes.length).fill(0)
  const owner: Node<T>[] = []
  const last = new Array<number>(nodes.length).fill(-1)
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node<T> // within its length
    const [first] = node.inputs
    owner.push(node.op.view && first !== undefined ? (owner[first.index] ?? first) : node)
    for (const input of node.inputs) {
      const at = input.index
      count[at] = (count[at] ?? 0) + 1
      last[(owner[at] ?? input).index] = i
    }
  }
  count[output.index] = (count[output.index] ?? 0) + 1
  last[(owner[output.index] ?? output).index] = nodes.length - 1
  const ends: Node<T>[][] = nodes.map(() => [])
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node<T> // within its length
    // an output that nobody reads is gone at once
    if (owner[i] === node && node !== output) ends[last[i] === -1 ? i : (last[i] ?? i)]?.push(node)
  }
  const kinds = [...new Set(nodes.map(({ op }) => kindOf(op)))]
  const wantedOnce = (node: Node<T>) => count[node.index] === 1
  return {
    takes: nodes.map((node) => (node.op.fuses === true && !node.op.view ? writerOf(node.inputs[0], wantedOnce) : null)),
    owns: nodes.map((node, i) => owner[i] === node),
    ends,
    kinds,
    kind: nodes.map(({ op }) => kinds.indexOf(kindOf(op))),
  }
}

const kindOf = (op: Op) => (op.activates ? 'bias' : op.name)

/** The op that writes what `node` shows, through views, if nobody else wants it. The network's input is written by none. */
function writerOf<T>(node: Node<T> | undefined, wantedOnce: (node: Node<T>) => boolean): Node<T> | null {
  for (let at = node; at !== undefined; at = at.inputs[0]) {
    if (!wantedOnce(at)) return null
    if (!at.op.view) return at
  }
  return null
}
