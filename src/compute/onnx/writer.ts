/** Nodes and weights of an ONNX graph, named as ours are. */
import onnxProto from 'onnx-proto'

const { onnx } = onnxProto
type Proto = InstanceType<typeof onnx.NodeProto>
type Tensor = InstanceType<typeof onnx.TensorProto>

/** IR version and operator set that every current runtime reads. */
const IR_VERSION = 8
const OPSET = 17

export type AttributeValue = number | string | readonly number[]

/** Values for weights: small, of both signs, the same for the same seed (mulberry32). */
function* values(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    yield ((t ^ (t >>> 14)) >>> 0) / 2 ** 33 - 0.25
  }
}

export class OnnxWriter {
  readonly #nodes: Proto[] = []
  readonly #tensors: Tensor[] = []
  readonly #random: Generator<number, never>
  #unnamed = 0

  constructor(seed: number) {
    this.#random = values(seed)
  }

  /** Adds a node; returns the name of its output. */
  node(type: string, inputs: readonly string[], attributes: Readonly<Record<string, AttributeValue>> = {}): string {
    const output = `v${this.#unnamed++}`
    const attribute = Object.entries(attributes).map(([name, value]) => {
      const { AttributeType } = onnx.AttributeProto
      if (typeof value === 'string') return { name, type: AttributeType.STRING, s: new TextEncoder().encode(value) }
      if (typeof value !== 'number') return { name, type: AttributeType.INTS, ints: [...value] }
      return FLOATS.has(name) ? { name, type: AttributeType.FLOAT, f: value } : { name, type: AttributeType.INT, i: value }
    })
    this.#nodes.push(onnx.NodeProto.create({ opType: type, input: [...inputs], output: [output], attribute }))
    return output
  }

  /** A learned tensor with random values; its name ends as PyTorch's do. */
  weight(name: string, dims: readonly number[]): string {
    const data = new Float32Array(dims.reduce((size, n) => size * n, 1))
    for (let i = 0; i < data.length; i++) data[i] = this.#random.next().value
    return this.#tensor(name, dims, onnx.TensorProto.DataType.FLOAT, data)
  }

  /** A tensor of one value that is no learned one: a running mean, a scale of 1. */
  filled(name: string, dims: readonly number[], value: number): string {
    return this.#tensor(name, dims, onnx.TensorProto.DataType.FLOAT, new Float32Array(dims.reduce((size, n) => size * n, 1)).fill(value))
  }

  /** Whole numbers, such as the shape that Reshape takes. */
  integers(numbers: readonly number[]): string {
    return this.#tensor(`i${this.#unnamed++}`, [numbers.length], onnx.TensorProto.DataType.INT64, BigInt64Array.from(numbers, BigInt))
  }

  #tensor(name: string, dims: readonly number[], dataType: number, data: Float32Array | BigInt64Array): string {
    this.#tensors.push(onnx.TensorProto.create({ name, dims: [...dims], dataType, rawData: new Uint8Array(data.buffer) }))
    return name
  }

  /** The model as bytes. */
  finish(name: string, input: { name: string; shape: readonly number[] }, output: { name: string; shape: readonly number[] }): Uint8Array {
    const value = ({ name, shape }: typeof input) => ({
      name,
      type: { tensorType: { elemType: onnx.TensorProto.DataType.FLOAT, shape: { dim: shape.map((dimValue) => ({ dimValue })) } } },
    })
    return onnx.ModelProto.encode({
      irVersion: IR_VERSION,
      opsetImport: [{ domain: '', version: OPSET }],
      producerName: 'papergraph',
      graph: { name, node: this.#nodes, initializer: this.#tensors, input: [value(input)], output: [value(output)] },
    }).finish()
  }
}

/** Attributes that the standard types as floats; all other numbers are integers. */
const FLOATS = new Set(['epsilon', 'alpha', 'beta', 'bias'])
