/** Specification and parameters to graph: names are looked up, repeats unrolled, blocks put in, shapes worked out. */
import type { Expression } from 'jsep'
import { didYouMean } from '../did-you-mean.ts'
import { type Algebra, NUMBERS } from './algebra.ts'
import { attributesOf } from './attributes.ts'
import { evaluate, type Written } from './expression.ts'
import { type Graph, graphOf, MAX_NODES, nodeOf } from './graph.ts'
import { INNER_OPS, OPS } from './ops/index.ts'
import { type Attributes, type Node, type Op, type Shape, show } from './ops/op.ts'
import type { Layer, Spec } from './spec.ts'
import { SpecError, type SpecPath } from './spec-error.ts'
import { STRUCTURES } from './structures/index.ts'
import { type Builder, inside, type Place, type Scope, type Structure } from './structures/structure.ts'
import { partsOf } from './written.ts'

/** The blocks that a specification can use, by slug. */
export type Library = { get(slug: string): Spec | undefined; slugs(): readonly string[] }
export const NO_LIBRARY: Library = { get: () => undefined, slugs: () => [] }

/** Larger than any axis or kernel of a network; products of a few stay far within what integers can hold. */
const MAX_SIZE = 2 ** 31 - 1
const MAX_BLOCKS_DEEP = 24
/** Rounds of repeats that build nothing, too, end here. */
const MAX_STEPS = 200_000

export type Binding<T> = {
  /** values of parameters, in place of their defaults */
  with?: ReadonlyMap<string, T>
  /** shape without the batch, in place of the specification's */
  input?: Shape<T>
  library?: Library
}

/** A graph, and what the parameters were that it was built with. */
export type Built<T> = { graph: Graph<T>; parameters: ReadonlyMap<string, T> }

/** Builds over numbers. Throws SpecError, whose path leads into the specification, or begins with `with` or `input`. */
export const build = (spec: Spec, binding: Binding<number> = {}): Graph<number> => buildOver(spec, binding, NUMBERS).graph

export function buildOver<T>(
  spec: Spec,
  { with: values = new Map(), input, library = NO_LIBRARY }: Binding<T>,
  algebra: Algebra<T>,
): Built<T> {
  const building = new Building(algebra, library)
  for (const [axis, size] of input?.entries() ?? []) checkWhole(algebra.value(size), `input ${axis}`, 1, ['input', axis])
  if (input && input.length !== spec.input.length)
    throw new SpecError(`the input has ${spec.input.length} sizes (${spec.input.join(', ')}), not ${input.length}.`, ['input'])
  const own = building.parameters(spec, values, input ?? [])
  const place: Place<T> = { algebra, prefix: '', path: [], scope: { own, around: null }, builder: building }
  const shape = spec.input.map((written, axis) => {
    const stated = building.whole(written, null, place, ['input', axis])
    const size = input?.[axis] ?? stated
    if (Number.isNaN(Number(written)) && algebra.value(size) !== algebra.value(stated))
      throw new SpecError(`the input has ${algebra.value(size)} where ${written} is ${algebra.value(stated)}.`, ['input', axis])
    return size
  })
  const first = building.add(INNER_OPS.input, [], { shape }, place, 'input')
  const output = building.layers(spec.layers, first, { ...place, path: ['layers'] }, spec.slug)
  return { graph: graphOf(building.nodes, output, algebra), parameters: own }
}

function checkWhole(n: number, what: string, least: number, path: SpecPath): void {
  if (!Number.isInteger(n) || n < least || n > MAX_SIZE)
    throw new SpecError(`${what} must be a whole number from ${least}${n > MAX_SIZE ? ` to ${MAX_SIZE}` : ''}, got ${n}.`, path)
}

/** Work whose errors are told from further out. */
function within<Result>(path: SpecPath, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw error instanceof SpecError ? error.within(path) : error
  }
}

