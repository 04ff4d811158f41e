/** Ingests again whenever the content folder changes: documents alone, where nothing else came or went. */
import { relative } from 'node:path'
import { watch } from 'chokidar'
import type { Diagnostic } from '../graph.ts'
import type { Store } from '../store/open.ts'
import { isDocument } from './discover.ts'
import { type IngestResult, ingestInto, type Memory } from './ingest-into.ts'
import { ParsePool } from './parse-pool.ts'
import type { ReadOptions } from './reader.ts'

/** Editors write a file in several steps, in milliseconds: one ingest for all of them. */
const SETTLE = 25

export type Watching = { ready: Promise<void>; close(): Promise<void> }

export type Listener = {
  /** told of each ingest that changed the graph, and of those of its findings that were not there before */
  onResult(result: IngestResult, fresh: Diagnostic[]): void
  /** told of an ingest that could not run, after which watching goes on */
  onError(error: Error): void
}

/**
 * Ingests, and again on each change, until closed; `memory` is what an ingest before left, and `before` its findings, which
 * were told already. One ingest runs at a time; what changes meanwhile is looked at in the next.
 */
export function watchContent(
  store: Store,
  options: ReadOptions,
  { memory, before }: { memory: Memory; before: readonly Diagnostic[] },
  { onResult, onError }: Listener,
): Watching {
  let told = before
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let closed = false
  // a thread takes half a second to start: one waits for files that are long
  const pool = new ParsePool({ threads: options.parseThreads, timeout: options.parseTimeout, kept: 1 })
  // documents that were written to, came or went, where nothing else did; null where more happened, or may have before anyone watched
  let written: Set<string> | null = null
  const ingest = async () => {
    if (closed) return
    try {
      memory.only = written
      written = new Set()
      const result = await ingestInto(store, { ...options, pool }, memory)
      if (!result.changed) return
      const fresh = notAmong(told, result.diagnostics)
      told = result.diagnostics
      onResult(result, fresh)
    } catch (error) {
      written = null
      onError(error as Error)
    }
  }
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(ingest)
    }, SETTLE)
  }
  const watcher = watch(options.content, {
    ignoreInitial: true,
    followSymlinks: false,
    atomic: SETTLE, // an editor that replaces a file does it at once
    ignored: (path) => /[\\/](?:\.[^\\/]*|node_modules)(?:[\\/]|$)/.test(path.slice(options.content.length)),
  })
  watcher.on('all', (event, changed) => {
    const path = relative(options.content, changed).replaceAll('\\', '/')
    if (event === 'addDir' || event === 'unlinkDir') return // what is in it is told by itself
    if (isDocument(path)) written?.add(path)
    else written = null
    settle()
  })
  watcher.on('error', (error) => onError(error as Error))
  return {
    ready: new Promise((resolve) =>
      watcher.once('ready', () => {
        settle()
        resolve()
      }),
    ),
    async close() {
      closed = true
      clearTimeout(timer)
      await watcher.close()
      await running
      await pool.close()
    },
  }
}

/** The findings that were not there before. Those of a file that was not read again are the same objects, which are most of them. */
function notAmong(before: readonly Diagnostic[], findings: readonly Diagnostic[]): Diagnostic[] {
  const kept = new Set(before)
  const others = findings.filter((finding) => !kept.delete(finding))
  const known = new Set([...kept].map(keyOf))
  return others.filter((finding) => !known.has(keyOf(finding)))
}

const keyOf = ({ path, code, message, line, column }: Diagnostic) => JSON.stringify([path, code, message, line, column])
