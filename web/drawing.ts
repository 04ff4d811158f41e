/** What of an answer can be drawn: papers, techniques, and relations between them, wherever in it they stand. */

export type DrawnNode = { id: string; slug: string; label: string; kind: 'documented' | 'noted' | 'technique' }
export type DrawnEdge = {
  id: string
  from: string
  to: string
  kind: string
  hedged: boolean
  evidence: { quote: string; file?: string; line?: number; column?: number }[]
}
export type Drawing = { nodes: Map<string, DrawnNode>; edges: Map<string, DrawnEdge> }

export const EMPTY: Drawing = { nodes: new Map(), edges: new Map() }

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Reads any answer: an object with `slug` is a node; one with `kind` and a `target`, an edge from its `source` or the paper around it. */
export function drawingOf(answer: unknown): Drawing {
  const drawing: Drawing = { nodes: new Map(), edges: new Map() }
  visit(answer, null, drawing)
  return drawing
}

export function merged(a: Drawing, b: Drawing): Drawing {
  return { nodes: new Map([...a.nodes, ...b.nodes]), edges: new Map([...a.edges, ...b.edges]) }
}

function visit(value: unknown, around: string | null, drawing: Drawing): void {
  if (Array.isArray(value)) for (const item of value) visit(item, around, drawing)
  else if (isObject(value)) {
    const inside = isEdge(value)
      ? edge(value, around, drawing)
      : typeof value.slug === 'string' && isNode(value)
        ? node(value, drawing)
        : around
    for (const [key, child] of Object.entries(value)) if (key !== 'blocks') visit(child, inside, drawing)
  }
}

const isNode = (value: Json) => value.__typename !== 'Block' && !('parameters' in value)
const isEdge = (value: Json): value is Json & { kind: string; target: Json } =>
  typeof value.kind === 'string' && isObject(value.target) && typeof value.target.slug === 'string'

function node(value: Json, drawing: Drawing): string {
  const slug = String(value.slug)
  const known = drawing.nodes.get(slug)
  const kind =
    value.__typename === 'Technique'
      ? 'technique'
      : value.status === 'NOTED'
        ? 'noted'
        : value.status === 'DOCUMENTED'
          ? 'documented'
          : (known?.kind ?? 'documented')
  const label = typeof value.name === 'string' ? value.name : (known?.label ?? slug)
  drawing.nodes.set(slug, { id: slug, slug, label, kind })
  return slug
}

function edge(value: Json & { kind: string; target: Json }, around: string | null, drawing: Drawing): string | null {
  const from = isObject(value.source) && typeof value.source.slug === 'string' ? node(value.source, drawing) : around
  const to = node(value.target, drawing)
  if (from === null) return around
  const evidence = Array.isArray(value.evidence) ? (value.evidence as DrawnEdge['evidence']) : []
  const id = `${from} ${value.kind} ${to}`
  drawing.edges.set(id, { id, from, to, kind: value.kind, hedged: value.hedged === true, evidence })
  return around
}
