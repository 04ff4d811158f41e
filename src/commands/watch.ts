import type { Config } from '../config.ts'
import type { Diagnostic } from '../graph.ts'
import type { Memory } from '../ingest/ingest-into.ts'
import { describeRun, reportText } from '../ingest/report.ts'
import { watchContent } from '../ingest/watch.ts'
import type { Store } from '../store/open.ts'

/** Ingests again whenever the folder changes, until SIGINT or SIGTERM; tells of each ingest and of what it found anew. */
export async function watchCommand(store: Store, config: Config, after: { memory: Memory; before: readonly Diagnostic[] }): Promise<void> {
  const watching = watchContent(store, config, after, {
    onResult(result, fresh) {
      if (fresh.length > 0) process.stderr.write(`${reportText(fresh)}\n`)
      process.stdout.write(`${describeRun(result)} (${result.duration} ms)\n`)
    },
    onError: (error) => process.stderr.write(`papergraph: ${error.message}\n`),
  })
  await watching.ready
  process.stderr.write(`watching ${config.content}\n`)
  await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve()))
  await watching.close()
}
