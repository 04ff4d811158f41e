import type { Changes, Diagnostic } from '../graph.ts'
import { knownFiles } from '../store/known.ts'
import type { Store } from '../store/open.ts'
import { writeChanges } from '../store/write.ts'
import { readContent } from './ingest.ts'
import type { ReadOptions } from './reader.ts'
import { type Summary, summarize } from './report.ts'

export type IngestResult = {
  changed: boolean
  /** null where nothing was ever ingested */
  graphVersion: number | null
  run: Changes['run'] | null
  summary: Summary
  diagnostics: Diagnostic[]
  /** wall time, in milliseconds */
  duration: number
}

/** Brings the store to the content folder; writes nothing when nothing changed. */
export async function ingestInto(store: Store, options: ReadOptions): Promise<IngestResult> {
  const started = performance.now()
  const known = await knownFiles(store.run)
  const { changes, diagnostics } = await readContent(options, known)
  const graphVersion = changes ? await writeChanges(store.pool, changes) : known.version
  return {
    changed: changes !== null,
    graphVersion,
    run: changes?.run ?? null,
    summary: summarize(diagnostics),
    diagnostics,
    duration: Math.round(performance.now() - started),
  }
}
