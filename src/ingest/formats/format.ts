import { venueYear, yearOfPrint } from '../common-terms.ts'
import { readArxivId } from '../link-target.ts'
import type { RawLink } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import type { Prose } from '../prose.ts'
import { firstAfter, indexAround, type Range, within } from '../ranges.ts'
import { isGeneric, isOverData } from './headings.ts'
import { isPaper, keyLines, type Metadata, metadataOf, NO_METADATA, namesPaper } from './metadata.ts'

/** The part of a note that is about one paper. */
export type Part = Range & {
  /** as the author wrote it; the note's title where the part has no heading of its own */
  heading: string
  /** where the body begins: after the heading */
  bodyStart: number
  title: string | null
  /** what labelled lines say */
  metadata: Metadata
  /** the running text: no heading, no title, no list of links, no remark */
  summary: Prose[]
  /** what the author put in parentheses, a whole paragraph at a time */
  remarks: Prose[]
  /** whether a link leads to the paper itself, and not to another that the text speaks of */
  owns(link: Range): boolean
}

/** One way to write notes. */
export type NoteFormat = {
  name: string
  /** the parts, or null where the file is not written in this way; formats are asked in the order of the table */
  read(file: ParsedFile): Part[] | null
}

/** Where a part begins and ends, and what it is called. */
export type Frame = Range & { heading: string; headingLink?: RawLink | null; bodyStart: number; metadata?: Metadata; titled?: boolean }

/** Reads what stands in a frame as a part. */
export function readPart(file: ParsedFile, frame: Frame): Part {
  const { start, end, heading, bodyStart, metadata = NO_METADATA, headingLink = null } = frame
  const body = { start: bodyStart, end }
  const prose = within(file.outline.prose, body).filter((p) => p.text.trim() !== '')
  const isLong = /^\S+(?:\s+\S+){3}/.test(heading)
  const saysOther = (title: string | undefined) => title !== undefined && isLong && !shareWord(heading, title)
  const among = metadata.title === null ? titleAmong(file, prose, heading) : null
  const titleProse = saysOther(among?.title) ? null : among
  const [first] = prose
  const titleLine =
    first && within(file.outline.links, first).find((link) => isTitleLine(link, first, prose) && isPaper(link) && !saysOther(link.label))
  const isData = (p: Prose) => metadata.lines.some((line) => line.start < p.end && line.end > p.start)
  const text = prose.filter((p) => p !== titleProse?.prose && !p.linksOnly && !isData(p))
  const owned = new Set(
    ownLinks(file, body, prose)
      .filter((link) => !isListed(file, link, prose))
      .map(({ start }) => start),
  )
  return {
    start,
    end,
    heading,
    bodyStart,
    title: metadata.title ?? titleProse?.title ?? titleLine?.label ?? (frame.titled ? heading : null),
    metadata: metadata.year === null ? { ...metadata, year: yearBelow(file, body, prose) } : metadata,
    summary: text.filter((p) => !isRemark(p)),
    remarks: text.filter(isRemark),
    owns: (link) =>
      headingLink?.start === link.start ||
      owned.has(link.start) ||
      metadata.lines.some((line) => line.start <= link.start && link.start < line.end),
  }
}

/** The year that one of the first lines, or a heading right below, gives with a venue or with who wrote it: "CVPR 2016" */
export function yearBelow(
  file: ParsedFile,
  { start, end }: Range,
  prose: readonly Prose[] = within(file.outline.prose, { start, end }),
): number | null {
  const headings = within(file.outline.headings, { start, end }).slice(0, HEAD + 1)
  const until = prose[0]?.start ?? end
  const lines = [...headings.filter((heading, i) => i === 0 || heading.start < until), ...prose.slice(0, HEAD + 1)]
  return (
    lines.flatMap(
      ({ text }) => venueYear(text) ?? (Number(BY_YEAR.exec(text.trim())?.[1] ?? Number.NaN) || (yearOfPrint(text) ?? [])),
    )[0] ?? null
  )
}

