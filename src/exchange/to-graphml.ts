import { create } from 'xmlbuilder2'
import type { GraphRecord } from './graph.ts'

/** What XML 1.0 can't hold is left out. */
const xmlText = (value: unknown) =>
  [...String(value ?? '')].filter((char) => /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]$/u.test(char)).join('')

const NODE_KEYS = ['type', 'name', 'title', 'status', 'arxivId', 'doi', 'year'] as const
const EDGE_KEYS = ['kind', 'confidence', 'hedged', 'quote', 'path', 'line'] as const

export function toGraphml({ papers, techniques, relations }: GraphRecord): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' })
  const typeOf = (key: string) =>
    key === 'year' || key === 'line' ? 'int' : key === 'confidence' ? 'double' : key === 'hedged' ? 'boolean' : 'string'
  for (const [use, keys] of [
    ['node', NODE_KEYS],
    ['edge', EDGE_KEYS],
  ] as const)
    for (const key of keys) root.ele('key', { id: `${use}-${key}`, for: use, 'attr.name': key, 'attr.type': typeOf(key) })
  const graph = root.ele('graph', { id: 'papergraph', edgedefault: 'directed' })
  const add = (element: 'node' | 'edge', attributes: object, keys: readonly string[], data: Readonly<Record<string, unknown>>) => {
    const at = graph.ele(element, attributes)
    for (const key of keys)
      if (data[key] !== null && data[key] !== undefined) at.ele('data', { key: `${element}-${key}` }).txt(xmlText(data[key]))
  }
  for (const paper of papers) add('node', { id: `paper:${paper.slug}` }, NODE_KEYS, { type: 'paper', ...paper })
  for (const technique of techniques) add('node', { id: `technique:${technique.slug}` }, NODE_KEYS, { type: 'technique', ...technique })
  for (const relation of relations)
    add(
      'edge',
      { id: xmlText(relation.id), source: `paper:${relation.source}`, target: `${relation.targetType}:${relation.target}` },
      EDGE_KEYS,
      relation,
    )
  return `${root.end({ prettyPrint: true })}\n`
}
