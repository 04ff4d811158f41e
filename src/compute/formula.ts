/**
 * Closed forms: the rules that give the figures, run over symbols. A symbol carries its number along, so that what
 * depends on a number (which branch, which stride) is decided by it, and the form holds wherever that decision does.
 * The sums are multiplied out and put in order by nerdamer.
 */
import type { Algebra } from './algebra.ts'
import { buildOver, type Library } from './build.ts'
import { total } from './cost.ts'
import type { Graph } from './graph.ts'
import type { Spec } from './spec.ts'

/** Text of an expression with the number that it stands for; `sum` says that it is one, and needs parentheses in a product. */
type Symbol = { value: number; text: string; sum: boolean; constant: boolean }

const constant = (value: number): Symbol => ({ value, text: String(value), sum: value < 0, constant: true })
export const symbol = (name: string, value: number): Symbol => ({ value, text: name, sum: false, constant: false })
const enclosed = ({ text, sum }: Symbol) => (sum ? `(${text})` : text)

const SYMBOLS: Algebra<Symbol> = {
  of: constant,
  add(a, b) {
    if (a.constant && b.constant) return constant(a.value + b.value)
    if (a.constant && a.value === 0) return b
    if (b.constant && b.value === 0) return a
    return { value: a.value + b.value, text: `${a.text} + ${enclosed(b)}`, sum: true, constant: false }
  },
  sub(a, b) {
    if (a.constant && b.constant) return constant(a.value - b.value)
    if (b.constant && b.value === 0) return a
    return { value: a.value - b.value, text: `${a.text} - ${enclosed(b)}`, sum: true, constant: false }
  },
  mul(a, b) {
    if (a.constant && b.constant) return constant(a.value * b.value)
    if ((a.constant && a.value === 0) || (b.constant && b.value === 0)) return constant(0)
    if (a.constant && a.value === 1) return b
    if (b.constant && b.value === 1) return a
    return { value: a.value * b.value, text: `${enclosed(a)} * ${enclosed(b)}`, sum: false, constant: false }
  },
  div(a, b) {
    if (a.constant && b.constant) return constant(a.value / b.value)
    if (b.constant && b.value === 1) return a
    if (a.text === b.text) return constant(1)
    return { value: a.value / b.value, text: `${enclosed(a)} / ${b.constant ? b.text : `(${b.text})`}`, sum: false, constant: false }
  },
  apply(name, args, value) {
    if (args.every((arg) => arg.constant)) return constant(value)
    // what the library has no name for stays the number that it is
    if (!['floor', 'ceil', 'round', 'abs', 'min', 'max', 'mod'].includes(name)) return constant(value)
    return { value, text: `${name}(${args.map((arg) => arg.text).join(', ')})`, sum: false, constant: false }
  },
  value: (a) => a.value,
}

export type Formula = { params: string; macs: string; memoryAccess: string; where: string[] }

/** Longer sums take seconds to put in order, and nobody reads them. */
export const MAX_FORMULA_OPS = 100

/** Names for the sizes of the input, as papers write them. */
const AXES: Readonly<Record<number, readonly string[]>> = { 3: ['c', 'h', 'w'], 2: ['n', 'c'], 1: ['c'] }

/**
 * Params, multiply-accumulates and memory access (elements, unfused, batch 1) of a block over its own parameters and
 * the sizes of its input. Null for networks of over 100 ops.
 */
export async function formula(
  spec: Spec,
  graph: Graph<number>,
  values: ReadonlyMap<string, number>,
  library: Library,
): Promise<Formula | null> {
  if (graph.nodes.length > MAX_FORMULA_OPS) return null
  const symbols = new Map([...values].map(([name, value]) => [name, isSize(name, spec, value) ? symbol(name, value) : constant(value)]))
  const shape = graph.nodes[0]?.shape ?? []
  const input = shape.map((size, axis) => {
    const written = spec.input[axis]
    const own = typeof written === 'string' ? symbols.get(written) : undefined
    return own ?? symbol(AXES[shape.length]?.[axis] ?? `x${axis}`, size)
  })
  const { graph: symbolic } = buildOver(spec, { with: symbols, input, library }, SYMBOLS)
  const cost = total(symbolic)
  const { default: nerdamer } = await import('nerdamer-prime') // wanted by this alone
  // parameters may be called e or i, which are numbers to the library
  const names = [...symbols.keys(), ...input.map(({ text }) => text)]
  const hide = (text: string) => names.reduce((at, name, i) => at.replace(new RegExp(`(?<![\\w])${name}(?![\\w(])`, 'g'), `v${i}_`), text)
  const show = (text: string) =>
    text
      // a·b^(-1)·c reads better as a·c/b
      .replace(
        /[^+-]*?\^\(-1\)[^+-]*/g,
        (term) => term.replace(/\*?(v\d+_)\^\(-1\)/g, '') + [...term.matchAll(/(v\d+_)\^\(-1\)/g)].map(([, name]) => `/${name}`).join(''),
      )
      .replace(/v(\d+)_/g, (_, i: string) => names[Number(i)] ?? '')
  const inOrder = ({ text }: Symbol) => show(nerdamer(hide(text)).expand().toString())
  const forms = {
    params: inOrder(cost.params),
    macs: inOrder(cost.macs),
    memoryAccess: inOrder(cost.memoryAccess.elements),
  }
  const used = (name: string) => Object.values(forms).some((form) => new RegExp(`\\b${name}\\b`).test(form))
  const fixed = [...symbols].filter(([name]) => !used(name)).map(([name, { value }]) => `${name} = ${value}`)
  const decided = [...symbols]
    .filter(([name]) => used(name) && decides(name, spec))
    .map(([name, { value }]) => `as decided at ${name} = ${value}`)
  const sizes = input.filter(({ text }) => !symbols.has(text) && used(text)).map(({ text }) => `${text}: ${meaning(text)}`)
  return { ...forms, where: [...fixed, ...decided, ...sizes] }
}

/** A parameter that is a size is a symbol; one that is a step or a number of rounds keeps its number. */
const isSize = (name: string, spec: Spec, value: number): boolean =>
  value >= 1 &&
  Number.isInteger(value) &&
  !new RegExp(`"(?:stride|times|repeat|padding|dilation|module)":"[^"]*\\b${name}\\b`).test(JSON.stringify(spec.layers))

/** A parameter that chooses between layers: the form holds where it chooses as it did here. */
const decides = (name: string, spec: Spec): boolean => new RegExp(`"if":"[^"]*\\b${name}\\b`).test(JSON.stringify(spec.layers))

const meaning = (name: string) =>
  ({ h: 'height of the input', w: 'width of the input', n: 'tokens of the input', c: 'channels of the input' })[name] ??
  'a size of the input'