class Building<T> implements Builder<T> {
  readonly nodes: Node<T>[] = []
  readonly parsed = new Map<string, Expression>()
  readonly #algebra: Algebra<T>
  readonly #library: Library
  readonly #using: string[] = []
  #steps = 0

  constructor(algebra: Algebra<T>, library: Library) {
    this.#algebra = algebra
    this.#library = library
  }

  /**
   * Parameters with their values: given, or what comes in where `input` is written as the parameter alone, or
   * defaults, which may speak of those before them.
   */
  parameters(spec: Spec, given: ReadonlyMap<string, T>, shape: Shape<T>): Map<string, T> {
    const a = this.#algebra
    const names = Object.keys(spec.parameters)
    for (const [name, value] of given) {
      if (!names.includes(name))
        throw new SpecError(`${spec.slug} has no parameter ${name}; it has ${names.join(', ') || 'none'}.${didYouMean(name, names)}`, [
          'with',
          name,
        ])
      if (!Number.isFinite(a.value(value)) || Math.abs(a.value(value)) > MAX_SIZE)
        throw new SpecError(`${name} must be a number up to ${MAX_SIZE}, got ${a.value(value)}.`, ['with', name])
    }
    const own = new Map<string, T>()
    const scope = { get: (name: string) => own.get(name), names: () => [...own.keys()] }
    for (const [name, written] of Object.entries(spec.parameters)) {
      const value = given.get(name) ?? shape[spec.input.indexOf(name)]
      own.set(name, value ?? within(['parameters', name], () => evaluate(written, scope, a, this.parsed)))
    }
    return own
  }

  layers(layers: readonly Layer[], from: Node<T>, place: Place<T>, slug?: string): Node<T> {
    if (slug !== undefined) this.#using.push(slug)
    // names that a list sets with let are its own; where a layer stands is told as its errors pass by here
    const inside: Place<T> = { ...place, path: [], scope: { own: new Map(), around: place.scope } }
    let node = from
    for (let i = 0; i < layers.length; i++) {
      const layer = layers[i] as Layer // within its length
      try {
        node = this.#layer(layer, i, node, inside)
      } catch (error) {
        throw error instanceof SpecError
          ? error.within([...place.path, i, ...(typeof layer === 'string' ? [] : [namedLayer(layer)[0]])])
          : error
      }
    }
    if (slug !== undefined) this.#using.pop()
    return node
  }

  #layer(layer: Layer, index: number, from: Node<T>, place: Place<T>): Node<T> {
    if (++this.#steps > MAX_STEPS) throw new SpecError(`the network has over ${MAX_STEPS} layers.`)
    const [op, value, name] = typeof layer === 'string' ? [layer, undefined, undefined] : namedLayer(layer)
    const primitive = Object.hasOwn(OPS, op) ? (OPS as Record<string, Op>)[op] : undefined
    if (!primitive) {
      const structure: Structure = STRUCTURES[op as keyof typeof STRUCTURES] // the schema knows no other
      // let speaks to the layers that follow it, in the scope and under the name of its list
      return structure.build(partsOf(value, structure), from, op === 'let' ? place : inside(place, name ?? `${index}`, []))
    }
    const attributes = attributesOf(primitive, value, from, place)
    if (primitive.onLastAxis?.(attributes) && !place.windowed && isImage(from))
      throw new SpecError(
        `${op} works on the last axis, which is the width of an image ${show(from.shape, this.#algebra)}: put flatten before it, or permute: [1, 2, 0].`,
      )
    return this.add(primitive, primitive.arity === 0 ? [] : [from], attributes, place, name ?? `${index}-${op}`)
  }

