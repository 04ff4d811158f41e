/** papergraph export FORMAT and import bibtex: the graph for other programs, and papers from their lists. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import { badInputFile, EXIT, OperatorError } from '../errors.ts'
import { EXPORT_FORMATS } from '../exchange/formats.ts'
import { type Card, cardsOf } from '../exchange/from-bibtex.ts'
import { readGraph } from '../exchange/graph.ts'
import { discover } from '../ingest/discover.ts'
import { readDocuments } from '../ingest/ingest.ts'
import type { Store } from '../store/open.ts'

/** The text, where no file is named; else what was written. */
export async function exportCommand(format: string, store: Store, { out }: { out?: string }): Promise<string> {
  const text = (await EXPORT_FORMATS[format]?.write(await readGraph(store))) ?? ''
  if (out === undefined) return text
  try {
    writeFileSync(out, text)
  } catch (error) {
    throw new OperatorError(`${out} can't be written: ${(error as Error).message}.`, EXIT.failed)
  }
  return `${out}: ${Buffer.byteLength(text)} bytes\n`
}

/** Writes a card for each entry of which no document knows yet; no file is ever written over. */
export async function importBibtexCommand(file: string, config: Config): Promise<string> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw badInputFile(file, (error as Error).message)
  }
  const { cards, skipped } = cardsOf(text, file)
  const { documents } = discover(config.content).documents.length > 0 ? await readDocuments(config) : { documents: [] }
  const names = documents.flatMap((document) => document.names)
  const sections = documents.flatMap((document) => document.sections)
  const slugs = new Set([...names.map(({ slug }) => slug), ...sections.map(({ paperSlug }) => paperSlug)])
  const ids = new Set([...names, ...sections].flatMap(({ arxivId, doi }) => [arxivId, doi?.toLowerCase()].flatMap((id) => id ?? [])))
  const isKnown = ({ slug, arxivId, doi }: Card) =>
    slugs.has(slug) || (arxivId !== null && ids.has(arxivId)) || (doi !== null && ids.has(doi.toLowerCase()))
  const folder = path.join(config.content, 'papers')
  mkdirSync(folder, { recursive: true })
  const fresh = cards.filter((card) => !isKnown(card) && !existsSync(path.join(folder, `${card.slug}.md`)))
  for (const { slug, markdown } of fresh) writeFileSync(path.join(folder, `${slug}.md`), markdown, { flag: 'wx' })
  const left = skipped.length > 0 ? `, ${skipped.length} without a title of their own (${skipped.slice(0, 5).join(', ')})` : ''
  return `${fresh.length} cards written, ${cards.length - fresh.length} papers known already${left}\n`
}
