import type { Changes, Diagnostic, FileChange, FileFact, Known } from '../graph.ts'
import type { Verdicts } from './claims.ts'
import { type Discovery, presentIn } from './discover.ts'
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
  rules: string
}

/** What to store of what was read, less what is refused for the same reasons as before; and the findings of all other files. */
export function changesOf({ startedAt, outcomes, vocabulary, known, found, verdicts, rules }: Settled): {
  changes: Changes | null
  standing: Diagnostic[]
} {
  const isSame = ({ file, document, diagnostics }: Outcome) => {
    const before = known.files.get(file.path)
    return !document && before?.sha256 === file.sha256 && inOneForm(before.diagnostics) === inOneForm(diagnostics)
  }
  const changed = [...outcomes.values()].filter((outcome) => !isSame(outcome)).sort((a, b) => (a.file.path < b.file.path ? -1 : 1))
  const files = changed.map(({ file }) => file)
  // a path may be refused that is no document, such as a link
  const [documents, problems] = [presentIn(found), new Set(found.diagnostics.map((problem) => problem.path))]
  const isPresent = (path: string) => documents.has(path) || problems.has(path)
  const paths = new Set(files.map(({ path }) => path))
  const removed: string[] = []
  const standing: Diagnostic[] = []
  for (const [path, file] of known.files) {
    if (!isPresent(path)) removed.push(path)
    else if (!paths.has(path)) for (const finding of file.diagnostics) standing.push(finding)
  }
  if (files.length === 0 && removed.length === 0 && known.rules === rules) return { changes: null, standing }
  const written = changed.filter(({ document }) => document)
  const isNew = ({ path }: FileFact) => !known.files.get(path)?.kind
  const renewed = written.map(({ file }) => file).filter((file) => known.files.get(file.path)?.sha256 !== file.sha256 || isNew(file))
  const refused = files.filter((file) => file.refused)
  const added = renewed.filter(isNew).length
  const run = {
    startedAt,
    added,
    changed: renewed.length - added,
    removed: removed.length,
    unchanged: documents.size - renewed.length - refused.filter(({ path }) => documents.has(path)).length,
    refused: refused.length,
  }
  const changes = {
    files: linked(changed, vocabulary, verdicts),
    written: written.map(({ file }) => file.path),
    removed,
    standing,
    rules,
    run,
  }
  return { changes, standing }
}

/** Each file with its document tied to the names of all, one at a time. */
function* linked(outcomes: readonly Outcome[], vocabulary: Vocabulary, verdicts: Verdicts): Generator<FileChange> {
  for (const { file, document, diagnostics } of outcomes)
    yield { file, document: document ? linkDocument(document.take(), vocabulary, verdicts) : null, diagnostics }
}

const inOneForm = (findings: readonly Diagnostic[]) =>
  JSON.stringify(findings.map((d) => [d.code, d.severity, d.message, d.line, d.column]))
