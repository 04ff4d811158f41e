import type { GraphQLResolveInfo } from 'graphql'
import type { Architecture as ArchitectureRow } from '../generated/prisma/client.ts'
import type { ArchitectureResolvers, BlockResolvers, ModelResolvers, QueryResolvers } from '../generated/resolvers.ts'
import { conditions, direction, type PageArgs, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { costingOf, specOf } from './costing.ts'
import { globalId } from './node.ts'

type Kind = 'block' | 'model'

/** The architecture with this slug, if it is of this kind. */
const one = async (slug: string, kind: Kind, { loaders }: Context) => {
  const row = slug.includes('\0') ? null : await loaders.architecture.load(slug)
  return row?.kind === kind ? row : null
}

type ListArgs = PageArgs & { paper?: string | null | undefined; order?: 'ASC' | 'DESC' | null | undefined }

const list =
  (kind: Kind) =>
  (_: unknown, { paper, order, ...args }: ListArgs, { prisma }: Context, info: GraphQLResolveInfo) => {
    const where = { kind, ...conditions({ paperSlug: paper }) }
    return tableConnection(args, info, {
      key: 'slug',
      find: (find) => prisma.architecture.findMany({ ...find, where, orderBy: { slug: direction(order) } }),
      count: () => prisma.architecture.count({ where }),
    })
  }

export const blockQueries: QueryResolvers<Context> = {
  block: (_, { slug }, context) => one(slug, 'block', context),
  blocks: list('block'),
  model: (_, { slug }, context) => one(slug, 'model', context),
  models: list('model'),
}

const fields = {
  id: ({ kind, slug }: ArchitectureRow) => globalId(kind === 'block' ? 'Block' : 'Model', slug),
  file: ({ documentPath }: ArchitectureRow) => documentPath,
  parameters: (row: ArchitectureRow) => Object.entries(specOf(row).parameters).map(([name, value]) => ({ name, default: String(value) })),
  input: (row: ArchitectureRow) => specOf(row).input.map(String),
  layers: (row: ArchitectureRow) => specOf(row).layers,
  paper: ({ paperSlug }: ArchitectureRow, _: unknown, { loaders }: Context) => (paperSlug === null ? null : loaders.paper.load(paperSlug)),
  async uses({ uses }: ArchitectureRow, _: unknown, { loaders }: Context) {
    const rows = await Promise.all(uses.map((slug) => loaders.architecture.load(slug)))
    return rows.flatMap((row) => row ?? [])
  },
} satisfies BlockResolvers<Context>

export const Block: BlockResolvers<Context> = { ...fields, cost: (row, args, context) => costingOf(specOf(row), args, context) }
export const Model: ModelResolvers<Context> = { ...fields, cost: (row, args, context) => costingOf(specOf(row), args, context) }

export const Architecture: ArchitectureResolvers<Context> = {
  __resolveType: (row) => ((row as ArchitectureRow).kind === 'block' ? 'Block' : 'Model'),
}
