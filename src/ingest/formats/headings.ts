/** Which headings name a part of every note, or a time, and no paper. The words are data (headings.yaml). */
import { parse } from 'yaml'
import { z } from 'zod'
import type { ParsedFile } from '../parse.ts'
import { type Range, within } from '../ranges.ts'
import { HEADINGS_SOURCE } from '../rules.ts'

/** The words of headings, by what they say. */
export const HEADING_WORDS = z
  .record(
    z.enum([
      'article',
      'data',
      'other',
      'abstract',
      'opening',
      'scholarly',
      'of_paper',
      'note',
      'note_before',
      'to_note',
      'lesson',
      'taught',
      'index',
      'papers',
      'over_papers',
      'posts',
      'books',
      'no_paper',
    ]),
    z.array(z.string()),
  )
  .parse(parse(HEADINGS_SOURCE))
const ARTICLE: ReadonlySet<string> = new Set(HEADING_WORDS.article)
const DATA: ReadonlySet<string> = new Set(HEADING_WORDS.data)
const OTHER: ReadonlySet<string> = new Set(HEADING_WORDS.other)
const OPENING: ReadonlySet<string> = new Set(HEADING_WORDS.opening)
const SCHOLARLY: ReadonlySet<string> = new Set(HEADING_WORDS.scholarly)
const ABSTRACT: ReadonlySet<string> = new Set(HEADING_WORDS.abstract)

/** Letters alone, in lower case: "1. Key ideas:" is "key ideas". */
const wordsOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()

/** A longer heading is no title. */
export const MAX_TITLE = 500

const BETWEEN = /[&/,，、与和及]|\band\b/i
/** The same headings stand in every note, and each form asks of each. */
const partsKnown = new Map<string, string[]>()
const MOST_KNOWN = 2_000
const copied = (text: string) => Buffer.from(text).toString()

function partsOf(heading: string): string[] {
  const known = partsKnown.get(heading)
  if (known) return known
  const parts = readParts(heading)
  // copied: a text that was cut from a file's would hold the whole of it
  if (partsKnown.size < MOST_KNOWN && heading.length <= 100) partsKnown.set(copied(heading), parts.map(copied))
  return parts
}

/** What a heading names: "Abstract & Conclusion" is over two parts of an article, each of them known; none of one that names anything else. */
function readParts(heading: string): string[] {
  const said = wordsOf(heading)
  if (isKnown(said) || asksOfPaper(heading, said)) return [said]
  if (heading.length > MAX_TITLE || !BETWEEN.test(heading)) return []
  const parts = heading
    .split(BETWEEN)
    .map(wordsOf)
    .filter((part) => part !== '')
  return parts.every(isKnown) ? parts : []
}

/** A heading of some words that asks about the paper, and names none. */
const asksOfPaper = (heading: string, said: string): boolean =>
  heading.length <= 200 &&
  OF_PAPER.test(said) &&
  !/[:："“'‘[]/.test(heading) &&
  (/\S\s+\S+\s+\S+\s+\S/.test(said) || /\p{sc=Han}{4}/u.test(said))
const OF_PAPER = new RegExp(`(?<!\\p{sc=Latin})(?:${HEADING_WORDS.of_paper.join('|')})(?!\\p{sc=Latin})`, 'u')

const isKnown = (part: string) => ARTICLE.has(part) || DATA.has(part) || OTHER.has(part) || OPENING.has(part)

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
/** A month, a year, a week: what a diary or a reading list goes by. */
const DATE = new RegExp(`^(?:[^\\p{L}]|(?:${MONTH}|week|day|q|th|st|nd|rd|to)(?!\\p{L})|[年月日周第])+$`, 'iu')

/** A heading that names no paper, whatever stands under it. */
export const isGeneric = (heading: string): boolean =>
  partsOf(heading).length > 0 || !/[\p{L}\p{M}]/u.test(heading) || DATE.test(heading.trim())

/** A heading stands over the abstract of an article. */
export const isAbstract = (heading: string): boolean => ABSTRACT.has(wordsOf(heading))

/** A heading stands over the data of a paper, in place of lines at the head of its note. */
export const isOverData = (heading: string): boolean => DATA.has(wordsOf(heading))

/** The headings of an article that stand in a stretch of a file, each once. */
export function articleHeadings(file: ParsedFile, range: Range): number {
  const parts = within(file.outline.headings, range).flatMap(({ text }) => partsOf(text))
  const article = new Set(parts.filter((part) => ARTICLE.has(part) || OF_PAPER.test(part)))
  const opens = parts.some((part) => OPENING.has(part)) && parts.some((part) => SCHOLARLY.has(part))
  return article.size + (opens ? 1 : 0)
}

/** Whether a stretch of a file has a heading that only articles have. */
export const isScholarly = (file: ParsedFile, range: Range): boolean =>
  within(file.outline.headings, range).some(({ text }) => partsOf(text).some((part) => SCHOLARLY.has(part)))

/** How many headings of a file ask about the paper that it is about. */
export const questionsOfPaper = (file: ParsedFile): number =>
  file.outline.headings.filter(({ text }) => asksOfPaper(text, wordsOf(text))).length
