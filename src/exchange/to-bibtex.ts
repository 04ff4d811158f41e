import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { addressOf, type GraphRecord } from './graph.ts'

/** A name is one whole, which its braces say: what is a family name is not known. */
export function toBibtex({ papers }: GraphRecord): string {
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
