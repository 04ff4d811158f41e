/** What fits together badly between documents: told, and kept as it is written. */
import type { EvidenceFact } from '../graph.ts'
import type { Reading, Understood } from './kinds/kind.ts'
import { arxivDate } from './link-target.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Parts about a paper that another document is about, too, and those that have the title of a paper but another id. */
export function reportOfPapers(
  reading: Reading,
  { parts }: Understood,
  slugs: readonly string[],
  { identities, documents }: Vocabulary,
): void {
  const { path } = reading.file
  // an index and the notes that it leads to are meant to be about the same
  const leads = (from: string, to: string) => documents.get(from)?.parts.some(({ notes }) => notes.includes(to)) === true
  for (const [i, { start, listed }] of parts.entries()) {
    if (listed) continue
    const first = identities.first.get(slugs[i] ?? '')
    if (first !== undefined && first !== path && !leads(first, path) && !leads(path, first))
      reading.report('paper-twice', `${first} is about ${slugs[i]}, too: one paper, with both notes.`, start)
  }
  for (const { part, other, id, otherId } of identities.twins.get(path) ?? []) {
    const at = parts[part]?.start ?? 0
    if (id === otherId)
      reading.report('id-of-two-papers', `${other} gives arXiv ${id} to a paper of another title: they are kept as two papers.`, at)
    else
      reading.report(
        'title-of-two-papers',
        `${other} has this title for arXiv ${otherId}, and here it is ${id}: they are kept as two papers.`,
        at,
      )
  }
}

/** Kinds by which a paper is made from an earlier one. */
const FROM_EARLIER: ReadonlySet<string> = new Set(['EXTENDS', 'IMPROVES', 'VARIANT_OF', 'INSPIRED_BY', 'COMBINES'])
/** Papers of one year often know of each other before they appear. */
const MONTHS_AHEAD = 12

/** Relations by which a paper would be made from one that appeared a year later. */
export function reportBackwards(reading: Reading, evidence: readonly EvidenceFact[], { arxivIds }: Vocabulary): void {
  const monthOf = (slug: string) => {
    const date = arxivDate(arxivIds.get(slug) ?? null)
    return date && date.year * 12 + date.month
  }
  for (const { source, kind, target, targetType, start } of evidence) {
    if (targetType !== 'paper' || !FROM_EARLIER.has(kind)) continue
    const [made, from] = [monthOf(source), monthOf(target)]
    if (made !== null && from !== null && from - made >= MONTHS_AHEAD)
      reading.report(
        'relation-backwards',
        `${source} ${kind} ${target} is read here, but ${target} appeared ${from - made} months later.`,
        start,
      )
  }
}
