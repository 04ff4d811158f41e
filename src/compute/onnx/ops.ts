/** How each op is said in ONNX (operator set 17), for a batch of one. To add an op, add its line. */
import type { INNER_OPS, OPS } from '../ops/index.ts'
import { flagOf, type Node, pairOf, sizeOf } from '../ops/op.ts'
import { SpecError } from '../spec-error.ts'
import type { OnnxWriter } from './writer.ts'

/** Writes a node whose inputs have these names; returns the name of its output. */
type Export = (writer: OnnxWriter, inputs: readonly string[], node: Node<number>) => string

const one =
  (type: string, attributes: Readonly<Record<string, number | string | readonly number[]>> = {}): Export =>
  (w, inputs) =>
    w.node(type, inputs, attributes)
const same: Export = (_, [input = '']) => input
const batched = (shape: readonly number[]) => [1, ...shape]
const reshaped = (w: OnnxWriter, input: string, shape: readonly number[]) => w.node('Reshape', [input, w.integers(shape)])
const toOutput: Export = (w, [input = ''], { shape }) => reshaped(w, input, batched(shape))
const inShape = (node: Node<number>) => node.inputs[0]?.shape ?? []
const constant = (w: OnnxWriter, node: Node<number>, name: string, value: number) => w.filled(`${node.path}.${name}`, [1], value)

const windows = ({ attributes }: Node<number>) => {
  const [ph, pw] = pairOf<number>(attributes, 'padding')
  return {
    kernel_shape: [...pairOf<number>(attributes, 'kernel')],
    strides: [...pairOf<number>(attributes, 'stride')],
    pads: [ph, pw, ph, pw],
  }
}

const conv: Export = (w, [input = ''], node) => {
  const { attributes, path } = node
  const [out, groups] = [sizeOf<number>(attributes, 'out'), sizeOf<number>(attributes, 'groups')]
  const inputs = [input, w.weight(`${path}.weight`, [out, (inShape(node)[0] ?? 0) / groups, ...pairOf<number>(attributes, 'kernel')])]
  if (flagOf(attributes, 'bias')) inputs.push(w.weight(`${path}.bias`, [out]))
  return w.node('Conv', inputs, { ...windows(node), dilations: [...pairOf<number>(attributes, 'dilation')], group: groups })
}

const linear: Export = (w, [input = ''], node) => {
  const out = sizeOf<number>(node.attributes, 'out')
  const product = w.node('MatMul', [input, w.weight(`${node.path}.weight`, [inShape(node).at(-1) ?? 0, out])])
  return flagOf(node.attributes, 'bias') ? w.node('Add', [product, w.weight(`${node.path}.bias`, [out])]) : product
}

const batchnorm: Export = (w, [input = ''], node) => {
  const channels = [node.shape[0] ?? 0]
  const affine = flagOf(node.attributes, 'affine')
  const scale = affine ? w.weight(`${node.path}.weight`, channels) : w.filled(`${node.path}.ones`, channels, 1)
  const shift = affine ? w.weight(`${node.path}.bias`, channels) : w.filled(`${node.path}.zeros`, channels, 0)
  return w.node(
    'BatchNormalization',
    [input, scale, shift, w.filled(`${node.path}.running_mean`, channels, 0), w.filled(`${node.path}.running_var`, channels, 1)],
    { epsilon: 1e-5 },
  )
}

const layernorm: Export = (w, [input = ''], node) => {
  const overChannels = node.attributes.axis === 'channels' && node.shape.length === 3
  const features = [(overChannels ? node.shape[0] : node.shape.at(-1)) ?? 0]
  const affine = flagOf(node.attributes, 'affine')
  const scale = affine ? w.weight(`${node.path}.weight`, features) : w.filled(`${node.path}.ones`, features, 1)
  const inputs = affine ? [scale, w.weight(`${node.path}.bias`, features)] : [scale]
  const last = overChannels ? w.node('Transpose', [input], { perm: [0, 2, 3, 1] }) : input
  const normed = w.node('LayerNormalization', [last, ...inputs], { axis: -1, epsilon: 1e-5 })
  return overChannels ? w.node('Transpose', [normed], { perm: [0, 3, 1, 2] }) : normed
}

