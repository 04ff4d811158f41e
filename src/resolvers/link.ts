import type { LinkResolvers, QueryResolvers } from '../generated/resolvers.ts'
import type { LinkKind } from '../graph.ts'
import { conditions, direction, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { globalId } from './node.ts'

export const linkQueries: QueryResolvers<Context> = {
  links(_, { kind, host, paper, note, order, ...args }, { prisma }, info) {
    const where = conditions({ kind, host, paperSlug: paper, documentPath: note })
    return tableConnection(args, info, {
      key: 'id',
      find: (find) => prisma.link.findMany({ ...find, where, orderBy: { id: direction(order) } }),
      count: () => prisma.link.count({ where }),
    })
  },
}

export const Link: LinkResolvers<Context> = {
  id: ({ id }) => globalId('Link', id),
  kind: ({ kind }) => kind as LinkKind, // the store writes no other
  file: ({ documentPath }) => documentPath,
  paper: ({ paperSlug }, _, { loaders }) => (paperSlug === null ? null : loaders.paper.load(paperSlug)),
}
