import { type Bound, type Hardware as Machine, type Roofline as RooflineFound, roofline } from '../compute/roofline.ts'
import { badInput } from '../errors.ts'
import type { Hardware as HardwareRow } from '../generated/prisma/client.ts'
import type { HardwareResolvers, QueryResolvers, RooflineResolvers } from '../generated/resolvers.ts'
import { clean, direction, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { clientsFault, costingOf, specNamed } from './costing.ts'
import { globalId } from './node.ts'

export type RooflineOf = { of: string; row: HardwareRow; found: RooflineFound }

const MAX_LAYERS = 1_000

/** Peaks go into the store as JSON of this type. */
const machineOf = ({ slug, name, peak, bandwidth, overhead }: HardwareRow): Machine => ({
  slug,
  name,
  peak: JSON.parse(peak) as Machine['peak'],
  bandwidth,
  overhead,
})

export const rooflineQueries: QueryResolvers<Context> = {
  hardware: (_, { order, ...page }, { prisma }, info) =>
    tableConnection(page, info, {
      key: 'slug',
      find: (find) => prisma.hardware.findMany({ ...find, orderBy: { slug: direction(order) } }),
      count: () => prisma.hardware.count(),
    }),
  async roofline(_, { of, hardware, fused, ...args }, context) {
    const row = await context.loaders.hardware.load(clean(hardware, 'hardware'))
    if (!row) throw badInput(`There is no hardware ${hardware.slice(0, 60)}.`, 'hardware')
    const { analysis } = await costingOf(await specNamed(of, 'of', context), args, context)
    return { of, row, found: clientsFault(() => roofline(analysis, machineOf(row), fused ?? false)) }
  },
}

export const Hardware: HardwareResolvers<Context> = {
  id: ({ slug }) => globalId('Hardware', slug),
  peak: ({ peak }) =>
    // the store writes no other data types; the enum has the same names in capitals
    Object.entries(JSON.parse(peak) as Record<string, number>).map(([dtype, flops]) => ({ dtype: dtype.toUpperCase() as 'FP32', flops })),
  sources: ({ sources }) => JSON.parse(sources) as unknown,
  file: ({ documentPath }) => documentPath,
}

const named = (bound: Bound) => bound.toUpperCase() as 'COMPUTE' // the enum has the same names in capitals

export const Roofline: RooflineResolvers<Context> = {
  hardware: ({ row }) => row,
  peak: ({ found }) => found.peak,
  ridge: ({ found }) => found.ridge,
  latency: ({ found }) => found.latency,
  attainable: ({ found }) => found.attainable,
  bound: ({ found }) => named(found.bound),
  shares: ({ found }) => Object.entries(found.shares).map(([bound, share]) => ({ bound: named(bound as Bound), share })),
  layers: ({ found }) => found.layers.slice(0, MAX_LAYERS).map((layer) => ({ ...layer, bound: named(layer.bound) })),
  async svg({ of, found }) {
    const { rooflineSvg } = await import('../plots/roofline.ts') // what draws is wanted by this alone
    return rooflineSvg(of, found)
  },
}
