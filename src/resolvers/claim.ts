import { z } from 'zod'
import { analyze } from '../compute/analyze.ts'
import { type Check, type Checked, checkClaim, type Row } from '../compute/claims/check.ts'
import { architecturesOf, type ClaimSpec, claimOf, claimShape, type Item } from '../compute/claims/claim.ts'
import { solve } from '../compute/claims/solve.ts'
import { type Formula, formula } from '../compute/formula.ts'
import type { Spec } from '../compute/spec.ts'
import { SpecError } from '../compute/spec-error.ts'
import { specRefused } from '../errors.ts'
import type { Claim as ClaimRow } from '../generated/prisma/client.ts'
import type {
  ClaimCheckResolvers,
  ClaimEventResolvers,
  ClaimFormulaResolvers,
  ClaimPointResolvers,
  ClaimResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts'
import type { Verdict } from '../graph.ts'
import { clean, conditions, direction, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { clientsFault, libraryOf } from './costing.ts'
import { globalId } from './node.ts'

export type CheckedClaimValue = Omit<Checked, 'checks'> & { checks: CheckOf[] }
/** What was found, with what it was found of. */
export type CheckOf = Check & { claim: ClaimSpec }
/** One architecture of a claim, with what its closed form is worked out of. */
export type FormulaOf = { name: string; of: string | null; work: () => Promise<Formula | null> }

const claimSchema = z.strictObject(claimShape)

export const claimQueries: QueryResolvers<Context> = {
  claim: (_, { slug }, { loaders }) => loaders.claim.load(clean(slug, 'slug')),
  claims(_, { verdict, paper, order, ...page }, { prisma }, info) {
    const where = conditions({ verdict, paperSlug: paper })
    return tableConnection(page, info, {
      key: 'slug',
      find: (find) => prisma.claim.findMany({ ...find, where, orderBy: { slug: direction(order) } }),
      count: () => prisma.claim.count({ where }),
    })
  },
  claimHistory: (_, { slug }, { loaders }) => loaders.claimEvents.load(clean(slug, 'slug')),
  async checkClaim(_, { claim }, context) {
    const parsed = claimSchema.safeParse(claim)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw specRefused(issue?.message ?? 'This is no claim.', (issue?.path ?? []) as (string | number)[]) // JSON has no symbols for keys
    }
    const spec = clientsFault(() => claimOf('claim', parsed.data))
    const checked = checkClaim(spec, await libraryFor(spec, context))
    return { ...checked, checks: checked.checks.map((check) => ({ ...check, claim: spec })) }
  },
}

/** The architectures that a claim names, with all that they use: one statement for each step. */
const libraryFor = (claim: ClaimSpec, context: Context) =>
  libraryOf({ slug: claim.slug, parameters: {}, input: [], layers: architecturesOf(claim).map((block) => ({ block })) }, context)

/** Specifications and checks go into the store as JSON of these types. */
const specOf = ({ spec }: ClaimRow) => JSON.parse(spec) as ClaimSpec
const checksOf = ({ checks }: ClaimRow) => JSON.parse(checks) as Check[]

export const Claim: ClaimResolvers<Context> = {
  id: ({ slug }) => globalId('Claim', slug),
  paper: ({ paperSlug }, _, { loaders }) => (paperSlug === null ? null : loaders.paper.load(paperSlug)),
  quotedAt: ({ quotePath: file, quoteLine: line, quoteColumn: column }) =>
    file === null || line === null || column === null ? null : { file, line, column },
  verdict: ({ verdict }) => verdict as Verdict, // the store writes no other
  checks: (row) => checksOf(row).map((check) => ({ ...check, claim: specOf(row) })),
  async formulas(row, _, context) {
    const spec = specOf(row)
    const library = await libraryFor(spec, context)
    return Object.entries(spec.let).map(([name, item]) => ({ name, of: item.of, work: () => formOf(item, library) }))
  },
  spec(row) {
    const { let: items, sweep, for: where, expect, unsupported } = specOf(row)
    return { let: items, sweep, for: where, expect, unsupported }
  },
  since: async ({ slug }, _, { loaders }) => (await loaders.claimEvents.load(slug)).at(-1) ?? null,
  history: ({ slug }, _, { loaders }) => loaders.claimEvents.load(slug),
  file: ({ documentPath }) => documentPath,
}

/** Of its own parameters, at their defaults; null where it does not fit by itself. */
async function formOf(item: Item, library: Awaited<ReturnType<typeof libraryOf>>): Promise<Formula | null> {
  const spec: Spec | undefined = item.spec ?? library.get(item.of ?? '')
  if (!spec) return null
  try {
    const { graph, parameters } = analyze(spec, {}, library)
    return await formula(spec, graph, parameters, library)
  } catch (error) {
    if (error instanceof SpecError) return null
    throw error
  }
}

export const ClaimCheck: ClaimCheckResolvers<Context> = {
  rows: ({ rows }) => [...rows],
  solutions: async ({ claim, expect }, _, context) => solve(claim, expect, await libraryFor(claim, context)),
}

export const ClaimFormula: ClaimFormulaResolvers<Context> = { formula: ({ work }) => work() }

export const ClaimPoint: ClaimPointResolvers<Context> = {
  at: ({ point }: Row) => Object.entries(point).map(([name, value]) => ({ name, value })),
  bounds: ({ bounds }) => [...bounds],
}

export const ClaimEvent: ClaimEventResolvers<Context> = {
  claim: ({ claimSlug }) => claimSlug,
  run: ({ runId }, _, { loaders }) => loaders.ingestRun.load(runId),
  verdict: ({ verdict }) => verdict as Verdict, // the store writes no other
}
