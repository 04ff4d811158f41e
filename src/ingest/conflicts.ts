import type { Known } from '../graph.ts'
import { diagnostic } from './diagnostics.ts'
import { type Discovery, presentIn } from './discover.ts'
import type { Identity } from './kinds/kind.ts'
import type { Outcome } from './reader.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'

type Read = { outcomes: ReadonlyMap<string, Outcome>; known: Known; found: Discovery }

/** Identities come out of the store as JSON; they went in as this type. */
const identityKnown = (known: Known, path: string) => known.files.get(path)?.identity as Identity | null | undefined

/** What each document says of the names in it, as it was read or is stored. */
export function identitiesNow(outcomes: Read['outcomes'], known: Known, { documents }: Discovery): Map<string, Identity> {
  const identities = new Map<string, Identity>()
  for (const path of documents) {
    const identity = outcomes.get(path)?.document?.identity ?? identityKnown(known, path)
    if (identity) identities.set(path, identity)
  }
  return identities
}

/** What each document said of the names in it when it was stored. */
export const identitiesKnown = (known: Known): Map<string, Identity> =>
  new Map([...known.files.keys()].flatMap((path) => (identityKnown(known, path) ? [[path, identityKnown(known, path) as Identity]] : [])))

/** Whether any document names something else than it did, or names anything and came or went. */
export function namesDiffer({ outcomes, known, found }: Read): boolean {
  for (const [path, { document }] of outcomes)
    if (document && namesIn(document.identity) !== namesIn(identityKnown(known, path) ?? null)) return true
  const present = presentIn(found)
  for (const path of known.files.keys()) if (!present.has(path) && namesIn(identityKnown(known, path) ?? null) !== '') return true
  return false
}

/** The part of an identity that names papers and techniques, and not where its parts stand; empty where it names none, and none can be told of it. */
function namesIn(identity: Identity | null): string {
  const { parts = [], entries = [], untold = null, cards = [], techniques = [] } = identity ?? {}
  return parts.length + entries.length + cards.length + techniques.length === 0 && untold === null
    ? ''
    : JSON.stringify([parts.map(({ start, end, ...part }) => part), entries, untold !== null, cards, techniques])
}

/**
 * The names of all documents: those of `before` where they are known to be as they were, which is `settled`. Of two documents
 * that claim one slug for different things, the later path is refused.
 */
export function settleConflicts({
  outcomes,
  known,
  found,
  before,
  settled,
}: Read & { outcomes: Map<string, Outcome>; before: Vocabulary | null; settled: boolean }): Vocabulary {
  for (let given = settled ? before : null, last = before; ; given = null) {
    const vocabulary: Vocabulary = given ?? buildVocabulary(identitiesNow(outcomes, known, found), last)
    last = vocabulary
    const conflicts = vocabulary.identities.conflicts.filter(({ path }) => outcomes.get(path)?.document)
    if (conflicts.length === 0) return vocabulary
    for (const { slug, what, path, winner } of conflicts) {
      const outcome = outcomes.get(path)
      if (!outcome?.document) continue
      const { reading } = outcome.document.take()
      const message = `The ${what} slug ${slug} is taken by ${winner}, which is about another; ${path} is not stored. Change one of the two.`
      outcomes.set(path, {
        file: { ...outcome.file, refused: true },
        document: null,
        diagnostics: [...outcome.diagnostics, diagnostic('slug-duplicate', message, reading.places.at(reading.offsetOf(['slug'])))],
      })
    }
  }
}
