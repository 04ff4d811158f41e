import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { didYouMean } from '../did-you-mean.ts'
import type { Diagnostic, FileFact, KnownFile } from '../graph.ts'
import { type Discovery, hashOf, readStable } from './discover.ts'
import { noteEntries } from './entries.ts'
import { KINDS } from './kinds/index.ts'
import { type Identity, NO_IDENTITY, Reading, type StatedClaim, type Understood } from './kinds/kind.ts'
import type { ReadDocument } from './link.ts'
import { resolveTargets } from './links.ts'
import type { Outline } from './markdown.ts'
import type { ParsedFile } from './parse.ts'
import { ParsePool } from './parse-pool.ts'
import { isOfPapers } from './relations/rows.ts'
import { Shelf } from './shelf.ts'
import { Targets } from './targets.ts'
import type { TextIndex } from './text-index.ts'

export type ReadOptions = Pick<Config, 'content' | 'maxNoteBytes' | 'parseTimeout' | 'parseThreads'> &
  Partial<Pick<Config, 'formats'>> & {
    onProgress?: (done: number, total: number) => void
    /** what was read before in this process: a file of the same size and time is not read again to be hashed */
    seen?: Seen
    /** told of all that is read */
    texts?: TextIndex | null
    /** parses for many readers; without it a reader has its own */
    pool?: ParsePool | null
  }
/** Size and time of each file, and the hash of what it held then. */
export type Seen = Map<string, { state: string; sha256: string }>

/** A file as read: a document with what it gives to others, or refused with its findings. */
export type Outcome = { file: FileFact; document: Shelved | null; diagnostics: Diagnostic[] }
export type Shelved = { identity: Identity; claims: readonly StatedClaim[]; take: () => ReadDocument }

/** Whether a file is to be left as it is, by its hash and, where that does not say, its text. */
export type Skip = (path: string, sha256: string, text: () => string) => boolean

/** Of the outline only prose, headings and tables of papers are read once more, when the document is linked. By itself, for a closure beside it would hold the file. */
const readOnceMore = ({ outline, text }: ParsedFile): Outline => ({
  ...outline,
  links: [],
  images: [],
  tables: outline.tables.filter((table) => isOfPapers(table, text)),
})

/** Reads files of one folder: bytes → parsed → understood. To be closed after use. */
export class Reader {
  readonly #options: ReadOptions
  readonly targets: Targets
  readonly #pool: ParsePool
  readonly #ownPool: ParsePool | null
  readonly #shelf = new Shelf()
  readonly #hashes = new Map<string, string>()

