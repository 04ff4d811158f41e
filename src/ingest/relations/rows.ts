/** Whose sentences the cells of a table are: in one of papers, each row's of the paper that it begins with. */
import type { Outline, Table } from '../markdown.ts'
import type { Prose } from '../prose.ts'
import { indexAround, type Range, within } from '../ranges.ts'
import type { NameIndex } from './name-index.ts'
import type { LinkedName } from './read.ts'

/** Over the first column of a table of papers. */
const OF_PAPERS = /^\W*(?:papers?|works?|methods?|models?|approach(?:es)?|论文|工作|方法|模型|문헌|논문|論文|手法)\W*$/iu

/** Whether each row of a table is of a paper. */
export const isOfPapers = ({ header: [first] }: Table, text: string): boolean =>
  first !== undefined && OF_PAPERS.test(text.slice(first.start, first.end))

type Spoken = { paper: string | null; prose: Prose[] }

/** The prose of a part by the paper that it speaks of, in an outline whose tables are of papers; a row whose paper nobody knows speaks of none. */
export function byRow(
  paper: string | null,
  prose: readonly Prose[],
  { tables }: Outline,
  links: readonly LinkedName[],
  index: NameIndex,
): Spoken[] {
  const rows = tables.flatMap((table) => table.rows)
  const [own, others]: [Prose[], Spoken[]] = [[], []]
  for (const one of prose) {
    const row = one.role === 'cell' ? rows[indexAround(rows, one)] : undefined
    const [first] = row?.cells ?? []
    if (first) others.push({ paper: paperIn(first, prose, links, index), prose: [one] })
    else own.push(one)
  }
  return [{ paper, prose: own }, ...others]
}

/** The one paper that a cell names. */
function paperIn(cell: Range, prose: readonly Prose[], links: readonly LinkedName[], index: NameIndex): string | null {
  const linked = within(links, cell).flatMap(({ node }) => node ?? [])
  const named = linked.length > 0 ? linked : within(prose, cell).flatMap(({ text }) => index.find(text).map(({ node }) => node))
  const slugs = new Set(named.flatMap(({ nodeType, slug }) => (nodeType === 'paper' ? [slug] : [])))
  return slugs.size === 1 ? ([...slugs][0] ?? null) : null
}
