import type { ImageResolvers, QueryResolvers } from '../generated/resolvers.ts'
import { conditions, direction, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { globalId } from './node.ts'

export const imageQueries: QueryResolvers<Context> = {
  images(_, { exists, paper, note, order, ...args }, { prisma }, info) {
    const where = conditions({ exists, paperSlug: paper, documentPath: note })
    return tableConnection(args, info, {
      key: 'id',
      find: (find) => prisma.image.findMany({ ...find, where, orderBy: { id: direction(order) } }),
      count: () => prisma.image.count({ where }),
    })
  },
}

export const Image: ImageResolvers<Context> = {
  id: ({ id }) => globalId('Image', id),
  url: ({ file, exists }) => (exists && file !== null ? `/images/${file.split('/').map(encodeURIComponent).join('/')}` : null),
  file: ({ documentPath }) => documentPath,
  paper: ({ paperSlug }, _, { loaders }) => (paperSlug === null ? null : loaders.paper.load(paperSlug)),
}
