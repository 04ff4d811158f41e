/** The step from one paper's block to another's, for every relation between them. */
import type { Analysis } from '../compute/analyze.ts'
import { type Step, step } from '../compute/step.ts'
import { badInput } from '../errors.ts'
import type { Architecture as ArchitectureRow } from '../generated/prisma/client.ts'
import type { CostDeltaResolvers } from '../generated/resolvers.ts'
import type { Context } from './context.ts'
import { type CostArgs, type Costing, clientsFault, libraryOf, questionOf, specOf } from './costing.ts'

export type CostDeltaOf = { step: Step; rows: ReadonlyMap<string, ArchitectureRow> }

type Args = CostArgs & { from?: string | null | undefined; to?: string | null | undefined }

/** `before` and `after` are papers; null where one has no block that fits. Throws BAD_USER_INPUT. */
export async function costDelta(before: string, after: string, { from, to, ...args }: Args, context: Context): Promise<CostDeltaOf | null> {
  const [first, second] = await Promise.all([blocksOf(before, from, 'from', context), blocksOf(after, to, 'to', context)])
  if (first.length === 0 || second.length === 0) return null
  const rows = [...first, ...second]
  const used = [...new Set(rows.map(({ slug }) => slug))].map((block) => ({ block }))
  const library = await libraryOf({ slug: 'step', parameters: {}, input: [], layers: used }, context)
  const found = clientsFault(() => step(first.map(specOf), second.map(specOf), questionOf(args), library))
  return found && { step: found, rows: new Map(rows.map((row) => [row.slug, row])) }
}

/** The blocks of a paper, or the one of them that was asked for. */
async function blocksOf(
  paper: string,
  slug: string | null | undefined,
  argument: string,
  { loaders }: Context,
): Promise<ArchitectureRow[]> {
  const blocks = (await loaders.architecturesOfPaper.load(paper)).filter(({ kind }) => kind === 'block')
  if (slug == null) return blocks
  const chosen = blocks.filter((block) => block.slug === slug)
  if (chosen.length === 0) throw badInput(`${paper} has no block ${slug.slice(0, 60)}.`, argument)
  return chosen
}

const MAX_CHANGES = 1_000

type Side = 'from' | 'to'
const block = ({ step, rows }: CostDeltaOf, side: Side): ArchitectureRow => {
  const row = rows.get(step[side].spec.slug)
  if (!row) throw new Error('a step is between blocks that were given')
  return row
}
const costing = ({ step }: CostDeltaOf, side: Side): Costing => ({ analysis: step[side], convention: 'pure' })

type Figure = (cost: Analysis['cost']) => number | bigint
const params: Figure = (cost) => cost.params
const macs: Figure = (cost) => cost.macs
const bytes: Figure = (cost) => cost.memoryAccess.bytes
const less =
  (figure: Figure) =>
  ({ step }: CostDeltaOf) =>
    BigInt(figure(step.to.cost)) - BigInt(figure(step.from.cost))
const by =
  (figure: Figure) =>
  ({ step }: CostDeltaOf) =>
    Number(figure(step.to.cost)) / Number(figure(step.from.cost))

export const CostDelta: CostDeltaResolvers<Context> = {
  from: (delta) => block(delta, 'from'),
  to: (delta) => block(delta, 'to'),
  fromCost: (delta) => costing(delta, 'from'),
  toCost: (delta) => costing(delta, 'to'),
  sameOutput: ({ step }) => step.sameOutput,
  params: less(params),
  macs: less(macs),
  memoryAccess: less(bytes),
  paramsRatio: by(params),
  macsRatio: by(macs),
  memoryAccessRatio: by(bytes),
  layers: ({ step }) => step.changes.slice(0, MAX_CHANGES),
}
