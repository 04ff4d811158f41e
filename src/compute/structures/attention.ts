import type { Written } from '../expression.ts'
import { INNER_OPS, OPS } from '../ops/index.ts'
import { type Node, show } from '../ops/op.ts'
import { SpecError } from '../spec-error.ts'
import { inside, type Place, type Structure } from './structure.ts'

type Parts = {
  heads: Written
  bias?: Written | boolean
  relative?: 'none' | 'table' | 'mlp'
  window?: Written
  cosine?: Written | boolean
  module?: Written | boolean
  hidden?: Written
}

/**
 * Multi-head self-attention over [.., tokens, features] (Vaswani et al., arXiv 1706.03762): one linear layer for
 * queries, keys and values, their products by heads around a softmax, and a linear layer. `relative` adds a learned
 * value for each offset in a window: out of a table (Swin, arXiv 2103.14030) or out of a small network over the
 * offsets (Swin V2, arXiv 2111.09883), which also scales cosines (`cosine`) by a learned value for each head.
 */
export const attention: Structure = {
  says: 'Multi-head self-attention over tokens; `relative: table` or `mlp` with `window` adds a bias of relative positions, `cosine` is Swin V2’s; `module` says that it is one module to counters that look at modules.',
  parts: {
    heads: { is: 'written', required: true },
    bias: { is: 'flag' },
    relative: { is: 'relative' },
    window: { is: 'written' },
    cosine: { is: 'flag' },
    module: { is: 'flag' },
    hidden: { is: 'written' },
  },
  main: 'heads',
  build(parts, from, place) {
    const { heads: written, bias: biased = true, relative = 'none', cosine = false, module: asModule = false } = parts as Parts
    const { algebra: a, builder } = place
    const features = from.shape.at(-1)
    if (features === undefined || from.shape.length !== (place.windowed ? 3 : 2))
      throw new SpecError(
        `attention takes tokens [tokens, features]; what comes in is ${show(from.shape, a)}: put tokens before it, or windows around it.`,
      )
    const heads = builder.whole(written, from, place, ['heads'])
    const bias = a.holds(builder.value(biased, from, place, ['bias']))
    // for the counters that look at modules; no cost of ours depends on it
    const module = a.holds(builder.value(asModule, from, place, ['module']))
    const at = inside(place, 'attention', [])
    const joined = builder.add(OPS.linear, [from], { out: a.mul(a.of(3), features), bias, module }, at, 'qkv')
    const part = (name: 'query' | 'key' | 'value') => builder.add(INNER_OPS.heads, [joined], { heads, part: name }, at, name)
    const [query, key, value] = [part('query'), part('key'), part('value')]
    const scores = a.holds(builder.value(cosine, from, place, ['cosine'])) ? cosines(query, key, at) : products(query, key, module, at)
    const placed = relative === 'none' ? scores : relativePositions(scores, heads, parts as Parts, from, at)
    const weights = builder.add(OPS.softmax, [placed], { module }, at, 'softmax')
    const mixed = builder.add(INNER_OPS.matmul, [weights, value], { module }, at, 'weights-value')
    const merged = builder.add(INNER_OPS.mergeheads, [mixed], {}, at, 'merge')
    return builder.add(OPS.linear, [merged], { out: features, bias, module }, at, 'projection')
  },
}

function products<T>(query: Node<T>, key: Node<T>, module: boolean, at: Place<T>): Node<T> {
  const d = at.algebra.value(query.shape.at(-1) ?? at.algebra.of(1))
  const scaled = at.builder.add(OPS.scale, [query], { by: (1 / Math.sqrt(d)) as never, module }, at, 'scale') // a constant costs the same whatever it is
  return at.builder.add(INNER_OPS.matmul, [scaled, key], { module }, at, 'query-key')
}

function cosines<T>(query: Node<T>, key: Node<T>, at: Place<T>): Node<T> {
  const { builder } = at
  const unit = [query, key].map((node, i) => builder.add(OPS.l2norm, [node], {}, at, i === 0 ? 'query-norm' : 'key-norm'))
  const product = builder.add(INNER_OPS.matmul, unit, {}, at, 'query-key')
  return builder.add(INNER_OPS.headscale, [product], {}, at, 'scale')
}

/** A window of w·w tokens has (2w − 1)² offsets. */
function relativePositions<T>(scores: Node<T>, heads: T, { relative, window, hidden = 512 }: Parts, from: Node<T>, at: Place<T>): Node<T> {
  const { algebra: a, builder } = at
  if (window === undefined) throw new SpecError('relative positions need window, the side of the window.', ['relative'])
  const side = builder.whole(window, from, at, ['window'])
  const span = a.sub(a.mul(a.of(2), side), a.of(1))
  const offsets = a.mul(span, span)
  if (relative === 'table') return builder.add(OPS.positiontable, [scores], { params: a.mul(offsets, heads) }, at, 'relative')
  const table = builder.add(OPS.tensor, [], { shape: [offsets, a.of(2)], learned: false }, at, 'offsets')
  const wide = builder.add(OPS.linear, [table], { out: builder.whole(hidden, from, at, ['hidden']), bias: true }, at, 'offsets-hidden')
  const active = builder.add(OPS.relu, [wide], {}, at, 'offsets-relu')
  const values = builder.add(OPS.linear, [active], { out: heads, bias: false }, at, 'offsets-heads')
  return builder.add(INNER_OPS.lookup, [scores, values], {}, at, 'relative')
}