const groupnorm: Export = (w, [input = ''], node) => {
  const [channels = 0, ...rest] = node.shape
  const groups = sizeOf<number>(node.attributes, 'groups')
  const ones = w.filled(`${node.path}.ones`, [groups], 1)
  const normed = w.node('InstanceNormalization', [reshaped(w, input, [1, groups, -1]), ones, w.filled(`${node.path}.zeros`, [groups], 0)], {
    epsilon: 1e-5,
  })
  const back = reshaped(w, normed, batched(node.shape))
  if (!flagOf(node.attributes, 'affine')) return back
  const dims = [channels, ...rest.map(() => 1)]
  return w.node('Add', [w.node('Mul', [back, w.weight(`${node.path}.weight`, dims)]), w.weight(`${node.path}.bias`, dims)])
}

const gelu: Export = (w, [x = ''], node) => {
  const erf = w.node('Erf', [w.node('Div', [x, constant(w, node, 'root2', Math.SQRT2)])])
  return w.node('Mul', [w.node('Mul', [x, w.node('Add', [erf, constant(w, node, 'one', 1)])]), constant(w, node, 'half', 0.5)])
}

/** An adaptive pool whose windows are all alike is a pool; one whose are not has no word in ONNX. */
const adaptive =
  (type: 'AveragePool' | 'MaxPool'): Export =>
  (w, inputs, node) => {
    const [height = 1, width = 1] = inShape(node).slice(1)
    const [h, v] = pairOf<number>(node.attributes, 'out')
    if (height % h !== 0 || width % v !== 0)
      throw new SpecError(`${node.path}: ONNX has no adaptive pool from ${height}×${width} to ${h}×${v}.`)
    const kernel = [height / h, width / v]
    return w.node(type, inputs, { kernel_shape: kernel, strides: kernel })
  }

const channelshuffle: Export = (w, [input = ''], { attributes, shape }) => {
  const [channels = 0, height = 1, width = 1] = shape
  const groups = sizeOf<number>(attributes, 'groups')
  const split = reshaped(w, input, [1, groups, channels / groups, height, width])
  return reshaped(w, w.node('Transpose', [split], { perm: [0, 2, 1, 3, 4] }), batched(shape))
}

const THIRDS: Readonly<Record<string, number>> = { query: 0, key: 1, value: 2 }

const heads: Export = (w, [input = ''], node) => {
  const { attributes } = node
  const joined = inShape(node)
  const [n = 0, features = 0] = [joined.at(-2), (joined.at(-1) ?? 0) / 3]
  const count = sizeOf<number>(attributes, 'heads')
  const from = (THIRDS[attributes.part as string] ?? 0) * features
  const third = w.node('Slice', [input, w.integers([from]), w.integers([from + features]), w.integers([-1])])
  const around = batched(joined.slice(0, -2))
  const split = reshaped(w, third, [...around, n, count, features / count])
  const kept = around.map((_, axis) => axis)
  const [tokens, head, each] = [around.length, around.length + 1, around.length + 2]
  return w.node('Transpose', [split], { perm: [...kept, head, ...(attributes.part === 'key' ? [each, tokens] : [tokens, each])] })
}

const mergeheads: Export = (w, [input = ''], node) => {
  const rank = inShape(node).length + 1
  const kept = Array.from({ length: rank - 3 }, (_, axis) => axis)
  return reshaped(w, w.node('Transpose', [input], { perm: [...kept, rank - 2, rank - 3, rank - 1] }), batched(node.shape))
}

/** Channels-last image, padded at the end to multiples of `size`. */
function padded(w: OnnxWriter, input: string, [height = 0, width = 0]: readonly number[], size: number) {
  const [h, v] = [Math.ceil(height / size) * size, Math.ceil(width / size) * size]
  if (h === height && v === width) return { input, h, v }
  return { input: w.node('Pad', [input, w.integers([0, 0, 0, 0, 0, h - height, v - width, 0])]), h, v }
}

