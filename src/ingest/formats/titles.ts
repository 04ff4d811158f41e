/** What of a heading, or of a file's name, is the title of a paper, and what else stands there: where it was printed, that it is of a note. */
import { distance } from 'fastest-levenshtein'
import { fullYear, isVenue, venueYear } from '../common-terms.ts'
import { kindOfLabel } from '../link-target.ts'
import type { Heading } from '../markdown.ts'
import { comparable, nameBeforeColon } from '../names.ts'
import type { ParsedFile } from '../parse.ts'
import { within } from '../ranges.ts'
import { HEADING_WORDS, MAX_TITLE } from './headings.ts'
import type { Metadata } from './metadata.ts'

/** What stands around links that follow a title: `Title [[arXiv](…)] ([code](…))` */
const JOINT = String.raw`[\s|[\](){}（）【】,;，；·–-]{0,20}`
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Before a title in a numbered list: "10.BYOL", "3.1 C3D", "1). GridNet" */
const NUMBER =
  /^(?:[-–—•]\s+)?[(（]?\d{1,2}(?:(?:\.\d{1,2})+\.?\s+|\s?[)）]\s?[.、．:：]?\s*|[.、．:：]\s*)(?=\p{L})|^\d{1,2}-(?![Dd]\b)(?=[\p{Lu}\d]\S*(?:\s+\S+){3})|^[-–—•]\s+/u