/** `Foerster et al. (2019)`, alone on a line */
const BY_YEAR = /^\p{Lu}[\p{L}'’-]+(?:(?:,| and| &|,? et\.? [aA]l\.?)(?: \p{Lu}[\p{L}'’-]+)?){0,4},? ?\(?((?:19|20)\d{2})\)?$/u

/** What stands below a heading that is a title is no other title of it, where they share no word. */
const shareWord = (one: string, other: string): boolean => {
  const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{4,}|\p{sc=Han}/gu) ?? []
  const words = new Set(wordsOf(one))
  return wordsOf(other).some((word) => words.has(word))
}

/** What authors write in the brackets of a link to the paper that they read. */
const TO_PAPER =
  /^\W*(?:(?:(?:link|url) to|read|see) (?:the )?)?(?:(?:original )?paper|abstract|abs|arxiv(?:[:\s]*[\w.\-/]+)?|pdf|https?:\S+|论文|原文|摘要|논문|論文)(?:\s*(?:link|pdf|page|url|链接|地址|링크))?\W*$/iu

/** A link whose address was never filled in: `[Link to the paper]()` */
export const isUnfilled = ({ text }: ParsedFile, { url, end }: RawLink): boolean => url === null && text.slice(end - 3, end) === ']()'

/** One with a label such as "paper", or an address alone on its line; in a table links are those of its rows. */
function isOwn(file: ParsedFile, link: RawLink, prose: readonly Prose[]): boolean {
  if (link.url === null && !isUnfilled(file, link)) return false
  const around = prose[indexAround(prose, link)]
  if (!around || around.role === 'cell') return false
  // further down a line may be the address of another paper, of which the lines before it speak
  if (link.bare) return aloneOnLine(file.text, link) && (around.role === 'item' || prose.indexOf(around) < HEAD || around === prose.at(-1))
  // far down in a sentence "paper" is another
  if (around.text.length > SENTENCE && prose.indexOf(around) > HEAD + 1 && file.text[link.start - 1] !== '[') return false
  return TO_PAPER.test(link.label) || isTitleLine(link, around, prose) || (around.linksOnly && SAYS_PAPER.test(link.label))
}

/** A longer paragraph is no line of links with some words. */
const SENTENCE = 120
/** Paragraphs at the head of a part. */
const HEAD = 2

/** Where nothing but links stands, a label may say less than "paper", or more: "link", "tech report", "2024 paper" */
const SAYS_PAPER = /^(?:link|here|链接)$|^(?:\S{1,12} )?(?:paper|report|thesis|article)(?: on \w+)?$|^.{0,6}论文.{0,4}$/iu

/** Whether a label says that its link leads to the paper, and not what the paper is called. */
export const isLabel = (label: string): boolean => TO_PAPER.test(label) || SAYS_PAPER.test(label)

/** A line that is nothing but a paper's title as a link to it: of several each is a paper of its own. */
export function isTitleAlone(file: ParsedFile, line: Prose): boolean {
  if (!line.linksOnly || line.role !== 'paragraph') return false
  const [link, ...others] = within(file.outline.links, line)
  return link !== undefined && others.length === 0 && !link.bare && isPaper(link) && isMoreThanLabel(link.label) && !isLabel(link.label)
}

/** The first line under a heading, which is a link by its title. */
const isTitleLine = ({ start, end, label }: RawLink, around: Prose, [first]: readonly Prose[]): boolean =>
  around === first &&
  around.linksOnly &&
  around.role === 'paragraph' &&
  end - start >= around.end - around.start - 4 &&
  isMoreThanLabel(label) &&
  !/\b(?:reviews?|openreview|slides|video|blog|talk|poster|code|website)\b/i.test(label)

