/** BibTeX to cards of papers: what a folder of notes has no note about yet. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { stringify } from 'yaml'
import { badInputFile } from '../errors.ts'
import { readArxivId } from '../ingest/link-target.ts'
import { isSlug, slugify } from '../ingest/names.ts'

/** One entry as a card: the text of a document of kind `paper`, and what it is known by. */
export type Card = { slug: string; citekey: string; arxivId: string | null; doi: string | null; markdown: string }

type Entry = { label: string; type: string; properties: Readonly<Record<string, string | number>> }

/** More entries than any bibliography by hand. */
const MAX_BYTES = 16 * 2 ** 20

/** Throws OperatorError for what is no BibTeX. Entries without a title are left out; `skipped` has their keys. */
export function cardsOf(text: string, file: string): { cards: Card[]; skipped: string[] } {
  if (text.length > MAX_BYTES) throw badInputFile(file, `it has over ${MAX_BYTES} characters`)
  let entries: Entry[]
  try {
    entries = [plugins.input.chain(text, { target: '@biblatex/entries+list' })].flat() as Entry[] // what the target is
  } catch (error) {
    throw badInputFile(file, (error as Error).message.split('\n', 1)[0] ?? 'it is no BibTeX')
  }
  const cards: Card[] = []
  const skipped: string[] = []
  for (const entry of entries) {
    const card = cardOf(entry)
    if (card && !cards.some(({ slug }) => slug === card.slug)) cards.push(card)
    else skipped.push(entry.label)
  }
  return { cards, skipped }
}

/** Without the braces and commands that keep BibTeX from changing letters. */
const plain = (text: string | number = '') =>
  String(text)
    .replace(/\\[a-z]+\s*\{([^{}]*)\}/gi, '$1')
    .replace(/[{}]/g, '')
    .replace(/\\([&%$#_])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

function cardOf({ label, properties }: Entry): Card | null {
  const value = (key: string) => plain(properties[key])
  const title = value('title')
  const slug = slugify(title)
  if (title === '' || !isSlug(slug)) return null
  const doi = /10\.\d{4,9}\/\S+/.exec(value('doi'))?.[0] ?? null
  const arxivId = ['eprint', 'url', 'note', 'journal', 'howpublished'].flatMap((key) => readArxivId(value(key)) ?? [])[0] ?? null
  const data = { kind: 'paper', slug, name: title, aliases: [label], ...(arxivId ? { arxiv: arxivId } : {}), ...(doi ? { doi } : {}) }
  const authors = value('author').replace(/ and /g, '; ')
  const printed = [value('journal') || value('booktitle'), value('year') || value('date')].filter(Boolean).join(', ')
  return {
    slug,
    citekey: label,
    arxivId,
    doi,
    markdown: `---\n${stringify(data)}---\n\n${[authors, printed].filter(Boolean).join('. ')}\n`,
  }
}
