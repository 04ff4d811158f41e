import { isCommonWord } from '../english.ts'
import { arxivIdIn } from '../link-target.ts'
import type { Heading } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import { type Prose, textOffset } from '../prose.ts'
import { firstAfter } from '../ranges.ts'
import { isTitleCase, type NoteFormat, type Part } from './format.ts'
import { isGeneric } from './headings.ts'
import { authorsOf, type KeyLine, type Metadata, NO_METADATA, yearIn } from './metadata.ts'
import { printedIn, titleOfHeading } from './titles.ts'
import { topHeading, whole } from './whole-file.ts'

/** One paper in one file: its title, and its authors in the line below, as a heading and a paragraph or as a list. */
export const byline: NoteFormat = {
  name: 'byline',
  read(file) {
    const [first, second] = file.outline.prose
    const top = topHeading(file)
    const heads = file.outline.headings[0]?.start ?? Infinity
    if (first?.role === 'item' && second?.role === 'item' && second.end <= heads) return readList(file, first, second)
    if (!top || isGeneric(top.text)) return null
    const by = bylineBelow(file, top)
    if (!by) return null
    const dated = printedIn(titleOfHeading(file, top), by)
    const isSure =
      dated.year !== null ||
      by.authors.length > 1 ||
      by.arxivId !== null ||
      /^\s*\n(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n/.test(file.text.slice(by.lines[0]?.end))
    return isSure ? whole(file, { metadata: by }) : null
  },
}

/** What the first paragraph right below a heading says of who wrote it, and when. */
export function bylineBelow(file: ParsedFile, heading: Heading): Metadata | null {
  const below = firstAfter(file.outline.prose, heading.end)
  const next = firstAfter(file.outline.headings, heading.end)?.start ?? Infinity
  return below && below.start < next ? bylineOf(file, below) : null
}

/** Of a list at the head of a file the first item is the title, and the second has the authors. */
function readList(file: ParsedFile, first: Prose, second: Prose): Part[] | null {
  const title = first.text.trim()
  const by = isHeadline(title) && isTitleCase(title) ? bylineOf(file, second) : null
  return by && whole(file, { name: title, metadata: { ...by, lines: [lineOf(first), ...by.lines] } })
}

/** Words, and no sentence. */
const isHeadline = (text: string) => text.length <= 200 && /\s/.test(text) && !/[.。;；:：]$/.test(text)
const lineOf = ({ start, end, text }: Prose): KeyLine => ({ start, end, key: 'authors', style: 'bare', value: text, links: [] })

const MAX_BYLINE = 600
/** `Kwon, Woosuk, et al. "A Fast Framework." arXiv preprint arXiv:2204.09656 (2022).` */
const CITATION = /^(?<authors>[^"“”]{3,300}?)[.,]?\s*["“][^"“”]{8,300}["”]/u

/** A paragraph that names authors, and may say where and when, in the lines below them too; null of any other. */
export function bylineOf(file: ParsedFile, prose: Prose): Metadata | null {
  const text = prose.text.trim().replace(/^by:?\s+/i, '')
  if (text.length > MAX_BYLINE || prose.linksOnly) return null
  const cited = CITATION.exec(text)?.groups?.authors
  const year = yearIn(text)
  if (cited !== undefined && (year === null || !isListOfNames(cited))) return null
  const [line = '', ...below] = file.text.slice(prose.start, prose.end).split('\n')
  const first = prose.text
    .slice(0, textOffset(prose, prose.start + line.length))
    .trim()
    .replace(/^by:?\s+/i, '')
  const alone = below.length > 0 && !/(?:[,;&，；]|\band)$/.test(first) && !isListOfNames(below[0] ?? '') ? namesAmong(first) : null
  const names = cited === undefined ? (alone ?? namesAmong(text)) : citedNames(cited)
  if (names === null || names.length === 0) return null
  return {
    ...NO_METADATA,
    lines: [lineOf(prose)],
    authors: names,
    year,
    arxivId: arxivIdIn(text),
  }
}

/** Names and initials alone: "Kwon, W., et al." */
const isListOfNames = (text: string): boolean =>
  text
    .replace(/\bet al\.?|\s*[(（][^()（）]{0,80}[)）]/g, '')
    .split(/\s*(?:[,，、;；&]|\band\b)\s*/)
    .every((part) => part.trim() === '' || NAME.test(part.trim()) || /^(?:\p{Lu}[\p{L}.'’-]*)$/u.test(part.trim()))

const PARTICLE = 'de|del|della|der|den|van|von|di|da|du|la|le|el|al|bin|ben|ter|ten|dos|y'
const NAME = new RegExp(`^(?:\\p{Lu}[\\p{L}.'’-]*)(?:\\s+(?:\\p{Lu}[\\p{L}.'’-]*|${PARTICLE})){1,4}$`, 'u')

/** The names that a list begins with; null where it holds what is no name, place or year. Most must be no words of English: tags look like names. */
function namesAmong(text: string): string[] | null {
  const parts = text
    .replace(/\s*\([^()]{0,80}\)/g, '')
    .replace(/[.\s]+$/, '')
    .split(/\s*(?:[,，、;；&]|\band\b|\.(?=\s+\d))\s*/)
    .filter((part) => part !== '' && !/^et al\.?$/.test(part))
  const other = parts.findIndex((part) => !NAME.test(part))
  const [names, rest] = other < 0 ? [parts, []] : [parts.slice(0, other), parts.slice(other)]
  const isVenue = (part: string) => yearIn(part) !== null || (/^\p{Lu}/u.test(part) && part.split(/\s+/).length <= 8)
  const dated = yearIn(rest.join(' ')) !== null
  if (names.length === 0 || (rest.length > 0 && !(dated && rest.length <= 3 && rest.every(isVenue)))) return null
  const hasInitial = (name: string) => /(?:^|\s)\p{Lu}\./u.test(name)
  const people = names.filter((name) => hasInitial(name) || name.split(/\s+/).some((word) => !isCommonWord(word)))
  const enough = dated || names.some(hasInitial) ? people.length * 2 >= names.length : people.length * 2 > names.length
  return enough ? names : null
}

/** The authors of a citation, of which the first has the family name before the other: "Kwon, Woosuk, et al." */
function citedNames(written: string): string[] {
  const [family, given, ...others] = authorsOf(written.replace(/,?\s*et al\.?$/, ''))
  const isWord = (name: string | undefined) => name !== undefined && !/\s/.test(name)
  return isWord(family) && given !== undefined
    ? [`${given} ${family}`, ...others]
    : [family, given, ...others].flatMap((name) => name ?? [])
}
