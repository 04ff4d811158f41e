/** Makers of ops that work on each element alone. */
import type { Algebra } from '../algebra.ts'
import { SpecError } from '../spec-error.ts'
import { type Node, type Op, type Shape, show, sizeOf, sole } from './op.ts'

/** An activation that takes `operations` arithmetic operations an element; exp, erf, tanh, division and root count as one. */
export const activation = (name: string, operations: number, says: string): Op => ({
  name,
  says,
  fields: {},
  arity: 1,
  cost: 'counted',
  fuses: true,
  shape: sole,
  measure({ size }, a, into) {
    into.elementwise = a.mul(a.of(operations), size)
  },
})

/** At inference it is not there. */
export const absent = (name: string, says: string): Op => ({
  name,
  says,
  fields: { p: { is: 'number', default: 0.5 } },
  main: 'p',
  arity: 1,
  cost: 'free',
  view: true,
  passes: true,
  fuses: true,
  shape: sole,
  measure() {},
})

/** Sizes agree, or are 1 in the second: `[C, H, W]` times `[C, 1, 1]`. */
function broadcast<T>(name: string, [first = [], ...others]: readonly Shape<T>[], a: Algebra<T>): Shape<T> {
  for (const other of others) {
    const fits = other.length === first.length && other.every((n, i) => a.value(n) === 1 || a.value(n) === a.value(first[i] ?? a.of(0)))
    if (!fits) throw new SpecError(`${name}: branch gives ${show(first, a)}, shortcut ${show(other, a)}.`)
  }
  return first
}

/** Joins branches element by element: one operation for each branch after the first. */
export const join = (name: string, says: string, more: Pick<Op, 'passes'> = {}): Op => ({
  name,
  says,
  ...more,
  fields: {},
  arity: 'many',
  cost: 'counted',
  fuses: true,
  shape: (inputs, _attributes, a) => broadcast(name, inputs, a),
  measure({ inputs, size }, a, into) {
    into.elementwise = a.mul(a.of(inputs.length - 1), size)
  },
})

/** One operation for each element of the first input, with values that are learned, looked up or constant. */
const once = (
  name: string,
  says: string,
  params: <T>(node: Node<T>, a: Algebra<T>) => T,
  more: Partial<Pick<Op, 'main' | 'fields' | 'arity'>> = {},
): Op => ({
  name,
  says,
  fields: {},
  arity: 1,
  ...more,
  cost: 'counted',
  fuses: true,
  shape: sole,
  measure(node, a, into) {
    into.params = params(node, a)
    into.elementwise = node.size
  },
})
const nothing = <T>(_: Node<T>, a: Algebra<T>) => a.of(0)

/** ConvNeXt's layer scale. */
export const layerscale = once(
  'layerscale',
  'Multiplies each channel (first axis of an image, else the last axis) by a learned value.',
  ({ shape }, a) => (shape.length === 3 ? shape[0] : shape.at(-1)) ?? a.of(0),
)

/** A position embedding, or a bias of attention scores. */
export const position = once('position', 'Adds a learned value to every element, one for each.', ({ size }) => size)

/** Relative positions: each of the learned values is looked up many times. */
export const positiontable = once(
  'positiontable',
  'Adds to every element a value out of a learned table of `params` values.',
  ({ attributes }) => sizeOf(attributes, 'params'),
  { fields: { params: { is: 'dimension', required: true } }, main: 'params' },
)

/** Swin V2's logit scale. */
export const headscale = once(
  'headscale',
  'Multiplies the scores of each head by a learned value.',
  ({ shape }, a) => shape.at(-3) ?? a.of(1),
)

export const lookup = once('lookup', 'Adds to every element of the first input a value out of the second.', nothing, { arity: 2 })

/** The constant 1/√d of attention. */
export const scale = once('scale', 'Multiplies by a constant.', nothing, {
  fields: { by: { is: 'number', default: 1 } },
  main: 'by',
})

/** Compare, subtract, exp, sum, divide: 5 operations an element. */
export const softmax: Op = {
  name: 'softmax',
  says: 'Softmax over the last axis.',
  fields: {},
  arity: 1,
  cost: 'counted',
  shape: sole,
  measure({ size }, a, into) {
    into.elementwise = a.mul(a.of(5), size)
  },
}
