/** What of an answer can be drawn, wherever in it it stands: papers, techniques, relations between them, verdicts and plots. */

export type DrawnNode = { id: string; slug: string; label: string; kind: 'documented' | 'noted' | 'technique' }
export type DrawnEdge = {
  id: string
  from: string
  to: string
  kind: string
  hedged: boolean
  evidence: { quote: string; file?: string; line?: number; column?: number }[]
}
export type DrawnVerdict = { slug: string; verdict: string; condition: string | null; reason: string; quote: string | null }
export type Drawing = {
  nodes: Map<string, DrawnNode>
  edges: Map<string, DrawnEdge>
  verdicts: DrawnVerdict[]
  /** SVG documents */
  plots: string[]
}

const empty = (): Drawing => ({ nodes: new Map(), edges: new Map(), verdicts: [], plots: [] })
export const EMPTY: Drawing = empty()

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Reads any answer: an object with `slug` is a node; one with `kind` and a `target`, an edge from its `source` or the paper around it. */
export function drawingOf(answer: unknown): Drawing {
  const drawing = empty()
  visit(answer, null, drawing)
  return drawing
}

export function merged(a: Drawing, b: Drawing): Drawing {
  return {
    nodes: new Map([...a.nodes, ...b.nodes]),
    edges: new Map([...a.edges, ...b.edges]),
    verdicts: [...a.verdicts, ...b.verdicts],
    plots: [...a.plots, ...b.plots],
  }
}

function visit(value: unknown, around: string | null, drawing: Drawing): void {
  if (Array.isArray(value)) for (const item of value) visit(item, around, drawing)
  else if (isObject(value)) {
    if (typeof value.svg === 'string') drawing.plots.push(value.svg)
    if (typeof value.verdict === 'string' && typeof value.slug === 'string') drawing.verdicts.push(verdict(value))
    const inside = isEdge(value)
      ? edge(value, around, drawing)
      : typeof value.slug === 'string' && isNode(value)
        ? node(value, drawing)
        : around
    for (const [key, child] of Object.entries(value)) if (!NOT_OF_THE_GRAPH.has(key)) visit(child, inside, drawing)
  }
}

/** Fields whose slugs are those of blocks, networks and machines. */
const NOT_OF_THE_GRAPH = new Set(['block', 'blocks', 'model', 'models', 'costDelta', 'hardware'])

const verdict = (value: Json): DrawnVerdict => ({
  slug: String(value.slug),
  verdict: String(value.verdict),
  condition: typeof value.condition === 'string' ? value.condition : null,
  reason: typeof value.reason === 'string' ? value.reason : '',
  quote: typeof value.quote === 'string' ? value.quote : null,
})

const isNode = (value: Json) =>
  !['Block', 'Model', 'Claim', 'Hardware'].includes(String(value.__typename)) && !('parameters' in value) && !('verdict' in value)
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
