/** Who wrote a paper, as the line below its title says: names, and perhaps where and when it was printed. */
import { isCommonTerm, venueYear } from '../common-terms.ts'
import { isCommonWord } from '../english.ts'
import { arxivIdIn } from '../link-target.ts'
import type { Heading } from '../markdown.ts'
import { isDistinctive } from '../names.ts'
import type { ParsedFile } from '../parse.ts'
import { type Prose, textOffset } from '../prose.ts'
import { firstAfter, type Range, within } from '../ranges.ts'
import { titleOfShort } from './format.ts'
import { isOverData } from './headings.ts'
import { authorsOf, CITED, type KeyLine, type Metadata, NO_METADATA, yearIn } from './metadata.ts'

/** A line as one that says who wrote it. */
export const lineOf = ({ start, end, text }: Range & { text: string }): KeyLine => ({
  start,
  end,
  key: 'authors',
  style: 'bare',
  value: text,
  links: [],
})

/** With what the line right below a heading, or a heading right below it, says of who wrote it, where nothing else does. */
export function withByline(file: ParsedFile, metadata: Metadata, heading: Heading): Metadata {
  const by = metadata.authors.length > 0 ? null : (bylineBelow(file, heading) ?? bylineUnder(file, heading) ?? citedBelow(file, heading))
  if (!by) return metadata
  const { title, arxivId, year } = metadata
  return {
    ...metadata,
    lines: [...metadata.lines, ...by.lines],
    title: title ?? by.title,
    authors: by.authors,
    year: year ?? by.year,
    arxivId: arxivId ?? by.arxivId,
  }
}

const HAN = /\p{sc=Han}/u
const isOtherScript = (one: string, other: string) => HAN.test(one) !== HAN.test(other)

/** What the first paragraph right below a heading, or a lower heading there, says of who wrote it, and when. */
export function bylineBelow(file: ParsedFile, heading: Heading): Metadata | null {
  const below = firstAfter(file.outline.prose, heading.end)
  const next = firstAfter(file.outline.headings, heading.end)
  if (below && below.start < (next?.start ?? Infinity)) {
    const title = titleOfShort(heading.text, below)
    const after = title === null ? undefined : firstAfter(file.outline.prose, below.end)
    return bylineOf(file, after && after.start < (next?.start ?? Infinity) ? after : below)
  }
  // the title may stand there once more, in another script
  if (
    next &&
    next.level === heading.level &&
    isOtherScript(heading.text, next.text) &&
    !/\S/.test(file.text.slice(heading.end, next.start))
  )
    return bylineBelow(file, next)
  const by = next && next.level > heading.level ? bylineOf(file, asProse(file, next)) : null
  // one name may be any heading
  return by && next && (by.authors.length > 1 || by.year !== null || LABEL.test(next.text)) ? by : null
}

/** What a heading says that is nothing but who wrote something, and when; null of any other. */
export function bylineOfHeading(file: ParsedFile, heading: Heading): Metadata | null {
  if (!/[,，&]|\band\b/.test(heading.text) || yearIn(heading.text) === null) return null
  const by = bylineOf(file, asProse(file, heading))
  return by && by.authors.length > 1 ? by : null
}

/** `Finn C, Abbeel P. Model-agnostic meta-learning[C]//ICML. 2017`, in one of the first lines below a heading. */
function citedBelow(file: ParsedFile, heading: Heading): Metadata | null {
  const until = firstAfter(file.outline.headings, heading.end)?.start ?? Infinity
  for (const prose of within(file.outline.prose, { start: heading.end, end: until }).slice(0, MAX_DATA)) {
    const cited = prose.text.length <= MAX_BYLINE ? CITED.exec(prose.text.trim().replace(/^\*?论文[:：]\s*/, ''))?.groups : undefined
    if (!cited) continue
    const title = titleOfShort(heading.text, { ...prose, role: 'paragraph', text: `[${cited.title}]` })
    const printed = cited.printed ?? ''
    return {
      ...NO_METADATA,
      lines: [lineOf(prose)],
      title,
      authors: authorsOf(cited.authors ?? null),
      year: yearIn(printed),
      arxivId: arxivIdIn(printed),
    }
  }
  return null
}

/** Lines under a heading over data that label nothing: `- 2015 NIPS`, `- Lovelace, Ada, and Alan Turing.` */
const MAX_DATA = 4

