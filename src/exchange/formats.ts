/** The graph in the formats of other programs. To add one, add its entry. */
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { stringify } from 'csv-stringify/sync'
import { create } from 'xmlbuilder2'
import type { GraphRecord, PaperRecord } from './graph.ts'

export type ExportFormat = { says: string; write(graph: GraphRecord): string }

export const EXPORT_FORMATS: Readonly<Record<string, ExportFormat>> = {
  jsonld: { says: 'papers, techniques and relations as JSON-LD, in the words of schema.org', write: jsonLd },
  bibtex: { says: 'papers as BibTeX entries, their slugs as keys', write: bibtex },
  'csv-papers': {
    says: 'papers as a table',
    write: ({ papers }) => table(papers.map((paper) => ({ ...paper, authors: paper.authors.join('; ') }))),
  },
  'csv-relations': { says: 'relations as a table', write: ({ relations }) => table(relations) },
  graphml: { says: 'papers, techniques and relations as GraphML, for Gephi and the like', write: graphml },
}

/** A cell that begins as a formula does is text to a spreadsheet, too. */
const table = (rows: readonly object[]): string => stringify([...rows], { header: true, escape_formulas: true, cast: { boolean: String } })

const addressOf = ({ arxivId, doi }: PaperRecord): string | undefined =>
  arxivId ? `https://arxiv.org/abs/${arxivId}` : doi ? `https://doi.org/${doi}` : undefined

/** A name is one whole, which its braces say: what is a family name is not known. */
function bibtex({ papers }: GraphRecord): string {
  Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false })
  const entries = papers.map((paper) => ({
    id: paper.slug,
    type: 'article',
    title: paper.title ?? paper.name,
    author: paper.authors.map((name) => ({ literal: name.replace(/[{}\\]/g, '') })),
    ...(paper.year === null ? {} : { issued: { 'date-parts': [[paper.year, ...(paper.month === null ? [] : [paper.month])]] } }),
    ...(paper.doi === null ? {} : { DOI: paper.doi }),
    ...(addressOf(paper) === undefined ? {} : { URL: addressOf(paper) }),
  }))
  return entries.length === 0 ? '' : new Cite(entries).format('bibtex')
}

const CONTEXT = {
  '@vocab': 'https://schema.org/',
  pg: 'urn:papergraph:',
  relations: { '@reverse': 'pg:source' },
  target: { '@id': 'pg:target', '@type': '@id' },
  kind: 'pg:kind',
  confidence: 'pg:confidence',
  hedged: 'pg:hedged',
  quote: 'pg:quote',
  evidence: 'pg:evidence',
}

function jsonLd({ papers, techniques, relations }: GraphRecord): string {
  const idOf = (type: string, slug: string) => `urn:papergraph:${type}:${encodeURIComponent(slug)}`
  const from = new Map<string, object[]>()
  for (const { id, source, kind, targetType, target, confidence, hedged, quote, path, line } of relations) {
    const relation = {
      '@id': idOf('relation', id),
      '@type': 'pg:Relation',
      kind,
      target: idOf(targetType, target),
      confidence,
      hedged,
      quote,
      evidence: `${path}:${line}`,
    }
    from.set(source, [...(from.get(source) ?? []), relation])
  }
  const works = papers.map((paper) => ({
    '@id': idOf('paper', paper.slug),
    '@type': 'ScholarlyArticle',
    name: paper.title ?? paper.name,
    ...(paper.title && paper.title !== paper.name ? { alternateName: paper.name } : {}),
    ...(paper.authors.length > 0 ? { author: paper.authors.map((name) => ({ '@type': 'Person', name })) } : {}),
    ...(paper.year === null
      ? {}
      : {
          datePublished: [paper.year, paper.month]
            .flatMap((n) => n ?? [])
            .map((n) => String(n).padStart(2, '0'))
            .join('-'),
        }),
    ...(paper.arxivId || paper.doi
      ? {
          identifier: [paper.arxivId && `arXiv:${paper.arxivId}`, paper.doi && `doi:${paper.doi}`].filter(Boolean),
          sameAs: addressOf(paper),
        }
      : {}),
    ...(from.has(paper.slug) ? { relations: from.get(paper.slug) } : {}),
  }))
  const terms = techniques.map(({ slug, name }) => ({ '@id': idOf('technique', slug), '@type': 'DefinedTerm', name }))
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': [...works, ...terms] }, null, 2)}\n`
}

/** What XML 1.0 can't hold is left out. */
const xmlText = (value: unknown) =>
  [...String(value ?? '')].filter((char) => /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]$/u.test(char)).join('')

const NODE_KEYS = ['type', 'name', 'title', 'status', 'arxivId', 'doi', 'year'] as const
const EDGE_KEYS = ['kind', 'confidence', 'hedged', 'quote', 'path', 'line'] as const

function graphml({ papers, techniques, relations }: GraphRecord): string {
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
