import type { Changes, Diagnostic } from '../graph.ts'
import type { Store } from '../store/open.ts'
import { knownFiles, writeChanges } from '../store/write.ts'
import { type IngestOptions, readContent } from './ingest.ts'
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
export async function ingestInto(store: Store, options: IngestOptions): Promise<IngestResult> {
  const started = performance.now()
  const { changes, diagnostics } = await readContent(options, await knownFiles(store.prisma))
  const version = changes ? await writeChanges(store.prisma, changes) : (await store.prisma.graph.findUnique({ where: { id: 1 } }))?.version
  return {
    changed: changes !== null,
    graphVersion: version ?? null,
    run: changes?.run ?? null,
    summary: summarize(diagnostics),
    diagnostics,
    duration: Math.round(performance.now() - started),
  }
}
