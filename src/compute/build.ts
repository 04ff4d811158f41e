/** Specification and parameters to graph: names are looked up, repeats unrolled, blocks put in, shapes worked out. */
import type { Expression } from 'jsep'
import { didYouMean } from '../did-you-mean.ts'
import { type Algebra, NUMBERS } from './algebra.ts'
import { attributesOf } from './attributes.ts'
import { evaluate, type Written } from './expression.ts'
import { type Graph, graphOf, MAX_NODES, nodeOf } from './graph.ts'
import { INNER_OPS, OPS } from './ops/index.ts'
import { type Attributes, type Node, type Op, type Shape, show } from './ops/op.ts'
import { isMap, type Layer, type Spec } from './spec.ts'
import { SpecError, type SpecPath } from './spec-error.ts'
import { STRUCTURES } from './structures/index.ts'
import { type Builder, inside, type Place, type Scope } from './structures/structure.ts'

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
  const given = inputParameters(spec, values, input, algebra)
  const own = building.parameters(spec, given, (name) => ['with', name])
  const place: Place<T> = { algebra, prefix: '', path: ['layers'], scope: { own, around: null }, builder: building }
  const shape = spec.input.map((written, axis) => {
    const stated = building.value(written, null, place, ['input', axis], true)
    const size = input?.[axis] ?? stated
    checkWhole(algebra.value(size), `input ${axis}`, 1, ['input', axis])
    if (input && usesParameter(written, spec) && algebra.value(size) !== algebra.value(stated))
      throw new SpecError(`the input has ${algebra.value(size)} where ${written} is ${algebra.value(stated)}.`, ['input', axis])
    return size
  })
  if (input && input.length !== shape.length)
    throw new SpecError(`the input has ${shape.length} sizes (${spec.input.join(', ')}), not ${input.length}.`, ['input'])
  const first = building.add(INNER_OPS.input, [], { shape }, place, 'input')
  const output = building.layers(spec.layers, first, place, spec.slug)
  return { graph: graphOf(building.nodes, output, algebra), parameters: own }
}

/** An input size that the specification writes as one parameter gives that parameter, where no value was given. */
function inputParameters<T>(
  spec: Spec,
  values: ReadonlyMap<string, T>,
  input: Shape<T> | undefined,
  a: Algebra<T>,
): ReadonlyMap<string, T> {
  const given = new Map(values)
  for (const [axis, written] of spec.input.entries()) {
    const size = input?.[axis]
    if (size !== undefined && typeof written === 'string' && Object.hasOwn(spec.parameters, written) && !given.has(written)) {
      checkWhole(a.value(size), `input ${axis}`, 1, ['input', axis])
      given.set(written, size)
    }
  }
  return given
}

const usesParameter = (written: Written, spec: Spec) =>
  typeof written === 'string' && Object.keys(spec.parameters).some((name) => new RegExp(`\\b${name}\\b`).test(written))

