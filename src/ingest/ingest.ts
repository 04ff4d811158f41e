/**
 * Content folder to graph: discover → parse → understand → link → store. Only what changed is read; when a
 * name changed anywhere, every document is, since any of them may write it.
 */
import { contentEmpty } from '../errors.ts'
import type { Changes, Diagnostic, Known } from '../graph.ts'
import { architecturesNow, changedArchitectures, checkArchitectures, dependents } from './architectures.ts'
import { changesOf } from './changes.ts'
import { checkClaims, claimDependents } from './claims.ts'
import { settleConflicts } from './conflicts.ts'
import { discover } from './discover.ts'
import { isUnchanged, Reader, type ReadOptions, refusedPath } from './reader.ts'

export const NOTHING_KNOWN: Known = { files: new Map(), vocabulary: '', version: null, verdicts: new Map() }

/** Reads the folder and says what to change in a store that holds `known`; null when nothing changed. */
export async function readContent(options: ReadOptions, known: Known): Promise<{ changes: Changes | null; diagnostics: Diagnostic[] }> {
  const startedAt = new Date()
  const found = discover(options.content)
  if (found.documents.length === 0) throw contentEmpty(options.content)
  const reader = new Reader(options, found)
  try {
    const outcomes = await reader.read(found.documents, (path, sha256) => isUnchanged(known.files.get(path), sha256, reader.targets))
    let vocabulary = settleConflicts(outcomes, known, found)
    if (vocabulary.hash !== known.vocabulary) {
      const rest = found.documents.filter((path) => !outcomes.has(path))
      for (const [path, outcome] of await reader.read(rest, () => false)) outcomes.set(path, outcome)
      vocabulary = settleConflicts(outcomes, known, found)
    }
    const changed = changedArchitectures(outcomes, known, found)
    const again = [...dependents(changed, outcomes, known, found), ...claimDependents(changed, outcomes, known, found, vocabulary)]
    for (const [path, outcome] of await reader.read(again, () => false)) outcomes.set(path, outcome)
    checkArchitectures(outcomes, known, found)
    const verdicts = checkClaims({ outcomes, known, found, vocabulary, library: architecturesNow(outcomes, known, found), options })
    for (const problem of found.diagnostics) outcomes.set(problem.path, refusedPath(problem))
    return changesOf({ startedAt, outcomes, vocabulary, known, found, verdicts })
  } finally {
    await reader.close()
  }
}
