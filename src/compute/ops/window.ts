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
  const at = (name: string) => a.value(pairOf(attributes, name)[axis])
  const [kernel, stride, padding] = [at('kernel'), at('stride'), at('padding')]
  const reach = ('dilation' in attributes ? at('dilation') : 1) * (kernel - 1) + 1
  const n = a.value(size)
  const rest = n + 2 * padding - reach
  if (rest < 0)
    throw new SpecError(
      `a window of ${reach} does not fit into ${n}${padding ? ` with ${padding} of padding on each side` : ''}: the input is too small for what stands before.`,
    )
  let windows = (attributes.ceil ? Math.ceil(rest / stride) : Math.floor(rest / stride)) + 1
  if (attributes.ceil && (windows - 1) * stride >= n + padding) windows--
  const slack = 2 * padding - reach + 1
  if (stride === 1) return a.add(size, a.of(slack))
  // the usual padding: every stride-th position from the first
  const whole = slack === 0 ? size : a.add(size, a.of(slack))
  return n + slack === windows * stride ? a.div(whole, a.of(stride)) : a.apply('ceil', [a.div(whole, a.of(stride))], windows)
}
