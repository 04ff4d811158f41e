/** Walks over relations, one statement a step; every walk is bounded in steps and nodes. */

import type { PrismaClient, Relation } from '../generated/prisma/client.ts'
import { LINEAGE_KINDS, type NodeType } from '../graph.ts'

export type NodeKey = { nodeType: NodeType; slug: string }
export type GraphRows = { nodes: NodeKey[]; edges: Relation[]; truncated: boolean }
export type LineageRows = { paper: string; ancestors: string[]; descendants: string[]; edges: Relation[] }

const MAX_NODES = 500
const MAX_PATH = 8
/** Of one step no more relations are read; what is left out makes the answer truncated. */
const MAX_EDGES = 2_000

const keyOf = ({ nodeType, slug }: NodeKey) => `${nodeType}/${slug}`
const targetOf = (relation: Relation): NodeKey =>
  relation.targetTechnique === null
    ? { nodeType: 'paper', slug: relation.targetPaper ?? '' }
    : { nodeType: 'technique', slug: relation.targetTechnique }
const sourceOf = (relation: Relation): NodeKey => ({ nodeType: 'paper', slug: relation.sourceSlug })

/** The paper with this slug, else the technique; null when there is neither. */
export async function findNode(prisma: PrismaClient, slug: string): Promise<NodeKey | null> {
  const [paper, technique] = await Promise.all([
    prisma.paper.findUnique({ where: { slug }, select: { slug: true } }),
    prisma.technique.findUnique({ where: { slug }, select: { slug: true } }),
  ])
  if (paper) return { nodeType: 'paper', slug }
  return technique ? { nodeType: 'technique', slug } : null
}

type Ends = { outward: boolean; inward: boolean }

function relationsAt(
  prisma: PrismaClient,
  frontier: readonly NodeKey[],
  kinds: readonly string[] | null,
  { outward, inward }: Ends,
): Promise<Relation[]> {
  const slugs = (type: NodeType) => frontier.filter((node) => node.nodeType === type).map((node) => node.slug)
  const ends = [
    ...(outward ? [{ sourceSlug: { in: slugs('paper') } }] : []),
    ...(inward ? [{ targetPaper: { in: slugs('paper') } }, { targetTechnique: { in: slugs('technique') } }] : []),
  ]
  return prisma.relation.findMany({
    where: { OR: ends, ...(kinds ? { kind: { in: [...kinds] } } : {}) },
    orderBy: { id: 'asc' },
    take: MAX_EDGES,
  })
}

/** All nodes within `depth` steps, the nearest first, and the relations among them. */
export async function neighbourhood(
  prisma: PrismaClient,
  around: NodeKey,
  depth: number,
  kinds: readonly string[] | null,
): Promise<GraphRows> {
  const nodes = new Map([[keyOf(around), around]])
  const edges = new Map<string, Relation>()
  let frontier = [around]
  let truncated = false
  for (let step = 0; step < depth && frontier.length > 0; step++) {
    const found = await relationsAt(prisma, frontier, kinds, { outward: true, inward: true })
    truncated ||= found.length === MAX_EDGES
    frontier = []
    for (const relation of found) {
      for (const node of [sourceOf(relation), targetOf(relation)]) {
        if (nodes.has(keyOf(node))) continue
        if (nodes.size >= MAX_NODES) truncated = true
        else {
          nodes.set(keyOf(node), node)
          frontier.push(node)
        }
      }
      if (nodes.has(keyOf(sourceOf(relation))) && nodes.has(keyOf(targetOf(relation)))) edges.set(relation.id, relation)
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], truncated }
}

/** The shortest chain of relations, each walked either way; of several, the first in the order of ids. */
export async function shortestPath(prisma: PrismaClient, from: NodeKey, to: NodeKey): Promise<GraphRows | null> {
  const cameBy = new Map<string, { relation: Relation; node: NodeKey } | null>([[keyOf(from), null]])
  let frontier = [from]
  for (let step = 0; step < MAX_PATH && frontier.length > 0 && !cameBy.has(keyOf(to)); step++) {
    const reached = new Set(frontier.map(keyOf))
    const next: NodeKey[] = []
    for (const relation of await relationsAt(prisma, frontier, null, { outward: true, inward: true })) {
      const ends = [sourceOf(relation), targetOf(relation)] as const
      for (const [node, other] of [ends, [ends[1], ends[0]] as const]) {
        if (!reached.has(keyOf(node)) || cameBy.has(keyOf(other))) continue
        cameBy.set(keyOf(other), { relation, node })
        next.push(other)
      }
    }
    frontier = next
  }
  if (!cameBy.has(keyOf(to))) return null
  const nodes = [to]
  const edges: Relation[] = []
  for (let step = cameBy.get(keyOf(to)); step; step = cameBy.get(keyOf(step.node))) {
    nodes.unshift(step.node)
    edges.unshift(step.relation)
  }
  return { nodes, edges, truncated: false }
}

/** Ancestors and descendants of a paper through EXTENDS and IMPROVES, each the nearest first. */
export async function lineage(prisma: PrismaClient, paper: string): Promise<LineageRows> {
  const edges = new Map<string, Relation>()
  const line = async (ends: Ends, otherEnd: (relation: Relation) => NodeKey) => {
    const found = new Set<string>()
    let frontier = [paper]
    while (frontier.length > 0 && found.size < MAX_NODES) {
      const nodes = frontier.map((slug): NodeKey => ({ nodeType: 'paper', slug }))
      const relations = (await relationsAt(prisma, nodes, LINEAGE_KINDS, ends)).filter((relation) => relation.targetPaper !== null)
      frontier = []
      for (const relation of relations) {
        edges.set(relation.id, relation)
        const { slug } = otherEnd(relation)
        if (slug === paper || found.has(slug)) continue
        found.add(slug)
        frontier.push(slug)
      }
    }
    return [...found]
  }
  const ancestors = await line({ outward: true, inward: false }, targetOf)
  const descendants = await line({ outward: false, inward: true }, sourceOf)
  return { paper, ancestors, descendants, edges: [...edges.values()] }
}
