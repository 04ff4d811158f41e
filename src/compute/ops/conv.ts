import { SpecError } from '../spec-error.ts'
import { flagOf, image, type Op, pairOf, sizeOf, sole } from './op.ts'
import { ONE, PADDING, slide } from './window.ts'

/**
 * A convolution over [C, H, W]. Params: out·in/groups·kh·kw, and out for a bias. Multiply-accumulates: the same
 * weights at each of the h·w outputs; the additions of a bias are element-wise operations.
 */
export const conv: Op = {
  name: 'conv',
  says: 'Convolution over an image; `groups: channels` makes it depthwise.',
  fields: {
    out: { is: 'dimension', required: true },
    kernel: { is: 'pair', least: 1, required: true },
    stride: ONE,
    dilation: ONE,
    padding: PADDING,
    groups: { is: 'dimension', default: 1 },
    bias: { is: 'flag', default: false },
  },
  arity: 1,
  cost: 'counted',
  activates: true,
  window: 'window',
  axes: 'image',
  shape(inputs, attributes, a) {
    const [channels, height, width] = image(sole(inputs), a, 'conv')
    const [out, groups] = [sizeOf(attributes, 'out'), sizeOf(attributes, 'groups')]
    for (const [what, n] of [
      ['in', channels],
      ['out', out],
    ] as const)
      if (a.value(n) % a.value(groups) !== 0)
        throw new SpecError(`groups ${a.value(groups)} does not divide ${what} ${a.value(n)}.`, ['groups'])
    return [out, slide(height, 0, attributes, a), slide(width, 1, attributes, a)]
  },
  measure({ inputs, attributes, shape }, a, into) {
    const [out, groups] = [sizeOf(attributes, 'out'), sizeOf(attributes, 'groups')]
    const channels = inputs[0]?.shape[0] ?? a.of(0)
    const [kh, kw] = pairOf(attributes, 'kernel')
    const weights = a.mul(a.mul(a.mul(a.div(channels, groups), out), kh), kw)
    const places = a.mul(shape[1] ?? a.of(1), shape[2] ?? a.of(1))
    into.params = weights
    into.macs = a.mul(weights, places)
    into.macsKind = kindOf(a.value(channels), a.value(groups), a.value(kh) * a.value(kw))
    if (!flagOf(attributes, 'bias')) return
    into.params = a.add(weights, out)
    into.elementwise = a.mul(out, places)
  },
}

function kindOf(channels: number, groups: number, kernel: number) {
  if (groups === 1) return kernel === 1 ? 'pointwise' : 'standard'
  return groups === channels ? 'depthwise' : 'grouped'
}
