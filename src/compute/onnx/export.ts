/** A graph as an ONNX model with random weights: another program's word on shapes and on the number of weights. */
import { cost } from '../cost.ts'
import type { Graph } from '../graph.ts'
import type { Node } from '../ops/op.ts'
import { EXPORTS } from './ops.ts'
import { OnnxWriter } from './writer.ts'

/** Bytes past which protobuf can't hold a model. */
const MAX_BYTES = 2 ** 31 - 1

/**
 * The model for a batch of one, its input named `input`. Weights end in `.weight` and `.bias`, as PyTorch's do; the
 * running statistics of batch norms end otherwise, and are no params. Throws SpecError for what ONNX can't say.
 */
export function toOnnx(graph: Graph<number>, name: string, seed = 1): Uint8Array {
  const weights = Number(cost(graph).params)
  if (weights * 4 > MAX_BYTES) throw new RangeError(`${name} has ${weights} params; a model of over ${MAX_BYTES} bytes can't be written.`)
  const writer = new OnnxWriter(seed)
  const names = new Map<Node<number>, string>()
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((input) => names.get(input) ?? '')
    names.set(node, node.op.name === 'input' ? 'input' : EXPORTS[node.op.name as keyof typeof EXPORTS](writer, inputs, node)) // the table has every op
  }
  const output = writer.node('Identity', [names.get(graph.output) ?? ''])
  return writer.finish(
    name,
    { name: 'input', shape: [1, ...(graph.nodes[0]?.shape ?? [])] },
    { name: output, shape: [1, ...graph.output.shape] },
  )
}
