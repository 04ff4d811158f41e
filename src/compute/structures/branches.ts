import type { Written } from '../expression.ts'
import { INNER_OPS, OPS } from '../ops/index.ts'
import { type Node, show } from '../ops/op.ts'
import type { Layer } from '../spec.ts'
import { SpecError } from '../spec-error.ts'
import { inside, type Place, type Structure } from './structure.ts'

type Layers = readonly Layer[]
type Shortcut = 'identity' | 'project' | Layers | { project: Layers }

/** A branch added to what came in. With `if` that is 0 the branch stands alone. */
export const residual: Structure = {
  says: 'A branch added to its input. `shortcut: project` is the identity where the shapes agree, else a 1×1 convolution and a batch norm, or the layers given.',
  parts: { branch: { is: 'layers', required: true }, shortcut: { is: 'shortcut' }, if: { is: 'flag' }, join: { is: 'join' } },
  main: 'branch',
  build(parts, from, place) {
    const {
      branch,
      shortcut = 'identity',
      if: condition = true,
      join = 'add',
    } = parts as { branch: Layers; shortcut?: Shortcut; if?: Written | boolean; join?: 'add' | 'mul' | 'concat' }
    const { algebra: a, builder } = place
    const end = builder.layers(branch, from, inside(place, 'branch', ['branch']))
    if (!a.holds(builder.value(condition, from, place, ['if']))) return end
    const around = shorten(shortcut, from, end, place)
    return builder.add(INNER_OPS[join], [end, around], {}, place, join)
  },
}

function shorten<T>(shortcut: Shortcut, from: Node<T>, end: Node<T>, place: Place<T>): Node<T> {
  const { algebra: a, builder } = place
  if (shortcut === 'identity') return from
  const at = inside(place, 'shortcut', ['shortcut'])
  if (Array.isArray(shortcut)) return builder.layers(shortcut, from, at)
  if (from.shape.length === end.shape.length && from.shape.every((size, axis) => a.same(size, end.shape[axis] ?? size))) return from
  if (typeof shortcut === 'object')
    return builder.layers((shortcut as { project: Layers }).project, from, inside(place, 'shortcut', ['shortcut', 'project'])) // the only other form
  const [out, height, width] = end.shape
  const [, high, wide] = from.shape
  if (out === undefined || height === undefined || width === undefined || high === undefined || wide === undefined)
    throw new SpecError(`branch gives ${show(end.shape, a)}, shortcut ${show(from.shape, a)}: project works on images.`)
  const stride = [Math.ceil(a.value(high) / a.value(height)), Math.ceil(a.value(wide) / a.value(width))] as const
  const one = a.of(1)
  const attributes = {
    out,
    kernel: [one, one],
    stride: stride.map((s) => a.of(s)) as [T, T],
    padding: [a.of(0), a.of(0)],
    dilation: [one, one],
    groups: one,
    bias: false,
  } as const
  const conv = builder.add(OPS.conv, [from], attributes, at, 'conv')
  return builder.add(OPS.batchnorm, [conv], { affine: true }, at, 'batchnorm')
}

/** Branches that all get what came in, joined. An empty branch is the identity. */
export const parallel: Structure = {
  says: 'Branches that all get the same input, joined by `concat` (along channels), `add` or `mul`. An empty branch is the identity.',
  parts: { branches: { is: 'branches', required: true }, join: { is: 'join' } },
  main: 'branches',
  build(parts, from, place) {
    const { branches, join = 'concat' } = parts as { branches: readonly Layers[]; join?: 'concat' | 'add' | 'mul' }
    const ends = branches.map((layers, i) => place.builder.layers(layers, from, inside(place, String(i), ['branches', i])))
    return place.builder.add(INNER_OPS[join], ends, {}, place, join)
  },
}

/** Channels split among branches. */
export const split: Structure = {
  says: 'Channels split into equal parts (`into: 2`) or sizes (`into: [a, b]`), a branch for each, joined as in parallel.',
  parts: { into: { is: 'sizes', required: true }, branches: { is: 'branches', required: true }, join: { is: 'join' } },
  build(parts, from, place) {
    const {
      into,
      branches,
      join = 'concat',
    } = parts as { into: Written | Written[]; branches: readonly Layers[]; join?: 'concat' | 'add' | 'mul' }
    const { algebra: a, builder } = place
    const channels = (from.shape.length === 2 ? from.shape[1] : from.shape[0]) ?? a.of(0)
    const parted = Array.isArray(into)
      ? into.map((size, i) => builder.whole(size, from, place, ['into', i]))
      : equalParts(builder.whole(into, from, place, ['into']))
    function equalParts(count: typeof channels) {
      if (a.value(channels) % a.value(count) !== 0)
        throw new SpecError(`${a.value(count)} equal parts do not divide ${a.value(channels)} channels.`, ['into'])
      return Array.from({ length: a.fix(count) }, () => a.div(channels, count))
    }
    const sum = parted.reduce((total, size) => total + a.value(size), 0)
    if (sum !== a.value(channels)) throw new SpecError(`the parts have ${sum} channels together, ${a.value(channels)} come in.`, ['into'])
    if (branches.length !== parted.length)
      throw new SpecError(`there are ${parted.length} parts and ${branches.length} branches.`, ['branches'])
    let at = 0
    const ends = branches.map((layers, i) => {
      const size = parted[i] ?? a.of(0)
      const part = builder.add(INNER_OPS.slice, [from], { from: at as never, size }, place, `part${i}`) // where it begins costs nothing
      at += a.value(size)
      return builder.layers(layers, part, inside(place, String(i), ['branches', i]))
    })
    return builder.add(INNER_OPS[join], ends, {}, place, join)
  },
}

/** What came in, multiplied by what the layers make of it. */
export const gate: Structure = {
  says: 'The input times what its layers make of it: squeeze-excitation.',
  parts: { layers: { is: 'layers', required: true } },
  main: 'layers',
  build(parts, from, place) {
    const end = place.builder.layers(parts.layers as Layers, from, inside(place, 'gate', ['layers']))
    return place.builder.add(INNER_OPS.mul, [from, end], {}, place, 'mul')
  },
}
