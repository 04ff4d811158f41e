/** BibTeX to cards of papers: what a folder of notes has no note about yet. */
import { stringify } from 'yaml'
import { badInputFile } from '../errors.ts'
import { type BibtexEntry, readBibtex } from '../ingest/bibtex.ts'
import { isSlug, slugify } from '../ingest/names.ts'

/** One entry as a card: the text of a document of kind `paper`, and what it is known by. */
export type Card = { slug: string; citekey: string; arxivId: string | null; doi: string | null; markdown: string }

/** More entries than any bibliography by hand. */
const MAX_BYTES = 16 * 2 ** 20

/** Throws OperatorError for what is no BibTeX. Entries without a title are left out; `skipped` has their keys. */
export function cardsOf(text: string, file: string): { cards: Card[]; skipped: string[] } {
  if (text.length > MAX_BYTES) throw badInputFile(file, `it has over ${MAX_BYTES} characters`)
  let entries: BibtexEntry[]
  try {
    entries = readBibtex(text)
  } catch (error) {
    throw badInputFile(file, (error as Error).message.split('\n', 1)[0] ?? 'it is no BibTeX')
  }
  const cards: Card[] = []
  const skipped: string[] = []
  for (const entry of entries) {
    const card = cardOf(entry)
    if (card && !cards.some(({ slug }) => slug === card.slug)) cards.push(card)
    else skipped.push(entry.citekey)
  }
  return { cards, skipped }
}

function cardOf({ citekey, title, authors, arxivId, doi, year, printedIn }: BibtexEntry): Card | null {
  const slug = slugify(title)
  if (title === '' || !isSlug(slug)) return null
  const data = { kind: 'paper', slug, name: title, aliases: [citekey], ...(arxivId ? { arxiv: arxivId } : {}), ...(doi ? { doi } : {}) }
  const printed = [printedIn, year ?? ''].filter(Boolean).join(', ')
  return {
    slug,
    citekey,
    arxivId,
    doi,
    markdown: `---\n${stringify(data)}---\n\n${[authors.join('; '), printed].filter(Boolean).join('. ')}\n`,
  }
}
