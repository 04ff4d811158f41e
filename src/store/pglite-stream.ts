import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'
import type { PoolConfig } from 'pg'

/** The server's answer to a startup message: AuthenticationOk and ReadyForQuery. */
const AUTHENTICATED = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
const TERMINATE = 0x58

/** The byte stream of one PostgreSQL connection, answered by PGlite inside this process. */
class PGliteStream extends Duplex {
  #started = false
  readonly #lite: PGlite

  constructor(lite: PGlite) {
    super()
    this.#lite = lite
  }

  // the parts of net.Socket that pg calls
  connect() {
    this.#lite.waitReady.then(
      () => this.emit('connect'),
      (error) => this.destroy(error),
    )
    return this
  }
  setNoDelay() {
    return this
  }
  setKeepAlive() {
    return this
  }
  ref() {
    return this
  }
  unref() {
    return this
  }

  override _read() {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void) {
    this.#exchange(chunk).then(() => done(), done)
  }

  // pg corks the messages of one query (Parse, Bind, Describe, Execute, Sync): one call into wasm
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void) {
    this.#exchange(Buffer.concat(chunks.map((c) => c.chunk))).then(() => done(), done)
  }

  async #exchange(message: Buffer) {
    if (!this.#started) {
      // the startup message; PGlite has one session, so a new connection begins it anew
      this.#started = true
      if (this.#lite.isInTransaction()) await this.#lite.exec('ROLLBACK')
      await this.#lite.exec('DISCARD ALL')
      this.push(AUTHENTICATED)
    } else if (message[0] === TERMINATE) {
      this.push(null)
    } else {
      const reply = await this.#lite.runExclusive(() => this.#lite.execProtocolRaw(message))
      if (reply.length > 0) this.push(Buffer.from(reply))
    }
  }
}

/** A pool of one connection to an embedded database, which is one session. */
export const embeddedPool = (lite: PGlite): PoolConfig => ({
  stream: () => new PGliteStream(lite) as never, // pg types a net.Socket; the class has what it calls
  max: 1,
  idleTimeoutMillis: 0,
  user: 'postgres',
  database: 'postgres',
})
