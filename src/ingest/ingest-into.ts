import type { Changes, Diagnostic, Known } from '../graph.ts'
import { graphVersion, knownFiles, remembering } from '../store/known.ts'
import type { Store } from '../store/open.ts'
import { GraphMoved, writeChanges } from '../store/write.ts'
import { type ReadMemory, readContent } from './ingest.ts'
import type { ReadOptions } from './reader.ts'
import { leaveReceipt, takeReceiptAway } from './receipt.ts'
import { type Summary, summarize } from './report.ts'
import { TextIndex } from './text-index.ts'

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

/** What one ingest leaves for the next in the same process: what the store held after it, and what the folder did. */
export type Memory = ReadMemory & { known: Known | null }

/** `watching`: for who ingests again and again. */
export const newMemory = ({ watching = false } = {}): Memory => ({
  known: null,
  seen: new Map(),
  found: null,
  vocabulary: null,
  texts: watching ? new TextIndex() : null,
  only: null,
})

/** How often changes are made out anew, because another ingest was there first. */
const TRIES = 5

/**
 * Brings the store to the content folder; writes nothing when nothing changed. With a memory, what the store holds is asked
 * for only where another process has changed it. Of two ingests at once one waits for the other, and begins from what that left.
 */
export async function ingestInto(store: Store, options: ReadOptions, memory?: Memory): Promise<IngestResult> {
  for (let tries = 1; ; tries++) {
    try {
      return await ingestOnce(store, options, memory)
    } catch (error) {
      if (!(error instanceof GraphMoved) || tries === TRIES) throw error
    }
  }
}

async function ingestOnce(store: Store, options: ReadOptions, memory?: Memory): Promise<IngestResult> {
  const started = performance.now()
  const remembered = memory?.known && memory.known.version === (await graphVersion(store.run)) ? memory.known : null
  if (memory && !remembered) Object.assign(memory, { found: null, vocabulary: null })
  const known = remembered ?? (await knownFiles(store.run))
  let version = known.version
  let after = known
  let run: IngestResult['run'] = null
  const diagnostics = await readContent(
    options,
    known,
    async (changes) => {
      const looked = remembering(known, changes)
      if (store.folder !== null) takeReceiptAway(store.folder)
      version = await writeChanges(store, looked.changes, known.version)
      after = looked.after(version)
      run = changes.run
    },
    memory,
  )
  if (memory) memory.known = after
  return {
    changed: run !== null,
    graphVersion: version,
    run,
    summary: summarize(diagnostics),
    diagnostics,
    duration: Math.round(performance.now() - started),
  }
}

/** After a whole ingest that left `memory`: the next process need not open the store where nothing changed. */
export function leaveReceiptOf(
  { folder }: Store,
  options: Parameters<typeof leaveReceipt>[1],
  { known, found }: Memory,
  told: IngestResult,
): void {
  if (folder === null || !known || !found) return
  leaveReceipt(folder, options, found, (path) => known.files.get(path)?.sha256 ?? '', told)
}
