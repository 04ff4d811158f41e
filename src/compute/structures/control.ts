import type { Written } from '../expression.ts'
import type { Node } from '../ops/op.ts'
import type { Layer } from '../spec.ts'
import { SpecError } from '../spec-error.ts'
import { inside, type Place, type Scope, type Structure } from './structure.ts'

type Layers = readonly Layer[]
type Values = Readonly<Record<string, Written>>

const MAX_TIMES = 10_000

/** Names with their values, in the scope of `place`. */
function valuesOf<T>(values: Values, from: Node<T>, place: Place<T>, part: string): Map<string, T> {
  return new Map(Object.entries(values).map(([name, written]) => [name, place.builder.value(written, from, place, [part, name])]))
}

const scopeOf = <T>(own: Map<string, T>, around: Scope<T>): Scope<T> => ({ own, around })

function timesOf<T>(written: Written, from: Node<T>, place: Place<T>, part: string): number {
  const times = place.algebra.fix(place.builder.whole(written, from, place, [part], 0))
  if (times > MAX_TIMES) throw new SpecError(`${times} times is more than ${MAX_TIMES}.`, [part])
  return times
}

/** The same layers `times` times; `index` counts from 0, and `first` gives names other values the first time. */
export const repeat: Structure = {
  says: 'The same layers `times` times; `index` counts from 0, and `first` sets names in the first round.',
  parts: { times: { is: 'written', required: true }, layers: { is: 'layers', required: true }, first: { is: 'values' } },
  build(parts, from, place) {
    const { times, layers, first = {} } = parts as { times: Written; layers: Layers; first?: Values }
    const count = timesOf(times, from, place, 'times')
    let node = from
    for (let i = 0; i < count; i++) {
      const own = new Map([['index', place.algebra.of(i)], ...(i === 0 ? valuesOf(first, node, place, 'first') : [])])
      node = place.builder.layers(layers, node, inside(place, String(i), ['layers'], scopeOf(own, place.scope)))
    }
    return node
  },
}

/** The same layers once for each row, whose names they see. */
export const each: Structure = {
  says: 'The same layers once for each row of a table, whose names they see; `index` counts from 0.',
  parts: { rows: { is: 'rows', required: true }, layers: { is: 'layers', required: true } },
  build(parts, from, place) {
    const { rows, layers } = parts as { rows: readonly Values[]; layers: Layers }
    let node = from
    for (const [i, row] of rows.entries()) {
      const own = new Map([['index', place.algebra.of(i)]])
      for (const [name, written] of Object.entries(row)) own.set(name, place.builder.value(written, node, place, ['rows', i, name]))
      node = place.builder.layers(layers, node, inside(place, String(i), ['layers'], scopeOf(own, place.scope)))
    }
    return node
  },
}

/** One list of layers or another. */
export const when: Structure = {
  says: 'Layers where a condition holds, others where it does not.',
  parts: { if: { is: 'flag', required: true }, then: { is: 'optional' }, else: { is: 'optional' } },
  build(parts, from, place) {
    const { if: condition, ...lists } = parts as { if: Written | boolean; then?: Layers; else?: Layers }
    const branch = place.algebra.holds(place.builder.value(condition, from, place, ['if'])) ? 'then' : 'else'
    return place.builder.layers(lists[branch] ?? [], from, inside(place, branch, [branch]))
  },
}

/** Names for the layers that follow in the same list. */
export const set: Structure = {
  says: 'Names with values, for the layers that follow in the same list.',
  parts: { values: { is: 'values', required: true } },
  main: 'values',
  names: true,
  build(parts, from, place) {
    for (const [name, written] of Object.entries(parts.values as Values))
      place.scope.own.set(name, place.builder.value(written, from, place, [name]))
    return from
  },
}

/** A block of another document, `repeat` times; `first` gives parameters other values the first time. */
export const block: Structure = {
  says: 'A block of another document, `repeat` times, with parameters; `first` sets parameters of the first.',
  parts: { use: { is: 'slug', required: true }, with: { is: 'values' }, repeat: { is: 'written' }, first: { is: 'values' } },
  main: 'use',
  build(parts, from, place) {
    const {
      use,
      with: values = {},
      repeat: times = 1,
      first = {},
    } = parts as { use: string; with?: Values; repeat?: Written; first?: Values }
    const count = timesOf(times, from, place, 'repeat')
    let node = from
    for (let i = 0; i < count; i++) {
      const round = { ...place, scope: scopeOf(new Map([['index', place.algebra.of(i)]]), place.scope) }
      const given = valuesOf(i === 0 ? { ...values, ...first } : values, node, round, 'with')
      node = place.builder.use(use, given, node, count === 1 ? place : inside(place, String(i), []))
    }
    return node
  },
}
