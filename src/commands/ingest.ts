/** `ingest`: brings the store to the content folder, and keeps it there with `watch`. What it takes to read notes is loaded where some changed. */
import type { Config } from '../config.ts'
import type { Diagnostic } from '../graph.ts'
import type { IngestResult } from '../ingest/ingest-into.ts'
import { readReceipt } from '../ingest/receipt.ts'
import { summarize } from '../ingest/report.ts'
import { embeddedFolder, isClosed } from '../store/folder.ts'
import { openForCommand } from './open.ts'
import { progressBar } from './progress.ts'

/** Resolves to what was found; with `watch` when it is told to stop. */
export async function ingestCommand(
  config: Config,
  { watch = false }: { watch?: boolean },
  tell: (result: IngestResult) => void,
): Promise<readonly Diagnostic[]> {
  const unchanged = watch ? null : nothingChanged(config)
  if (unchanged) {
    tell(unchanged)
    return unchanged.diagnostics
  }
  const { ingestInto, leaveReceiptOf, newMemory } = await import('../ingest/ingest-into.ts')
  const store = await openForCommand(config)
  try {
    const memory = newMemory({ watching: watch })
    const result = await ingestInto(store, { ...config, ...(await progressBar()) }, memory)
    tell(result)
    if (watch) {
      const { watchCommand } = await import('./watch.ts')
      await watchCommand(store, config, { memory, before: result.diagnostics })
    } else leaveReceiptOf(store, config, memory, result)
    return result.diagnostics
  } finally {
    await store.close()
  }
}

/** What an ingest would tell, where it would change nothing, without opening the database. */
function nothingChanged(config: Config): IngestResult | null {
  const started = performance.now()
  const folder = embeddedFolder(config)
  const receipt = folder !== null && isClosed(folder) ? readReceipt(folder, config) : null
  if (!receipt) return null
  const duration = Math.round(performance.now() - started)
  return { changed: false, run: null, summary: summarize(receipt.diagnostics), duration, ...receipt }
}
