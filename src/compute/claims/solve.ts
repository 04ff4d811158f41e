/**
 * Where the two sides of a claim meet, solved exactly: the rules that give the figures, run over an unknown in place of the
 * swept value.
 */
import { buildOver, type Library } from '../build.ts'
import { type Cost, MACS_KINDS, total } from '../cost.ts'
import { evaluate, type Scope, valueAt } from '../expression.ts'
import { MAX_FORMULA_OPS } from '../formula.ts'
import { SpecError } from '../spec-error.ts'
import type { ClaimSpec, Item } from './claim.ts'
import { type Form, parseForm } from './forms.ts'
import { meetings, NoForm, poles, QUOTIENTS, type Quotient, unknown } from './polynomial.ts'

/** Of the figures of claims, those that closed forms have. */
const FIGURES: Readonly<Record<string, (cost: Cost<Quotient>) => Quotient>> = {
  params: ({ params }) => params,
  macs: ({ macs }) => macs,
  ...Object.fromEntries(MACS_KINDS.map((kind) => [`macs.${kind}`, ({ macsBy }: Cost<Quotient>) => macsBy[kind]])),
  flops: ({ flops }) => flops,
  elementwise: ({ elementwise }) => elementwise,
  activations: ({ activations }) => activations,
  memoryAccess: ({ memoryAccess }) => memoryAccess.bytes,
  'memoryAccess.elements': ({ memoryAccess }) => memoryAccess.elements,
}

/**
 * The values of what is swept at which a side meets its bound, within the sweep: `["72"]`, or `["1+2*sqrt(2)"]`. Null
 * where there is no closed form: of a sweep of two values, of networks, of layers chosen out of a block, where the swept
 * value decides what is built, where the sides are equal everywhere, and of equations above the second degree.
 */
export function solve(claim: ClaimSpec, expect: string, library: Library): string[] | null {
  const values = Object.values(claim.sweep)[0] ?? []
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const met = withSides(claim, parseForm(expect), library, (sides) => sides.flatMap(([one, other]) => meetings(one, other)))
  return met && [...new Set(met.filter(({ value }) => value >= least && value <= most).map(({ text }) => text))]
}

/** Where it may begin or cease to hold: between two neighbours of these it holds everywhere or nowhere. Null where there is no closed form. */
export const turns = (claim: ClaimSpec, form: Form, library: Library): number[] | null =>
  withSides(claim, form, library, (sides) =>
    sides.flatMap(([one, other]) => [...meetings(one, other).map(({ value }) => value), ...poles(one, other)]),
  )

function withSides<T>(claim: ClaimSpec, form: Form, library: Library, ask: (sides: readonly [Quotient, Quotient][]) => T): T | null {
  const [swept, ...others] = Object.entries(claim.sweep)
  if (!swept || others.length > 0 || form.along !== null) return null
  const [name, values] = swept
  try {
    const scope = scopeOf(claim, name, unknown(values[Math.floor(values.length / 2)] ?? 0), library)
    const sides = form.sides(
      form.parts.map((part) => valueAt(part, scope, QUOTIENTS, form.text)),
      QUOTIENTS,
    )
    return sides.length === 0 ? null : ask(sides)
  } catch (error) {
    if (error instanceof NoForm || error instanceof SpecError) return null
    throw error
  }
}

/** Names of what is swept, and figures of the claim's architectures, each worked out once. */
function scopeOf(claim: ClaimSpec, name: string, swept: Quotient, library: Library): Scope<Quotient> {
  const costs = new Map<string, Cost<Quotient>>()
  const point: Scope<Quotient> = { get: (path) => (path === name ? swept : undefined), names: () => [] }
  return {
    get(path) {
      const [first = '', ...rest] = path.split('.')
      if (rest.length === 0) return point.get(first)
      const item = Object.hasOwn(claim.let, first) ? claim.let[first] : undefined
      const figure = Object.hasOwn(FIGURES, rest.join('.')) ? FIGURES[rest.join('.')] : undefined
      if (!item || !figure) throw new NoForm()
      const cost = costs.get(first) ?? costOf(item, name, point, library)
      costs.set(first, cost)
      return figure(cost)
    },
    names: () => [],
  }
}

function costOf(item: Item, name: string, point: Scope<Quotient>, library: Library): Cost<Quotient> {
  const spec = item.spec ?? library.get(item.of ?? '')
  if (!spec || item.only || item.equal || item.batch !== null || name === 'size' || name === 'batch') throw new NoForm()
  const value = (written: string | number) => evaluate(written, point, QUOTIENTS, new Map())
  const given = new Map(Object.entries(item.with).map(([key, written]) => [key, value(written)]))
  const swept = point.get(name)
  if (swept && Object.hasOwn(spec.parameters, name) && !given.has(name)) given.set(name, swept)
  const { graph } = buildOver(spec, { with: given, ...(item.input ? { input: item.input.map(value) } : {}), library }, QUOTIENTS)
  if (graph.nodes.length > MAX_FORMULA_OPS) throw new NoForm()
  return total(graph, { dtype: item.dtype })
}
