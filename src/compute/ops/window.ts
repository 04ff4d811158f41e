/** Windows that slide over height and width, for convolutions and pools. */
import type { Algebra } from '../algebra.ts'
import { SpecError } from '../spec-error.ts'
import type { Attributes, Field } from './op.ts'
import { pairOf } from './op.ts'

export const PADDING: Field = { is: 'pair', least: 0, default: 'same' }
export const ONE: Field = { is: 'pair', least: 1, default: 1 }

/**
 * Size of an axis after a sliding window: floor((n + 2p − d(k − 1) − 1) / s) + 1 (PyTorch, Conv2d). With `ceil`
 * a last window that hangs over the end counts, if it begins inside (PyTorch, MaxPool2d).
 */
export function slide<T>(size: T, axis: 0 | 1, attributes: Attributes<T>, a: Algebra<T>): T {
  const at = (name: string) => pairOf(attributes, name)[axis]
  const [kernel, padding, stride] = [at('kernel'), at('padding'), a.fix(at('stride'))]
  const dilation = 'dilation' in attributes ? a.fix(at('dilation')) : 1
  const [n, edge] = [a.value(size), a.value(padding)]
  const reach = dilation * (a.value(kernel) - 1) + 1
  const rest = n + 2 * edge - reach
  if (rest < 0)
    throw new SpecError(
      `a window of ${reach} does not fit into ${n}${edge ? ` with ${edge} of padding on each side` : ''}: the input is too small for what stands before.`,
    )
  const one = a.of(1)
  const places = a.add(size, a.sub(a.mul(a.of(2), padding), a.mul(a.of(dilation), a.sub(kernel, one))))
  if (stride === 1) return places
  const hanging = attributes.ceil === true
  const whole = hanging ? a.add(places, a.of(stride - 1)) : places
  const windows = (hanging ? Math.ceil(rest / stride) : Math.floor(rest / stride)) + 1
  const counted = a.apply('ceil', [a.div(whole, a.of(stride))], windows)
  return hanging && (windows - 1) * stride >= n + edge ? a.sub(counted, one) : counted
}