/** An item that has a title beside its link is about that paper itself, whatever heading it stands under. */
function hasOwnTitle(file: ParsedFile, item: Prose, link: Range): boolean {
  const [first] = within(file.outline.links, item)
  const before = file.text.slice(item.start, Math.min(link.start, first?.start ?? link.start, item.start + MAX_TITLE))
  const said = before.replace(/[^\p{L}\p{N}\s]+/gu, ' ').trim()
  return (
    (isMoreThanLabel(said) && !/^(?:link|url) to(?: the)?$/i.test(said)) ||
    (first !== undefined && first.start < link.start && isMoreThanLabel(first.label))
  )
}

/** Three words, or four signs of a script without spaces: a title, where a label such as "NIPS paper" has fewer. */
export const isMoreThanLabel = (label: string) => /\S\s+\S+\s+\S|[\p{sc=Han}\p{sc=Hangul}]{4}/u.test(label)

function aloneOnLine(text: string, { start, end }: Range): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const after = text.slice(end, text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end))
  return !/[\p{L}\p{N}]/u.test(after) && /^[^\p{L}\p{N}]*$/u.test(before)
}

/** Where a heading's own lines end: at the next heading of any level, or at `limit`. */
export function headEnd(file: ParsedFile, from: number, limit: number): number {
  return Math.min(limit, firstAfter(file.outline.headings, from)?.start ?? limit)
}

/** Several formats ask for the same lines of one file. */
const asked = new WeakMap<ParsedFile, Map<string, Metadata>>()

/** The labelled lines at the head of a stretch of a file, or under a heading that says that it has them. */
export function metadataIn(file: ParsedFile, from: number, limit: number): Metadata {
  const known = asked.get(file) ?? new Map<string, Metadata>()
  asked.set(file, known)
  const metadata = known.get(`${from}:${limit}`) ?? readMetadata(file, from, limit)
  known.set(`${from}:${limit}`, metadata)
  return metadata
}

function readMetadata(file: ParsedFile, from: number, limit: number): Metadata {
  const lines = keyLines(file, { start: from, end: headEnd(file, from, limit) })
  const headings = within(file.outline.headings, { start: from, end: limit })
  const linesUnder = ({ end }: Range) => keyLines(file, { start: end, end: headEnd(file, end, limit) })
  const [first] = headings
  const under = headings.find(({ text }) => isOverData(text))
  if (under) lines.push(...linesUnder(under))
  else if (first && isGeneric(first.text) && lines.length === 0) {
    // an introduction may end with them
    const opening = linesUnder(first)
    if (opening.some(({ key }) => key === 'title') && new Set(opening.map(({ key }) => key)).size > 1) lines.push(...opening)
  }
  return metadataOf(lines)
}

/** The link that a heading is, or holds, where it leads to a paper. */
export const linkOfHeading = (file: ParsedFile, heading: Range): RawLink | null => within(file.outline.links, heading).find(isPaper) ?? null

/** The links of a stretch that by what they say lead to its own paper. */
const ownLinks = (file: ParsedFile, range: Range, prose: readonly Prose[]): RawLink[] =>
  within(file.outline.links, range).filter((link) => isOwn(file, link, prose))

function isListed(file: ParsedFile, link: Range, prose: readonly Prose[]): boolean {
  const around = prose[indexAround(prose, link)]
  return around?.role === 'item' && hasOwnTitle(file, around, link)
}

/** More papers than a section about one links to: its abstract, and a PDF that may be of another by mistake. */
const MAX_LINKED = 2

/** Whether a stretch says which paper it is about: by labelled lines, or by its own links; a list of many papers is about none. */
export function isAboutPaper(file: ParsedFile, range: Range): boolean {
  if (namesPaper(metadataIn(file, range.start, range.end))) return true
  const prose = within(file.outline.prose, range)
  if (prose.filter((line) => isTitleAlone(file, line)).length > 1) return false
  const own = ownLinks(file, range, prose).filter((link) => isPaper(link) || isUnfilled(file, link))
  return own.some((link) => !isListed(file, link, prose)) && new Set(own.map(({ url }) => readArxivId(url ?? '') ?? url)).size <= MAX_LINKED
}

const MAX_TITLE = 300

