import type { Expression } from 'jsep'
import type { Algebra } from '../algebra.ts'
import type { Written } from '../expression.ts'
import type { Attributes, Node, Op } from '../ops/op.ts'
import type { Layer } from '../spec.ts'
import type { SpecPath } from '../spec-error.ts'
import type { Bare } from '../written.ts'

/** What a part of a structure may be. */
export type Parts =
  | 'written'
  | 'flag'
  | 'layers'
  | 'optional'
  | 'branches'
  | 'values'
  | 'rows'
  | 'sizes'
  | 'shortcut'
  | 'join'
  | 'slug'
  | 'relative'

export type Structure = Bare & {
  /** one sentence, for the table of the grammar */
  says: string
  parts: Readonly<Record<string, { is: Parts; required?: boolean }>>
  /** Adds nodes after `from`; returns the last. `parts` are as the schema let them through. */
  build<T>(parts: Readonly<Record<string, unknown>>, from: Node<T>, place: Place<T>): Node<T>
}

/** Names with their values, those of the structures around behind those of their own. */
export type Scope<T> = { own: Map<string, T>; around: Scope<T> | null }

/** Where a structure stands, and what it builds with. */
export type Place<T> = {
  algebra: Algebra<T>
  /** names of nodes begin with this */
  prefix: string
  /** where it is written, from the layer around it */
  path: SpecPath
  scope: Scope<T>
  /** inside windows, where three axes are windows, tokens and features, and no image */
  windowed?: boolean
  builder: Builder<T>
}

/** What structures ask of the builder. */
export type Builder<T> = {
  parsed: Map<string, Expression>
  layers(layers: readonly Layer[], from: Node<T>, place: Place<T>): Node<T>
  add(op: Op, inputs: readonly Node<T>[], attributes: Attributes<T>, place: Place<T>, name: string): Node<T>
  value(written: Written | boolean, from: Node<T> | null, place: Place<T>, path: SpecPath): T
  /** a whole number from `least` */
  whole(written: Written, from: Node<T> | null, place: Place<T>, path: SpecPath, least?: number): T
  use(slug: string, values: ReadonlyMap<string, T>, from: Node<T>, place: Place<T>): Node<T>
}

/** A place further in: `name` in the names of nodes, `path` in the specification. */
export const inside = <T>(place: Place<T>, name: string, path: SpecPath, scope: Scope<T> = place.scope): Place<T> => ({
  ...place,
  prefix: `${place.prefix}${name}.`,
  path: [...place.path, ...path],
  scope,
})
