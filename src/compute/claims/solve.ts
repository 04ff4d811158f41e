/**
 * Where the two sides of a claim meet, solved exactly: the rules that give the figures, run over a symbol in place of
 * the swept value, and the equation solved by nerdamer.
 */
import type { Algebra } from '../algebra.ts'
import { buildOver, type Library } from '../build.ts'
import { type Cost, MACS_KINDS, total } from '../cost.ts'
import { evaluate, type Scope, valueAt } from '../expression.ts'
import { MAX_FORMULA_OPS } from '../formula.ts'
import { SpecError } from '../spec-error.ts'
import { type Symbol as Form, symbol, symbols } from '../symbols.ts'
import type { ClaimSpec, Item } from './claim.ts'
import { parseForm } from './forms.ts'

/** Of the figures of claims, those that closed forms have. */
const FIGURES: Readonly<Record<string, (cost: Cost<Form>) => Form>> = {
  params: ({ params }) => params,
  macs: ({ macs }) => macs,
  ...Object.fromEntries(MACS_KINDS.map((kind) => [`macs.${kind}`, ({ macsBy }: Cost<Form>) => macsBy[kind]])),
  flops: ({ flops }) => flops,
  elementwise: ({ elementwise }) => elementwise,
  activations: ({ activations }) => activations,
  memoryAccess: ({ memoryAccess }) => memoryAccess.bytes,
  'memoryAccess.elements': ({ memoryAccess }) => memoryAccess.elements,
}

/**
 * The values of what is swept at which a side meets its bound, within the sweep: `["72"]`, or `["1+2*sqrt(2)"]`. Null
 * where there is no closed form: of a sweep of two values, of networks, of layers chosen out of a block, or where the
 * swept value decides what is built.
 */
export async function solve(claim: ClaimSpec, expect: string, library: Library): Promise<string[] | null> {
  const [swept, ...others] = Object.entries(claim.sweep)
  const form = parseForm(expect)
  if (!swept || others.length > 0 || form.along !== null || form.parts.length < 2) return null
  const [name, values] = swept
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const { algebra, decided } = symbols()
  const exact = keepFractions(algebra)
  const at = values[Math.floor(values.length / 2)] ?? least
  const scope = scopeOf(claim, new Map([[name, symbol(name, at)]]), library, exact)
  try {
    const [left, ...bounds] = form.parts.map((part) => valueAt(part, scope, exact, form.text))
    if (!left || [...decided].some((condition) => new RegExp(`\\b${name}\\b`).test(condition))) return null
    const { default: nerdamer } = await import('nerdamer-prime/all') // wanted by this alone
    const solutions = bounds.flatMap((bound) => {
      // a name such as e or i is a number to the library
      const equation = `(${left.text})-(${bound.text})`.replace(new RegExp(`\\b${name}\\b`, 'g'), 'v_')
      const found = nerdamer
        .solve(equation, 'v_')
        .toString()
        .replace(/^\[|\]$/g, '')
      return found === '' ? [] : found.split(',')
    })
    const within = (text: string) => {
      const value = Number(nerdamer(text).evaluate().text('decimals'))
      return value >= least && value <= most
    }
    return [...new Set(solutions)].filter(within)
  } catch (error) {
    if (error instanceof NoForm || error instanceof SpecError) return null
    throw error
  }
}

class NoForm extends Error {}

/** 1/9 stays what it is, and does not become the double next to it. */
const keepFractions = (algebra: Algebra<Form>): Algebra<Form> => ({
  ...algebra,
  div: (a, b) =>
    a.constant && b.constant && !Number.isInteger(a.value / b.value)
      ? { value: a.value / b.value, text: `(${a.text})/(${b.text})`, sum: true, constant: false }
      : algebra.div(a, b),
})

function scopeOf(claim: ClaimSpec, swept: ReadonlyMap<string, Form>, library: Library, algebra: Algebra<Form>): Scope<Form> {
  const costs = new Map<string, Cost<Form>>()
  const scope: Scope<Form> = {
    get(path) {
      const [first = '', ...rest] = path.split('.')
      if (rest.length === 0) return swept.get(first)
      const item = Object.hasOwn(claim.let, first) ? claim.let[first] : undefined
      const figure = FIGURES[rest.join('.')]
      if (!item || !figure) throw new NoForm()
      const cost = costs.get(first) ?? costOf(item, swept, scope, library, algebra)
      costs.set(first, cost)
      return figure(cost)
    },
    names: () => [],
  }
  return scope
}

function costOf(item: Item, swept: ReadonlyMap<string, Form>, scope: Scope<Form>, library: Library, algebra: Algebra<Form>): Cost<Form> {
  const spec = item.spec ?? library.get(item.of ?? '')
  if (!spec || item.only || item.equal || item.batch !== null || swept.has('size') || swept.has('batch')) throw new NoForm()
  const value = (written: string | number) => evaluate(written, scope, algebra, new Map())
  const given = new Map(Object.entries(item.with).map(([name, written]) => [name, value(written)]))
  for (const [name, symbol] of swept) if (Object.hasOwn(spec.parameters, name) && !given.has(name)) given.set(name, symbol)
  const { graph } = buildOver(spec, { with: given, ...(item.input ? { input: item.input.map(value) } : {}), library }, algebra)
  if (graph.nodes.length > MAX_FORMULA_OPS) throw new NoForm()
  return total(graph, { dtype: item.dtype })
}
