import { createHash } from 'node:crypto'
import type { Changes, Diagnostic, DocumentFacts, FileFact, Known } from '../graph.ts'
import type { Verdicts } from './claims.ts'
import type { Discovery } from './discover.ts'
import { linkDocument } from './link.ts'
import type { Outcome } from './reader.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Settled = {
  startedAt: Date
  outcomes: Map<string, Outcome>
  vocabulary: Vocabulary
  known: Known
  found: Discovery
  verdicts: Verdicts
}

/** Links what was read, and leaves out what is refused for the same reasons as before. */
export function changesOf({ startedAt, outcomes, vocabulary, known, found, verdicts }: Settled): {
  changes: Changes | null
  diagnostics: Diagnostic[]
} {
  const documents: DocumentFacts[] = []
  const files: FileFact[] = []
  const diagnostics: Diagnostic[] = []
  for (const { file, document, diagnostics: findings } of [...outcomes.values()].sort((a, b) => (a.file.path < b.file.path ? -1 : 1))) {
    if (document) documents.push(linkDocument(document, vocabulary, verdicts))
    const before = known.files.get(file.path)
    const same = !document && before?.sha256 === file.sha256 && inOneForm(before.diagnostics) === inOneForm(findings)
    if (same) continue
    files.push(file)
    diagnostics.push(...findings)
  }
  const present = new Set([...found.documents, ...found.diagnostics.map((problem) => problem.path)])
  const removed = [...known.files.keys()].filter((path) => !present.has(path))
  const changedPaths = new Set(files.map((file) => file.path))
  const all = [
    ...[...known.files.values()]
      .filter((file) => present.has(file.path) && !changedPaths.has(file.path))
      .flatMap((file) => file.diagnostics),
    ...diagnostics,
  ]
  if (files.length === 0 && removed.length === 0 && vocabulary.hash === known.vocabulary) return { changes: null, diagnostics: all }
  const isNew = (path: string) => !known.files.get(path)?.kind
  const changed = documents.filter((document) => known.files.get(document.path)?.sha256 !== document.sha256 || isNew(document.path))
  const run = {
    startedAt,
    added: changed.filter((document) => isNew(document.path)).length,
    changed: changed.filter((document) => !isNew(document.path)).length,
    removed: removed.length,
    unchanged: found.documents.length - changed.length - files.filter((file) => file.refused).length,
    refused: files.filter((file) => file.refused).length,
  }
  return {
    changes: { documents, files, removed, diagnostics, vocabulary: vocabulary.hash, fingerprint: fingerprint(known, files, removed), run },
    diagnostics: all,
  }
}

const inOneForm = (findings: readonly Diagnostic[]) =>
  JSON.stringify(findings.map((d) => [d.code, d.severity, d.message, d.line, d.column]))

/** The same files give the same fingerprint, in whatever order and run they came. */
function fingerprint(known: Known, files: readonly FileFact[], removed: readonly string[]): string {
  const hashes = new Map([...known.files.values(), ...files].map((file) => [file.path, file.sha256]))
  for (const path of removed) hashes.delete(path)
  return createHash('sha256')
    .update(JSON.stringify([...hashes].sort()))
    .digest('hex')
}
