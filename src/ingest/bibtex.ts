/** Entries of BibTeX, wherever they stand: a file of them, or one in a note. */
import { createRequire } from 'node:module'
import { readArxivId } from './link-target.ts'

/** What an entry says of its work, without braces and commands. */
export type BibtexEntry = {
  citekey: string
  title: string
  authors: string[]
  arxivId: string | null
  doi: string | null
  year: number | null
  /** the journal, or the proceedings */
  printedIn: string
}

type Raw = { label: string; properties: Readonly<Record<string, string | number>> }

/** Loaded where there is an entry: it takes as long as a thousand notes. */
const require = createRequire(import.meta.url)
const parser = () => {
  require('@citation-js/plugin-bibtex')
  return (require('@citation-js/core') as typeof import('@citation-js/core')).plugins.input
}

/** The entries of a text. Throws where it is no BibTeX. */
export function readBibtex(text: string): BibtexEntry[] {
  const entries = [parser().chain(text, { target: '@biblatex/entries+list' })].flat() as Raw[] // what the target is
  return entries.map(({ label, properties }) => {
    const value = (key: string) => plain(properties[key])
    const year = /(?:19|20)\d{2}/.exec(value('year') || value('date'))?.[0]
    return {
      citekey: label,
      title: value('title'),
      authors: value('author')
        .split(/\s+and\s+/)
        .filter((name) => name !== '' && name !== 'others')
        .map(inOrder),
      arxivId: ['eprint', 'url', 'note', 'journal', 'howpublished'].flatMap((key) => readArxivId(value(key)) ?? [])[0] ?? null,
      doi: /10\.\d{4,9}\/\S+/.exec(value('doi'))?.[0] ?? null,
      year: year === undefined ? null : Number(year),
      printedIn: value('journal') || value('booktitle'),
    }
  })
}

/** "Lovelace, Ada" is Ada Lovelace. */
const inOrder = (name: string) => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1').trim()

/** As TeX writes accents, and as Unicode combines them with a letter. */
const ACCENTS = { '"': '\u0308', "'": '\u0301', '`': '\u0300', '^': '\u0302', '~': '\u0303' } as const

/** Without the braces and commands that keep BibTeX from changing letters. */
const plain = (text: string | number = '') =>
  String(text)
    .replace(/\\[a-z]+\s*\{([^{}]*)\}/gi, '$1')
    .replace(/[{}]/g, '')
    .replace(/\\(["'`^~])([A-Za-z])/g, (_, accent: keyof typeof ACCENTS, letter: string) => `${letter}${ACCENTS[accent]}`.normalize('NFC'))
    .replace(/\\([&%$#_])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
