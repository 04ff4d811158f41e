import type { QueryResolvers, TechniqueResolvers } from '../generated/resolvers.ts'
import { connectionOf, containing, direction, pageRequest, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { globalId } from './node.ts'

export const techniqueQueries: QueryResolvers<Context> = {
  technique: (_, { slug }, { loaders }) => (slug.includes('\0') ? null : loaders.technique.load(slug)),
  techniques(_, { contains, order, ...args }, { prisma }, info) {
    const where = containing(contains, ['name', 'description'])
    return tableConnection(args, info, {
      key: 'slug',
      find: (find) => prisma.technique.findMany({ ...find, where, orderBy: { slug: direction(order) } }),
      count: () => prisma.technique.count({ where }),
    })
  },
}

export const Technique: TechniqueResolvers<Context> = {
  id: ({ slug }) => globalId('Technique', slug),
  file: ({ documentPath }) => documentPath,
  async aliases({ slug, name }, _, { loaders }) {
    const names = await loaders.namesOf.technique.load(slug)
    return names.map((row) => row.text).filter((text) => text !== name)
  },
  async relations({ slug }, { kinds, ...args }, { loaders }) {
    const page = pageRequest(args)
    return connectionOf(await loaders.relationsOfTechnique(slug, { page, kinds: kinds ?? null }), page)
  },
  async mentions({ slug }, args, { loaders }) {
    const page = pageRequest(args)
    return connectionOf(await loaders.mentionsOf(slug, { page, nodeType: 'technique' }), page)
  },
}
