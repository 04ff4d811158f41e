import { pino } from 'pino'
import type { Config } from '../config.ts'
import { ingestInto } from '../ingest/ingest-into.ts'
import { reportText } from '../ingest/report.ts'
import { openStore } from '../store/open.ts'
import { createApollo } from './apollo.ts'
import { listen } from './http.ts'

/** How long requests under way may take to finish when the server is told to stop, in milliseconds. */
const GRACE = 5_000

/** Ingests, serves, and stops in order on SIGINT and SIGTERM. Content errors are reported, and don't keep it from serving. */
export async function serve(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2))
  const store = await openStore(config)
  try {
    if (store.setAside) log.warn(`The embedded database was damaged; it was moved to ${store.setAside} and is rebuilt.`)
    const result = await ingestInto(store, config)
    if (result.diagnostics.length > 0) process.stderr.write(`${reportText(result.diagnostics)}\n`)
    const apollo = createApollo(log)
    await apollo.start()
    const server = await listen({ ...config, apollo, store, log })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    process.stdout.write(
      `Papergraph is at http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}/ (graph version ${result.graphVersion}, ingest ${result.duration} ms)\n`,
    )
    await new Promise<void>((resolve) => {
      const stop = () => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), GRACE).unref()
      }
      process.once('SIGINT', stop).once('SIGTERM', stop)
    })
    await apollo.stop()
  } finally {
    await store.close()
  }
}