  constructor(options: ReadOptions, found: Discovery) {
    this.#options = options
    this.targets = new Targets(options, found, (path) => this.#hashOf(path))
    this.#ownPool = options.pool ? null : new ParsePool({ threads: options.parseThreads, timeout: options.parseTimeout })
    this.#pool = options.pool ?? (this.#ownPool as ParsePool)
  }

  /** Reads `paths` but for those that `skip` says; as many at once as there are threads. */
  async read(paths: readonly string[], skip: Skip): Promise<Map<string, Outcome>> {
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

  async #readOne(path: string, skip: Skip): Promise<Outcome | null> {
    const seen = this.#seen(path)
    if (seen !== undefined && skip(path, seen, () => this.#textOf(path))) return null
    await setImmediate()
    const read = this.#read(path)
    if (!('bytes' in read)) return refusedPath(read)
    const { bytes, sha256 } = read
    if (sha256 !== seen && skip(path, sha256, () => bytes.toString())) return null
    const refuse = (diagnostics: Diagnostic[]): Outcome => ({
      file: { path, sha256, assets: {}, refused: true },
      document: null,
      diagnostics,
    })
    const result = await this.#pool.parse({ path, bytes })
    if ('refused' in result) return refuse([result.refused])
    const reading = new Reading(result.parsed, [], formatOf(path, this.#options.formats ?? {}))
    for (const at of result.parsed.outline.openFences)
      reading.report('fence-unclosed', 'This code block has no end: all after it is read as code.', at)
    for (const at of result.parsed.outline.openComments)
      reading.report('comment-unclosed', 'This comment has no end: all after it is left out.', at)
    const kind = kindOf(reading)
    const understood = kind?.understand(reading) ?? null
    if (!understood) return refuse(reading.diagnostics)
    const assets = resolveTargets(this.#options.content, reading, understood, this.targets)
    if (understood.kind === 'note') noteEntries(reading, understood)
    return {
      file: { path, sha256, assets, refused: false },
      document: this.#shelve(reading, understood, sha256),
      diagnostics: reading.diagnostics,
    }
  }

  /** By itself, so that nothing else of the reading is held by what comes back. */
  #shelve({ file, diagnostics }: Reading, understood: Understood, sha256: string): Shelved {
    const outline = readOnceMore(file)
    // a text that was cut from the file's would hold the whole of it
    const identity = structuredClone(understood.identity)
    const kept = { file: { ...file, outline }, understood: { ...understood, identity: NO_IDENTITY } }
    const stored = this.#shelf.keep(kept, file.text.length)
    const take = () => {
      const { file, understood } = stored()
      return { reading: new Reading(file, diagnostics), understood: { ...understood, identity }, sha256 }
    }
    return { identity, claims: understood.claims, take }
  }

  /** The hash of a file that is as it was when it was hashed before, by its size and time. */
  #seen(path: string): string | undefined {
    const before = this.#options.seen?.get(path)
    return before && before.state === stateOfFile(this.#options.content, path) ? before.sha256 : undefined
  }

  #read(path: string): { bytes: Buffer; sha256: string } | Diagnostic {
    const { content, maxNoteBytes, seen, texts } = this.#options
    // taken before the file is read: a change meanwhile is seen the next time
    const state = seen && stateOfFile(content, path)
    const bytes = readStable(content, path, maxNoteBytes)
    if (!Buffer.isBuffer(bytes)) return bytes
    const sha256 = hashOf(bytes)
    this.#hashes.set(path, sha256)
    if (state !== undefined) seen?.set(path, { state, sha256 })
    texts?.note(path, sha256, bytes.toString())
    return { bytes, sha256 }
  }

  /** The text of any document; empty of one that can't be read. */
  #textOf(path: string): string {
    const read = this.#read(path)
    return 'bytes' in read ? read.bytes.toString() : ''
  }

  /** The hash of any document, read or not; empty of one that can't be read. */
  #hashOf(path: string): string {
    const known = this.#hashes.get(path) ?? this.#seen(path)
    if (known !== undefined) return known
    const read = this.#read(path)
    return 'sha256' in read ? read.sha256 : ''
  }

  async close(): Promise<void> {
    this.#shelf.close()
    await this.#ownPool?.close()
  }
}

/** What the settings say of a path: of those that it is or lies below, the longest. */
function formatOf(path: string, formats: Readonly<Record<string, string>>): string | undefined {
  const [longest] = Object.keys(formats)
    .filter((at) => path === at || path.startsWith(`${at.replace(/\/$/, '')}/`))
    .sort((a, b) => b.length - a.length)
  return longest === undefined ? undefined : formats[longest]
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

export function refusedPath(problem: Diagnostic): Outcome {
  return {
    file: { path: problem.path, sha256: hashOf(problem), assets: {}, refused: problem.severity === 'ERROR' },
    document: null,
    diagnostics: [problem],
  }
}

/** A file that was refused is tried again, since what stood in its way may stand in another file. */
export function isUnchanged(file: KnownFile | undefined, sha256: string, targets: Targets): boolean {
  if (!file || file.refused || file.sha256 !== sha256) return false
  return Object.entries(file.assets).every(([target, state]) => state === targets.stateOf(file.path, target))
}
