/** What authors write for the attributes of an op, as the op takes them. */
import type { Algebra } from './algebra.ts'
import type { Written } from './expression.ts'
import type { Attribute, Attributes, Field, Node, Op } from './ops/op.ts'
import type { Place } from './structures/structure.ts'
import { partsOf } from './written.ts'

/** The attributes of an op as written, evaluated where it stands; what is not written is its default. Throws SpecError. */
export function attributesOf<T>(op: Op, value: unknown, from: Node<T>, place: Place<T>): Attributes<T> {
  const written = partsOf(value, op)
  const made: Record<string, Attribute<T>> = {}
  for (const name in op.fields) {
    const field = op.fields[name] as Field // its own key
    made[name] = attributeOf(field, written[name], from, place, name, made)
  }
  return made
}

type Made<T> = Record<string, Attribute<T>>

function attributeOf<T>(field: Field, written: unknown, from: Node<T>, place: Place<T>, name: string, made: Made<T>): Attribute<T> {
  const { algebra: a, builder } = place
  const path = [name]
  switch (field.is) {
    case 'dimension':
      return written === undefined ? a.of(field.default ?? 1) : builder.whole(written as Written, from, place, path)
    case 'pair': {
      const value = written ?? field.default
      if (value === 'same') return samePadding(made, a)
      if (written === undefined && value === 'kernel') return made.kernel ?? a.of(1)
      if (Array.isArray(value)) return [0, 1].map((i) => builder.whole(value[i] as Written, from, place, [name, i], field.least)) as [T, T]
      const both = builder.whole(value as Written, from, place, path, field.least)
      return [both, both]
    }
    case 'flag':
      return written === undefined ? field.default : a.holds(builder.value(written as Written | boolean, from, place, path))
    case 'word':
      return (written as string | undefined) ?? field.default
    case 'number':
      // plain numbers stay numbers in every algebra: no cost depends on them
      return (written === undefined ? field.default : a.value(builder.value(written as Written, from, place, path))) as never
    case 'list':
      return ((written ?? field.default ?? []) as Written[]).map((item, i) => a.value(builder.whole(item, from, place, [name, i], 0)))
    case 'shape':
      return (written as Written[]).map((item, i) => builder.whole(item, from, place, [name, i]))
  }
}

/** The padding that keeps the size at stride 1 where the kernel is odd; none where it is even. */
function samePadding<T>({ kernel, dilation }: Made<T>, a: Algebra<T>): readonly [T, T] {
  const of = (axis: 0 | 1) => {
    const k = (kernel as readonly [T, T])[axis] // the field before it
    const d = dilation === undefined ? a.of(1) : (dilation as readonly [T, T])[axis]
    if (!a.holds(a.apply('odd', [k], a.value(k) % 2))) return a.of(0)
    return a.div(a.mul(d, a.sub(k, a.of(1))), a.of(2))
  }
  return [of(0), of(1)]
}
