import { badInput } from '../errors.ts'
import type { NodeResolvers, QueryResolvers } from '../generated/resolvers.ts'
import type { Context } from './context.ts'

const architecture = async ({ loaders }: Context, key: string, kind: 'block' | 'model') => {
  const row = await loaders.architecture.load(key)
  return row?.kind === kind ? row : null
}

/** How each type with a global id is loaded by its key. To add a type, add its loader. */
const LOADERS = {
  Paper: (context: Context, key: string) => context.loaders.paper.load(key),
  Technique: (context: Context, key: string) => context.loaders.technique.load(key),
  Block: (context: Context, key: string) => architecture(context, key, 'block'),
  Model: (context: Context, key: string) => architecture(context, key, 'model'),
  Hardware: (context: Context, key: string) => context.loaders.hardware.load(key),
  Claim: (context: Context, key: string) => context.loaders.claim.load(key),
  Note: async (context: Context, key: string) => {
    const document = await context.loaders.document.load(key)
    return document?.kind === 'note' ? document : null
  },
  Link: (context: Context, key: string) => context.loaders.link.load(key),
  Image: (context: Context, key: string) => context.loaders.image.load(key),
  Relation: (context: Context, key: string) => context.loaders.relation.load(key),
  IngestRun: (context: Context, key: string) => context.loaders.ingestRun.load(key),
} as const
export type NodeTypeName = keyof typeof LOADERS

export const globalId = (type: NodeTypeName, key: string) => `${type}:${key}`

const MAX_IDS = 100

async function load(context: Context, id: string) {
  const [, type, key] = /^(\w+):([\s\S]+)$/.exec(id) ?? []
  if (!type || !key || key.includes('\0') || !Object.hasOwn(LOADERS, type)) return null
  const row = await LOADERS[type as NodeTypeName](context, key)
  // the rows say no type of their own
  return row && Object.assign(row, { __typename: type as NodeTypeName })
}

export const Node: NodeResolvers<Context> = {
  __resolveType: (node) => (node as unknown as { __typename: NodeTypeName }).__typename,
}

export const nodeQueries: QueryResolvers<Context> = {
  node: (_, { id }, context) => load(context, id),
  nodes(_, { ids }, context) {
    if (ids.length > MAX_IDS) throw badInput(`At most ${MAX_IDS} ids at once, got ${ids.length}.`, 'ids')
    return Promise.all(ids.map((id) => load(context, id)))
  },
}
