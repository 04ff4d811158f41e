import type { BlockResolvers, QueryResolvers } from '../generated/resolvers.ts'
import { conditions, direction, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { globalId } from './node.ts'

export const blockQueries: QueryResolvers<Context> = {
  block: (_, { slug }, { loaders }) => (slug.includes('\0') ? null : loaders.block.load(slug)),
  blocks(_, { paper, order, ...args }, { prisma }, info) {
    const where = conditions({ paperSlug: paper })
    return tableConnection(args, info, {
      key: 'slug',
      find: (find) => prisma.block.findMany({ ...find, where, orderBy: { slug: direction(order) } }),
      count: () => prisma.block.count({ where }),
    })
  },
}

// the three JSON columns hold what the block's schema (src/ingest/kinds/block.ts) let through
export const Block: BlockResolvers<Context> = {
  id: ({ slug }) => globalId('Block', slug),
  file: ({ documentPath }) => documentPath,
  parameters: ({ parameters }) => Object.entries(parameters as Record<string, number>).map(([name, value]) => ({ name, default: value })),
  input: ({ input }) => input as string[],
  paper: ({ paperSlug }, _, { loaders }) => (paperSlug === null ? null : loaders.paper.load(paperSlug)),
}
