/** Ingests again whenever the content folder changes: what was written to alone, where nothing came or went. */
import { relative } from 'node:path'
import { watch } from 'chokidar'
import type { Store } from '../store/open.ts'
import { isDocument } from './discover.ts'
import { type IngestResult, ingestInto, newMemory } from './ingest-into.ts'
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
  const memory = newMemory()
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let closed = false
  // documents that were written to, where nothing came or went; null where more happened, or nothing is known yet
  let written: Set<string> | null = null
  const ingest = async () => {
    if (closed) return
    try {
      memory.only = written
      written = new Set()
      const result = await ingestInto(store, options, memory)
      if (result.changed) onResult(result)
    } catch (error) {
      written = null
      onError(error as Error)
    }
  }
  const watcher = watch(options.content, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /[\\/](?:\.[^\\/]*|node_modules)(?:[\\/]|$)/.test(path.slice(options.content.length)),
  })
  watcher.on('all', (event, changed) => {
    const path = relative(options.content, changed).replaceAll('\\', '/')
    if (event === 'change' && isDocument(path)) written?.add(path)
    else written = null
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
