/**
 * What documents say of others that they list: `[Title](note.md) [[arXiv](…)]` says which paper a note is about, and a row or
 * a section that leads to a note is about the paper of that.
 */
import { yearOfPrint, yearOfVenue } from './common-terms.ts'
import { isDocument } from './discover.ts'
import { authorsBeforeTitle } from './formats/authors.ts'
import { HEADING_WORDS } from './formats/headings.ts'
import { titleOfItem } from './formats/list.ts'
import { NO_METADATA, yearIn } from './formats/metadata.ts'
import { bareTitle, isLesson, printedIn, yearBeside } from './formats/titles.ts'
import type { Entry, Reading, Understood } from './kinds/kind.ts'
import { arxivIdIn, kindOfLabel, printedId } from './link-target.ts'
import { shortNamesIn } from './names.ts'
import type { ParsedFile } from './parse.ts'
import { indexAround, lastBefore, type Range, within } from './ranges.ts'

type Link = Understood['links'][number]

const TO_NOTE: ReadonlySet<string> = new Set(HEADING_WORDS.to_note)
const isToNote = ({ label }: Link) => TO_NOTE.has(label.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))

/** Notes in the identity of a document what it says of others; to be called when it is known where its links lead. */
export function noteEntries(reading: Reading, understood: Understood): void {
  const { identity, links, parts } = understood
  const { path } = reading.file
  const leading = links.filter(({ target }) => target !== null && target !== path && isDocument(target))
  if (leading.length === 0) return
  for (const [i, part] of identity.parts.entries()) {
    const { bodyStart = part.start } = parts[i] ?? {}
    const isEntry = (link: Link) => link.part === i && (link.end <= bodyStart || part.listed || (isToNote(link) && parts.length > 1))
    part.notes = targetsOf(leading.filter(isEntry))
  }
  identity.entries = blocksOf(reading, leading).flatMap((block) => {
    const entry = entryIn(reading, block, within(links, block))
    return entry && entry.document !== path ? [entry] : []
  })
}

const targetsOf = (links: readonly Link[]): string[] => [...new Set(links.flatMap(({ target }) => target ?? []))]

/** The items, rows and lines that links stand in, each once. */
function blocksOf({ file: { outline, text } }: Reading, links: readonly Link[]): Range[] {
  const blocks = new Map<number, Range>()
  for (const link of links) {
    const around = outline.prose[indexAround(outline.prose, link)]
    if (!around || blocks.has(around.start)) continue
    const next = text.indexOf('\n', link.end)
    const line = { start: text.lastIndexOf('\n', link.start - 1) + 1, end: next < 0 ? text.length : next }
    const block = around.role === 'item' ? around : line
    blocks.set(block.start, block)
  }
  return [...blocks.values()]
}

/** What a block says of the one document that it leads to, where the link to that document's paper stands beside. */
function entryIn({ file }: Reading, block: Range, links: readonly Link[]): Entry | null {
  const { text } = file
  const isNote = ({ target }: Link) => target !== null && isDocument(target)
  const [to, other] = links.filter(isNote)
  const papers = links.filter(
    ({ kind, target, arxivId, doi }) => target === null && (SAYS_PAPER.has(kind) || arxivId !== null || doi !== null),
  )
  const [paper, ...others] = papers
  if (!to?.target || (other && other.target !== to.target)) return null
  if (!paper) return citedEntry(text, block, { ...to, target: to.target }) ?? listedEntry(file, block, links, { ...to, target: to.target })
  const [first, second] = to.start < paper.start ? [to, paper] : [paper, to]
  const isNear = isBeside(text, first, second, links) || (kindOfLabel(second.label) !== null && isSlot(text, first, second))
  if (!isNear || others.some(({ arxivId }) => arxivId !== paper.arxivId)) return null
  const named = links.find((link) => !isToNote(link) && kindOfLabel(link.label) === null && (link === to || link === paper)) ?? first
  return {
    document: to.target,
    ofPaper: true,
    title: titleOfItem(text, block, links, named) ?? (named === first || named === to ? labelTitle(named) : null),
    arxivId: paper.arxivId,
    doi: paper.doi,
    printedIds: printedId(paper.url ?? '') === null ? [] : [printedId(paper.url ?? '') as string],
    authors: [],
    year: yearBeside(text.slice(second.end, block.end)),
  }
}