const partition: Export = (w, [input = ''], node) => {
  const size = sizeOf<number>(node.attributes, 'size')
  const channels = node.shape.at(-1) ?? 0
  const { input: whole, h, v } = padded(w, input, inShape(node), size)
  const split = reshaped(w, whole, [1, h / size, size, v / size, size, channels])
  return reshaped(w, w.node('Transpose', [split], { perm: [0, 1, 3, 2, 4, 5] }), batched(node.shape))
}

const unpartition: Export = (w, [input = ''], node) => {
  const [height = 0, width = 0, channels = 0] = node.shape
  const size = Math.sqrt(inShape(node)[1] ?? 1)
  const [h, v] = [Math.ceil(height / size), Math.ceil(width / size)]
  const split = reshaped(w, input, [1, h, v, size, size, channels])
  const joined = reshaped(w, w.node('Transpose', [split], { perm: [0, 1, 3, 2, 4, 5] }), [1, h * size, v * size, channels])
  return w.node('Slice', [joined, w.integers([0, 0]), w.integers([height, width]), w.integers([1, 2])])
}

const mergepatches: Export = (w, [input = ''], node) => {
  const size = sizeOf<number>(node.attributes, 'size')
  const channels = inShape(node)[2] ?? 0
  const { input: whole, h, v } = padded(w, input, inShape(node), size)
  const split = reshaped(w, whole, [1, h / size, size, v / size, size, channels])
  return reshaped(w, w.node('Transpose', [split], { perm: [0, 1, 3, 2, 4, 5] }), batched(node.shape))
}

/** For every pair of tokens in a window the place of their offset in a table. */
function lookedUp(w: OnnxWriter, scores: string, table: string, node: Node<number>, offsets: number): string {
  const [count = 1, n = 0] = node.shape.slice(-3)
  const span = Math.sqrt(offsets)
  const side = (span + 1) / 2
  const places = Array.from({ length: n * n }, (_, pair) => {
    const [i, k] = [Math.floor(pair / n), pair % n]
    const [dy, dx] = [Math.floor(i / side) - Math.floor(k / side), (i % side) - (k % side)]
    return ((((dy + side - 1) * span + dx + side - 1) % offsets) + offsets) % offsets
  })
  const gathered = w.node('Gather', [table, w.integers(places)], { axis: 0 })
  return w.node('Add', [scores, reshaped(w, w.node('Transpose', [gathered], { perm: [1, 0] }), [1, count, n, n])])
}

const concat: Export = (w, inputs, { shape }) => w.node('Concat', inputs, { axis: shape.length === 2 ? 2 : 1 })
const chain =
  (type: string): Export =>
  (w, [first = '', ...others]) =>
    others.reduce((sum, other) => w.node(type, [sum, other]), first)

