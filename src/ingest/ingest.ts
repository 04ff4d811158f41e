/**
 * Content folder to graph: discover → parse → understand → link → store. Only what changed is read; when a
 * name changed anywhere, every document is, since any of them may write it.
 */
import { createHash } from 'node:crypto'
import type { Config } from '../config.ts'
import { contentEmpty } from '../errors.ts'
import type { Changes, Diagnostic, DocumentFacts, FileFact, KnownFile } from '../graph.ts'
import { contentPath } from './content-path.ts'
import { diagnostic } from './diagnostics.ts'
import { type Discovery, discover, readStable } from './discover.ts'
import { KINDS } from './kinds/index.ts'
import { didYouMean, type Identity, Reading } from './kinds/kind.ts'
import { linkDocument, type ReadDocument } from './link.ts'
import { resolveTargets } from './links.ts'
import { ParsePool } from './parse-pool.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'

export type IngestOptions = Pick<Config, 'content' | 'maxNoteBytes' | 'parseTimeout' | 'parseThreads'> & {
  onProgress?: (done: number, total: number) => void
}

/** What the store holds of an earlier ingest. */
export type Known = { files: ReadonlyMap<string, KnownFile>; vocabulary: string }
export const NOTHING_KNOWN: Known = { files: new Map(), vocabulary: '' }

/** A file as read: a document, or refused with its findings. */
type Outcome = { file: FileFact; document: ReadDocument | null; diagnostics: Diagnostic[] }

/** Reads the folder and says what to change in a store that holds `known`; null when nothing changed. */
export async function readContent(options: IngestOptions, known: Known): Promise<{ changes: Changes | null; diagnostics: Diagnostic[] }> {
  const startedAt = new Date()
  const found = await discover(options.content)
  if (found.documents.length === 0) throw contentEmpty(options.content)
  const reader = new Reader(options, found)
  try {
    const outcomes = await reader.read(found.documents, (path, sha256) => isUnchanged(known.files.get(path), sha256, found))
    let vocabulary = settleConflicts(outcomes, known, found)
    if (vocabulary.hash !== known.vocabulary) {
      const rest = found.documents.filter((path) => !outcomes.has(path))
      for (const [path, outcome] of await reader.read(rest, () => false)) outcomes.set(path, outcome)
      vocabulary = settleConflicts(outcomes, known, found)
    }
    for (const problem of found.diagnostics) outcomes.set(problem.path, refusedPath(problem))
    return changesOf({ startedAt, outcomes, vocabulary, known, found })
  } finally {
    await reader.close()
  }
}

class Reader {
  readonly #options: IngestOptions
  readonly #found: Discovery
  readonly #documents: ReadonlySet<string>
  readonly #pool: ParsePool

