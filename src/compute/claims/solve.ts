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
  if (!swept || others.length > 0 || form.along !== null) return null
  const [name, values] = swept
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const { algebra, decided } = symbols()
  const exact = keepFractions(algebra)
  const at = values[Math.floor(values.length / 2)] ?? least
  const scope = scopeOf(claim, new Map([[name, symbol(name, at)]]), library, exact)
  try {
    const sides = form.sides(
      form.parts.map((part) => valueAt(part, scope, exact, form.text)),
      exact,
    )
    if (sides.length === 0 || [...decided].some((condition) => new RegExp(`\\b${name}\\b`).test(condition))) return null
    const { default: nerdamer } = await import('nerdamer-prime/all') // wanted by this alone
    const number = (text: string, at: Record<string, string> = {}) => Number(nerdamer(text, at).evaluate().text('decimals'))
    // a name such as e or i is a number to the library
    const hidden = ({ text }: Form) => `(${text})`.replace(new RegExp(`\\b${name}\\b`, 'g'), 'v_')
    const roots = sides.flatMap(([one, other]) => {
      const [left, right] = [hidden(one), hidden(other)]
      const found = solutions(nerdamer.solve(`${left}-${right}`, 'v_').toString())
      // what the library found only nearly is none
      return found.filter((root) => Math.abs(number(`${left}/${right}`, { v_: root }) - 1) < NEARLY)
    })
    return [...new Set(roots)].filter((root) => number(root) >= least && number(root) <= most)
  } catch (error) {
    if (error instanceof NoForm || error instanceof SpecError) return null
    throw error
  }
}

/** How far two sides may be apart, as a share, by the rounding of decimals. */
const NEARLY = 1e-9

/** What the library prints as `[72,3/2]`. */
const solutions = (printed: string) =>
  printed
    .replace(/^\[|\]$/g, '')
    .split(',')
    .filter(Boolean)

class NoForm extends Error {}

/** 1/9 stays what it is, and does not become the double next to it; what jumps has no equation. */
function keepFractions(algebra: Algebra<Form>): Algebra<Form> {
  const exact = ({ constant, value }: Form) => !constant || Number.isSafeInteger(value)
  const written = (operator: string, a: Form, b: Form, value: number) => ({
    value,
    text: `(${a.text})${operator}(${b.text})`,
    sum: true,
    constant: false,
  })
  const keep =
    (operator: string, of: (a: Form, b: Form) => Form) =>
    (a: Form, b: Form): Form => {
      const result = of(a, b)
      return [a, b, result].every(exact) ? result : written(operator, a, b, result.value)
    }
  return {
    ...algebra,
    add: keep('+', algebra.add),
    sub: keep('-', algebra.sub),
    mul: keep('*', algebra.mul),
    div: keep('/', algebra.div),
    apply(name, args, value) {
      if (args.every((arg) => arg.constant)) return algebra.apply(name, args, value)
      const [base, exponent] = args
      if (name !== 'pow' || !base || !exponent?.constant) throw new NoForm()
      return written('^', base, exponent, value)
    },
  }
}

function scopeOf(claim: ClaimSpec, swept: ReadonlyMap<string, Form>, library: Library, algebra: Algebra<Form>): Scope<Form> {
  const costs = new Map<string, Cost<Form>>()
  const scope: Scope<Form> = {
    get(path) {
      const [first = '', ...rest] = path.split('.')
      if (rest.length === 0) return swept.get(first)
      const item = Object.hasOwn(claim.let, first) ? claim.let[first] : undefined
      const figure = Object.hasOwn(FIGURES, rest.join('.')) ? FIGURES[rest.join('.')] : undefined
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
