import { addressOf, type GraphRecord } from './graph.ts'

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

export function toJsonLd({ papers, techniques, relations }: GraphRecord): string {
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
