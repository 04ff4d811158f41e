/** A server in this process, on an embedded store that holds a content folder: the project's own, where no other is named. */
import { EventEmitter } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { ingestInto } from '../src/ingest/ingest-into.ts'
import { createApollo } from '../src/server/apollo.ts'
import { type GraphChanges, listen } from '../src/server/http.ts'
import { CONTENT, emptyStore, READING } from './stores.ts'

export async function startServer(content = CONTENT, changes = new EventEmitter<GraphChanges>()) {
  const store = await emptyStore()
  await ingestInto(store, { content, ...READING })
  const log = pino({ level: 'silent' })
  const apollo = createApollo(log)
  await apollo.start()
  const server = await listen({ content, host: '127.0.0.1', port: 0, apollo, store, log, changes })
  const { port } = server.address() as AddressInfo // a TCP server has one
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await apollo.stop()
    await store.close()
  }
  return { url: `http://localhost:${port}/`, port, store, close }
}
