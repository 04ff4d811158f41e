/**
 * Every op by the name that specifications use. To add one: an entry in a file beside this one (none if a maker
 * such as `activation` fits) and a line here. What a specification names and is not here is refused.
 */
import { conv } from './conv.ts'
import { absent, activation, headscale, join, layerscale, lookup, position, positiontable, scale, softmax } from './elementwise.ts'
import { linear, matmul, tensor } from './linear.ts'
import { batchnorm, groupnorm, l2norm, layernorm, localresponsenorm } from './norm.ts'
import type { Op } from './op.ts'
import { adaptiveavgpool, adaptivemaxpool, avgpool, maxpool, mean } from './pool.ts'
import {
  channelshuffle,
  classtoken,
  concat,
  firsttoken,
  flatten,
  heads,
  input,
  mergeheads,
  mergepatches,
  pad,
  partition,
  permute,
  reshape,
  slice,
  tokens,
  unpartition,
  unsupported,
} from './reshape.ts'

const ACTIVATIONS = {
  relu: activation('relu', 1, 'max(x, 0)'),
  relu6: activation('relu6', 2, 'min(max(x, 0), 6)'),
  leakyrelu: activation('leakyrelu', 2, 'x, or a little of it below 0'),
  elu: activation('elu', 3, 'x, or eˣ − 1 below 0'),
  gelu: activation('gelu', 5, 'x · (1 + erf(x / √2)) / 2'),
  silu: activation('silu', 5, 'x · sigmoid(x)'),
  sigmoid: activation('sigmoid', 4, '1 / (1 + e⁻ˣ)'),
  hardsigmoid: activation('hardsigmoid', 4, 'min(max(x + 3, 0), 6) / 6'),
  hardswish: activation('hardswish', 5, 'x · hardsigmoid(x)'),
  tanh: activation('tanh', 1, 'tanh(x)'),
  mish: activation('mish', 5, 'x · tanh(log(1 + eˣ))'),
} satisfies Record<string, Op>

/** What authors write. */
export const OPS = {
  conv,
  linear,
  tensor,
  batchnorm,
  layernorm,
  groupnorm,
  l2norm,
  localresponsenorm,
  ...ACTIVATIONS,
  softmax,
  scale,
  layerscale,
  position,
  positiontable,
  maxpool,
  avgpool,
  adaptiveavgpool,
  adaptivemaxpool,
  mean,
  channelshuffle,
  classtoken,
  firsttoken,
  tokens,
  flatten,
  permute,
  reshape,
  mergepatches,
  pad,
  dropout: absent('dropout', 'Nothing at inference.'),
  stochasticdepth: absent('stochasticdepth', 'Nothing at inference.'),
  identity: absent('identity', 'Nothing.'),
  unsupported,
} satisfies Record<string, Op>

/** What structures make of what authors write. */
export const INNER_OPS = {
  input,
  add: join('add', 'Branches added element by element.', { passes: true }),
  mul: join('mul', 'Branches multiplied element by element.'),
  concat,
  matmul,
  slice,
  heads,
  mergeheads,
  headscale,
  lookup,
  partition,
  unpartition,
} satisfies Record<string, Op>

export type { Op } from './op.ts'
