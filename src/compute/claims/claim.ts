/**
 * A claim as its document states it, as zod schemas: what to compute (`let`), over which values (`sweep`), and what is
 * expected. Expressions are those of specifications; forms.ts says what can be expected.
 */
import { z } from 'zod'
import { BYTES, type DataType } from '../cost.ts'
import { parse, type Written } from '../expression.ts'
import { blocksUsed, type Spec, specShape } from '../spec.ts'
import { SpecError } from '../spec-error.ts'
import { MAX_DIGITS, parseForm, significant } from './forms.ts'
import { compare, FRACTIONS } from './fraction.ts'

/** One architecture of a claim, or some layers of one. */
export type Item = {
  /** the slug of a block or model; null where `spec` is written in the claim */
  of: string | null
  spec: Spec | null
  with: Readonly<Record<string, Written>>
  input: readonly Written[] | null
  /** null: what is swept as `batch`, else 1 */
  batch: Written | null
  dtype: DataType
  /** ops and layers that it is confined to */
  only: readonly string[] | null
  /** the parameter to vary until `metric` comes nearest to that of another item */
  equal: { metric: 'macs' | 'params'; to: string; vary: string } | null
}

export type ClaimSpec = {
  slug: string
  let: Readonly<Record<string, Item>>
  sweep: Readonly<Record<string, readonly number[]>>
  /** whether it must hold at every point, or at one */
  for: 'all' | 'some'
  expect: readonly string[]
  /** why nothing can be computed; `expect` is then empty */
  unsupported: string | null
}

export const MAX_POINTS = 2_000
/** Architectures of a claim, and names in `only`. */
const MAX_ITEMS = 24

const problem = <T>(context: z.RefinementCtx, work: () => T): T | undefined => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return undefined
  }
}

const expression = z.union([z.string(), z.number()], { error: 'expected a number or an expression' }).superRefine((value, context) => {
  if (typeof value === 'string') problem(context, () => parse(value))
})
/** In decimal, with no more digits than are kept. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i
const isKept = (written: string) =>
  significant(written) <= MAX_DIGITS && Number.isFinite(Number(written)) && (significant(written) === 0 || Number(written) !== 0)
const number = z
  .union([z.string(), z.number()], { error: 'expected a number' })
  .refine((value) => NUMBER.test(String(value)) && isKept(String(value)), {
    error: `expected a number of at most ${MAX_DIGITS} digits`,
  })
  .transform(Number)
const NAME = /^[A-Za-z][A-Za-z0-9]*$/
const named = z.string().regex(NAME, { error: 'a name is a letter, then letters and digits' })
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)], { error: 'expected a name or a list of names' })

/** What was expected, and the key that is not known. */
const strange = (expected: string) => (issue: { code?: string; keys?: unknown }) =>
  `expected ${expected}${Array.isArray(issue.keys) ? `; there is no ${issue.keys.join(', ')}` : ''}`

