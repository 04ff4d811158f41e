/** Ops that move elements and compute nothing. Those that only look at memory another way are views. */
import type { Algebra } from '../algebra.ts'
import { SpecError } from '../spec-error.ts'
import { type Attributes, image, type Op, product, type Shape, show, sizeOf, sole } from './op.ts'

type ShapeOf = Op['shape']
const nothing = () => {}
const view = (name: string, says: string, shape: ShapeOf, more: Partial<Op> = {}): Op => ({
  name,
  says,
  fields: {},
  arity: 1,
  cost: 'free',
  view: true,
  shape,
  measure: nothing,
  ...more,
})
/** Writes its output anew: memory moves, nothing is computed. */
const copy = (name: string, says: string, shape: ShapeOf, more: Partial<Op> = {}): Op => ({
  ...view(name, says, shape),
  view: false,
  ...more,
})

export const flatten = view(
  'flatten',
  'All axes from `from` (0 is the first) become one.',
  (inputs, attributes, a) => {
    const from = attributes.from as number // its field says a number
    const shape = sole(inputs)
    return [...shape.slice(0, from), product(shape.slice(from), a)]
  },
  { fields: { from: { is: 'number', default: 0 } }, main: 'from' },
)

export const permute = view(
  'permute',
  'Axes in another order: `permute: [1, 2, 0]` puts channels last.',
  (inputs, attributes, a) => {
    const shape = sole(inputs)
    const order = attributes.order as readonly number[] // its field says a list
    if (order.length !== shape.length || shape.some((_, axis) => !order.includes(axis)))
      throw new SpecError(`permute: [${order.join(', ')}] is no order of the axes of ${show(shape, a)}.`)
    return order.flatMap((axis) => shape[axis] ?? [])
  },
  { axes: 'other', fields: { order: { is: 'list', required: true } }, main: 'order' },
)

export const reshape = view(
  'reshape',
  'The same elements in another shape.',
  (inputs, attributes, a) => {
    const shape = attributes.shape as Shape<ReturnType<typeof sizeOf>> // its field says a shape
    const before = sole(inputs)
    if (a.value(product(before, a)) !== a.value(product(shape as typeof before, a)))
      throw new SpecError(`${show(before, a)} has not as many elements as ${show(shape as typeof before, a)}.`)
    return shape as typeof before
  },
  { axes: 'other', fields: { shape: { is: 'shape', required: true } }, main: 'shape' },
)

export const tokens = view('tokens', 'An image as a sequence of tokens: [C, H, W] to [H·W, C].', (inputs, _attributes, a) => {
  const [c, h, w] = image(sole(inputs), a, 'tokens')
  return [a.mul(h, w), c]
})

export const classtoken = copy(
  'classtoken',
  'Puts a learned token before a sequence.',
  (inputs, _attributes, a) => {
    const [n, features] = sole(inputs)
    if (n === undefined || features === undefined)
      throw new SpecError(`classtoken takes tokens [tokens, features]; what comes in is ${show(sole(inputs), a)}.`)
    return [a.add(n, a.of(1)), features]
  },
  {
    cost: 'counted',
    measure({ shape }, a, into) {
      into.params = shape[1] ?? a.of(0)
    },
  },
)

export const firsttoken = view('firsttoken', 'The first token of a sequence.', (inputs, _attributes, a) => {
  const shape = sole(inputs)
  if (shape.length !== 2) throw new SpecError(`firsttoken takes tokens [tokens, features]; what comes in is ${show(shape, a)}.`)
  return shape.slice(1)
})

export const channelshuffle = copy(
  'channelshuffle',
  'Interleaves the channels of `groups` groups.',
  (inputs, attributes, a) => {
    const shape = sole(inputs)
    const [channels, groups] = [a.value(shape[0] ?? a.of(0)), a.value(sizeOf(attributes, 'groups'))]
    if (channels % groups !== 0) throw new SpecError(`groups ${groups} does not divide the ${channels} channels that come in.`, ['groups'])
    return shape
  },
  { axes: 'image', fields: { groups: { is: 'dimension', default: 2 } }, main: 'groups' },
)

/** The join of branches along their channels: the first axis of an image or vector, the last of tokens. */
export const concat = copy(
  'concat',
  'Branches one after another along their channels.',
  (inputs, _attributes, a) => {
    const first = sole(inputs)
    const axis = first.length === 2 ? 1 : 0
    for (const other of inputs)
      if (other.length !== first.length || other.some((n, i) => i !== axis && a.value(n) !== a.value(first[i] ?? a.of(0))))
        throw new SpecError(`concat: one branch gives ${show(first, a)}, another ${show(other, a)}.`)
    return first.map((n, i) => (i === axis ? inputs.slice(1).reduce((sum, other) => a.add(sum, other[i] ?? a.of(0)), n) : n))
  },
  { arity: 'many' },
)

/** A stretch of the channels; `split` makes these. */
export const slice = view(
  'slice',
  'Channels from `from`, `size` of them.',
  (inputs, attributes) => {
    const shape = sole(inputs)
    const size = sizeOf(attributes, 'size') as (typeof shape)[number]
    return shape.length === 2 ? [...shape.slice(0, 1), size] : [size, ...shape.slice(1)]
  },
  { fields: { from: { is: 'number', default: 0 }, size: { is: 'dimension', required: true } } },
)

