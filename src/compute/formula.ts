/**
 * Closed forms: the rules that give the figures, run over symbols. What depends on a number (which branch, which
 * stride) is decided by the number that a symbol stands for, and the form says where it holds. The sums are
 * multiplied out and put in order by nerdamer.
 */
import { buildOver, type Library } from './build.ts'
import { total } from './cost.ts'
import type { Graph } from './graph.ts'
import type { Spec } from './spec.ts'
import { symbol, symbols } from './symbols.ts'

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
  const { algebra, decided } = symbols()
  const parameters = new Map([...values].map(([name, value]) => [name, symbol(name, value)]))
  const shape = graph.nodes[0]?.shape ?? []
  const input = shape.map((size, axis) => parameters.get(String(spec.input[axis])) ?? symbol(axisName(shape.length, axis, values), size))
  const cost = total(buildOver(spec, { with: parameters, input, library }, algebra).graph)
  const { default: nerdamer } = await import('nerdamer-prime') // wanted by this alone
  // parameters may be called e or i, which are numbers to the library
  const names = [...parameters.keys(), ...input.map(({ text }) => text)]
  const hide = (text: string) => names.reduce((at, name, i) => at.replace(new RegExp(`(?<![\\w])${name}(?![\\w(])`, 'g'), `v${i}_`), text)
  const show = (text: string) =>
    text
      // a·b^(-1)·c reads better as a·c/b
      .replace(
        /[^+-]*?\^\(-1\)[^+-]*/g,
        (term) => term.replace(/\*?(v\d+_)\^\(-1\)/g, '') + [...term.matchAll(/(v\d+_)\^\(-1\)/g)].map(([, name]) => `/${name}`).join(''),
      )
      .replace(/\(1\/(\d+)\)\*(v\d+_)(?!\^)/g, '$2/$1')
      .replace(/v(\d+)_/g, (_, i: string) => names[Number(i)] ?? '')
  const inOrder = ({ text }: { text: string }) => show(nerdamer(hide(text)).expand().toString())
  const forms = {
    params: inOrder(cost.params),
    macs: inOrder(cost.macs),
    memoryAccess: inOrder(cost.memoryAccess.elements),
  }
  const mentions = (name: string, text: string) => new RegExp(`\\b${name}\\b`).test(text)
  const used = (name: string) => Object.values(forms).some((form) => mentions(name, form))
  const fixed = [...values].filter(([name]) => !used(name)).map(([name, value]) => `${name} = ${value}`)
  // what was decided by the fixed ones alone is said by them
  const conditions = [...decided].filter((condition) => names.some((name) => used(name) && mentions(name, condition)))
  const sizes = input.filter(({ text }) => !parameters.has(text) && used(text)).map(({ text }) => `${text}: ${meaning(text)}`)
  return { ...forms, where: [...new Set([...fixed, ...conditions, ...sizes])] }
}

/** The name that papers give an axis, unless a parameter has it. */
function axisName(rank: number, axis: number, parameters: ReadonlyMap<string, number>): string {
  const name = AXES[rank]?.[axis] ?? `x${axis}`
  return parameters.has(name) ? `${name}${axis}` : name
}

const meaning = (name: string) =>
  ({ h: 'height of the input', w: 'width of the input', n: 'tokens of the input', c: 'channels of the input' })[name] ??
  'a size of the input'
