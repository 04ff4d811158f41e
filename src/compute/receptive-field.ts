/**
 * How many input pixels an output sees: size grows by (k − 1) · dilation · jump at each window, and the jump, the
 * distance of neighbouring outputs in input pixels, by the stride (Araujo et al., Computing Receptive Fields of
 * Convolutional Neural Networks, 2019). Branches that join take the larger. Null where every output sees every input.
 */
import type { Graph } from './graph.ts'
import type { Node } from './ops/op.ts'

type Field = { size: readonly [number, number]; jump: readonly [number, number] }

export function receptiveFields({ nodes }: Graph<number>): Map<Node<number>, readonly [number, number] | null> {
  const fields = new Map<Node<number>, Field | null>()
  for (const node of nodes) fields.set(node, fieldOf(node, fields))
  return new Map([...fields].map(([node, field]) => [node, field?.size ?? null]))
}

function fieldOf(node: Node<number>, fields: ReadonlyMap<Node<number>, Field | null>): Field | null {
  const [first] = node.inputs
  if (node.op.name === 'input') return node.shape.length === 3 ? { size: [1, 1], jump: [1, 1] } : null
  if (first === undefined) return null
  const before = node.inputs.map((input) => fields.get(input) ?? null)
  if (node.op.window === 'all' || before.some((field) => field === null)) return null
  const known = before as Field[] // none is null
  const joined: Field = { size: most(known, 'size'), jump: most(known, 'jump') }
  const { kernel, stride, dilation } = node.attributes as Record<string, readonly [number, number] | undefined>
  if (!kernel || !stride) return joined
  const along = (axis: 0 | 1) => joined.size[axis] + (kernel[axis] - 1) * (dilation?.[axis] ?? 1) * joined.jump[axis]
  return { size: [along(0), along(1)], jump: [joined.jump[0] * stride[0], joined.jump[1] * stride[1]] }
}

const most = (fields: readonly Field[], what: keyof Field) =>
  [0, 1].map((axis) => Math.max(...fields.map((field) => field[what][axis as 0 | 1]))) as [number, number] // two axes