/**
 * The title is the first paragraph, where a list of links follows it and it is one short line without a full stop;
 * or what is bold at its beginning, a line by itself.
 */
function titleAmong(file: ParsedFile, prose: readonly Prose[], heading: string): { prose: Prose | null; title: string } | null {
  const [first, second] = prose
  const spelled = first && titleOfShort(heading, first)
  if (first && spelled) return { prose: first, title: spelled }
  if (!first || first.linksOnly || first.role !== 'paragraph') return null
  const bold = /^(?:\*\*|__)([^*_\n]{8,300})(?:\*\*|__)[ \t]*(?:\r?\n|$)/.exec(file.text.slice(first.start, first.end))?.[1]
  // who wrote it when stands in a citation, and in no title
  if (bold && !/[:：]$/.test(bold.trim()) && !/\((?:19|20)\d{2}\)\./.test(bold))
    return { prose: null, title: bold.trim().replace(/\.$/, '') }
  const text = first.text.trim()
  return second?.linksOnly && text.length <= MAX_TITLE && !/[。！？.!?:：]$/.test(text) ? { prose: first, title: text } : null
}

/** Words of a name that is no title. */
const SHORT = 3
const MAX_NAME = 40

/** What the line below a heading of few words is, where it spells it out: "MoCo", and below "Momentum Contrast for …"; or a title in brackets. */
export function titleOfShort(heading: string, { role, text }: Prose): string | null {
  const isShort =
    heading.length <= MAX_NAME &&
    heading.trim().split(/\s+/).length <= SHORT &&
    !(/\p{sc=Han}{5}/u.test(heading) && /\p{sc=Han}/u.test(text))
  if (role !== 'paragraph' || text.length > MAX_TITLE || !isShort) return null
  const line = text.trim()
  const [, bracketed] = /^\[\s*([^[\]]{8,})\]$/.exec(line) ?? []
  if (bracketed !== undefined) return /\s\S+\s/.test(bracketed) ? bracketed.trim() : null
  const words = line.split(/\s+/)
  const long = words.filter((word) => /^\p{L}{4,}/u.test(word))
  const capital = long.filter((word) => /^\p{Lu}/u.test(word))
  return words.length > SHORT &&
    !/[\n,;。，；]|[.!]$|[:：].*[:：]/.test(line) &&
    long.length >= SHORT &&
    capital.length * 10 >= long.length * 7
    ? line
    : null
}

/** Whether a paragraph is wholly in one pair of parentheses. */
export function isRemark(prose: Prose): boolean {
  const text = prose.text.trim()
  if (!/^[(（]/.test(text) || !/[)）]$/.test(text)) return false
  let depth = 0
  for (const [i, char] of [...text].entries()) {
    if (char === '(' || char === '（') depth++
    if (char === ')' || char === '）') depth--
    if (depth === 0 && i < [...text].length - 1) return false
  }
  return depth === 0
}

/** The end of the text between two offsets, without the blank lines after it. */
export const trimmedEnd = (file: ParsedFile, start: number, limit: number) => start + file.text.slice(start, limit).trimEnd().length

/** Five words and more with nothing but hyphens between them. */
const HYPHENED = /^[^\s\p{sc=Han}-]+(?:-[^\s\p{sc=Han}-]+){4,}$/u

/** A file's name without its folders, number and extension; what stands for a colon in file names is one, and a low line or a hyphen for a space. */
export const fileTitle = (path: string): string =>
  path
    // what every folder may have is called as its folder
    .replace(/\/(?:readme|index|notes?)\.\w+$/i, '.md')
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .replace(/_ |\s*--\s*/g, ': ')
    .replace(/^\d{1,4}[_.-]\s*(?=\p{L})/u, '')
    .replace(/^[^\s]+$/, (name) => name.replaceAll('_', ' '))
    .replace(HYPHENED, (name) => name.replaceAll('-', ' '))
    .trim()

/** Most of its longer words begin with a capital letter. */
export function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word))
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= words.length
}
