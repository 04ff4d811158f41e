import { type Field, type Op, product, sole } from './op.ts'

const AFFINE: Field = { is: 'flag', default: true }
const axisOf = (axis: unknown, rank: number) => (axis === 'channels' || rank === 1 ? 0 : rank - 1)

/** At inference a batch norm is a scale and a shift: 2 operations an element (fvcore counts the same). */
export const batchnorm: Op = {
  name: 'batchnorm',
  says: 'Batch normalisation over the first axis of an image or vector.',
  fields: { affine: AFFINE },
  arity: 1,
  cost: 'counted',
  fuses: true,
  shape: sole,
  measure({ attributes, shape, size }, a, into) {
    if (attributes.affine) into.params = a.mul(a.of(2), shape[0] ?? a.of(0))
    into.elementwise = a.mul(a.of(2), size)
  },
}

/** Mean (1), difference (1), square and sum (2), scale (1), and 2 for γ and β: 7 operations an element, 5 without them. */
export const layernorm: Op = {
  name: 'layernorm',
  says: 'Layer normalisation over the last axis, or over the channels of an image (`axis: channels`).',
  onLastAxis: ({ axis }) => axis === 'last',
  fields: { affine: AFFINE, axis: { is: 'word', of: ['last', 'channels'], default: 'last' } },
  arity: 1,
  cost: 'counted',
  shape: sole,
  measure({ attributes, shape, size }, a, into) {
    if (attributes.affine) into.params = a.mul(a.of(2), shape[axisOf(attributes.axis, shape.length)] ?? a.of(0))
    into.elementwise = a.mul(a.of(attributes.affine ? 7 : 5), size)
  },
}

/** As layernorm, over groups of channels; γ and β are per channel. */
export const groupnorm: Op = {
  name: 'groupnorm',
  says: 'Group normalisation over the channels of an image.',
  fields: { groups: { is: 'dimension', required: true }, affine: AFFINE },
  main: 'groups',
  axes: 'image',
  arity: 1,
  cost: 'counted',
  shape: sole,
  measure({ attributes, shape, size }, a, into) {
    if (attributes.affine) into.params = a.mul(a.of(2), shape[0] ?? a.of(0))
    into.elementwise = a.mul(a.of(attributes.affine ? 7 : 5), size)
  },
}

/** Square and sum (2), root and quotient (1): vectors of length 1, as Swin V2's cosine attention has them. */
export const l2norm: Op = {
  name: 'l2norm',
  says: 'Scales the vectors of the last axis to length 1.',
  fields: {},
  arity: 1,
  cost: 'counted',
  shape: sole,
  measure({ size }, a, into) {
    into.elementwise = a.mul(a.of(3), size)
  },
}

/** Divides by the size of a neighbourhood across channels: square and sum over it, power, quotient. */
export const localresponsenorm: Op = {
  name: 'localresponsenorm',
  says: 'Local response normalisation across `size` channels.',
  fields: { size: { is: 'dimension', default: 5 } },
  main: 'size',
  arity: 1,
  cost: 'counted',
  shape: sole,
  measure({ attributes, shape }, a, into) {
    into.elementwise = a.mul(a.add(a.mul(a.of(2), attributes.size as (typeof shape)[number]), a.of(2)), product(shape, a)) // its field says a size
  },
}
