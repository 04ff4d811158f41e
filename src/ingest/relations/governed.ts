/** Relations that a heading or a parent bullet states of all that stands under it: "Related papers", "Compared with:". */
import type { EvidenceFact } from '../../graph.ts'
import type { Heading, Outline } from '../markdown.ts'
import type { Places } from '../place.ts'
import { type Prose, textOffset } from '../prose.ts'
import { firstAfter, type Range, within } from '../ranges.ts'
import type { CueTable, Governor } from './cue.ts'
import type { Node } from './name-forms.ts'
import type { NameIndex } from './name-index.ts'
import type { LinkedName } from './read.ts'

export type GovernedText = {
  paper: string
  /** the part of the file that is about the paper */
  range: Range
  outline: Outline
  links: readonly LinkedName[]
  places: Places
  source: string
}

/** A longer line says more than what its list is of. */
const MAX_GOVERNOR = 40

export function readGoverned(part: GovernedText, index: NameIndex, tables: readonly CueTable[]): EvidenceFact[] {
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
  return governed.flatMap(({ governor, cue, item }) =>
    namesOf(item, part.links, index)
      .filter(({ nodeType, slug }) => !(nodeType === 'paper' && slug === part.paper))
      .map(({ nodeType, slug }) => ({
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
      })),
  )
}

/** What a heading or a line says that a list is of, if it says nothing else. */
function governorOf(text: string, tables: readonly CueTable[]): Governor | undefined {
  if (text.length > MAX_GOVERNOR) return undefined
  const words = text
    .toLowerCase()
    .replace(/^[\P{L}]+|[\P{L}]+$/gu, '')
    .replace(/\s+/g, ' ')
  return tables.find(({ governors }) => governors.has(words))?.governors.get(words)
}

/** The items and lists of links under a heading. */
function under(heading: Heading, { range, outline }: GovernedText, prose: readonly Prose[]): Prose[] {
  const next = outline.headings.filter((other) => other.level <= heading.level)
  const end = Math.min(range.end, firstAfter(next, heading.end)?.start ?? range.end)
  return within(prose, { start: heading.end, end }).filter(({ role, linksOnly }) => role === 'item' || linksOnly)
}

/** The items that are nested in an item, or that follow a paragraph. */
function childrenOf(parent: Prose, after: readonly Prose[], source: string): Prose[] {
  const columnOf = ({ start }: Range) => start - (source.lastIndexOf('\n', start - 1) + 1)
  const column = parent.role === 'item' ? columnOf(parent) : -1
  const end = after.findIndex((prose) => prose.role !== 'item' || columnOf(prose) <= column)
  return after.slice(0, end < 0 ? after.length : end)
}

/** The papers that an item is: all of a list of links, else the one that it begins with. */
function namesOf(item: Prose, links: readonly LinkedName[], index: NameIndex): Node[] {
  const linked = within(links, item)
  if (item.linksOnly) return linked.flatMap(({ node }) => node ?? [])
  const begins = (offset: number) => !/[\p{L}\p{N}]/u.test(item.text.slice(0, offset))
  const link = linked.find(({ start }) => begins(textOffset(item, start)))
  const [named] = index.find(item.text)
  return link?.node ? [link.node] : named && begins(named.start) ? [named.node] : []
}
