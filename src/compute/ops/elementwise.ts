/** Makers of ops that work on each element alone. */
import type { Algebra } from '../algebra.ts'
import { SpecError } from '../spec-error.ts'
import { type Op, type Shape, show, sole } from './op.ts'

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
export const join = (name: string, says: string): Op => ({
  name,
  says,
  fields: {},
  arity: 'many',
  cost: 'counted',
  fuses: true,
  shape: (inputs, _attributes, a) => broadcast(name, inputs, a),
  measure({ inputs, size }, a, into) {
    into.elementwise = a.mul(a.of(inputs.length - 1), size)
  },
})

/** A learned value for each channel or feature, multiplied: ConvNeXt's layer scale. */
export const layerscale: Op = {
  name: 'layerscale',
  says: 'Multiplies each channel (first axis of an image, else the last axis) by a learned value.',
  fields: {},
  arity: 1,
  cost: 'counted',
  fuses: true,
  shape: sole,
  measure({ shape, size }, a, into) {
    into.params = (shape.length === 3 ? shape[0] : shape.at(-1)) ?? a.of(0)
    into.elementwise = size
  },
}

/** A learned value for each element, added: a position embedding, or a bias of attention scores. */
export const position: Op = {
  name: 'position',
  says: 'Adds a learned value to every element, one for each.',
  fields: {},
  arity: 1,
  cost: 'counted',
  fuses: true,
  shape: sole,
  measure({ size }, a, into) {
    into.params = size
    into.elementwise = size
  },
}

/** Each of `params` learned values is looked up many times and added: a table of relative positions. */
export const positiontable: Op = {
  name: 'positiontable',
  says: 'Adds to every element a value out of a learned table of `params` values.',
  fields: { params: { is: 'dimension', required: true } },
  main: 'params',
  arity: 1,
  cost: 'counted',
  fuses: true,
  shape: sole,
  measure({ attributes, size }, a, into) {
    into.params = attributes.params as typeof size // its field says a size
    into.elementwise = size
  },
}

/** Multiplies the scores of each head by a learned value: Swin V2. */
export const headscale: Op = {
  name: 'headscale',
  says: 'Multiplies the scores of each head by a learned value.',
  fields: {},
  arity: 1,
  cost: 'counted',
  fuses: true,
  shape: sole,
  measure({ shape, size }, a, into) {
    into.params = shape.at(-3) ?? a.of(1)
    into.elementwise = size
  },
}

/** Adds a second input that is looked up for every element of the first. */
export const lookup: Op = {
  name: 'lookup',
  says: 'Adds to every element of the first input a value out of the second.',
  fields: {},
  arity: 2,
  cost: 'counted',
  fuses: true,
  shape: sole,
  measure({ size }, a, into) {
    into.elementwise = size
  },
}

/** The constant 1/√d of attention. */
export const scale: Op = {
  name: 'scale',
  says: 'Multiplies by a constant.',
  fields: { by: { is: 'number', default: 1 } },
  main: 'by',
  arity: 1,
  cost: 'counted',
  fuses: true,
  shape: sole,
  measure({ size }, a, into) {
    into.elementwise = size
  },
}

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