function bylineUnder(file: ParsedFile, heading: Heading): Metadata | null {
  const over = firstAfter(file.outline.headings, heading.end)
  if (!over || !isOverData(over.text)) return null
  const lines = within(file.outline.prose, { start: over.end, end: firstAfter(file.outline.headings, over.end)?.start ?? Infinity })
  const said = lines.slice(0, MAX_DATA)
  const line = said.find(
    ({ text }) => text.length <= MAX_BYLINE && isListOfNames(text.replace(/\.\s*$/, '')) && /[,，、]|\band\b|&|et\.? al/i.test(text),
  )
  if (!line) return null
  const year = said.flatMap(({ text }) => (text.length <= MAX_BYLINE ? (yearIn(text) ?? []) : []))[0] ?? null
  return { ...NO_METADATA, lines: said.map(lineOf), authors: citedNames(line.text.trim().replace(/\.$/, '')), year }
}

const asProse = (file: ParsedFile, { start, end, text }: Heading): Prose => ({
  start,
  end,
  role: 'paragraph',
  text,
  pieces: { at: [0], from: [Math.max(start, file.text.indexOf(text, start))] },
  linksOnly: false,
})

const MAX_BYLINE = 600
const LABEL = /^(?:by\b|authors?\b(?!\/)|作者)\s*[:：-]*\s*/iu
/** `Kwon, Woosuk, et al. "A Fast Framework." arXiv preprint arXiv:2204.09656 (2022).` */
const CITATION = /^(?<authors>[^"“”]{3,300}?)[.,]?\s*["“][^"“”]{8,300}["”]/u

/** `Lovelace, A., & Turing, A. M. (2014). Grids for All. …` */
const DATED = /^(?<authors>[^()]{3,400}?)[\s,]*\((?<year>(?:19|20)\d{2})[a-z]?\)[.,]?\s/u
const INITIALLED = /(?<family>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?),\s(?<initials>(?:\p{Lu}\.[\s-]?){1,4})/gu

/** The names of a list in which a comma and initials follow each family name; none of any other. */
function initialledNames(text: string): string[] {
  const rest = text.replace(INITIALLED, '').replace(/[\s,&.]|\band\b|\bet\.? ?al/g, '')
  return rest === '' ? [...text.matchAll(INITIALLED)].map(({ groups }) => `${groups?.initials?.trim()} ${groups?.family}`) : []
}

/** A paragraph that names authors, and may say where and when, in the lines below them too; null of any other. */
export function bylineOf(file: ParsedFile, prose: Prose): Metadata | null {
  const text = prose.text.trim().replace(LABEL, '')
  if (text.length > MAX_BYLINE || prose.linksOnly || (prose.role === 'item' && citationIn(text))) return null
  const dated = DATED.exec(text)?.groups
  const initialled = dated ? initialledNames(dated.authors ?? '') : []
  if (initialled.length > 0) return { ...NO_METADATA, lines: [lineOf(prose)], authors: initialled, year: Number(dated?.year) }
  const cited = CITATION.exec(text)?.groups?.authors
  const year = yearIn(text)
  if (cited !== undefined && (year === null || !isListOfNames(cited))) return null
  const [line = '', ...below] = file.text.slice(prose.start, prose.end).split('\n')
  const first = prose.text
    .slice(0, textOffset(prose, prose.start + line.length))
    .trim()
    .replace(LABEL, '')
  const alone = below.length > 0 && !/(?:[,;&，；]|\band)$/.test(first) && !isListOfNames(below[0] ?? '') ? namesAmong(first) : null
  const names =
    cited === undefined
      ? (alone ?? namesAmong(text) ?? familyNames(text) ?? namesAmong(text.replace(PRINTED_FIRST, '')))
      : citedNames(cited)
  if (names === null || names.length === 0) return null
  return {
    ...NO_METADATA,
    lines: [lineOf(prose)],
    authors: names,
    year,
    arxivId: arxivIdIn(text),
  }
}

/** Where and when a work was printed, before who wrote it: "CIDR 2021. Ada Lovelace, …" */
const PRINTED_FIRST = /^(?:\p{Lu}[\p{L}&'’/ -]{1,20}\s)?(?:19|20)\d{2}[.,:]?\s+(?=\p{Lu})/u

/** `Peng, Abbeel, van de Panne (2018)`, `Yuasa, et al, 2004`: family names alone, and the year; null of anything else. */
function familyNames(text: string): string[] | null {
  const [, written = ''] = /^(.{3,300}?)[\s,]*[\s(（,](?:19|20)\d{2}[)）]?(?:\s*\([\p{L}\s'’\d]{2,15}\))?$/u.exec(text) ?? []
  const names = written.replace(FOLDER, '').split(/\s*(?:,\s*(?:and|&)|[,、&]|\band\b)\s*|\s+(?=et\.? al)/i)
  const isEtAl = names.length > 1 && /^et\.? al\.?$/i.test(names.at(-1) ?? '')
  const people = isEtAl ? names.slice(0, -1) : names
  const isFamily = (name: string) => FAMILY.test(name) && !OF_PRINT.test(name) && !isCommonTerm(name) && !isCommonWord(name)
  return (isEtAl || people.length > 1) && people.every(isFamily) ? people : null
}

/** Who wrote a work, what it is called, and the year: `Ada Lovelace and Alan Turing. Grids for All. CVPR 2020. https://…` */
export type Citation = { title: string; authors: string[]; year: number | null }

const IN_WORDS = /^(?<authors>[^.:]{0,200}(?:\b\p{Lu}\.[^.:]{0,40}){0,8}(?:[^.:\s]|\bet al))[.:]\s+(?<rest>\S.*)$/su

/** The authors in what stands before the title in a reference: of names, and of initials after family names. */
export function authorsIn(text: string): string[] {
  const names = text.trim().replace(/[\s.,:–—-]+$/, '')
  if (names.length < 3 || names.length > MAX_BYLINE) return []
  const initialled = initialledNames(names)
  if (initialled.length > 0) return initialled
  return namesAmong(names) ?? (isListOfNames(names) ? citedNames(names) : [])
}

/** The authors that a citation begins with, before the title in quotation marks: `Lovelace, Ada, and Alan Turing. "` */
export function authorsBeforeTitle(text: string): string[] {
  const names = /^[\s*-]*(?<names>[^"“”]{3,400}?)[.,]?\s*["“]\s*\[?$/u.exec(text)?.groups?.names ?? ''
  return names !== '' && isListOfNames(names) ? citedNames(names) : []
}

/** What a line that cites a work says of it; null of any other, and of one whose title has fewer words than the `fewest`. */
export function citationIn(text: string, fewest = 3): Citation | null {
  if (text.length > MAX_BYLINE) return null
  const said = text.replace(/https?:\/\/\S+/g, ' ').trim()
  const { authors = '', rest = '' } = IN_WORDS.exec(said)?.groups ?? {}
  const names = namesAmong(authors)
  if (names === null || names.length === 0) return null
  const title = titleAmong(rest, fewest)
  return title === null ? null : { title, authors: names, year: yearIn(rest.replace(title, '')) }
}

/** The title, of some words at the `fewest`, in what stands after the authors of a reference, without where it was printed, which may stand before it. */
export function titleAmong(rest: string, fewest = 3): string | null {
  const sentences = rest.split(/(?<=[^\s.]{2}|\d)[.?!]\s+/).map((sentence) => sentence.trim().replace(/[.\s]+$/, ''))
  const isPrint = (sentence: string) => venueYear(sentence.replace(/^in\s+/i, '')) !== null || /^arxiv\b/i.test(sentence)
  const isTitle = (sentence: string) => sentence.split(/\s+/).length >= fewest || (fewest < 3 && isDistinctive(sentence))
  // a full stop after an initial ends no list of names: "Ada B. Lovelace, Alan Turing"
  const title = sentences.find((sentence) => isTitle(sentence) && !isPrint(sentence) && authorsIn(sentence).length < 2)
  if (title === undefined || title.length > 250) return null
  // "A Title of Grids, Some Journal, 2013"
  return /^(.{10,}?),\s+\p{Lu}[^,]{2,60},\s+(?:19|20)\d{2}$/su.exec(title)?.[1] ?? title
}

/** Two words at least, or two that were glued: "AlvinWan" */
const isName = (part: string): boolean =>
  (NAME.test(part) && !OF_THING.test(part)) || (/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(part) && !isCommonTerm(part))

/** Names and initials alone: "Kwon, W., et al." */
const isListOfNames = (text: string): boolean =>
  text
    .replace(/\bet\.? al\.?|\s*[(（][^()（）]{0,80}[)）]/gi, '')
    .split(/\s*(?:[,，、;；&]|\band\b)\s*/)
    .every((part) => part.trim() === '' || isName(part.trim()) || /^(?:\p{Lu}[\p{L}.'’-]*)$/u.test(part.trim()))

/** How the name of a work or of an institution ends, and that of nobody. */
const OF_THING =
  /\s(?:Papers?|Labs?|Laborator(?:y|ies)|Institute|Group|Research|University|College|School|Academy|Networks?|Models?|Transformers?|Modulation|Planner|Team|Society|Inc\.?|Corp\.?|Company|Review|Transactions|Journal|Conference|Proceedings|Letters)$/

const PARTICLE = 'de|del|della|der|den|van|von|di|da|du|la|le|el|al|bin|ben|ter|ten|dos|y'
/** A venue, or a month. */
const OF_PRINT =
  /^(?:\p{Lu}{3,}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)\.?$/u
const FAMILY = new RegExp(
  `^(?:(?:${PARTICLE}|Van|Von|De|Del|Der|Di|Da|Du|La|Le)\\s+){0,3}\\p{Lu}[\\p{L}.'’-]+(?:\\s+\\p{Lu}[\\p{L}.'’-]+)?$`,
  'u',
)
const NAME = new RegExp(`^(?:\\p{Lu}[\\p{L}.'’-]*)(?:\\s+(?:\\p{Lu}[\\p{L}.'’-]*|${PARTICLE})){1,4}$`, 'u')

/** The names that a list begins with; null where it holds what is no name, place or year. Most must be no words of English: tags look like names. */
function namesAmong(text: string): string[] | null {
  const parts = beforeAffiliation(text.replace(FOLDER, ''))
    .replace(/\s*[(（][^()（）]{0,80}[)）]/g, '')
    .replace(/[.\s]+$/, '')
    .split(/\s*(?:[,，、;；&]|\band\b|\s[-–—]\s|\.(?=\s+\d)|(?<=\p{Ll}{2})\.\s+)\s*/u)
    // a number refers to where an author is
    .map((part) => part.replace(/(?<=\p{L}\.?)[\d*∗†‡§¶✉¹²³⁴⁵⁶⁷⁸⁹,]+$|\bet\.? al\.?$|等人?$/giu, '').trim())
    .filter((part) => part !== '' && !TITLES.test(part))
  const other = parts.findIndex((part) => !isName(part))
  const [names, rest] = other < 0 ? [parts, []] : [parts.slice(0, other), parts.slice(other)]
  const isVenue = (part: string) => yearIn(part) !== null || (/^\p{Lu}/u.test(part) && part.split(/\s+/).length <= 8)
  const dated = yearIn(rest.join(' ')) !== null
  if (names.length === 0 || (rest.length > 0 && !(dated && rest.length <= 3 && rest.every(isVenue)))) return null
  // of glued names alone any may be that of a thing
  if (!names.some((name) => NAME.test(name))) return null
  const hasInitial = (name: string) => /(?:^|\s)\p{Lu}\./u.test(name)
  const people = names.filter((name) => hasInitial(name) || name.split(/\s+/).some((word) => !isCommonWord(word)))
  const enough = dated || names.some(hasInitial) ? people.length * 2 >= names.length : people.length * 2 > names.length
  return enough ? names : null
}

/** Where a link to a note about somebody says in which folder that is: "authors/Ada Lovelace" */
const FOLDER = /(?<![\p{L}\p{N}])(?:[\p{Ll}\p{N}_-]+\/)+(?=\p{Lu})/gu

/** What stands after a name among names: "Fellow, IEEE" */
const TITLES = /^(?:(?:Senior|Student|Life|Graduate Student) )*(?:Member|Fellow)$|^(?:IEEE|ACM)$/

/** Where commas part names, a dash stands before where their authors are. */
const beforeAffiliation = (text: string) =>
  /[,，、;；&]|\band\b/.test(text) ? (/^(.*?)\s[-–—]\s(?=\p{Lu})/su.exec(text)?.[1] ?? text) : text

/** The authors of a citation, of which the first has the family name before the other: "Kwon, Woosuk, et al." */
function citedNames(written: string): string[] {
  const [family, given, ...others] = authorsOf(written.replace(/,?\s*et\.? al\.?$/i, ''))
  const isWord = (name: string | undefined) => name !== undefined && !/\s/.test(name)
  return isWord(family) && given !== undefined
    ? [`${given} ${family}`, ...others]
    : [family, given, ...others].flatMap((name) => name ?? [])
}
