import { isDocument } from '../discover.ts'
import { kindOfLabel, pathInRepository, readArxivId } from '../link-target.ts'
import type { RawLink } from '../markdown.ts'
import { nameBeforeColon } from '../names.ts'
import type { ParsedFile } from '../parse.ts'
import type { Prose } from '../prose.ts'
import { firstAfter, lastBefore, type Range, within } from '../ranges.ts'
import { bylineOf, citationIn } from './authors.ts'
import { isLabel, isMoreThanLabel, isTitleAlone, isTitleCase, type NoteFormat, type Part, readPart, trimmedEnd } from './format.ts'
import { HEADING_WORDS } from './headings.ts'
import { isPaper, isPaperFile, NO_METADATA } from './metadata.ts'
import { bareTitle, printedBeside, printedIn } from './titles.ts'

/** Fewer items are the sources of a note. */
const FEW = 3

/** Papers as items of lists, each with a link to the paper. An item that links to a note lists that, and is none; nor are the sources of a text. */
export const list: NoteFormat = {
  name: 'list',
  read(file) {
    const tops = itemsIn(file, { start: 0, end: Infinity })
    const papers = tops.flatMap(({ paper }) => (paper ? withYearOver(file, paper) : []))
    const paragraphs = file.outline.prose.filter(({ role, linksOnly }) => role === 'paragraph' && !linksOnly)
    const others = tops.filter(({ paper, isOfNote }) => paper === null && !isOfNote)
    if (papers.length >= FEW && papers.length >= others.length && papers.length >= paragraphs.length) return papers
    const listed = papers.filter(({ start }) => isOverPapers(file, start))
    return listed.length >= FEW ? listed : null
  },
}

/** With the year that the heading over it is, and nothing else, where nothing else says one. */
function withYearOver(file: ParsedFile, part: Part): Part {
  const hasId = within(file.outline.links, part).some(({ url }) => readArxivId(url ?? '') !== null)
  const over = part.metadata.year === null && !hasId ? lastBefore(file.outline.headings, part.start)?.text : undefined
  const year = /^\P{L}{0,4}(?<!\d)((?:19|20)\d{2})(?!\d)(?:\P{L}|年){0,4}$/u.exec(over ?? '')?.[1]
  return year === undefined || /\d\D+\d/.test(over ?? '') ? part : { ...part, metadata: { ...part.metadata, year: Number(year) } }
}

/** Whether the heading that something stands under says that papers do, whatever else the file has. */
function isOverPapers(file: ParsedFile, at: number): boolean {
  const heading = lastBefore(file.outline.headings, at)
  return (
    heading !== undefined &&
    PAPERS.has(
      heading.text
        .toLowerCase()
        .replace(/[^\p{L}]+/gu, ' ')
        .trim(),
    )
  )
}
const PAPERS: ReadonlySet<string> = new Set(HEADING_WORDS.papers)

type Item = { paper: Part | null; isOfNote: boolean }

/** The items that stand in no other, as what they list; in place of one that lists nothing, those in it, if they do. */
const itemsIn = (file: ParsedFile, range: Range): Item[] =>
  topItems(file, range).flatMap(({ item, end }) => {
    const links = within(file.outline.links, item)
    const paper = links.some(isNoteHere) ? null : paperOfItem(file, item, end)
    const isOfNote = links.some((link) => isNoteHere(link) || isDocument(pathInRepository(link.url ?? '') ?? ''))
    const inside = paper || isOfNote ? [] : itemsIn(file, { start: item.end, end })
    return inside.some((one) => one.paper) ? inside : [{ paper, isOfNote }]
  })

/** By its address: a document of the folder, whatever the paper is that the item leads to beside it. */
const isNoteHere = ({ url, wiki }: RawLink): boolean =>
  wiki || (url !== null && !/^\w+:|^#/.test(url) && isDocument(url.replace(/#.*$/s, '')))

/** The items of a stretch that stand in no other, and where each ends with all that stands in it. */
function topItems(file: ParsedFile, range: Range): { item: Prose; end: number }[] {
  // of the bullet: what stands after it may be set in by one blank or more
  const columnOf = ({ start }: Prose) => /^[ \t]*/.exec(file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start))?.[0].length ?? 0
  const found: { item: Prose; end: number }[] = []
  let column = Infinity
  for (const prose of within(file.outline.prose, range)) {
    const last = found.at(-1)
    const isInside =
      last && columnOf(prose) > column && (firstAfter(file.outline.headings, last.item.start)?.start ?? Infinity) > prose.start
    if (isInside && last) last.end = prose.end
    if (isInside || (prose.role !== 'item' && !isTitleAlone(file, prose))) continue
    column = columnOf(prose)
    found.push({ item: prose, end: prose.end })
  }
  return found
}