/** What a citation says whose title leads to a document: `Lovelace, Ada. "[Grids for All](grids.md)." arXiv:2101.00001 (2021)` */
function citedEntry(text: string, block: Range, to: Link & { target: string }): Entry | null {
  const authors = authorsBeforeTitle(text.slice(block.start, to.start))
  const title = labelTitle(to)
  if (authors.length === 0 || title === null) return null
  const after = text.slice(to.end, block.end)
  return { ...NO_ENTRY, document: to.target, ofPaper: true, title, arxivId: arxivIdIn(after), authors, year: yearIn(after) }
}

/** Characters after a title in which it may say where it was printed. */
const BESIDE = 120

/** What lists papers itself, or is called by its path. */
const OF_SEVERAL = /\bpapers\b|论文|論文|논문|^[^\s/]+\/\S/iu

const NO_ENTRY = { arxivId: null, doi: null, printedIds: [], authors: [], year: null }

/** What is said of a document by its title beside the year or the place of print, before a link called "note", or under a heading over papers; or by a name alone. */
function listedEntry(file: ParsedFile, block: Range, links: readonly Link[], to: Link & { target: string }): Entry | null {
  const written = isToNote(to) ? titleOfItem(file.text, block, links, to) : labelTitle(to)
  // a heading within it is of another
  if (written === null || to.url?.includes('#') || isLesson(written) || OF_SEVERAL.test(written)) return null
  const beside = file.text.slice(to.end, Math.min(block.end, to.end + BESIDE)).split(/[|,，;；()（）[\]·•—–]|\s-\s/)
  const year = printedIn(written, NO_METADATA).year ?? beside.flatMap((said) => yearOfVenue(said.trim()) ?? [])[0] ?? null
  const title = bareTitle(written)
  const ofPaper = /\S\s+\S+\s+\S/.test(title) && (year !== null || isToNote(to) || isOverPapers(file, block.start))
  return ofPaper || shortNamesIn(title).length > 0
    ? {
        ...NO_ENTRY,
        document: to.target,
        ofPaper,
        title,
        year: ofPaper ? (year ?? beside.flatMap((said) => yearOfPrint(said) ?? [])[0] ?? null) : null,
      }
    : null
}

/** Under "Papers I have read", or "2019 论文". */
function isOverPapers({ outline: { headings } }: ParsedFile, at: number): boolean {
  const heading = lastBefore(headings, at)?.text ?? ''
  return heading.length <= 60 && OVER_PAPERS.test(heading)
}
const OVER_PAPERS = new RegExp(`(?<!\\p{L})(?:${HEADING_WORDS.over_papers.join('|')})(?!\\p{sc=Latin})`, 'iu')

/** The label of a link that leads to a note or a paper, where it is no word for one. */
const labelTitle = (link: Link): string | null => {
  const label = link.label.replace(/[*_`]/g, '').trim()
  return isToNote(link) || kindOfLabel(label) !== null || !/\p{L}{3}/u.test(label) || /https?:/.test(label) ? null : label
}

const SAYS_PAPER: ReadonlySet<string> = new Set(['ABSTRACT', 'PDF'])

/** A link in brackets of its own, after a title and who wrote it: `[Grids for All](grids.md) — Lovelace et al. [[arXiv](…)]` */
const isSlot = (text: string, first: Range, second: Range): boolean =>
  second.start - first.end <= BESIDE &&
  text[second.start - 1] === '[' &&
  !/[.。!?]\s+\p{L}|\n\s*\n/u.test(text.slice(first.end, second.start).replace(/et al\./g, ''))

/** Between two links stand nothing but brackets, marks and other links. */
function isBeside(text: string, first: Range, second: Range, links: readonly Range[]): boolean {
  const between = within(links, { start: first.end, end: second.start })
  const ends = [first.end, ...between.map(({ end }) => end)]
  return ends.every((end, i) => !/[\p{L}\p{N}]/u.test(text.slice(end, between[i]?.start ?? second.start)))
}
