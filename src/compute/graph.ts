/** A network as nodes that feed each other, wherever it came from. What costs and draws it knows nothing of specifications. */
import type { Algebra } from './algebra.ts'
import type { Attributes, Node, Op, Shape } from './ops/op.ts'
import { product } from './ops/op.ts'
import { type Uses, usesOf } from './uses.ts'

export type Graph<T> = {
  /** in an order in which every node follows its inputs; the first is the input */
  nodes: readonly Node<T>[]
  output: Node<T>
  algebra: Algebra<T>
  /** who uses what, and until when: for the memory that it asks for */
  uses: Uses<T>
}

/** More nodes than any network that was published, and few enough to cost at request time. */
export const MAX_NODES = 20_000

/** The node that `op` makes of its inputs, the `index`th of its graph. Throws SpecError where they do not fit. */
export function nodeOf<T>(
  index: number,
  op: Op,
  inputs: readonly Node<T>[],
  attributes: Attributes<T>,
  path: string,
  a: Algebra<T>,
): Node<T> {
  const shape = op.shape(
    inputs.map((node) => node.shape),
    attributes,
    a,
  )
  return { index, op, path, inputs, attributes, shape, size: product(shape, a) }
}

/** Nodes to graph: what follows from how they hang together, whatever their sizes, is worked out once. */
export const graphOf = <T>(nodes: readonly Node<T>[], output: Node<T>, algebra: Algebra<T>): Graph<T> => ({
  nodes,
  output,
  algebra,
  uses: usesOf(nodes, output),
})

/** The same graph over another algebra: what was a number becomes `of` it. */
export function convert<T>(graph: Graph<number>, algebra: Algebra<T>): Graph<T> {
  const of = (value: unknown): unknown =>
    typeof value === 'number' && Number.isInteger(value) ? algebra.of(value) : Array.isArray(value) ? value.map(of) : value
  const made: Node<T>[] = []
  const nodes = graph.nodes.map((node) => {
    const shape = node.shape.map((n) => algebra.of(n)) as Shape<T>
    const attributes = Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [name, of(value)])) as Attributes<T> // the same names
    const inputs = node.inputs.flatMap((input) => made[input.index] ?? [])
    const converted: Node<T> = { index: node.index, op: node.op, path: node.path, inputs, attributes, shape, size: product(shape, algebra) }
    made.push(converted)
    return converted
  })
  const output = made[graph.output.index]
  if (!output) throw new Error('the output of a graph is one of its nodes')
  return graphOf(nodes, output, algebra)
}
