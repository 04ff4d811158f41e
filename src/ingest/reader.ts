import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { didYouMean } from '../did-you-mean.ts'
import type { Diagnostic, FileFact, KnownFile } from '../graph.ts'
import { type Discovery, readStable } from './discover.ts'
import { KINDS } from './kinds/index.ts'
import { Reading } from './kinds/kind.ts'
import type { ReadDocument } from './link.ts'
import { resolveTargets } from './links.ts'
import { ParsePool } from './parse-pool.ts'
import { Targets } from './targets.ts'

export type ReadOptions = Pick<Config, 'content' | 'maxNoteBytes' | 'parseTimeout' | 'parseThreads'> & {
  onProgress?: (done: number, total: number) => void
  /** what was read before in this process: a file of the same size and time is not read again to be hashed */
  seen?: Seen
}
/** Size and time of each file, and the hash of what it held then. */
export type Seen = Map<string, { state: string; sha256: string }>

/** A file as read: a document, or refused with its findings. */
export type Outcome = { file: FileFact; document: ReadDocument | null; diagnostics: Diagnostic[] }

/** Reads files of one folder: bytes → parsed → understood. To be closed after use. */
export class Reader {
  readonly #options: ReadOptions
  readonly targets: Targets
  readonly #pool: ParsePool

  constructor(options: ReadOptions, found: Discovery) {
    this.#options = options
    this.targets = new Targets(options.content, found)
    this.#pool = new ParsePool({ threads: options.parseThreads, timeout: options.parseTimeout })
  }

  /** Reads `paths` but for those that `skip` says; as many at once as there are threads. */
  async read(paths: readonly string[], skip: (path: string, sha256: string) => boolean): Promise<Map<string, Outcome>> {
    const outcomes = new Map<string, Outcome>()
    const pending = paths.values()
    let done = 0
    const work = async () => {
      for (const path of pending) {
        const outcome = await this.#readOne(path, skip)
        if (outcome) outcomes.set(path, outcome)
        this.#options.onProgress?.(++done, paths.length)
      }
    }
    await Promise.all(Array.from({ length: this.#options.parseThreads }, work))
    return outcomes
  }

  async #readOne(path: string, skip: (path: string, sha256: string) => boolean): Promise<Outcome | null> {
    await setImmediate()
    const { seen } = this.#options
    const state = seen && stateOfFile(this.#options.content, path)
    const before = seen?.get(path)
    if (state !== undefined && before?.state === state && skip(path, before.sha256)) return null
    const bytes = readStable(this.#options.content, path, this.#options.maxNoteBytes)
    if (!Buffer.isBuffer(bytes)) return refusedPath(bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (state !== undefined) seen?.set(path, { state, sha256 })
    if (skip(path, sha256)) return null
    const refuse = (diagnostics: Diagnostic[]): Outcome => ({
      file: { path, sha256, assets: {}, refused: true },
      document: null,
      diagnostics,
    })
    const result = await this.#pool.parse({ path, bytes })
    if ('refused' in result) return refuse([result.refused])
    const reading = new Reading(result.parsed)
    const kind = kindOf(reading)
    const understood = kind?.understand(reading) ?? null
    if (!understood) return refuse(reading.diagnostics)
    const assets = await resolveTargets(this.#options.content, reading, understood, this.targets)
    return { file: { path, sha256, assets, refused: false }, document: { reading, understood, sha256 }, diagnostics: reading.diagnostics }
  }

  close = () => this.#pool.close()
}

/** Undefined where there is no such file; a change after this is seen the next time, by its later time. */
function stateOfFile(root: string, at: string): string | undefined {
  const found = lstatSync(join(root, at), { bigint: true, throwIfNoEntry: false })
  return found && `${found.size}:${found.mtimeNs}:${found.ino}`
}

function kindOf(reading: Reading) {
  const written = reading.file.frontMatter.data.kind
  if (written === undefined) return KINDS.note
  const kinds = Object.keys(KINDS)
  if (typeof written === 'string' && kinds.includes(written)) return KINDS[written as keyof typeof KINDS]
  const message = `kind: unknown kind ${JSON.stringify(written)?.slice(0, 60)}: expected one of ${kinds.join(', ')}.${didYouMean(String(written), kinds)}`
  reading.report('front-matter-value', message, reading.offsetOf(['kind']))
  return undefined
}

/** What can't be read has no hash of its own; its finding's stands for it. */
export function refusedPath(problem: Diagnostic): Outcome {
  const sha256 = createHash('sha256').update(problem.message).digest('hex')
  return { file: { path: problem.path, sha256, assets: {}, refused: problem.severity === 'ERROR' }, document: null, diagnostics: [problem] }
}

/** A file that was refused is tried again, since what stood in its way may stand in another file. */
export function isUnchanged(file: KnownFile | undefined, sha256: string, targets: Targets): boolean {
  if (!file || file.refused || file.sha256 !== sha256) return false
  return Object.entries(file.assets).every(([target, state]) => state === targets.stateOf(file.path, target))
}