/** A heading without its number and the links that follow its title, such as `[[arXiv](…)]`. */
export function titleOfHeading(file: ParsedFile, heading: Heading): string {
  if (heading.text.length > MAX_TITLE) return heading.text
  let title = heading.text.replace(NUMBER, '')
  for (const { label, bare, start, end } of within(file.outline.links, heading).toReversed()) {
    const isSlot = file.text[start - 1] === '[' || file.text[end] === ']' || kindOfLabel(label) !== null || bare
    const said = [label, label.replace(/[*_`]/g, '')].map(escaped).join('|')
    const rest = isSlot ? title.replace(new RegExp(`${JOINT}(?:${said})${JOINT}$`, 'u'), '') : title
    if (/\p{L}{2}/u.test(rest)) title = rest
  }
  // a title may end in parentheses itself
  const isOpen = title.lastIndexOf('(') > title.lastIndexOf(')') && heading.text.includes(`${title})`)
  return isOpen ? `${title})` : title.trim()
}

const VENUE = String.raw`(?:\p{Lu}|arX)[\p{L}&\s-]{1,30}`
/** `[2016 ICLR] Title`, `[OSDI '20] Title`, `VLDB'14 - Title`, `2016 A Title of Some Words`, `2016-08 Title of Words` */
const PRINTED = new RegExp(
  `^\\p{Lu}[\\p{L}-]{1,12}['’](?<in>\\d{2})\\s*[-–—:]\\s+(?=\\S)|^\\[(?:(?<year>(?:19|20)\\d{2})(?:[\\s,]+[^\\]]{2,30})?|${VENUE}['’‘\\s]*(?<since>(?:19|20)?\\d\\d)(?:\\s[\\p{L}\\s-]{2,30})?)\\]\\s+(?=\\S)|^(?<at>(?:19|20)\\d{2})\\s+(?=[\\p{Lu}\\d]\\S*(?::\\s|(?:\\s+\\S+){3}))|^(?<monthly>(?:19|20)\\d{2})[-./](?:0?[1-9]|1[0-2])\\s+(?=\\p{Lu}\\S*(?::\\s|(?:\\s+\\S+){2}))`,
  'u',
)
const AUTHOR = String.raw`\p{Lu}[\p{L}'’-]+`
/** `(2010, Bollen et al.)`, `(Abel and Box, 2010)` */
const WRITTEN = String.raw`(?:${AUTHOR}(?: ${AUTHOR})?)(?:(?:,| and| &|, and) ${AUTHOR}(?: ${AUTHOR})?){0,5}(?:,? et\.? al\.?)?`
const WRITTEN_IN = `(?<=\\S)\\s*[(（](?:(?<from>(?:19|20)\\d{2}),\\s*${WRITTEN}|${WRITTEN},\\s*(?<of>(?:19|20)\\d{2}))[)）]\\s*$`
/** `Title (CVPR, 2017)`, `Title (2017)`, `Title (2018.6, CVPR)`, `Title ICRA2017`, `Title, ICASSP 2017`, `Title (2017, Abel et al.)` */
const PRINTED_AFTER = new RegExp(
  [
    `(?<=\\S)\\s*[(（](?:\\s*${VENUE}[,，]?\\s*['’]?(?<since>(?:19|20)?\\d\\d)|(?<year>(?:19|20)\\d{2}))\\s*[)）]\\s*$`,
    `(?<=\\S\\s+\\S+)\\s+\\p{Lu}{3,8}\\s?(?<on>(?:19|20)\\d{2})\\s*$`,
    WRITTEN_IN,
    `(?<=\\S),\\s+\\p{Lu}[\\p{L}\\s&-]{1,50},\\s+(?<comma>(?:19|20)\\d{2})\\s*$`,
    `(?<=\\S)\\s*[(（]\\s*(?<month>(?:19|20)\\d{2})[.\\-/年]\\s?\\d{1,2}(?:[.\\-/月]\\s?\\d{1,2}日?|月)?(?:[,，\\s][^()（）]{2,30})?[)）]\\s*$`,
    `(?<=\\S),\\s+(?:\\p{L}+\\s)?(?:\\p{Lu}[\\p{L}-]*\\p{Lu}[\\p{L}-]*|arXiv|Interspeech|Nature|Science)\\s+(?<at>(?:19|20)\\d{2})\\s*$`,
  ].join('|'),
  'u',
)

/** A heading begins with where it was printed, as no part of an article does. */
export const isPrinted = (heading: string): boolean => PRINTED.test(heading)

const IS_WRITTEN_IN = new RegExp(WRITTEN_IN, 'u')
/** A heading ends with the year and who wrote it, as only the title of a work does. */
export const saysWhoWrote = (heading: string): boolean => heading.length <= MAX_TITLE && IS_WRITTEN_IN.test(heading)

/** With the year that stands beside a title, where no line says one. */
export function printedIn(heading: string, metadata: Metadata): Metadata {
  if (metadata.year !== null || heading.length > MAX_TITLE) return metadata
  const said = (PRINTED.exec(heading) ?? PRINTED_AFTER.exec(heading))?.groups ?? {}
  const written = Object.values(said).find(Boolean)
  return written === undefined ? metadata : { ...metadata, year: fullYear(written) }
}

/** The year of the first venue in brackets: "[CVPR 2019]" */
export const yearBeside = (text: string): number | null =>
  [...text.matchAll(/[[(（>]\s*([^\])）<]{3,40})[\])）<]/g)].flatMap(([, said = '']) => venueYear(said) ?? [])[0] ?? null

/** With the year of a venue in brackets after a title, where nothing else says one. */
export function printedBeside(after: string, metadata: Metadata): Metadata {
  const year = metadata.year ?? yearBeside(after)
  return year === null ? metadata : { ...metadata, year }
}

const oneOf = (words: readonly string[]) => words.map(escaped).join('|')
/** What a note says of itself beside its title: "GridNet 阅读笔记" */
const OF_NOTE = new RegExp(`(?<=[^\\s\\p{P}])[\\s\\p{P}|｜]{0,5}(?:${oneOf(HEADING_WORDS.note)})[\\s\\p{P}\\d]{0,5}$`, 'iu')
const NOTE_BEFORE = new RegExp(`^(?:${oneOf(HEADING_WORDS.note_before)})\\s*(?:[:：]\\s*|\\s[-–—]\\s)(?=\\S+\\s+\\S|\\p{sc=Han}{4})`, 'iu')
/** What it is about, or its title, in another script before a title in Latin letters: "光场渲染 Light Field Rendering" */
const TRANSLATED =
  /^[\p{sc=Han}：:、，·\s]{2,30}(?:[：:]\s*|(?<=\p{sc=Han})\s+)(?=\p{Lu}[\p{sc=Latin}\p{N}-]*:?\s+[\p{sc=Latin}\p{N}-]+\s+\S[^\p{sc=Han}]*$)/u
/** A topic in another script before a title in Latin letters: "[语音分离] GridNet: …" */
const TOPIC = /^[[【][^\]】]{0,20}\p{sc=Han}[^\]】]{0,20}[\]】]\s*(?=\p{sc=Latin}+[\s:-]+\p{sc=Latin})/u