export const EXPORTS = {
  input: same,
  conv,
  linear,
  matmul: one('MatMul'),
  tensor: (w, _, { path, shape, attributes }) =>
    flagOf(attributes, 'learned') ? w.weight(`${path}.weight`, shape) : w.filled(`${path}.constant`, shape, 0.5),
  batchnorm,
  layernorm,
  groupnorm,
  l2norm: one('LpNormalization', { axis: -1, p: 2 }),
  localresponsenorm: (w, inputs, { attributes }) => w.node('LRN', inputs, { size: sizeOf<number>(attributes, 'size') }),
  relu: one('Relu'),
  relu6: (w, [x = ''], node) => w.node('Min', [w.node('Relu', [x]), constant(w, node, 'six', 6)]),
  leakyrelu: one('LeakyRelu', { alpha: 0.01 }),
  elu: one('Elu', { alpha: 1 }),
  gelu,
  silu: (w, [x = '']) => w.node('Mul', [x, w.node('Sigmoid', [x])]),
  sigmoid: one('Sigmoid'),
  hardsigmoid: one('HardSigmoid', { alpha: 1 / 6, beta: 0.5 }),
  hardswish: one('HardSwish'),
  tanh: one('Tanh'),
  mish: (w, [x = '']) => w.node('Mul', [x, w.node('Tanh', [w.node('Softplus', [x])])]),
  softmax: one('Softmax', { axis: -1 }),
  scale: (w, [x = ''], node) => w.node('Mul', [x, constant(w, node, 'scale', node.attributes.by as number)]), // its field says a number
  layerscale: (w, [x = ''], { path, shape }) =>
    w.node('Mul', [x, w.weight(`${path}.weight`, shape.length === 3 ? [shape[0] ?? 0, 1, 1] : [shape.at(-1) ?? 0])]),
  position: (w, [x = ''], { path, shape }) => w.node('Add', [x, w.weight(`${path}.weight`, shape)]),
  positiontable(w, [x = ''], node) {
    const [count = 1, params] = [node.shape.at(-3), sizeOf<number>(node.attributes, 'params')]
    return lookedUp(w, x, w.weight(`${node.path}.weight`, [params / count, count]), node, params / count)
  },
  headscale: (w, [x = ''], { path, shape }) => w.node('Mul', [x, w.weight(`${path}.weight`, [shape.at(-3) ?? 1, 1, 1])]),
  lookup: (w, [x = '', table = ''], node) => lookedUp(w, x, table, node, node.inputs[1]?.shape[0] ?? 1),
  maxpool: (w, inputs, node) => w.node('MaxPool', inputs, { ...windows(node), ceil_mode: node.attributes.ceil ? 1 : 0 }),
  avgpool: (w, inputs, node) =>
    w.node('AveragePool', inputs, { ...windows(node), ceil_mode: node.attributes.ceil ? 1 : 0, count_include_pad: 1 }),
  adaptiveavgpool: adaptive('AveragePool'),
  adaptivemaxpool: adaptive('MaxPool'),
  mean: (w, inputs, node) => w.node('ReduceMean', inputs, { axes: inShape(node).length === 3 ? [2, 3] : [1], keepdims: 0 }),
  channelshuffle,
  classtoken: (w, [x = ''], { path, shape }) => w.node('Concat', [w.weight(`${path}.weight`, [1, 1, shape[1] ?? 0]), x], { axis: 1 }),
  firsttoken: (w, [x = ''], { shape }) =>
    reshaped(w, w.node('Slice', [x, w.integers([0]), w.integers([1]), w.integers([1])]), batched(shape)),
  tokens: (w, [x = ''], { shape: [n = 0, c = 0] }) => w.node('Transpose', [reshaped(w, x, [1, c, n])], { perm: [0, 2, 1] }),
  flatten: toOutput,
  permute: (w, inputs, { attributes }) =>
    w.node('Transpose', inputs, { perm: [0, ...(attributes.order as number[]).map((axis) => axis + 1)] }), // its field says a list
  reshape: toOutput,
  mergepatches,
  pad(w, [x = ''], { attributes }) {
    const [h, v] = pairOf<number>(attributes, 'by')
    return w.node('Pad', [x, w.integers([0, 0, h, v, 0, 0, h, v])])
  },
  dropout: same,
  stochasticdepth: same,
  identity: same,
  unsupported(_, __, { path }) {
    throw new SpecError(`${path} has no rule, and no word in ONNX.`)
  },
  add: chain('Add'),
  mul: chain('Mul'),
  concat,
  slice(w, [x = ''], { attributes, shape }) {
    const from = attributes.from as number // its field says a number
    return w.node('Slice', [
      x,
      w.integers([from]),
      w.integers([from + sizeOf<number>(attributes, 'size')]),
      w.integers([shape.length === 2 ? 2 : 1]),
    ])
  },
  heads,
  mergeheads,
  partition,
  unpartition,
} satisfies Record<keyof typeof OPS | keyof typeof INNER_OPS, Export>
