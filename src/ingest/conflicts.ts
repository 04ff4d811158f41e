import type { Known } from '../graph.ts'
import { diagnostic } from './diagnostics.ts'
import type { Discovery } from './discover.ts'
import type { Identity } from './kinds/kind.ts'
import type { Outcome } from './reader.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'

/** The names of all documents. Of two that claim one slug for different things, the later path is refused. */
export function settleConflicts(outcomes: Map<string, Outcome>, known: Known, found: Discovery): Vocabulary {
  for (;;) {
    const identities = new Map<string, Identity>()
    for (const path of found.documents) {
      const identity = outcomes.get(path)?.document?.understood.identity ?? (known.files.get(path)?.identity as Identity | null | undefined)
      if (identity) identities.set(path, identity)
    }
    const vocabulary = buildVocabulary(identities)
    const conflicts = vocabulary.identities.conflicts.filter(({ path }) => outcomes.get(path)?.document)
    if (conflicts.length === 0) return vocabulary
    for (const { slug, what, path, winner } of conflicts) {
      const outcome = outcomes.get(path)
      if (!outcome?.document) continue
      const { reading } = outcome.document
      const message = `The ${what} slug ${slug} is taken by ${winner}, which is about another; ${path} is not stored. Change one of the two.`
      outcomes.set(path, {
        file: { ...outcome.file, refused: true },
        document: null,
        diagnostics: [...outcome.diagnostics, diagnostic('slug-duplicate', message, reading.places.at(reading.offsetOf(['slug'])))],
      })
    }
  }
}
