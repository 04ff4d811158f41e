/** What the cost resolvers stand on: a specification out of the store, with the blocks that it uses, analyzed. */
import { z } from 'zod'
import { type Analysis, analyze, type Question } from '../compute/analyze.ts'
import type { Library } from '../compute/build.ts'
import type { ConventionName } from '../compute/conventions.ts'
import type { DataType } from '../compute/cost.ts'
import type { LayerCost } from '../compute/layers.ts'
import { blocksUsed, type Spec } from '../compute/spec.ts'
import { SpecError } from '../compute/spec-error.ts'
import { badInput, specRefused } from '../errors.ts'
import type { Context } from './context.ts'

export type Costing = { analysis: Analysis; convention: ConventionName /** worked out once, when first asked for */; layers?: LayerCost[] }
export type LayerRow = LayerCost

/** The arguments of a cost, as GraphQL hands them over. */
export type CostArgs = {
  with?: unknown
  input?: readonly number[] | null | undefined
  batch?: number | null | undefined
  dtype?: string | null | undefined
  convention?: string | null | undefined
}

const parameters = z.record(z.string(), z.union([z.number(), z.boolean().transform(Number)]))

/** What was asked, checked. Throws BAD_USER_INPUT. */
export function questionOf({ with: values, input, batch, dtype }: CostArgs): Question {
  const given = parameters.safeParse(values ?? {})
  if (!given.success) throw badInput('with must name parameters with numbers, such as { in: 64, stride: 2 }.', 'with')
  return {
    with: given.data,
    ...(input ? { input } : {}),
    ...(batch == null ? {} : { batch }),
    ...(dtype == null ? {} : { dtype: dtype.toLowerCase() as DataType }), // the enum has the same names in capitals
  }
}

export const conventionOf = ({ convention }: CostArgs) => (convention ?? 'pure').toLowerCase() as ConventionName // as above

/** Specifications go into the store as JSON of this type. */
export const specOf = (row: { spec: string }): Spec => JSON.parse(row.spec) as Spec

/** Throws BAD_USER_INPUT where there is none. */
export async function specNamed(slug: string, argument: string, { loaders }: Context): Promise<Spec> {
  const row = slug.includes('\0') ? null : await loaders.architecture.load(slug)
  if (!row) throw badInput(`There is no block or model ${slug.slice(0, 60)}.`, argument)
  return specOf(row)
}

/** Every block that a specification uses, through others or not: one statement for each step. */
export async function libraryOf(spec: Spec, { loaders }: Context): Promise<Library> {
  const specs = new Map<string, Spec>()
  for (let wanted = blocksUsed(spec); wanted.length > 0; ) {
    const rows = await Promise.all(wanted.map((slug) => loaders.architecture.load(slug)))
    const found = rows.flatMap((row) => (row ? [specOf(row)] : []))
    for (const one of found) specs.set(one.slug, one)
    wanted = [...new Set(found.flatMap(blocksUsed))].filter((slug) => !specs.has(slug))
  }
  return { get: (slug) => specs.get(slug), slugs: () => [...specs.keys()] }
}

/** Throws BAD_USER_INPUT for parameters and inputs that do not fit. */
export async function costingOf(spec: Spec, args: CostArgs, context: Context): Promise<Costing> {
  const question = questionOf(args)
  const library = await libraryOf(spec, context)
  return { analysis: clientsFault(() => analyze(spec, question, library)), convention: conventionOf(args) }
}

/** What does not fit in a specification or in what was asked of it is the client's to mend. */
export function clientsFault<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw error instanceof SpecError ? specRefused(error.message, error.path) : error
  }
}
