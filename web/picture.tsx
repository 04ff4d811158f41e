import cytoscape, { type Core } from 'cytoscape'
import dagre from 'cytoscape-dagre'
import { useEffect, useRef, useState } from 'react'
import type { Drawing, DrawnEdge, DrawnVerdict } from './drawing.ts'

cytoscape.use(dagre)

/** Kinds of relation are told apart by line, arrow and word, not by colour alone. */
const LINES: Record<string, { line: 'solid' | 'dashed' | 'dotted'; arrow: string; color: string }> = {
  EXTENDS: { line: 'solid', arrow: 'triangle', color: '#1b5fa7' },
  IMPROVES: { line: 'solid', arrow: 'chevron', color: '#1a7f37' },
  COMBINES: { line: 'solid', arrow: 'diamond', color: '#8250df' },
  USES: { line: 'dotted', arrow: 'vee', color: '#57606a' },
  VARIANT_OF: { line: 'dashed', arrow: 'triangle', color: '#1b5fa7' },
  CONTRASTS_WITH: { line: 'dashed', arrow: 'tee', color: '#bc4c00' },
  OUTPERFORMS: { line: 'solid', arrow: 'triangle-tee', color: '#1a7f37' },
}
const OTHER = { line: 'solid', arrow: 'vee', color: '#57606a' } as const

const STYLE: cytoscape.StylesheetJson = [
  {
    selector: 'node',
    style: {
      label: 'data(label)',
      'font-size': 12,
      'text-valign': 'center',
      width: 120,
      height: 22,
      padding: '8px',
      'text-max-width': '140px',
      'text-wrap': 'wrap',
      'border-width': 2,
      'border-color': '#24292f',
      'background-color': '#ffffff',
      color: '#24292f',
      shape: 'round-rectangle',
    } as never,
  },
  { selector: 'node[kind = "noted"]', style: { 'border-style': 'dashed', 'background-color': '#f6f8fa' } },
  {
    selector: 'node[kind = "technique"]',
    style: { shape: 'hexagon', 'background-color': '#fff8c5', 'border-color': '#7d4e00', padding: '14px' } as never,
  },
  {
    selector: 'edge',
    style: {
      label: 'data(word)',
      'font-size': 9,
      color: '#24292f',
      'text-background-color': '#ffffff',
      'text-background-opacity': 0.9,
      'text-rotation': 'autorotate',
      'curve-style': 'bezier',
      width: 2,
      'line-style': 'data(line)',
      'line-color': 'data(color)',
      'target-arrow-color': 'data(color)',
      'target-arrow-shape': 'data(arrow)',
    } as never,
  },
  { selector: ':selected', style: { 'border-width': 4, width: 4 } as never },
]

export function Picture({ drawing, onExpand }: { drawing: Drawing; onExpand: (slug: string) => void }) {
  const box = useRef<HTMLDivElement>(null)
  const core = useRef<Core | null>(null)
  const [shown, setShown] = useState<DrawnEdge | null>(null)
  const expand = useRef(onExpand)
  expand.current = onExpand
  useEffect(() => {
    if (!box.current) return
    const cy = cytoscape({ container: box.current, style: STYLE, maxZoom: 2, minZoom: 0.2 })
    cy.on('tap', 'node', (event) => expand.current(event.target.id()))
    cy.on('tap', 'edge', (event) => setShown(event.target.data('edge')))
    cy.on('resize', () => cy.fit(undefined, 12)) // the quotes below take their room after the layout
    core.current = cy
    return () => cy.destroy()
  }, [])
  useEffect(() => {
    const cy = core.current
    if (!cy) return
    setShown(null)
    cy.elements().remove()
    cy.add([
      ...[...drawing.nodes.values()].map((node) => ({ group: 'nodes' as const, data: node })),
      ...[...drawing.edges.values()].map((edge) => {
        const { line, arrow, color } = LINES[edge.kind] ?? OTHER
        const word = edge.kind.toLowerCase().replaceAll('_', ' ') + (edge.hedged ? ' (hedged)' : '')
        return { group: 'edges' as const, data: { id: edge.id, source: edge.from, target: edge.to, word, line, arrow, color, edge } }
      }),
    ])
    cy.layout({ name: 'dagre', rankDir: 'LR', nodeSep: 20, rankSep: 90, padding: 16 } as never).run()
  }, [drawing])
  return (
    <section className="picture" aria-label="Picture of the answer">
      {drawing.plots.map((svg) => (
        <img key={svg} className="plot" alt="Roofline" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
      ))}
      <Verdicts verdicts={drawing.verdicts} />
      <div
        className="canvas"
        hidden={drawing.nodes.size === 0}
        ref={box}
        data-nodes={[...drawing.nodes.keys()].join(' ')}
        data-edges={[...drawing.edges.keys()].join(', ')}
      />
      {drawing.nodes.size + drawing.verdicts.length + drawing.plots.length === 0 && (
        <p className="hint">Run a query that answers with papers, relations, claims or plots: they are drawn here.</p>
      )}
      <Details edges={shown ? [shown] : [...drawing.edges.values()]} />
      <p className="legend" hidden={drawing.nodes.size === 0}>
        Solid box: documented. Dashed box: noted. Hexagon: technique. Click a line for its quote, a node for its neighbours.
      </p>
    </section>
  )
}

/** A mark as well as a colour: not everyone sees both. */
const MARKS: Record<string, string> = { HOLDS: '✓', HOLDS_IF: '◐', FAILS: '✗', STALE: '⟳', UNSUPPORTED: '–' }

function Verdicts({ verdicts }: { verdicts: DrawnVerdict[] }) {
  return (
    <ul className="verdicts">
      {verdicts.map(({ slug, verdict, condition, reason, quote }) => (
        <li key={slug} className={verdict}>
          <b>
            {MARKS[verdict] ?? '?'} {verdict.replace('_', ' ')} {condition}
          </b>{' '}
          {slug}
          {quote && <blockquote>{quote}</blockquote>}
          {reason && <p>{reason}</p>}
        </li>
      ))}
    </ul>
  )
}

/** The quotes of a relation; of all, until one is chosen. */
function Details({ edges }: { edges: DrawnEdge[] }) {
  return (
    <ul className="quotes">
      {edges.map((edge) => (
        <li key={edge.id}>
          <b>
            {edge.from} {edge.kind} {edge.to}
          </b>
          {edge.evidence.map((one) => (
            <blockquote key={`${one.file}:${one.line}:${one.column}:${one.quote}`}>
              {one.quote}
              {one.file && (
                <cite>
                  {one.file}:{one.line}:{one.column}
                </cite>
              )}
            </blockquote>
          ))}
        </li>
      ))}
    </ul>
  )
}
