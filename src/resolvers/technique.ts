import type { QueryResolvers, TechniqueResolvers } from '../generated/resolvers.ts'
import { connectionOf, pageRequest, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { globalId } from './node.ts'

export const techniqueQueries: QueryResolvers<Context> = {
  technique: (_, { slug }, { loaders }) => (slug.includes('\0') ? null : loaders.technique.load(slug)),
  techniques: (_, args, { prisma }, info) =>
    tableConnection(args, info, {
      key: 'slug',
      find: (find) => prisma.technique.findMany({ ...find, orderBy: { slug: 'asc' } }),
      count: () => prisma.technique.count(),
    }),
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
