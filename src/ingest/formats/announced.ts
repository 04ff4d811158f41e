/** Papers that a list names before the sections about them: `- [GridNet](https://arxiv.org/abs/2101.00001)（CVPR2021）` over `## GridNet`. */
import { readArxivId } from '../link-target.ts'
import { comparable } from '../names.ts'
import type { ParsedFile } from '../parse.ts'
import type { Prose } from '../prose.ts'
import { within } from '../ranges.ts'
import { isLabel, isMoreThanLabel } from './format.ts'
import { isPaper, type Metadata, NO_METADATA } from './metadata.ts'
import { printedBeside } from './titles.ts'

const known = new WeakMap<ParsedFile, ReadonlyMap<string, Metadata>>()

/** What the items of a file's lists say of papers that they name, by the names in the form in which they are compared. */
export function announcedIn(file: ParsedFile): ReadonlyMap<string, Metadata> {
  const before = known.get(file)
  if (before) return before
  const announced = new Map<string, Metadata>()
  for (const item of file.outline.prose) {
    const [name, said] = (item.role === 'item' && announcedBy(file, item)) || []
    if (name && said && !announced.has(name)) announced.set(name, said)
  }
  known.set(file, announced)
  return announced
}

/** Longer items say more. */
const MAX_ITEM = 300
/** `GridNet(Grids for All of Us)`, alone in an item */
const SPELLED = /^([^\s()（）]{2,24})\s?[(（]([^()（）]{8,200})[)）]$/u

function announcedBy(file: ParsedFile, item: Prose): [name: string, said: Metadata] | null {
  if (item.end - item.start > MAX_ITEM) return null
  const [link] = within(file.outline.links, item)
  if (!link) {
    const [, name, title] = SPELLED.exec(item.text.trim()) ?? []
    return name !== undefined && title !== undefined && isMoreThanLabel(title) ? [comparable(name), { ...NO_METADATA, title }] : null
  }
  if (!isPaper(link) || isLabel(link.label)) return null
  const before = file.text.slice(item.start, link.start).replace(/[*_`]/g, '').trim()
  const [, name = before === '' ? link.label : ''] = /^([^:：]{2,30})[:：]$/.exec(before) ?? []
  const said = { ...NO_METADATA, title: name === link.label ? null : link.label, arxivId: readArxivId(link.url ?? '') }
  return name === '' ? null : [comparable(name), printedBeside(file.text.slice(link.end, item.end), said)]
}
