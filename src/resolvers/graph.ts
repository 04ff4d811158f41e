import { badInput } from '../errors.ts'
import type { GraphResolvers, LineageResolvers, PathResolvers, QueryResolvers } from '../generated/resolvers.ts'
import { findNode, lineage, neighbourhood, shortestPath } from '../store/traverse.ts'
import type { Context } from './context.ts'
import { loadTarget } from './relation-target.ts'

const MAX_DEPTH = 5

const known = (slug: string, { prisma }: Context) => (slug.includes('\0') ? null : findNode(prisma, slug))

export const graphQueries: QueryResolvers<Context> = {
  async graph(_, { around, depth, kinds }, context) {
    const steps = depth ?? 1
    if (steps < 1 || steps > MAX_DEPTH) throw badInput(`depth must be from 1 to ${MAX_DEPTH}, got ${steps}.`, 'depth')
    const node = await known(around, context)
    return node && neighbourhood(context.prisma, node, steps, kinds ?? null)
  },
  async path(_, { from, to }, context) {
    const [begin, end] = await Promise.all([known(from, context), known(to, context)])
    return begin && end ? shortestPath(context.prisma, begin, end) : null
  },
  async lineage(_, { slug }, context) {
    const node = await known(slug, context)
    return node?.nodeType === 'paper' ? lineage(context.prisma, slug) : null
  },
}

export const Graph: GraphResolvers<Context> = {
  nodes: ({ nodes }, _, context) => Promise.all(nodes.map((node) => loadTarget(context, node))),
}

export const Path: PathResolvers<Context> = {
  nodes: ({ nodes }, _, context) => Promise.all(nodes.map((node) => loadTarget(context, node))),
  length: ({ edges }) => edges.length,
}

async function papers(slugs: readonly string[], { loaders }: Context) {
  const rows = await Promise.all(slugs.map((slug) => loaders.paper.load(slug)))
  return rows.filter((row) => row !== null)
}

export const Lineage: LineageResolvers<Context> = {
  async paper({ paper }, _, context) {
    const [row] = await papers([paper], context)
    if (!row) throw new Error(`the graph names paper ${paper}, which it does not hold`)
    return row
  },
  ancestors: ({ ancestors }, _, context) => papers(ancestors, context),
  descendants: ({ descendants }, _, context) => papers(descendants, context),
}
