/** The graph in the formats of other programs. To add one, add its file and its entry; what a format needs is loaded when it is asked for. */
import type { GraphRecord } from './graph.ts'

export type ExportFormat = { says: string; write(graph: GraphRecord): Promise<string> }

export const EXPORT_FORMATS: Readonly<Record<string, ExportFormat>> = {
  jsonld: {
    says: 'papers, techniques and relations as JSON-LD, in the words of schema.org',
    write: async (graph) => (await import('./to-jsonld.ts')).toJsonLd(graph),
  },
  bibtex: {
    says: 'papers as BibTeX entries, their slugs as keys',
    write: async (graph) => (await import('./to-bibtex.ts')).toBibtex(graph),
  },
  'csv-papers': { says: 'papers as a table', write: async (graph) => (await import('./to-csv.ts')).papersToCsv(graph) },
  'csv-relations': { says: 'relations as a table', write: async (graph) => (await import('./to-csv.ts')).relationsToCsv(graph) },
  graphml: {
    says: 'papers, techniques and relations as GraphML, for Gephi and the like',
    write: async (graph) => (await import('./to-graphml.ts')).toGraphml(graph),
  },
}
