/** Finds the files of a content folder, without following a link out of it. */
import { constants } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { contentMissing } from '../errors.ts'
import type { Diagnostic } from '../graph.ts'
import { diagnostic, wholeFile } from './diagnostics.ts'

const DOCUMENT = /\.(?:md|markdown)$/i
const SKIPPED_FOLDER = /^(?:\..*|node_modules)$/
const MAX_DEPTH = 64

export type Discovery = {
  /** paths of documents within the folder, with `/`, in ascending order */
  documents: string[]
  /** size and time of every other file, by path: what links and images may point at */
  assets: Map<string, string>
  diagnostics: Diagnostic[]
}

/** Walks `root`. Throws `contentMissing` when it is no folder. */
export async function discover(root: string): Promise<Discovery> {
  const found: Discovery = { documents: [], assets: new Map(), diagnostics: [] }
  const isFolder = await stat(root).then(
    (s) => s.isDirectory(),
    () => false,
  )
  if (!isFolder) throw contentMissing(root)
  const pending: string[] = ['']
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) pending.push(...(await readFolder(root, folder, found)))
  found.documents.sort()
  return found
}

/** Notes the files of one folder; returns its folders. */
async function readFolder(root: string, folder: string, found: Discovery): Promise<string[]> {
  const folders: string[] = []
  const report = (code: 'file-unreadable' | 'file-name' | 'symlink-skipped' | 'folder-too-deep', message: string, at: string) =>
    found.diagnostics.push(diagnostic(code, message, wholeFile(at)))
  if (folder.split('/').length > MAX_DEPTH) {
    report('folder-too-deep', `Folders below ${MAX_DEPTH} levels are not read.`, folder)
    return folders
  }
  let entries: Awaited<ReturnType<typeof list>>
  try {
    entries = await list(path.join(root, folder))
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
    else if (DOCUMENT.test(entry.name)) found.documents.push(at)
    else await noteAsset(root, at, found.assets)
  }
  return folders
}

const list = (dir: string) => readdir(dir, { withFileTypes: true })

async function noteAsset(root: string, at: string, assets: Discovery['assets']): Promise<void> {
  const state = await stat(path.join(root, at)).catch(() => null)
  if (state) assets.set(at, `${state.size}:${Math.round(state.mtimeMs)}`)
}

/** Reads a file whole, and again if it changed meanwhile; never through a symbolic link. */
export async function readStable(root: string, at: string, maxBytes: number): Promise<Buffer | Diagnostic> {
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      const handle = await open(path.join(root, at), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
      try {
        const before = await handle.stat()
        if (!before.isFile()) return diagnostic('file-unreadable', 'This is not a regular file.', wholeFile(at))
        if (before.size > maxBytes)
          return diagnostic('file-too-large', `The file has ${before.size} bytes; ${maxBytes} are allowed (maxNoteBytes).`, wholeFile(at))
        const bytes = await handle.readFile()
        const after = await handle.stat()
        if (before.mtimeMs === after.mtimeMs && before.size === after.size && bytes.length === after.size) return bytes
      } finally {
        await handle.close()
      }
    }
    return diagnostic('file-changed', 'The file kept changing while it was read; it is read at the next ingest.', wholeFile(at))
  } catch (error) {
    return diagnostic('file-unreadable', `The file can't be read: ${reasonOf(error as NodeJS.ErrnoException)}.`, wholeFile(at))
  }
}

const REASONS: Record<string, string> = { ENOENT: 'it is gone', EACCES: 'permission denied', ELOOP: 'it is a symbolic link' }
const reasonOf = (error: NodeJS.ErrnoException) => REASONS[error.code ?? ''] ?? error.code ?? error.message