function checkWhole(n: number, what: string, least: number, path: SpecPath): void {
  if (!Number.isInteger(n) || n < least || n > MAX_SIZE)
    throw new SpecError(`${what} must be a whole number from ${least}${n > MAX_SIZE ? ` to ${MAX_SIZE}` : ''}, got ${n}.`, path)
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

  /** Parameters with their values: given, or defaults, which may speak of those before them. */
  parameters(spec: Spec, given: ReadonlyMap<string, T>, pathOf: (name: string) => SpecPath): Map<string, T> {
    const names = Object.keys(spec.parameters)
    const own = new Map<string, T>()
    for (const [name, value] of given) {
      if (!names.includes(name))
        throw new SpecError(
          `${spec.slug} has no parameter ${name}; it has ${names.join(', ') || 'none'}.${didYouMean(name, names)}`,
          pathOf(name),
        )
      if (!Number.isFinite(this.#algebra.value(value)) || Math.abs(this.#algebra.value(value)) > MAX_SIZE)
        throw new SpecError(`${name} must be a number up to ${MAX_SIZE}, got ${this.#algebra.value(value)}.`, pathOf(name))
    }
    for (const [name, written] of Object.entries(spec.parameters)) {
      const value = given.get(name)
      own.set(name, value ?? at(['parameters', name], () => evaluate(written, (other) => own.get(other), this.#algebra, this.parsed)))
    }
    return own
  }

  layers(layers: readonly Layer[], from: Node<T>, place: Place<T>, slug?: string): Node<T> {
    if (slug !== undefined) this.#using.push(slug)
    // names that a list sets with let are its own
    const scoped: Place<T> = { ...place, scope: { own: new Map(), around: place.scope } }
    // the place of an op is worked out only when something is wrong there
    const bare: Place<T> = { ...scoped, path: [] }
    let node = from
    for (let i = 0; i < layers.length; i++) {
      if (++this.#steps > MAX_STEPS) throw new SpecError(`the network has over ${MAX_STEPS} layers.`, place.path)
      node = this.#layer(layers[i] as Layer, i, node, scoped, bare) // within its length
    }
    if (slug !== undefined) this.#using.pop()
    return node
  }

  #layer(layer: Layer, index: number, from: Node<T>, place: Place<T>, bare: Place<T>): Node<T> {
    const [op, value, name] = typeof layer === 'string' ? [layer, undefined, undefined] : namedLayer(layer)
    const primitive = Object.hasOwn(OPS, op) ? (OPS as Record<string, Op>)[op] : undefined
    if (primitive) {
      try {
        const attributes = attributesOf(primitive, value, from, bare)
        if (primitive.onLastAxis?.(attributes) && !place.windowed && isImage(from))
          throw new SpecError(
            `${op} works on the last axis, which is the width of an image ${show(from.shape, this.#algebra)}: put flatten before it, or permute: [1, 2, 0].`,
          )
        return this.add(primitive, primitive.arity === 0 ? [] : [from], attributes, bare, name ?? `${index}-${op}`)
      } catch (error) {
        throw error instanceof SpecError ? error.within([...place.path, ...(typeof layer === 'string' ? [index] : [index, op])]) : error
      }
    }
    const path: SpecPath = [index, op]
    const label = name ?? `${index}`
    const structure = STRUCTURES[op as keyof typeof STRUCTURES] // the schema knows no other
    const isValues = structure.main !== undefined && (structure.parts as Record<string, { is: string }>)[structure.main]?.is === 'values'
    const parts = isMap(value) && !isValues ? value : { [structure.main ?? '']: value }
    // let speaks to the layers that follow it, in the scope of its list
    const inner = op === 'let' ? { ...place, path: [...place.path, ...path] } : inside(place, label, path)
    return at(inner.path, () => structure.build(parts, from, inner))
  }

  add(op: Op, inputs: readonly Node<T>[], attributes: Attributes<T>, place: Place<T>, name: string): Node<T> {
    if (this.nodes.length >= MAX_NODES) throw new SpecError(`the network has over ${MAX_NODES} ops.`, place.path)
    let node: Node<T>
    try {
      node = nodeOf(this.nodes.length, op, inputs, attributes, place.prefix + name, this.#algebra)
    } catch (error) {
      throw error instanceof SpecError ? error.within(place.path) : error
    }
    this.nodes.push(node)
    return node
  }

  value(written: Written | boolean, from: Node<T> | null, place: Place<T>, path: SpecPath, fromRoot = false): T {
    const a = this.#algebra
    if (typeof written === 'number') return a.of(written)
    if (typeof written === 'boolean') return a.of(written ? 1 : 0)
    try {
      return evaluate(written, (name) => lookUp(name, place.scope) ?? (from ? this.#ofShape(name, from.shape) : undefined), a, this.parsed)
    } catch (error) {
      throw error instanceof SpecError ? error.within(fromRoot ? path : [...place.path, ...path]) : error
    }
  }

  whole(written: Written, from: Node<T>, place: Place<T>, path: SpecPath, least = 1): T {
    const value = this.value(written, from, place, path)
    const n = this.#algebra.value(value)
    if (!Number.isInteger(n) || n < least || n > MAX_SIZE)
      checkWhole(n, `${path.join(' ')}${typeof written === 'string' && Number.isNaN(Number(written)) ? ` (${written})` : ''}`, least, [
        ...place.path,
        ...path,
      ])
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
    if (!spec) throw new SpecError(`there is no block ${slug}.${didYouMean(slug, this.#library.slugs())}`, [...place.path, 'use'])
    if (this.#using.includes(slug))
      throw new SpecError(`${slug} uses itself: ${[...this.#using, slug].join(' → ')}.`, [...place.path, 'use'])
    if (this.#using.length > MAX_BLOCKS_DEEP) throw new SpecError(`blocks use blocks over ${MAX_BLOCKS_DEEP} deep.`, [...place.path, 'use'])
    const given = new Map(values)
    // a parameter that is what comes in need not be said
    for (const [axis, written] of spec.input.entries()) {
      const size = from.shape[axis]
      if (size !== undefined && typeof written === 'string' && Object.hasOwn(spec.parameters, written) && !given.has(written))
        given.set(written, size)
    }
    const own = this.parameters(spec, given, (name) => [...place.path, 'with', name])
    try {
      return this.layers(spec.layers, from, { ...place, path: ['layers'], scope: { own, around: null } }, slug)
    } catch (error) {
      // what is wrong in another document is told where it is used
      if (!(error instanceof SpecError)) throw error
      throw new SpecError(`in block ${slug}, ${error.path.join('.')}: ${error.message}`, place.path)
    }
  }
}

/** Errors from within that have no place of their own get this one. */
function at<Result>(path: SpecPath, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (
      !(error instanceof SpecError) ||
      error.path[0] === 'layers' ||
      error.path[0] === 'with' ||
      error.path[0] === 'input' ||
      error.path[0] === 'parameters'
    )
      throw error
    throw error.within(path)
  }
}

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

/** Ops after which three axes are channels, height and width, and those after which they are not. */
const MAKES_IMAGE = new Set([
  'input',
  'conv',
  'maxpool',
  'avgpool',
  'adaptiveavgpool',
  'adaptivemaxpool',
  'channelshuffle',
  'groupnorm',
  'pad',
])
const MOVES_AXES = new Set(['permute', 'reshape', 'linear', 'partition', 'unpartition', 'mergepatches', 'tensor', 'unsupported'])

function isImage<T>(node: Node<T>): boolean {
  for (let at: Node<T> | undefined = node; at !== undefined; at = at.inputs[0]) {
    if (at.shape.length !== 3 || MOVES_AXES.has(at.op.name)) return false
    if (MAKES_IMAGE.has(at.op.name)) return true
  }
  return false
}
