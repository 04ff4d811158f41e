import { arxivIdIn } from '../link-target.ts'
import type { Heading, RawLink } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import { firstAfter, within } from '../ranges.ts'
import { bylineOfHeading, withByline } from './authors.ts'
import { withBibtex } from './cited.ts'
import {
  type Frame,
  fileTitle,
  headEnd,
  isAboutPaper,
  isTitleCase,
  linkOfHeading,
  metadataIn,
  type Part,
  readPart,
  trimmedEnd,
} from './format.ts'
import { articleHeadings, isAbstract, isGeneric } from './headings.ts'
import { type Metadata, namesPaper, UNFILLED } from './metadata.ts'
import { withReference } from './reference.ts'
import { bareTitle, CITEKEY, isCalled, printedIn, titleOfHeading } from './titles.ts'

/** What a format read of the file already. */
type Known = { metadata?: Metadata; name?: string; headingLink?: RawLink }

/** The whole file as one part; null of one that nobody filled in. Called as its labelled lines, its front matter, its first heading or its file say. */
export function whole(file: ParsedFile, { metadata, name, headingLink }: Known = {}): Part[] | null {
  const top = topHeading(file)
  const titleHeading = top && !isGeneric(top.text) ? top : undefined
  const { title, name: short } = file.frontMatter.data
  const headed = titleHeading && joined(titleOfHeading(file, titleHeading), file.frontMatter.data.description)
  const said = metadata ?? headData(file)
  const titled = bareTitle(titleHeading ? titleOfHeading(file, titleHeading) : fileTitle(file.path))
  const referred = [said.title, titled].reduce((data: Metadata, one) => (one === null ? data : withReference(file, data, one)), said)
  const [first] = file.outline.headings
  const by = first && !top && referred.authors.length === 0 ? bylineOfHeading(file, first) : null
  const written = top
    ? withHeadings(file, withByline(file, referred, top), top)
    : by
      ? { ...referred, authors: by.authors, year: referred.year ?? by.year }
      : referred
  const data = withBibtex(file, written, bareTitle(written.title ?? headed ?? fileTitle(file.path)))
  const text = [short, name, title, headed, data.title].find((value): value is string => typeof value === 'string' && value.trim() !== '')
  const isFilled = data.arxivId !== null || ['slug', 'arxiv', 'doi'].some((key) => file.frontMatter.data[key])
  if (text !== undefined && UNFILLED.test(text.trim()) && !isFilled) return null
  const frame: Frame = {
    start: titleHeading?.start ?? file.frontMatter.bodyStart,
    end: trimmedEnd(file, 0, file.text.length),
    heading: bareTitle(text ?? fileTitle(file.path)),
    headingLink: headingLink ?? (top ? linkOfHeading(file, top) : null),
    bodyStart: titleHeading?.end ?? file.frontMatter.bodyStart,
    metadata: printedIn(text ?? '', printedIn(fileTitle(file.path), datedIn(file.path, data))),
    titled: true,
  }
  return [readPart(file, frame)]
}

/** A title that front matter goes on with, as GitBook cuts it: "Grids for …", and "...All of Us" */
function joined(title: string, description: unknown): string {
  const [, begun] = /^(.{8,}?)\s*(?:\.{3}|…)$/.exec(title) ?? []
  const [, rest] = typeof description === 'string' ? (/^(?:\.{3}|…)\s*(\S.{0,200})$/.exec(description.trim()) ?? []) : []
  return begun !== undefined && rest !== undefined ? `${begun} ${rest}` : title
}

/** With the arXiv id that a heading right below the title is, where no line says one: `#### arXiv:2101.00001` */
function withHeadings(file: ParsedFile, data: Metadata, top: Heading): Metadata {
  const until = firstAfter(file.outline.prose, top.end)?.start ?? file.text.length
  const ids = within(file.outline.headings, { start: top.end, end: until }).flatMap(({ text }) => arxivIdIn(text) ?? [])
  return data.arxivId === null && ids[0] !== undefined ? { ...data, arxivId: ids[0] } : data
}

/** With the year that a file's name gives, as no date does, where no line says one. */
function datedIn(path: string, data: Metadata): Metadata {
  const name = path.replace(/^.*\//, '')
  const year = data.year ?? DATED_NAMES.flatMap((dated) => dated.exec(name)?.[1] ?? [])[0]
  return year === undefined ? data : { ...data, year: Number(year) }
}

/** `2017_grids`, `vaswani2017attention`, `ACM RecSys.2013.Ada Lovelace` */
const DATED_NAMES = [/^((?:19|20)\d{2})[\s_-]+(?!\d)/, CITEKEY, /^\p{Lu}[\p{L}&\s-]{1,30}\.((?:19|20)\d{2})\.\p{Lu}/u]

/** The labelled lines at the head of a file: before its first heading, or below it. */
export function headData(file: ParsedFile): Metadata {
  const before = metadataIn(file, file.frontMatter.bodyStart, file.text.length)
  const top = topHeading(file)
  return top === undefined || namesPaper(before) ? before : metadataIn(file, top.end, file.text.length)
}

/** The first heading, if no other is as high but parts of an article, or it leads to a paper, or the lines under it name one. */
export function topHeading(file: ParsedFile): Heading | undefined {
  const [first, ...rest] = file.outline.headings
  if (!first || bylineOfHeading(file, first)) return undefined
  const beside = rest.filter(({ level }) => level <= first.level)
  // beside an abstract a heading is one part of several, where the file is called by a title of its own
  const name = fileTitle(file.path)
  const isNamed = name.split(/\s+/).length > 3 && isTitleCase(name) && !isCalled(name, first.text)
  if (isNamed && beside.some(({ level, text }) => level === first.level && isAbstract(text))) return undefined
  const isAlone =
    beside.length === 0 ||
    (articleHeadings(file, { start: first.end, end: file.text.length }) > 1 &&
      beside.filter(({ text }) => isGeneric(text)).length * 2 > beside.length)
  const isTitle = isAlone || isGeneric(first.text) || first.level === 1 || linkOfHeading(file, first) !== null
  const isFirst = file.outline.prose.every(({ start, linksOnly }) => start > first.start || linksOnly)
  // what follows may be beside it, where the headings of an article stand under it
  const isOver = isFirst && articleHeadings(file, { start: first.end, end: beside[0]?.start ?? file.text.length }) > 1
  return isTitle || isOver || (isFirst && isAboutPaper(file, { start: first.end, end: headEnd(file, first.end, file.text.length) }))
    ? first
    : undefined
}