/** The schema that fits what was written, so that its own errors are told. */
const either = <A extends z.ZodType, B extends z.ZodType>(first: (written: unknown) => boolean, a: A, b: B) =>
  z.unknown().transform((written, context): z.output<A> | z.output<B> => {
    const result = (first(written) ? a : b).safeParse(written)
    if (result.success) return result.data as z.output<A> | z.output<B> // one of the two schemas gave it
    for (const { path, message } of result.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })

const equal = z.strictObject(
  { macs: z.string().optional(), params: z.string().optional(), vary: named },
  { error: strange('{ macs: ITEM, vary: PARAMETER } or { params: ITEM, vary: PARAMETER }') },
)
const item = either(
  (written) => typeof written === 'string',
  z.string().transform((of): WrittenItem => ({ of })),
  z.strictObject(
    {
      of: z.string().optional(),
      parameters: specShape.parameters.optional(),
      layers: specShape.layers.optional(),
      with: z.record(named, expression).optional(),
      input: z.array(expression).min(1).max(3).optional(),
      batch: expression.optional(),
      dtype: z.enum(Object.keys(BYTES) as DataType[], { error: `expected one of ${Object.keys(BYTES).join(', ')}` }).optional(),
      only: texts.refine((names) => names.length <= MAX_ITEMS, { error: `expected at most ${MAX_ITEMS} names` }).optional(),
      equal: equal.optional(),
    },
    { error: strange('the slug of a block or model, or { of, with, input, batch, dtype, only, equal }, or layers of its own') },
  ),
)

type WrittenItem = {
  of?: string | undefined
  parameters?: Record<string, Written> | undefined
  layers?: unknown
  with?: Record<string, Written> | undefined
  input?: Written[] | undefined
  batch?: Written | undefined
  dtype?: DataType | undefined
  only?: string[] | undefined
  equal?: z.output<typeof equal> | undefined
}

const range = z
  .strictObject(
    { from: number, to: number, step: number.optional(), times: number.optional() },
    { error: strange('a list of numbers, or { from, to, step } or { from, to, times }') },
  )
  .transform(({ from, to, step, times }, context) => {
    if (step !== undefined && times !== undefined) {
      context.addIssue({ code: 'custom', message: 'say step or times, one of the two' })
      return z.NEVER
    }
    if (from > to || (times === undefined ? (step ?? 1) <= 0 : times <= 1 || from <= 0)) {
      context.addIssue({ code: 'custom', message: 'the range does not end: from must be at most to, step over 0, times over 1' })
      return z.NEVER
    }
    return problem(context, () => progression(from, to, times === undefined ? step : times, times === undefined ? 'add' : 'mul')) ?? z.NEVER
  })

/** Numbers from one to another, each the one before with `by` added to it or multiplied: exactly, so that 0.1 three times over is 0.3. Throws SpecError for too many. */
function progression(from: number, to: number, by: number | undefined, next: 'add' | 'mul'): number[] {
  const values: number[] = []
  const [end, step] = [FRACTIONS.of(to), FRACTIONS.of(by ?? 1)]
  for (let at = FRACTIONS.of(from); compare(at, end) <= 0; at = FRACTIONS[next](at, step)) {
    values.push(FRACTIONS.value(at))
    if (values.length > MAX_POINTS) throw new SpecError(`the range has over ${MAX_POINTS} values`)
  }
  return values
}

const expectation = z.string({ error: 'expected what is expected, such as a.macs / b.macs < 1' }).superRefine((text, context) => {
  problem(context, () => parseForm(text))
})

/** The parts of a claim's front matter that say what to compute. */
export const claimShape = {
  let: z.record(named, item, { error: 'expected names, each with an architecture' }).default({}),
  sweep: z.record(named, either(Array.isArray, z.array(number).min(1).max(MAX_POINTS), range)).default({}),
  for: z.enum(['all', 'some'], { error: 'expected all or some' }).default('all'),
  expect: either(
    (written) => typeof written === 'string',
    expectation.transform((one) => [one]),
    z.array(expectation).min(1).max(20),
  ).optional(),
  unsupported: z.string().min(1).optional(),
}
const shape = z.strictObject(claimShape)
export type WrittenClaim = z.output<typeof shape>

/** What was written, in one form. Throws SpecError. */
export function claimOf(slug: string, written: WrittenClaim): ClaimSpec {
  if ((written.expect === undefined) === (written.unsupported === undefined))
    throw new SpecError('a claim says what to expect, or why it is unsupported; one of the two', ['expect'])
  if (Object.keys(written.let).length > MAX_ITEMS) throw new SpecError(`a claim has at most ${MAX_ITEMS} architectures`, ['let'])
  const points = Object.values(written.sweep).reduce((product, values) => product * values.length, 1)
  if (points > MAX_POINTS) throw new SpecError(`the sweep has ${points} points; at most ${MAX_POINTS} are checked`, ['sweep'])
  for (const name of Object.keys(written.sweep))
    if (Object.hasOwn(written.let, name)) throw new SpecError(`${name} is an architecture and a swept value at once`, ['sweep', name])
  const items = Object.entries(written.let).map(([name, item]) => [name, itemOf(name, item, Object.keys(written.let))] as const)
  return {
    slug,
    let: Object.fromEntries(items),
    sweep: written.sweep,
    for: written.for,
    expect: written.expect ?? [],
    unsupported: written.unsupported ?? null,
  }
}

function itemOf(name: string, item: WrittenItem, names: readonly string[]): Item {
  const { of = null, parameters = {}, layers, with: values = {}, input, batch = null, dtype = 'fp32', only, equal } = item
  if ((of === null) === (layers === undefined))
    throw new SpecError('an architecture is named by of, or has layers of its own', ['let', name])
  if (equal && Object.hasOwn(values, equal.vary))
    throw new SpecError(`${equal.vary} is set by with, and can't be varied too`, ['let', name, 'equal', 'vary'])
  if (layers && !input) throw new SpecError('layers need an input, such as [64, 56, 56]', ['let', name])
  return {
    of,
    // the schema of specifications let it through
    spec: layers ? { slug: name, parameters, input: input ?? [], layers: layers as Spec['layers'] } : null,
    with: values,
    input: layers ? null : (input ?? null),
    batch,
    dtype,
    only: only ?? null,
    equal: equal ? equalOf(equal, name, names) : null,
  }
}

function equalOf({ macs, params, vary }: z.output<typeof equal>, name: string, names: readonly string[]): Item['equal'] {
  const path = ['let', name, 'equal']
  const to = macs ?? params
  if (to === undefined || (macs !== undefined && params !== undefined)) throw new SpecError('say macs or params, one of the two', path)
  if (!names.slice(0, names.indexOf(name)).includes(to)) throw new SpecError(`no architecture before ${name} is called ${to}`, path)
  return { metric: macs === undefined ? 'params' : 'macs', to, vary }
}

/** The slugs of the blocks and models that a claim names. */
export const architecturesOf = (claim: ClaimSpec): string[] => [
  ...new Set(Object.values(claim.let).flatMap(({ of, spec }) => [...(of === null ? [] : [of]), ...(spec ? blocksUsed(spec) : [])])),
]