/** Before or after a title: a number, a date, a place of print in brackets, a mark of emphasis. */
const AROUND = /^(?:[\s*_|·•(–-]|\d+(?=[\s.):、,，-])[.):、,，]?)+|[\s*_|·:：,，[(（–-]+$/gu
/** A title that an item begins with, before what is said of it: "*Title* (May 2018)" */
const EMPHASISED = /^\s*(?:\[[ xX]\]\s*)?(\*\*|\*|__|_)(?=\S)([^*_\n]{8,250})\1(?!\w)/
const MAX_TITLE = 250
/** With marks of emphasis and images, and what stands before it. */
const MAX_WRITTEN = 1_000

function paperOfItem(file: ParsedFile, item: Prose, end: number): Part | null {
  const links = within(file.outline.links, item)
  const link = links.find((one) => isPaper(one) || isPaperFile(one))
  if (!link || link.bare) return citedItem(file, item, end, link) ?? (links.length === 0 ? printedItem(file, item, end) : null)
  const written = titleOfItem(file.text, item, links, link) ?? shortTitle(file, item, link)
  if (written === null) return null
  const name = bareTitle(written)
  const inside = within(file.outline.prose, { start: item.end, end })[0]
  const part = readPart(file, {
    start: item.start,
    end: trimmedEnd(file, item.start, end),
    heading: nameBeforeColon(name) ?? name,
    headingLink: link,
    bodyStart: item.start,
    metadata: printedIn(written, printedBeside(file.text.slice(link.end, item.end), (inside && bylineOf(file, inside)) ?? NO_METADATA)),
  })
  return { ...part, title: name, summary: part.summary.filter((prose) => prose !== item), owns: ({ start }) => start === link.start }
}

/** The label of the link that an item begins with, where it is two words that are no name of a link. */
function shortTitle(file: ParsedFile, item: Prose, link: RawLink): string | null {
  const isFirst = !/[\p{L}\p{N}]/u.test(file.text.slice(item.start, link.start))
  const label = plain(link.label.slice(0, MAX_WRITTEN))
  return isFirst && /^\p{L}\S*\s\S+$/u.test(label) && kindOfLabel(label) === null && !isLabel(label) ? label : null
}

/** An item that cites a work in words, with its address or its year. */
function citedItem(file: ParsedFile, item: Prose, end: number, link: RawLink | undefined): Part | null {
  const cited = citationIn(item.text)
  if (!cited || (!link && cited.year === null)) return null
  const part = readPart(file, {
    start: item.start,
    end: trimmedEnd(file, item.start, end),
    heading: nameBeforeColon(cited.title) ?? cited.title,
    headingLink: link ?? null,
    bodyStart: item.start,
    metadata: { ...NO_METADATA, authors: cited.authors, year: cited.year },
  })
  const summary = part.summary.filter((prose) => prose !== item)
  return { ...part, title: cited.title, summary, owns: ({ start }) => start === link?.start }
}

/** `Grids for All of Us, CVPR 2020 (3)`, `[CVPR '20] Grids for All of Us`: an item that is nothing but a title and where that was printed. */
function printedItem(file: ParsedFile, item: Prose, end: number): Part | null {
  const written = item.text.trim().replace(/(?<=(?:19|20)\d{2})\s*\([^()]{1,12}\)$/, '')
  const { year } = printedIn(written, NO_METADATA)
  const title = bareTitle(written)
  if (year === null || written.length > MAX_TITLE || !/\S\s+\S+\s+\S/.test(title) || !isTitleCase(title)) return null
  return readPart(file, {
    start: item.start,
    end: trimmedEnd(file, item.start, end),
    heading: nameBeforeColon(title) ?? title,
    bodyStart: item.end,
    metadata: { ...NO_METADATA, year, title },
  })
}

type Labelled = Pick<RawLink, 'start' | 'end' | 'label'>

/** What an item with `links` calls the paper of one of them: the label of that, where it is a title; else what stands before it, where that is no sentence. */
export function titleOfItem(source: string, item: Range, links: readonly Labelled[], link: Labelled): string | null {
  const written = source.slice(item.start, links[0]?.start ?? link.start)
  if (written.length > MAX_WRITTEN || link.label.length > MAX_WRITTEN) return null
  const before = plain(EMPHASISED.exec(written)?.[2] ?? written)
  const label = plain(link.label)
  const isTitle = (text: string) =>
    /\p{L}{2}/u.test(text) && text.length <= MAX_TITLE && !/[.。]\s+\p{Lu}|[!！?？]\s+\p{Lu}.*[!！?？.。]\s+\p{Lu}/u.test(text)
  const isSlot = source[link.start - 1] === '[' || kindOfLabel(label) !== null || !isMoreThanLabel(label)
  // words before the title say when or where it was printed, and end so
  if (!isSlot && isTitle(label) && (before.length <= 60 || /[:：]$/.test(before))) return label
  const first = links[0] && links[0] !== link && before === '' ? plain(links[0].label.slice(0, MAX_WRITTEN)) : ''
  return (
    [before, first].find((text) => text !== '' && isTitle(text) && (text.split(/\s+/).length > 1 || (isSlot && ONE_WORD.test(text)))) ??
    null
  )
}

/** A title of one word, before a link that says that it leads to the paper. */
const ONE_WORD = /^\p{Lu}[\p{L}\p{N}+-]{4,}$/u

const plain = (markdown: string) =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([[\]()_*'])/g, '$1')
    .replace(/\*\*|__|`|<[^<>]{0,200}>|^\[[ xX]\]\s/g, '')
    .replace(/\s+/g, ' ')
    .replace(AROUND, '')
    .replace(/^["“]([^"“”]+)["”]?[.,]?$/, '$1')
    .trim()