/** One third of joined queries, keys and values, by heads: [.., N, 3C] to [.., heads, N, C/heads]; keys are transposed. */
export const heads = view(
  'heads',
  'Queries, keys or values of a joined projection, by heads.',
  (inputs, attributes, a) => {
    const shape = sole(inputs)
    const [n, joined] = [shape.at(-2), shape.at(-1)]
    if (n === undefined || joined === undefined)
      throw new SpecError(`attention takes tokens [.., tokens, features]; what comes in is ${show(shape, a)}.`)
    const count = sizeOf(attributes, 'heads') as typeof n
    const features = a.div(joined, a.of(3))
    if (a.value(features) % a.value(count) !== 0)
      throw new SpecError(`heads ${a.value(count)} does not divide the ${a.value(features)} features.`, ['heads'])
    const each = a.div(features, count)
    return [...shape.slice(0, -2), count, ...(attributes.part === 'key' ? [each, n] : [n, each])]
  },
  { fields: { heads: { is: 'dimension', required: true }, part: { is: 'word', of: ['query', 'key', 'value'], default: 'query' } } },
)

export const mergeheads = copy(
  'mergeheads',
  'Heads side by side again: [.., heads, N, d] to [.., N, heads·d].',
  (inputs, _attributes, a) => {
    const shape = sole(inputs)
    const [count, n, each] = shape.slice(-3)
    if (count === undefined || n === undefined || each === undefined)
      throw new SpecError(`mergeheads takes [.., heads, tokens, features]; what comes in is ${show(shape, a)}.`)
    return [...shape.slice(0, -3), n, a.mul(count, each)]
  },
)

const roundUp = <T>(n: T, by: T, a: Algebra<T>): T => {
  const windows = Math.ceil(a.value(n) / a.value(by))
  return a.apply('ceil', [a.div(n, by)], windows)
}

/** [H, W, C] to [windows, s·s, C], padded at the end to whole windows. */
export const partition = copy(
  'partition',
  'Channels-last image into square windows of tokens, padded to whole windows.',
  <T>(inputs: readonly Shape<T>[], attributes: Attributes<T>, a: Algebra<T>) => {
    const [h, w, c] = sole(inputs)
    if (h === undefined || w === undefined || c === undefined || sole(inputs).length !== 3)
      throw new SpecError(`windows take a channels-last image [height, width, channels]; what comes in is ${show(sole(inputs), a)}.`)
    const size = sizeOf(attributes, 'size')
    return [a.mul(roundUp(h, size, a), roundUp(w, size, a)), a.mul(size, size), c]
  },
  { axes: 'other', fields: { size: { is: 'dimension', required: true } }, main: 'size' },
)

/** The way back, cut to height and width. */
export const unpartition = copy(
  'unpartition',
  'Windows of tokens back into a channels-last image of `height` and `width`.',
  <T>(inputs: readonly Shape<T>[], attributes: Attributes<T>) => {
    const shape = sole(inputs)
    return [sizeOf(attributes, 'height'), sizeOf(attributes, 'width'), ...shape.slice(-1)]
  },
  { axes: 'other', fields: { height: { is: 'dimension', required: true }, width: { is: 'dimension', required: true } } },
)

/** Patch merging before its linear layer: [H, W, C] to [⌈H/s⌉, ⌈W/s⌉, s·s·C]. */
export const mergepatches = copy(
  'mergepatches',
  'Channels-last image with each square of `size` pixels side by side in its channels.',
  <T>(inputs: readonly Shape<T>[], attributes: Attributes<T>, a: Algebra<T>) => {
    const [h, w, c] = sole(inputs)
    if (h === undefined || w === undefined || c === undefined)
      throw new SpecError(`mergepatches takes a channels-last image [height, width, channels]; what comes in is ${show(sole(inputs), a)}.`)
    const size = sizeOf(attributes, 'size')
    return [roundUp(h, size, a), roundUp(w, size, a), a.mul(a.mul(size, size), c)]
  },
  { axes: 'other', fields: { size: { is: 'dimension', default: 2 } }, main: 'size' },
)

export const pad = copy(
  'pad',
  'Zeros around an image, `by` on each side.',
  (inputs, attributes, a) => {
    const [c, h, w] = image(sole(inputs), a, 'pad')
    const [ph, pw] = attributes.by as readonly [typeof c, typeof c] // its field says a pair
    return [c, a.add(h, a.mul(a.of(2), ph)), a.add(w, a.mul(a.of(2), pw))]
  },
  { axes: 'image', fields: { by: { is: 'pair', least: 0, required: true } }, main: 'by' },
)

/** What has no rule: its shape is stated, its cost is not known, and every total above it is a lower bound. */
export const unsupported: Op = {
  ...copy(
    'unsupported',
    'An op that has no rule here; its output shape is stated, and totals become lower bounds.',
    (_inputs, attributes) => attributes.shape as never,
  ), // its field says a shape
  axes: 'other',
  fields: { shape: { is: 'shape', required: true } },
  main: 'shape',
  cost: 'unsupported',
}

/** Where a graph begins. */
export const input: Op = {
  ...view('input', 'What comes in.', (_inputs, attributes) => attributes.shape as never),
  axes: 'image',
  arity: 0,
  fields: { shape: { is: 'shape', required: true } },
} // the builder gives it
