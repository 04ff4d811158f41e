import { EventEmitter } from 'node:events'
import { type Logger, pino } from 'pino'
import type { Config } from '../config.ts'
import type { Diagnostic } from '../graph.ts'
import { ingestInto, type Memory, newMemory } from '../ingest/ingest-into.ts'
import { reportText } from '../ingest/report.ts'
import { openStore, type Store } from '../store/open.ts'
import { createApollo } from './apollo.ts'
import { type GraphChanges, listen } from './http.ts'

/** How long requests under way may take to finish when the server is told to stop, in milliseconds. */
const GRACE = 5_000

/** Ingests, serves, and stops in order on SIGINT and SIGTERM. Content errors are reported, and don't keep it from serving. */
export async function serve(config: Config, { watch = false } = {}): Promise<void> {
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2))
  const store = await openStore(config)
  try {
    if (store.setAside) log.warn(`The embedded database was damaged; it was moved to ${store.setAside} and is rebuilt.`)
    const memory = newMemory({ watching: watch })
    const result = await ingestInto(store, config, watch ? memory : undefined)
    if (result.diagnostics.length > 0) process.stderr.write(`${reportText(result.diagnostics)}\n`)
    const apollo = createApollo(log)
    await apollo.start()
    const changes = new EventEmitter<GraphChanges>()
    const server = await listen({ ...config, apollo, store, log, changes })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    process.stdout.write(
      `Papergraph is at http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}/ (graph version ${result.graphVersion}, ingest ${result.duration} ms)\n`,
    )
    const watching = watch ? await watchInto(store, config, { memory, before: result.diagnostics }, changes, log) : null
    await new Promise<void>((resolve) => {
      const stop = () => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), GRACE).unref()
      }
      process.once('SIGINT', stop).once('SIGTERM', stop)
    })
    await watching?.close()
    await apollo.stop()
  } finally {
    await store.close()
  }
}

async function watchInto(
  store: Store,
  config: Config,
  after: { memory: Memory; before: readonly Diagnostic[] },
  changes: EventEmitter<GraphChanges>,
  log: Logger,
) {
  const { watchContent } = await import('../ingest/watch.ts') // wanted by this alone
  const watching = watchContent(store, config, after, {
    onResult(result, fresh) {
      log.info(`graph version ${result.graphVersion}, ingest ${result.duration} ms`)
      if (fresh.length > 0) process.stderr.write(`${reportText(fresh)}\n`)
      changes.emit('change', { version: result.graphVersion, run: result.run, summary: result.summary })
    },
    onError: (error) => log.error({ err: error }, 'the content folder could not be read again'),
  })
  await watching.ready
  return watching
}