/** A heading or a name of a file says that it is of a note: "GridNet 阅读笔记" */
export const saysNote = (heading: string): boolean => heading.length <= MAX_TITLE && (OF_NOTE.test(heading) || NOTE_BEFORE.test(heading))

const LESSON = new RegExp(
  `^\\P{L}*(?:${oneOf(HEADING_WORDS.lesson)})(?!\\p{sc=Latin})|(?<!\\p{L})(?:${oneOf(HEADING_WORDS.index)})\\P{L}*$`,
  'iu',
)
const TAUGHT = new RegExp(`(?<!\\p{L})(?:${oneOf(HEADING_WORDS.taught)})(?!\\p{L})`, 'iu')
/** The title of a lesson, a manual or an index: "How to …" */
export const isLesson = (heading: string): boolean => heading.length <= MAX_TITLE && (LESSON.test(heading) || TAUGHT.test(heading))

/** A title without the place and year of print beside it, and without what else notes write there. */
export function bareTitle(heading: string): string {
  if (heading.length > MAX_TITLE) return heading
  return heading
    .replace(/\.md$|(?:\s:[a-z_]{2,20}:)+$|\s*[(（](?:WIP|TODO|draft|未完|미완)[)）]$/i, '')
    .replace(TOPIC, '')
    .replace(TRANSLATED, '')
    .replace(NOTE_BEFORE, '')
    .replace(OF_NOTE, '')
    .trim()
    .replace(PRINTED, '')
    .replace(/^(\p{Lu}[\p{L}-]{1,12}(?: \p{Lu}{2,4})?)\s+(?=\p{Lu}\S*:?\s)/u, (said, venue) => (isVenue(venue) ? '' : said))
    .replace(PRINTED_AFTER, '')
    .replace(/^([^[]*)\]+$/, '$1')
    .replace(/ :(?=\s)/, ':')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^《([^《》]+)》$/, '$1')
}

/** A file is called as its heading is, or by the beginning of that: names of files are cut, and have no colon. */
export function isCalled(name: string, heading: string): boolean {
  const [short, long] = [comparable(name), comparable(heading)]
  if (short === long || short === comparable(nameBeforeColon(heading) ?? '')) return true
  if (short.length < LONG_NAME || short.length > MAX_NAME || long.length > MAX_NAME) return false
  return long.startsWith(short) || distance(short, long) * 10 <= short.length
}
const LONG_NAME = 20
const MAX_NAME = 300

/** A file called by the key of a citation: who wrote it first, the year, and a word of the title, "vaswani2017attention" */
export const CITEKEY = /^\p{L}[\p{L}-]{2,30}((?:19|20)\d{2})\p{L}{3,30}(?:\.\w+)?$/u

/** A file called as a part of a text that others have parts of: "s03_experiments", "Chapter 2" */
export const isChapter = (path: string): boolean =>
  /(?:^|\/)(?:s|ch|chap|chapter|sec|section|part|appendix)[\s._-]?\d{1,2}(?![\p{L}\d])[^/]*$/iu.test(path)

/** The text of a paper itself, kept beside the note about it. */
export const isPaperText = (path: string): boolean =>
  /(?:^|\/)(?:resources?|assets|source|original|texts?|raw)\/paper\.(?:md|markdown)$/i.test(path)

/** A file that tells how a folder is kept. */
export const isGuide = (path: string): boolean =>
  /(?:^|\/)(?:claude|agents?|gemini|copilot-instructions|contributing|code_of_conduct|security|changelog|license)\.(?:md|markdown)$/i.test(
    path,
  )

/** A file from which notes are begun: what stands in it is to be filled in. */
export const isTemplate = (path: string): boolean =>
  /(?:^|\/)_?templates?\/|(?:(?:^|[-_ /.])template|模板|템플릿|テンプレート)\.(?:md|markdown)$/i.test(path)