  add(op: Op, inputs: readonly Node<T>[], attributes: Attributes<T>, place: Place<T>, name: string): Node<T> {
    if (this.nodes.length >= MAX_NODES) throw new SpecError(`the network has over ${MAX_NODES} ops.`)
    const node = nodeOf(this.nodes.length, op, inputs, attributes, place.prefix + name, this.#algebra)
    this.nodes.push(node)
    return node
  }

  value(written: Written | boolean, from: Node<T> | null, place: Place<T>, path: SpecPath): T {
    const a = this.#algebra
    if (typeof written === 'number') return a.of(written)
    if (typeof written === 'boolean') return a.of(written ? 1 : 0)
    const scope = {
      get: (name: string) => lookUp(name, place.scope) ?? (from ? this.#ofShape(name, from.shape) : undefined),
      names: () => [...namesIn(place.scope), ...(from ? SHAPE_NAMES : [])],
    }
    return within([...place.path, ...path], () => evaluate(written, scope, a, this.parsed))
  }

  whole(written: Written, from: Node<T> | null, place: Place<T>, path: SpecPath, least = 1): T {
    const value = this.value(written, from, place, path)
    const n = this.#algebra.value(value)
    if (!Number.isInteger(n) || n < least || n > MAX_SIZE) {
      const expression = typeof written === 'string' && Number.isNaN(Number(written)) ? ` (${written})` : ''
      checkWhole(n, `${path.join(' ')}${expression}`, least, [...place.path, ...path])
    }
    return value
  }

  /** Names for what comes in: channels, height and width of an image, tokens and features of a sequence. */
  #ofShape(name: string, shape: Shape<T>): T | undefined {
    switch (name) {
      case 'channels':
        return shape.length === 3 ? shape[0] : shape.at(-1)
      case 'height':
        return shape.length === 3 ? shape[1] : undefined
      case 'width':
        return shape.length === 3 ? shape[2] : undefined
      case 'tokens':
        return shape.length === 2 ? shape[0] : undefined
      case 'features':
        return shape.at(-1)
      case 'true':
        return this.#algebra.of(1)
      case 'false':
        return this.#algebra.of(0)
      default:
        return undefined
    }
  }

  use(slug: string, values: ReadonlyMap<string, T>, from: Node<T>, place: Place<T>): Node<T> {
    const spec = this.#library.get(slug)
    if (!spec) throw new SpecError(`there is no block ${slug}.${didYouMean(slug, this.#library.slugs())}`, ['use'])
    if (this.#using.includes(slug)) throw new SpecError(`${slug} uses itself: ${[...this.#using, slug].join(' → ')}.`, ['use'])
    if (this.#using.length > MAX_BLOCKS_DEEP) throw new SpecError(`blocks use blocks over ${MAX_BLOCKS_DEEP} deep.`, ['use'])
    const own = this.parameters(spec, values, from.shape)
    try {
      return this.layers(spec.layers, from, { ...place, path: ['layers'], scope: { own, around: null } }, slug)
    } catch (error) {
      // what is wrong in another document is told where it is used
      throw error instanceof SpecError ? new SpecError(`in block ${slug}, ${error.path.join('.')}: ${error.message}`) : error
    }
  }
}

/** What `#ofShape` knows. */
const SHAPE_NAMES = ['channels', 'height', 'width', 'tokens', 'features', 'true', 'false']

function namedLayer(layer: Readonly<Record<string, unknown>>): [op: string, value: unknown, name: string | undefined] {
  let op = ''
  for (const key in layer) if (key !== 'name') op = key
  return [op, layer[op], layer.name as string | undefined] // the schema says so
}

function lookUp<T>(name: string, scope: Scope<T> | null): T | undefined {
  for (let at = scope; at; at = at.around) {
    const value = at.own.get(name)
    if (value !== undefined) return value
  }
  return undefined
}

function namesIn<T>(scope: Scope<T> | null): string[] {
  const names: string[] = []
  for (let at = scope; at; at = at.around) names.push(...at.own.keys())
  return names
}

/** Whether three axes are channels, height and width: as the last op says that says it. */
function isImage<T>(node: Node<T>): boolean {
  if (node.shape.length !== 3) return false
  let at: Node<T> | undefined = node
  while (at && at.op.axes === undefined) at = at.inputs[0]
  return at?.op.axes === 'image'
}
