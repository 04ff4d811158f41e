import { Piscina } from 'piscina'
import { diagnostic, wholeFile } from './diagnostics.ts'
import { type ParseResult, type ParseTask, parseFile } from './parse.ts'

/** From the sources (tests, benchmarks) the worker is TypeScript, which Node 20 reads through tsx. */
const SOURCE = import.meta.filename.endsWith('.ts')

/** The worst that was found for so many bytes, opened links, takes half a second to parse; to hand it to a thread costs as much as to parse most notes. */
const SMALL_BYTES = 16 * 1024

/** Longer than any reading, in milliseconds. */
const LONG = 3_600_000

/** Parses small files here, and others in threads, each file under a time limit that ends its thread. */
export class ParsePool {
  readonly #pool: Piscina
  readonly #timeout: number

  /** `kept`: so many threads are started at once, and wait for files as long as the pool is open. */
  constructor(options: { threads: number; timeout: number; kept?: number }) {
    this.#timeout = options.timeout
    this.#pool = new Piscina({
      filename: new URL(SOURCE ? './parse-worker.ts' : './parse-worker.js', import.meta.url).href,
      minThreads: options.kept ?? 0,
      maxThreads: options.threads,
      idleTimeout: LONG, // a thread takes half a second to start: none ends before the pool does
      ...(SOURCE ? { execArgv: ['--import', 'tsx'] } : {}),
    })
  }

  /** Parses one file. Never rejects for what is in it: too slow or too deep is a diagnostic. */
  async parse(task: ParseTask): Promise<ParseResult> {
    if (task.bytes.length <= SMALL_BYTES) return parseFile(task)
    const signal = AbortSignal.timeout(this.#timeout)
    try {
      return await this.#pool.run(task, { signal })
    } catch (error) {
      if (signal.aborted)
        return { refused: diagnostic('parse-timeout', `Parsing took over ${this.#timeout} ms and was ended.`, wholeFile(task.path)) }
      const { name, message } = error as Error
      if (name === 'RangeError' || /memory|terminated/i.test(message))
        return { refused: diagnostic('parse-failed', `The file can't be parsed: ${message}.`, wholeFile(task.path)) }
      throw error
    }
  }

  close(): Promise<void> {
    return this.#pool.close({ force: true })
  }
}
