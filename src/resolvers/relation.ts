import type { EvidenceResolvers, QueryResolvers, RelationResolvers } from '../generated/resolvers.ts'
import type { RelationKind } from '../graph.ts'
import { conditions, direction, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { costDelta } from './cost-delta.ts'
import { globalId } from './node.ts'
import { loadTarget } from './relation-target.ts'

export const relationQueries: QueryResolvers<Context> = {
  relations(_, { kind, from, to, hedged, minConfidence, order, ...args }, { prisma }, info) {
    const where = {
      ...conditions({ kind, sourceSlug: from, hedged }),
      ...(minConfidence == null ? {} : { confidence: { gte: minConfidence } }),
      ...(to == null ? {} : { OR: [conditions({ targetPaper: to }), conditions({ targetTechnique: to })] }),
    }
    return tableConnection(args, info, {
      key: 'id',
      find: (find) => prisma.relation.findMany({ ...find, where, orderBy: { id: direction(order) } }),
      count: () => prisma.relation.count({ where }),
    })
  },
}

export const Relation: RelationResolvers<Context> = {
  id: ({ id }) => globalId('Relation', id),
  kind: ({ kind }) => kind as RelationKind, // the store writes no other
  async source({ sourceSlug }, _, { loaders }) {
    const source = await loaders.paper.load(sourceSlug)
    if (!source) throw new Error(`the graph names paper ${sourceSlug}, which it does not hold`)
    return source
  },
  target: ({ targetPaper, targetTechnique }, _, context) =>
    loadTarget(
      context,
      targetTechnique === null ? { nodeType: 'paper', slug: targetPaper ?? '' } : { nodeType: 'technique', slug: targetTechnique },
    ),
  evidence: ({ id }, _, { loaders }) => loaders.evidence.load(id),
  costDelta: ({ sourceSlug, targetPaper }, args, context) =>
    targetPaper === null ? null : costDelta(targetPaper, sourceSlug, args, context),
}

export const Evidence: EvidenceResolvers<Context> = {
  file: ({ documentPath }) => documentPath,
}
