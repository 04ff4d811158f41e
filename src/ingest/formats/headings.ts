/** What headings say: which name a part of every note, which a time, and what of them is the title. The words are data (headings.yaml). */
import { parse } from 'yaml'
import { z } from 'zod'
import { kindOfLabel } from '../link-target.ts'
import type { Heading } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import { type Range, within } from '../ranges.ts'
import { HEADINGS_SOURCE } from '../rules.ts'
import type { Metadata } from './metadata.ts'

const words = z
  .strictObject({ article: z.array(z.string()), data: z.array(z.string()), other: z.array(z.string()) })
  .parse(parse(HEADINGS_SOURCE))
const ARTICLE: ReadonlySet<string> = new Set(words.article)
const DATA: ReadonlySet<string> = new Set(words.data)
const OTHER: ReadonlySet<string> = new Set(words.other)

/** Letters alone, in lower case: "1. Key ideas:" is "key ideas". */
const wordsOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
/** A month, a year, a week: what a diary or a reading list goes by. */
const DATE = new RegExp(`^(?:[^\\p{L}]|(?:${MONTH}|week|day|q|th|st|nd|rd|to)(?!\\p{L})|[年月日周第])+$`, 'iu')

/** A heading that names no paper, whatever stands under it. */
export const isGeneric = (heading: string): boolean => {
  const said = wordsOf(heading)
  return said === '' || ARTICLE.has(said) || DATA.has(said) || OTHER.has(said) || DATE.test(heading.trim())
}

/** A heading stands over the data of a paper, in place of lines at the head of its note. */
export const isOverData = (heading: string): boolean => DATA.has(wordsOf(heading))

/** The headings of an article that stand in a stretch of a file, each once. */
export const articleHeadings = (file: ParsedFile, range: Range): number =>
  new Set(
    within(file.outline.headings, range)
      .map(({ text }) => wordsOf(text))
      .filter((text) => ARTICLE.has(text)),
  ).size

/** What stands around links that follow a title: `Title [[arXiv](…)] ([code](…))` */
const JOINT = String.raw`[\s|[\](){}（）【】,;，；·–-]{0,20}`
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Before a title in a numbered list: "10.BYOL", "3.1 C3D" */
const NUMBER = /^(?:[-–—•]\s+)?\(?\d{1,2}(?:(?:\.\d{1,2})+\.?\s+|[.、)）:：]\s*)(?=\p{L})|^[-–—•]\s+/u

/** A longer heading is no title. */
const MAX_TITLE = 500

/** A heading without its number and the links that follow its title, such as `[[arXiv](…)]`. */
export function titleOfHeading(file: ParsedFile, heading: Heading): string {
  if (heading.text.length > MAX_TITLE) return heading.text
  let title = heading.text.replace(NUMBER, '')
  for (const { label, bare, start, end } of within(file.outline.links, heading).toReversed()) {
    const isSlot = file.text[start - 1] === '[' || file.text[end] === ']' || kindOfLabel(label) !== null || bare
    const said = label.replace(/[*_`]/g, '')
    const rest = isSlot ? title.replace(new RegExp(`${JOINT}${escaped(said)}${JOINT}$`, 'u'), '') : title
    if (/\p{L}{2}/u.test(rest)) title = rest
  }
  return title.trim()
}

/** `[2016 ICLR] Title` */
const PRINTED = /^\[((?:19|20)\d{2})(?:[\s,]+[^\]]{2,30})?\]\s+(?=\S)/
/** `Title (CVPR, 2017)` */
const PRINTED_AFTER = /(?<=\S)\s*[(（]\s*\p{Lu}[\p{L}&\s-]{1,30}[,，]?\s*['’]?((?:19|20)?\d\d)\s*[)）]\s*$/u

/** A heading begins with where it was printed, as no part of an article does. */
export const isPrinted = (heading: string): boolean => PRINTED.test(heading)

/** With the year that stands beside a title, where no line says one. */
export const printedIn = (heading: string, metadata: Metadata): Metadata => {
  const year = (PRINTED.exec(heading) ?? PRINTED_AFTER.exec(heading))?.[1]
  return year === undefined || year.length < 4 || metadata.year !== null ? metadata : { ...metadata, year: Number(year) }
}

/** A title without the place and year of print beside it. */
export const withoutVenue = (heading: string): string => heading.replace(PRINTED, '').replace(PRINTED_AFTER, '')
