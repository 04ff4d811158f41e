/** Ingests again whenever the content folder changes. */
import { watch } from 'chokidar'
import type { Store } from '../store/open.ts'
import { type IngestResult, ingestInto, type Memory } from './ingest-into.ts'
import type { ReadOptions } from './reader.ts'

/** Editors write a file in several steps, in milliseconds: one ingest for all of them. */
const SETTLE = 50

export type Watching = { ready: Promise<void>; close(): Promise<void> }

/**
 * Watches until closed. One ingest runs at a time; what changes meanwhile is looked at in the next. `onResult` is told of
 * each ingest that changed the graph or found something, `onError` of one that could not run, after which it goes on.
 */
export function watchContent(
  store: Store,
  options: ReadOptions,
  { onResult, onError }: { onResult(result: IngestResult): void; onError(error: Error): void },
): Watching {
  const memory: Memory = { known: null, seen: new Map() }
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let closed = false
  const ingest = async () => {
    if (closed) return
    try {
      const result = await ingestInto(store, options, memory)
      if (result.changed) onResult(result)
    } catch (error) {
      onError(error as Error)
    }
  }
  const watcher = watch(options.content, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /[\\/](?:\.[^\\/]*|node_modules)(?:[\\/]|$)/.test(path.slice(options.content.length)),
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(ingest)
    }, SETTLE)
  })
  watcher.on('error', (error) => onError(error as Error))
  return {
    ready: new Promise((resolve) => watcher.once('ready', resolve)),
    async close() {
      closed = true
      clearTimeout(timer)
      await watcher.close()
      await running
    },
  }
}
