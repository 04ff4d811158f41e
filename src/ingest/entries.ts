/**
 * What documents say of others that they list: `[Title](note.md) [[arXiv](…)]` says which paper a note is about, and a row or
 * a section that leads to a note is about the paper of that.
 */
import { isDocument } from './discover.ts'
import { authorsBeforeTitle } from './formats/authors.ts'
import { readPart } from './formats/format.ts'
import { HEADING_WORDS } from './formats/headings.ts'
import { titleOfItem } from './formats/list.ts'
import { yearIn } from './formats/metadata.ts'
import { yearBeside } from './formats/titles.ts'
import { sayDifferent } from './identity.ts'
import type { Entry, Identity, PartIdentity, Reading, Understood } from './kinds/kind.ts'
import { arxivDate, arxivIdIn, kindOfLabel, printedId } from './link-target.ts'
import { nameBeforeColon } from './names.ts'
import { indexAround, type Range, within } from './ranges.ts'

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
function entryIn({ file: { text } }: Reading, block: Range, links: readonly Link[]): Entry | null {
  const isNote = ({ target }: Link) => target !== null && isDocument(target)
  const [to, other] = links.filter(isNote)
  const papers = links.filter(
    ({ kind, target, arxivId, doi }) => target === null && (SAYS_PAPER.has(kind) || arxivId !== null || doi !== null),
  )
  const [paper, ...others] = papers
  if (!to?.target || (other && other.target !== to.target)) return null
  if (!paper) return citedEntry(text, block, { ...to, target: to.target })
  const [first, second] = to.start < paper.start ? [to, paper] : [paper, to]
  if (!isBeside(text, first, second, links) || others.some(({ arxivId }) => arxivId !== paper.arxivId)) return null
  const named = links.find((link) => !isToNote(link) && kindOfLabel(link.label) === null && (link === to || link === paper)) ?? first
  return {
    document: to.target,
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
  return { document: to.target, title, arxivId: arxivIdIn(after), doi: null, printedIds: [], authors, year: yearIn(after) }
}

/** The label of a link that leads to a note or a paper, where it is no word for one. */
const labelTitle = (link: Link): string | null => {
  const label = link.label.replace(/[*_`]/g, '').trim()
  return isToNote(link) || kindOfLabel(label) !== null || !/\p{L}{3}/u.test(label) || /https?:/.test(label) ? null : label
}

const SAYS_PAPER: ReadonlySet<string> = new Set(['ABSTRACT', 'PDF'])

/** Between two links stand nothing but brackets, marks and other links. */
function isBeside(text: string, first: Range, second: Range, links: readonly Range[]): boolean {
  const between = within(links, { start: first.end, end: second.start })
  const ends = [first.end, ...between.map(({ end }) => end)]
  return ends.every((end, i) => !/[\p{L}\p{N}]/u.test(text.slice(end, between[i]?.start ?? second.start)))
}

/** What is told of a document that is about one paper. */
export type Told = Omit<Entry, 'document'>

const toldOnce = new WeakMap<Identity, { key: string; identity: Identity }>()

/** The identities with what the lists of others tell of those that are about one paper, or may be; of two ids neither is taken. */
export function withEntries(documents: ReadonlyMap<string, Identity>): {
  documents: ReadonlyMap<string, Identity>
  told: Map<string, Told>
} {
  const entries = new Map<string, Entry[]>()
  for (const [, identity] of [...documents].filter(([, { entries }]) => entries.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const entry of identity.entries) entries.set(entry.document, [...(entries.get(entry.document) ?? []), entry])
  if (entries.size === 0) return { documents, told: new Map() }
  const told = new Map<string, Told>()
  const all = new Map(documents)
  for (const [path, said] of entries) {
    const identity = documents.get(path)
    const tells = identity && toldOf(identity, said)
    if (!identity || !tells) continue
    told.set(path, tells)
    const key = JSON.stringify(tells)
    const known = toldOnce.get(identity)
    const renewed = known?.key === key ? known.identity : { ...identity, parts: [partTold(identity, tells)] }
    toldOnce.set(identity, { key, identity: renewed })
    all.set(path, renewed)
  }
  return { documents: all, told }
}

/** What entries tell of a document that it does not say itself; null where that is nothing. */
function toldOf({ parts, untold }: Identity, entries: readonly Entry[]): Told | null {
  const [part, ...others] = parts
  if (others.length > 0 || part?.listed || (!part && !untold)) return null
  const said = entries.filter(({ title }) => !part?.title || !title || !sayDifferent(part.title, title))
  const only = <Value>(values: readonly (Value | null)[]): Value | null => {
    const different = new Set(values.filter((value) => value !== null))
    return different.size === 1 ? ([...different][0] ?? null) : null
  }
  const title = part?.title ?? said.flatMap((entry) => entry.title ?? [])[0] ?? null
  const told: Told = {
    title,
    arxivId: part?.arxivId ?? only(said.map(({ arxivId }) => arxivId)),
    doi: part?.doi ?? only(said.map(({ doi }) => doi)),
    printedIds: part?.printedIds ?? said[0]?.printedIds ?? [],
    authors: said.find(({ authors }) => authors.length > 0)?.authors ?? [],
    year: said.flatMap(({ year }) => year ?? [])[0] ?? null,
  }
  const isNew =
    !part || told.arxivId !== part.arxivId || told.doi !== part.doi || title !== part.title || told.year !== null || told.authors.length > 0
  return title !== null && said.length > 0 && isNew ? told : null
}

function partTold({ parts: [part], untold }: Identity, { year: _, authors: __, title, ...ids }: Told): PartIdentity {
  if (part) return { ...part, title, ...ids }
  const name = title ?? ''
  return {
    ...(untold ?? { start: 0, end: 0 }),
    slug: null,
    heading: nameBeforeColon(name) ?? name,
    title,
    ...ids,
    aliases: [],
    listed: false,
    notes: [],
  }
}

/** A document with what lists tell of it: its one part has that, or it is one part, where it said of no paper that it is about it. */
export function understoodAs(reading: Reading, understood: Understood, told: Told | undefined): Understood {
  if (!told) return understood
  const [part] = understood.parts
  const date = arxivDate(told.arxivId)
  const year = part?.year ?? told.year ?? date?.year ?? null
  const dated = { year, month: date !== null && date.year === year ? date.month : null }
  const authors = part && part.authors.length > 0 ? part.authors : told.authors
  if (part) return { ...understood, parts: [{ ...part, ...dated, authors, title: told.title, arxivId: told.arxivId, doi: told.doi }] }
  const { file } = reading
  const name = told.title ?? ''
  const { start, end } = { start: file.frontMatter.bodyStart, end: file.text.length }
  const {
    owns: _,
    metadata,
    ...read
  } = readPart(file, { start, end, heading: nameBeforeColon(name) ?? name, bodyStart: start, titled: true })
  const ids = { title: told.title, slug: null, arxivId: told.arxivId, doi: told.doi, printedIds: told.printedIds }
  return {
    ...understood,
    format: 'indexed',
    title: told.title,
    parts: [{ ...read, ...ids, ...dated, listed: false, authors: metadata.authors.length > 0 ? metadata.authors : authors }],
    links: understood.links.map((link) => ({ ...link, part: 0 })),
    images: understood.images.map((image) => ({ ...image, part: 0 })),
  }
}
