import type { Algebra } from '../algebra.ts'
import { type Field, image, type Op, pairOf, sole } from './op.ts'
import { slide } from './window.ts'

const FIELDS: Record<string, Field> = {
  kernel: { is: 'pair', least: 1, required: true },
  stride: { is: 'pair', least: 1, default: 'kernel' },
  padding: { is: 'pair', least: 0, default: 0 },
  ceil: { is: 'flag', default: false },
}

/** A pool over windows; `extra` operations an output beyond one for each further element of the window. */
const pool = (name: string, says: string, extra: 0 | 1): Op => ({
  name,
  says,
  fields: FIELDS,
  main: 'kernel',
  arity: 1,
  cost: 'counted',
  window: 'window',
  axes: 'image',
  shape(inputs, attributes, a) {
    const [channels, height, width] = image(sole(inputs), a, name)
    return [channels, slide(height, 0, attributes, a), slide(width, 1, attributes, a)]
  },
  measure({ attributes, size }, a, into) {
    const [kh, kw] = pairOf(attributes, 'kernel')
    into.elementwise = a.mul(a.add(a.mul(kh, kw), a.of(extra - 1)), size)
  },
})

export const maxpool = pool('maxpool', 'Maximum over windows: one comparison for each element of a window after the first.', 0)
export const avgpool = pool('avgpool', 'Average over windows: their sum and one division.', 1)

/** An adaptive pool: one operation for each input that a window sees, which is once where the windows are all alike. */
const adaptive = (name: string, says: string): Op => ({
  name,
  says,
  // `function`: called as a function, which counters that look at modules do not see
  fields: { out: { is: 'pair', least: 1, default: 1 }, function: { is: 'flag', default: false } },
  main: 'out',
  axes: 'image',
  arity: 1,
  cost: 'counted',
  window: 'all',
  shape(inputs, attributes, a) {
    const [channels] = image(sole(inputs), a, name)
    return [channels, ...pairOf(attributes, 'out')]
  },
  measure({ inputs, shape: [channels, ...outputs] }, a, into) {
    const sizes = inputs[0]?.shape.slice(1) ?? []
    into.elementwise = sizes.reduce((reads, size, axis) => a.mul(reads, looked(size, outputs[axis] ?? size, a)), channels ?? a.of(0))
  },
})

/** How many inputs the windows of an axis see together: the ith from ⌊i·n/out⌋ to ⌈(i + 1)·n/out⌉ (PyTorch). */
function looked<T>(size: T, out: T, a: Algebra<T>): T {
  const [n, windows] = [a.value(size), a.value(out)]
  if (n % windows === 0) return size
  let seen = 0
  for (let i = 0; i < windows; i++) seen += Math.ceil(((i + 1) * n) / windows) - Math.floor((i * n) / windows)
  return a.of(seen)
}

export const adaptiveavgpool = adaptive('adaptiveavgpool', 'Average to a given height and width; 1 is the global average.')
export const adaptivemaxpool = adaptive('adaptivemaxpool', 'Maximum to a given height and width.')

/** As the global average of an image, without keeping its axes; or over the tokens of a sequence. */
export const mean: Op = {
  name: 'mean',
  says: 'Average over height and width, or over tokens; what is left is a vector of channels.',
  fields: {},
  arity: 1,
  cost: 'counted',
  window: 'all',
  shape(inputs, _attributes, a) {
    const shape = sole(inputs)
    return [(shape.length === 3 ? shape[0] : shape.at(-1)) ?? a.of(1)]
  },
  measure({ inputs }, a, into) {
    into.elementwise = inputs[0]?.size ?? a.of(0)
  },
}
