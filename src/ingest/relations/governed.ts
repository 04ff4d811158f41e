/** Relations that a heading or a parent bullet states of all that stands under it: "Related papers", "Compared with:". */
import type { EvidenceFact } from '../../graph.ts'
import type { Heading, Outline } from '../markdown.ts'
import { isSlug, slugify } from '../names.ts'
import type { Places } from '../place.ts'
import { type Prose, textOffset } from '../prose.ts'
import { firstAfter, type Range, within } from '../ranges.ts'
import { type CitedWork, citedWork } from './cited-work.ts'
import type { CueTable, Governor } from './cue.ts'
import type { Node } from './name-forms.ts'
import type { NameIndex } from './name-index.ts'
import type { LinkedName, PartReading } from './read.ts'

export type GovernedText = {
  paper: string
  /** the part of the file that is about the paper */
  range: Range
  outline: Outline
  links: readonly LinkedName[]
  places: Places
  source: string
  /** the papers that are known by their arXiv id */
  byArxivId: ReadonlyMap<string, string>
}

/** A longer line says more than what its list is of. */
const MAX_GOVERNOR = 40

export function readGoverned(
  part: GovernedText,
  index: NameIndex,
  tables: readonly CueTable[],
): Pick<PartReading, 'evidence' | 'discovered'> {
  const discovered: PartReading['discovered'] = []
  const prose = within(part.outline.prose, part.range)
  const governed = [
    ...within(part.outline.headings, part.range).flatMap((heading) => {
      const governor = governorOf(heading.text, tables)
      return governor ? under(heading, part, prose).map((item) => ({ governor, cue: heading.text, item })) : []
    }),
    ...prose.flatMap((parent, i) => {
      const governor = /[:：]\W*$/.test(parent.text) ? governorOf(parent.text, tables) : undefined
      return governor
        ? childrenOf(parent, prose.slice(i + 1), part.source).map((item) => ({ governor, cue: parent.text.trim(), item }))
        : []
    }),
  ]
  const evidence = governed.flatMap(({ governor, cue, item }) =>
    namesOf(item, part, index, discovered)
      .filter(({ nodeType, slug }) => !(nodeType === 'paper' && slug === part.paper))
      .map(
        ({ nodeType, slug }): EvidenceFact => ({
          source: part.paper,
          kind: governor.kind,
          targetType: nodeType,
          target: slug,
          quote: part.source.slice(item.start, item.end),
          cue,
          rule: governor.rule,
          confidence: governor.confidence,
          hedged: false,
          ...part.places.span(item.start, item.end),
        }),
      ),
  )
  return { evidence, discovered }
}

/** What a heading or a line says that a list is of, if it says nothing else. */
function governorOf(text: string, tables: readonly CueTable[]): Governor | undefined {
  if (text.length > MAX_GOVERNOR) return undefined
  const words = text
    .toLowerCase()
    .replace(/\s*[(（][^()（）]*[)）]\W*$/, '')
    .replace(/^[\P{L}]+|[\P{L}]+$/gu, '')
    .replace(/\s+/g, ' ')
  return tables.find(({ governors }) => governors.has(words))?.governors.get(words)
}

/** The items, lists of links and entries of a bibliography under a heading. */
function under(heading: Heading, { range, outline, source }: GovernedText, prose: readonly Prose[]): Prose[] {
  const next = outline.headings.filter((other) => other.level <= heading.level)
  const end = Math.min(range.end, firstAfter(next, heading.end)?.start ?? range.end)
  return within(prose, { start: heading.end, end }).flatMap((some) => {
    if (some.role === 'item' || some.linksOnly) return [some]
    return entriesOf(some, source).filter((entry) => citedWork(entry.text, source.slice(entry.start, entry.end)) !== null)
  })
}

/** The numbered lines of a paragraph, each by itself: "[1] … [2] …"; else the paragraph. */
function entriesOf(prose: Prose, source: string): Prose[] {
  const lines = [...source.slice(prose.start, prose.end).matchAll(NUMBERED_LINE)].map(({ index }) => prose.start + index)
  const ends = [...lines, prose.end]
  return [prose.start, ...lines].map((start, i) => {
    const end = start + source.slice(start, ends[i]).trimEnd().length
    const [from, to] = [textOffset(prose, start), textOffset(prose, end)]
    const pieces = { at: prose.pieces.at.map((at) => at - from), from: prose.pieces.from }
    return { ...prose, text: prose.text.slice(from, to), pieces, start, end }
  })
}
const NUMBERED_LINE = /(?<=\n[ \t]*)\[\d{1,3}\][ \t]/g

/** The items that are nested in an item, or that follow a paragraph. */
function childrenOf(parent: Prose, after: readonly Prose[], source: string): Prose[] {
  const columnOf = ({ start }: Range) => start - (source.lastIndexOf('\n', start - 1) + 1)
  const column = parent.role === 'item' ? columnOf(parent) : -1
  const end = after.findIndex((prose) => prose.role !== 'item' || columnOf(prose) <= column)
  return after.slice(0, end < 0 ? after.length : end)
}

/** The papers that an item is: all of a list of links, else the one that it begins with or, in the form of a reference, cites. */
function namesOf(item: Prose, part: GovernedText, index: NameIndex, discovered: PartReading['discovered']): Node[] {
  const linked = within(part.links, item)
  if (item.linksOnly) return linked.flatMap(({ node }) => node ?? [])
  const begins = (offset: number) => !/[\p{L}\p{N}]/u.test(item.text.slice(0, offset))
  const link = linked.find(({ start }) => begins(textOffset(item, start)))
  const [named] = index.find(item.text)
  if (link?.node) return [link.node]
  if (link?.noted) {
    const { slug, text, arxivId } = link.noted
    discovered.push({ slug, surface: text, arxivId })
    return [{ nodeType: 'paper', slug }]
  }
  if (named && begins(named.start)) {
    const { node, start, end, wellKnown } = named
    if (wellKnown) discovered.push({ slug: node.slug, surface: item.text.slice(start, end), arxivId: null })
    return [node]
  }
  const work = citedWork(item.text, part.source.slice(item.start, item.end))
  return work ? nodeOf(work, part, index, discovered) : []
}

/** The paper that a work is: by its id, by its name or title, or one that no document knows. */
function nodeOf({ title, name, arxivId }: CitedWork, part: GovernedText, index: NameIndex, discovered: PartReading['discovered']): Node[] {
  const byId = arxivId === null ? undefined : part.byArxivId.get(arxivId)
  if (byId !== undefined) return [{ nodeType: 'paper', slug: byId }]
  const isWhole = (text: string, { start, end }: Range) => start === 0 && /^(?:\s*[:：]|$)/.test(text.slice(end))
  const known = [title, name].flatMap((text) => index.find(text).filter((found) => isWhole(text, found)))[0]
  if (known && !known.wellKnown) return [known.node]
  // by its name, and not by its id, which one list gives and the next leaves out
  const slug = known?.node.slug ?? slugify(name)
  if (!isSlug(slug)) return []
  for (const surface of new Set([name, title])) discovered.push({ slug, surface, arxivId })
  return [{ nodeType: 'paper', slug }]
}
