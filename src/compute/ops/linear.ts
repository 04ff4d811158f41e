import { SpecError } from '../spec-error.ts'
import { flagOf, type Op, product, show, sizeOf, sole } from './op.ts'

/** A linear layer over the last axis: [.., in] to [.., out]. Params: in·out, and out for a bias. */
export const linear: Op = {
  name: 'linear',
  says: 'Linear layer over the last axis.',
  fields: { out: { is: 'dimension', required: true }, bias: { is: 'flag', default: true } },
  main: 'out',
  arity: 1,
  cost: 'counted',
  activates: true,
  window: 'window',
  axes: 'other',
  onLastAxis: () => true,
  shape: (inputs, attributes) => [...sole(inputs).slice(0, -1), sizeOf(attributes, 'out')],
  measure({ inputs, attributes, size }, a, into) {
    const features = inputs[0]?.shape.at(-1) ?? a.of(0)
    const out = sizeOf(attributes, 'out')
    into.params = a.mul(features, out)
    into.macs = a.mul(features, size)
    into.macsKind = 'linear'
    if (!flagOf(attributes, 'bias')) return
    into.params = a.add(into.params, out)
    into.elementwise = size
  },
}

/** The product of two stacks of matrices: [.., n, k] × [.., k, m]. */
export const matmul: Op = {
  name: 'matmul',
  says: 'Product of two stacks of matrices; attention is made of two.',
  fields: {},
  arity: 2,
  cost: 'counted',
  activates: true,
  window: 'all',
  shape([left = [], right = []], _attributes, a) {
    const [k, rows] = [left.at(-1), right.at(-2)]
    if (k === undefined || rows === undefined || a.value(k) !== a.value(rows))
      throw new SpecError(`${show(left, a)} and ${show(right, a)} can't be multiplied.`)
    return [...left.slice(0, -1), right.at(-1) ?? a.of(1)]
  },
  measure({ inputs, size }, a, into) {
    into.macs = a.mul(size, inputs[0]?.shape.at(-1) ?? a.of(0))
    into.macsKind = 'matmul'
  },
}

/** A learned tensor that the layers of no other op own, or a constant one. */
export const tensor: Op = {
  name: 'tensor',
  says: 'A tensor of its own, learned or constant, in place of what comes in.',
  fields: { shape: { is: 'shape', required: true }, learned: { is: 'flag', default: true } },
  main: 'shape',
  axes: 'other',
  arity: 0,
  cost: 'counted',
  shape: <T>(_inputs: unknown, attributes: Record<string, unknown>) => attributes.shape as T[], // its field says so
  measure({ attributes, shape }, a, into) {
    if (flagOf(attributes, 'learned')) into.params = product(shape, a)
  },
}
