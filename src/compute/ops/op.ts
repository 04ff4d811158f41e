/** What an op is: how it is written, what shape it gives, what it costs. One op, one entry of the table in index.ts. */
import type { Algebra } from '../algebra.ts'
import { SpecError } from '../spec-error.ts'
import type { Bare } from '../written.ts'

/** Sizes without the batch: `[C, H, W]` of an image, `[N, C]` of tokens, `[C]` of a vector. */
export type Shape<T> = readonly T[]

/** How an attribute is written, and what it is when it is not. */
export type Field =
  /** a whole number from 1; symbols pass through it */
  | { is: 'dimension'; default?: number; required?: boolean }
  /** one whole number, or one for height and one for width; `same` keeps the size at stride 1 where the kernel is odd, and is 0 where it is even */
  | { is: 'pair'; least: 0 | 1; default?: number | 'same' | 'kernel'; required?: boolean }
  | { is: 'flag'; default: boolean }
  | { is: 'word'; of: readonly string[]; default: string }
  /** any number, such as the probability of a dropout, which costs nothing */
  | { is: 'number'; default: number }
  /** whole numbers from 0 */
  | { is: 'list'; default?: readonly number[]; required?: boolean }
  /** sizes; symbols pass through them */
  | { is: 'shape'; required: true }

/** An attribute after evaluation: a size, two of them, a flag or a word, or a list. */
export type Attribute<T> = T | readonly [T, T] | boolean | string | readonly number[] | readonly T[]
export type Attributes<T> = Readonly<Record<string, Attribute<T>>>

/** What stands in the graph: an op with its attributes and shapes. */
export type Node<T> = {
  /** its place among the nodes of its graph */
  readonly index: number
  readonly op: Op
  /** name in tables: `0.branch.3-conv`, or the one that its author gave */
  readonly path: string
  readonly inputs: readonly Node<T>[]
  readonly attributes: Attributes<T>
  readonly shape: Shape<T>
  /** elements of its output */
  readonly size: T
}

export type MacsKind = 'standard' | 'grouped' | 'depthwise' | 'pointwise' | 'linear' | 'matmul'

/** The cost of one node at batch 1, filled by its op. */
export type Measure<T> = {
  /** learned values; they are also what is read as weights */
  params: T
  /** multiply-accumulates */
  macs: T
  macsKind: MacsKind | null
  /** arithmetic operations outside multiply-accumulates */
  elementwise: T
}

export type Op = Bare & {
  readonly name: string
  /** one sentence, for the table of the grammar */
  readonly says: string
  readonly fields: Readonly<Record<string, Field>>
  /** how many inputs it takes */
  readonly arity: number | 'many'
  /** `free` costs nothing, on purpose; `unsupported` has no rule, and makes a total a lower bound */
  readonly cost: 'counted' | 'free' | 'unsupported'
  /** Its output is its input's memory seen another way. */
  readonly view?: boolean
  /** It can run on each element as its input's producer writes it. */
  readonly fuses?: boolean
  /** Its output changes as much as each of its inputs does: the derivative by each is 1. */
  readonly passes?: boolean
  /** What three axes of its output are: channels, height and width, or others; where it is not said, what those of its input are. */
  readonly axes?: 'image' | 'other'
  /** It works on the last axis, which is the features of tokens, and the width of an image. */
  readonly onLastAxis?: (attributes: Attributes<unknown>) => boolean
  /** Its outputs count as activations, as fvcore and timm count them: convolutions, linear layers, matrix products. */
  readonly activates?: boolean
  /** how far a window reaches, for the receptive field; null where every output sees every input */
  readonly window?: 'window' | 'all'
  /** Throws SpecError. */
  shape<T>(inputs: readonly Shape<T>[], attributes: Attributes<T>, a: Algebra<T>): Shape<T>
  measure<T>(node: Node<T>, a: Algebra<T>, into: Measure<T>): void
}

export const product = <T>(shape: Shape<T>, a: Algebra<T>): T => {
  let size = a.of(1)
  for (const n of shape) size = a.mul(size, n)
  return size
}

export const show = <T>(shape: Shape<T>, a: Algebra<T>) => `[${shape.map((n) => a.value(n)).join(', ')}]`

/** The only input's shape. */
export const sole = <T>(inputs: readonly Shape<T>[]): Shape<T> => inputs[0] ?? []

/** Channels, height and width. Throws SpecError for anything but an image. */
export function image<T>(shape: Shape<T>, a: Algebra<T>, what: string): readonly [T, T, T] {
  const [c, h, w] = shape
  if (shape.length !== 3 || c === undefined || h === undefined || w === undefined)
    throw new SpecError(`${what} takes an image [channels, height, width]; what comes in is ${show(shape, a)}.`)
  return [c, h, w]
}

/** Of an attribute whose field says that it is two sizes; the builder made them. */
export const pairOf = <T>(attributes: Attributes<T>, name: string) => attributes[name] as readonly [T, T]
/** Of an attribute whose field says that it is a size. */
export const sizeOf = <T>(attributes: Attributes<T>, name: string) => attributes[name] as T
/** Of an attribute whose field says that it is a flag. */
export const flagOf = <T>(attributes: Attributes<T>, name: string) => attributes[name] as boolean
