import type { Paper, Technique } from '../generated/prisma/client.ts'
import type { RelationTargetResolvers } from '../generated/resolvers.ts'
import type { NodeKey } from '../store/traverse.ts'
import type { Context } from './context.ts'

/** What a relation points at, or what stands in a picture of the graph. */
export type Target = Paper | Technique

export const RelationTarget: RelationTargetResolvers<Context> = {
  __resolveType: (target) => ('status' in target ? 'Paper' : 'Technique'),
}

/** The node with this key; its relation or mention says that it is there. */
export async function loadTarget({ loaders }: Context, { nodeType, slug }: NodeKey): Promise<Target> {
  const target = await loaders[nodeType].load(slug)
  if (!target) throw new Error(`the graph names ${nodeType} ${slug}, which it does not hold`)
  return target
}
