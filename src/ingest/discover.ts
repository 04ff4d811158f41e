/**
 * Finds and reads the files of a content folder, without following a link out of it. On this thread: beside a
 * database that was just opened and is still being compiled, a round trip to the thread pool takes many times
 * as long as the read. Whoever reads many files lets others have a turn between them.
 */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { contentMissing } from '../errors.ts'
import type { Diagnostic } from '../graph.ts'
import { diagnostic, wholeFile } from './diagnostics.ts'

const DOCUMENT = /\.(?:md|markdown)$/i
export const isDocument = (path: string): boolean => DOCUMENT.test(path)
const SKIPPED_FOLDER = /^(?:\..*|node_modules)$/
const MAX_DEPTH = 64

export type Discovery = {
  /** paths of documents within the folder, with `/`, in ascending order */
  documents: string[]
  /** size and time of every other file, by path: what links and images may point at */
  assets: Map<string, string>
  diagnostics: Diagnostic[]
}

const present = new WeakMap<Discovery, ReadonlySet<string>>()

/** The paths of the documents that were found; made once of each discovery. */
export function presentIn(found: Discovery): ReadonlySet<string> {
  const known = present.get(found) ?? new Set(found.documents)
  present.set(found, known)
  return known
}

/** Walks `root`. Throws `contentMissing` when it is no folder. */
export function discover(root: string): Discovery {
  const found: Discovery = { documents: [], assets: new Map(), diagnostics: [] }
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw contentMissing(root)
  const pending: string[] = ['']
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) pending.push(...readFolder(root, folder, found))
  found.documents.sort()
  return found
}

/** What was found, with documents that came or went since; null where only a walk can tell. */
export function foundAgain(root: string, found: Discovery, touched: ReadonlySet<string>): Discovery | null {
  const present = new Set(presentIn(found))
  const hasOther = (folder: string, at: string) =>
    folder === '.' || [...present, ...found.assets.keys()].some((file) => file !== at && file.startsWith(`${folder}/`))
  let isSame = true
  for (const at of touched) {
    const state = lstatSync(path.join(root, at), { throwIfNoEntry: false })
    if (state && (!state.isFile() || at.includes('\uFFFD') || at.split('/').length > MAX_DEPTH)) return null
    if (Boolean(state) === present.has(at)) continue
    // a link may lead to a folder, and that comes and goes with its files
    if (!hasOther(path.posix.dirname(at), at)) return null
    if (state) present.add(at)
    else present.delete(at)
    isSame = false
  }
  return isSame ? found : { ...found, documents: [...present].sort() }
}

/** Notes the files of one folder; returns its folders. */
function readFolder(root: string, folder: string, found: Discovery): string[] {
  const folders: string[] = []
  const report = (code: 'file-unreadable' | 'file-name' | 'symlink-skipped' | 'folder-too-deep', message: string, at: string) =>
    found.diagnostics.push(diagnostic(code, message, wholeFile(at)))
  if (folder.split('/').length > MAX_DEPTH) {
    report('folder-too-deep', `Folders below ${MAX_DEPTH} levels are not read.`, folder)
    return folders
  }
  let entries: ReturnType<typeof list>
  try {
    entries = list(path.join(root, folder))
  } catch (error) {
    report('file-unreadable', `The folder can't be read: ${(error as Error).message}.`, folder || '.')
    return folders
  }
  for (const entry of entries) {
    const at = folder ? `${folder}/${entry.name}` : entry.name
    if (SKIPPED_FOLDER.test(entry.name)) continue
    if (entry.isSymbolicLink()) report('symlink-skipped', 'Symbolic links are not followed.', at)
    else if (entry.isDirectory()) folders.push(at)
    else if (!entry.isFile()) continue
    else if (entry.name.includes('\uFFFD')) report('file-name', 'The file name is not UTF-8 text; rename the file.', at)
    else if (isDocument(entry.name)) found.documents.push(at)
    else noteAsset(root, at, found.assets)
  }
  return folders
}

const list = (dir: string) => readdirSync(dir, { withFileTypes: true })

function noteAsset(root: string, at: string, assets: Discovery['assets']): void {
  const state = statSync(path.join(root, at), { throwIfNoEntry: false })
  if (state) assets.set(at, `${state.size}:${Math.round(state.mtimeMs)}`)
}

/** Reads a file whole, and again if it changed meanwhile; never through a symbolic link. */
export function readStable(root: string, at: string, maxBytes: number): Buffer | Diagnostic {
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      const file = openSync(path.join(root, at), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
      try {
        const before = fstatSync(file)
        if (!before.isFile()) return diagnostic('file-unreadable', 'This is not a regular file.', wholeFile(at))
        if (before.size > maxBytes)
          return diagnostic('file-too-large', `The file has ${before.size} bytes; ${maxBytes} are allowed (maxNoteBytes).`, wholeFile(at))
        const bytes = readFileSync(file)
        const after = fstatSync(file)
        if (before.mtimeMs === after.mtimeMs && before.size === after.size && bytes.length === after.size) return bytes
      } finally {
        closeSync(file)
      }
    }
    return diagnostic('file-changed', 'The file kept changing while it was read; it is read at the next ingest.', wholeFile(at))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return diagnostic('file-changed', 'The file was removed while the folder was read.', wholeFile(at))
    return diagnostic('file-unreadable', `The file can't be read: ${reasonOf(error as NodeJS.ErrnoException)}.`, wholeFile(at))
  }
}

/** The hash of what was read; what can't be read has none of its own, its finding's stands for it. */
export const hashOf = (read: Buffer | Diagnostic): string =>
  createHash('sha256')
    .update(Buffer.isBuffer(read) ? read : read.message)
    .digest('hex')

const REASONS: Record<string, string> = { EACCES: 'permission denied', ELOOP: 'it is a symbolic link' }
const reasonOf = (error: NodeJS.ErrnoException) => REASONS[error.code ?? ''] ?? error.code ?? error.message
