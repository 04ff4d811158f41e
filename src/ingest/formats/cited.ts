/** The entry of BibTeX that a note has of its paper. */
import { type BibtexEntry, readBibtex } from '../bibtex.ts'
import type { ParsedFile } from '../parse.ts'
import type { Metadata } from './metadata.ts'
import { isCalled } from './titles.ts'

/** With what the one entry of BibTeX in a file says, where that is of the paper of this title, and nothing else says it. */
export function withBibtex(file: ParsedFile, metadata: Metadata, title: string): Metadata {
  const found = entryOf(file)
  if (!found || (!isCalled(title, found.title) && !isCalled(found.title, title))) return metadata
  return {
    ...metadata,
    lines: [...metadata.lines, { start: found.start, end: found.end, key: 'paper', style: 'bare', value: found.title, links: [] }],
    title: metadata.title ?? found.title,
    arxivId: metadata.arxivId ?? found.arxivId,
    doi: metadata.doi ?? found.doi,
    authors: metadata.authors.length > 0 ? metadata.authors : found.authors,
    year: metadata.year ?? found.year,
  }
}

type Found = BibtexEntry & { start: number; end: number }

const ENTRY =
  /^[ \t>]*@(?:article|inproceedings|conference|incollection|inbook|book|misc|online|phdthesis|mastersthesis|techreport|unpublished)\s*\{/gim
const MAX_ENTRY = 10_000

const read = new WeakMap<ParsedFile, { found: Found | null }>()

/** The entry of a file that has one; several are a bibliography. */
export function entryOf(file: ParsedFile): Found | null {
  const known = read.get(file)
  if (known) return known.found
  const [first, ...others] = file.text.includes('@') ? [...file.text.matchAll(ENTRY)] : []
  const found = first && others.length === 0 ? entryAt(file.text, first.index + first[0].indexOf('@')) : null
  read.set(file, { found })
  return found
}

function entryAt(text: string, start: number): Found | null {
  const end = closingBrace(text, start)
  if (end === null) return null
  try {
    const [entry] = readBibtex(text.slice(start, end).replace(/^[ \t]*>[ \t]?/gm, ''))
    return entry && entry.title !== '' ? { ...entry, start, end } : null
  } catch {
    return null // what only begins like an entry is text
  }
}

/** Past the brace that closes the first one after `start`; null where none does. */
function closingBrace(text: string, start: number): number | null {
  let depth = 0
  for (let at = text.indexOf('{', start); at < Math.min(text.length, start + MAX_ENTRY); at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at + 1
  }
  return null
}