  constructor(options: IngestOptions, found: Discovery) {
    this.#options = options
    this.#found = found
    this.#documents = new Set(found.documents)
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
    const bytes = await readStable(this.#options.content, path, this.#options.maxNoteBytes)
    if (!Buffer.isBuffer(bytes)) return refusedPath(bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
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
    await resolveTargets(this.#options.content, reading, understood, this.#found.assets, this.#documents)
    const targets = [
      ...understood.images.map((image) => image.file),
      ...understood.links.filter((link) => link.resolves !== null).map((link) => contentPath(path, link.url ?? '')),
    ]
    const assets = Object.fromEntries(targets.flatMap((target) => (target === null ? [] : [[target, stateOf(target, this.#found)]])))
    return { file: { path, sha256, assets, refused: false }, document: { reading, understood, sha256 }, diagnostics: reading.diagnostics }
  }

  close = () => this.#pool.close()
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

const stateOf = (target: string, found: Discovery) => found.assets.get(target) ?? 'not a file'

/** A file that was refused is tried again, since what stood in its way may stand in another file. */
function isUnchanged(file: KnownFile | undefined, sha256: string, found: Discovery): boolean {
  if (!file || file.refused || file.sha256 !== sha256) return false
  return Object.entries(file.assets).every(([target, state]) => state === stateOf(target, found))
}

/** What can't be read has no hash of its own; its finding's stands for it. */
function refusedPath(problem: Diagnostic): Outcome {
  const sha256 = createHash('sha256').update(problem.message).digest('hex')
  return { file: { path: problem.path, sha256, assets: {}, refused: problem.severity === 'ERROR' }, document: null, diagnostics: [problem] }
}

/** The names of all documents. Of two that claim one slug for different things, the later path is refused. */
function settleConflicts(outcomes: Map<string, Outcome>, known: Known, found: Discovery): Vocabulary {
  for (;;) {
    const identities = new Map<string, Identity>()
    for (const path of found.documents) {
      const identity = outcomes.get(path)?.document?.understood.identity ?? (known.files.get(path)?.identity as Identity | null | undefined)
      if (identity) identities.set(path, identity)
    }
    const vocabulary = buildVocabulary(identities)
    const conflicts = vocabulary.identities.conflicts.filter(({ path }) => outcomes.get(path)?.document)
    if (conflicts.length === 0) return vocabulary
    for (const { slug, what, path, winner } of conflicts) {
      const outcome = outcomes.get(path)
      if (!outcome?.document) continue
      const { reading } = outcome.document
      const message = `The ${what} slug ${slug} is taken by ${winner}, which is about another; ${path} is not stored. Change one of the two.`
      outcomes.set(path, {
        file: { ...outcome.file, refused: true },
        document: null,
        diagnostics: [...outcome.diagnostics, diagnostic('slug-duplicate', message, reading.places.at(reading.offsetOf(['slug'])))],
      })
    }
  }
}

type Settled = { startedAt: Date; outcomes: Map<string, Outcome>; vocabulary: Vocabulary; known: Known; found: Discovery }

/** Links what was read, and leaves out what is refused for the same reasons as before. */
function changesOf({ startedAt, outcomes, vocabulary, known, found }: Settled): { changes: Changes | null; diagnostics: Diagnostic[] } {
  const documents: DocumentFacts[] = []
  const files: FileFact[] = []
  const diagnostics: Diagnostic[] = []
  for (const { file, document, diagnostics: findings } of [...outcomes.values()].sort((a, b) => (a.file.path < b.file.path ? -1 : 1))) {
    if (document) documents.push(linkDocument(document, vocabulary))
    const before = known.files.get(file.path)
    const same = !document && before?.sha256 === file.sha256 && inOneForm(before.diagnostics) === inOneForm(findings)
    if (same) continue
    files.push(file)
    diagnostics.push(...findings)
  }
  const present = new Set([...found.documents, ...found.diagnostics.map((problem) => problem.path)])
  const removed = [...known.files.keys()].filter((path) => !present.has(path))
  const changedPaths = new Set(files.map((file) => file.path))
  const all = [
    ...[...known.files.values()]
      .filter((file) => present.has(file.path) && !changedPaths.has(file.path))
      .flatMap((file) => file.diagnostics),
    ...diagnostics,
  ]
  if (files.length === 0 && removed.length === 0 && vocabulary.hash === known.vocabulary) return { changes: null, diagnostics: all }
  const isNew = (path: string) => !known.files.get(path)?.kind
  const changed = documents.filter((document) => known.files.get(document.path)?.sha256 !== document.sha256 || isNew(document.path))
  const run = {
    startedAt,
    added: changed.filter((document) => isNew(document.path)).length,
    changed: changed.filter((document) => !isNew(document.path)).length,
    removed: removed.length,
    unchanged: found.documents.length - changed.length - files.filter((file) => file.refused).length,
    refused: files.filter((file) => file.refused).length,
  }
  return {
    changes: { documents, files, removed, diagnostics, vocabulary: vocabulary.hash, fingerprint: fingerprint(known, files, removed), run },
    diagnostics: all,
  }
}

const inOneForm = (findings: readonly Diagnostic[]) =>
  JSON.stringify(findings.map((d) => [d.code, d.severity, d.message, d.line, d.column]))

/** The same files give the same fingerprint, in whatever order and run they came. */
function fingerprint(known: Known, files: readonly FileFact[], removed: readonly string[]): string {
  const hashes = new Map([...known.files.values(), ...files].map((file) => [file.path, file.sha256]))
  for (const path of removed) hashes.delete(path)
  return createHash('sha256')
    .update(JSON.stringify([...hashes].sort()))
    .digest('hex')
}
