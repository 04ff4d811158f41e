import type { IngestRunResolvers, QueryResolvers } from '../generated/resolvers.ts'
import { direction, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { globalId } from './node.ts'

export const ingestRunQueries: QueryResolvers<Context> = {
  ingestRuns: (_, { order, ...args }, { prisma }, info) =>
    tableConnection(args, info, {
      key: 'id',
      find: (find) => prisma.ingestRun.findMany({ ...find, orderBy: { id: direction(order) } }),
      count: () => prisma.ingestRun.count(),
    }),
}

export const IngestRun: IngestRunResolvers<Context> = {
  id: ({ id }) => globalId('IngestRun', id),
}
