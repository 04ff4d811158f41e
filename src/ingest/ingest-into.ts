import type { Changes, Diagnostic, Known } from '../graph.ts'
import { graphVersion, knownAfter, knownFiles } from '../store/known.ts'
import type { Store } from '../store/open.ts'
import { writeChanges } from '../store/write.ts'
import { readContent } from './ingest.ts'
import type { ReadOptions, Seen } from './reader.ts'
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

/** What one ingest leaves for the next in the same process: what the store held after it, and what the files were. */
export type Memory = { known: Known | null; seen: Seen }

/**
 * Brings the store to the content folder; writes nothing when nothing changed. With a memory, what the store holds is asked
 * for only where another process has changed it.
 */
export async function ingestInto(store: Store, options: ReadOptions, memory?: Memory): Promise<IngestResult> {
  const started = performance.now()
  const remembered = memory?.known && memory.known.version === (await graphVersion(store.run)) ? memory.known : null
  const known = remembered ?? (await knownFiles(store.run))
  const { changes, diagnostics } = await readContent(memory ? { ...options, seen: memory.seen } : options, known)
  const version = changes ? await writeChanges(store.pool, changes) : known.version
  if (memory) memory.known = changes && version !== null ? knownAfter(known, changes, version) : known
  return {
    changed: changes !== null,
    graphVersion: version,
    run: changes?.run ?? null,
    summary: summarize(diagnostics),
    diagnostics,
    duration: Math.round(performance.now() - started),
  }
}
