/** What a relative address, a wikilink or an anchor in a document leads to within the content folder. */
import { lstatSync, realpathSync } from 'node:fs'
import path from 'node:path'
import GithubSlugger, { slug } from 'github-slugger'
import { contentPath } from './content-path.ts'
import { type Discovery, presentIn, readStable } from './discover.ts'
import type { ParsedFile } from './parse.ts'

/** How else a document's address is written on a published site. */
const ENDINGS = ['', '.md', '.markdown', '/index.md', '/README.md', '/readme.md']

const NOTHING = 'not a file'

/** What is in a folder; each table is made when it is first looked up in. */
class Files {
  readonly #found: Discovery
  #folders: ReadonlySet<string> | undefined
  #byName: ReadonlyMap<string, string[]> | undefined

  constructor(found: Discovery) {
    this.#found = found
  }

  has(file: string): boolean {
    return presentIn(this.#found).has(file) || this.#found.assets.has(file)
  }

  get folders(): ReadonlySet<string> {
    if (this.#folders) return this.#folders
    const folders = new Set<string>(['.'])
    for (const file of this.#all())
      for (let folder = path.posix.dirname(file); !folders.has(folder); folder = path.posix.dirname(folder)) folders.add(folder)
    this.#folders = folders
    return folders
  }

  /** By name without folder and ending, in lower case: how wikilinks name them. */
  get byName(): ReadonlyMap<string, string[]> {
    if (this.#byName) return this.#byName
    const byName = new Map<string, string[]>()
    for (const file of this.#all()) {
      const base = path.posix.basename(file).toLowerCase()
      for (const name of new Set([base, base.replace(/\.(?:md|markdown)$/, '')])) {
        const named = byName.get(name)
        if (named) named.push(file)
        else byName.set(name, [file])
      }
    }
    this.#byName = byName
    return byName
  }

  #all(): Iterable<string> {
    return [...this.#found.documents, ...this.#found.assets.keys()]
  }
}

/** A folder in which nothing came or went is looked through once. */
const FILES = new WeakMap<Discovery, Files>()

function filesOf(found: Discovery): Files {
  const files = FILES.get(found) ?? new Files(found)
  FILES.set(found, files)
  return files
}

export class Targets {
  readonly #root: string
  readonly #assets: Discovery['assets']
  readonly #files: Files
  readonly #anchors = new Map<string, ReadonlySet<string>>()
  readonly #hashOf: (path: string) => string
  readonly #maxBytes: number

  /** `hashOf` says what a document holds: one whose headings changed makes another read again that links to one of them. */
  constructor({ content, maxNoteBytes }: { content: string; maxNoteBytes: number }, found: Discovery, hashOf: (path: string) => string) {
    this.#root = content
    this.#maxBytes = maxNoteBytes
    this.#hashOf = hashOf
    this.#assets = found.assets
    this.#files = filesOf(found)
  }

  /** What is at a path, at a name in `[[brackets]]`, or of `a.md#` the headings: changes when what a document points at does. */
  stateOf(from: string, key: string): string {
    if (key.endsWith('#')) return this.#hashOf(key.slice(0, -1))
    const name = /^\[\[(.*)\]\]$/s.exec(key)?.[1]
    if (name !== undefined) return this.findNamed(from, name) ?? NOTHING
    const known = this.#assets.get(key) ?? stateOfHidden(this.#root, key)
    const found = known === undefined || known === null ? this.find(from, `/${key}`) : null
    return known ?? (found === null ? NOTHING : (this.#assets.get(found) ?? found))
  }

  /** The file or folder that an address leads to; null where there is none. */
  find(from: string, written: string): string | null {
    const target = contentPath(from, written === '' ? path.posix.basename(from) : written)
    if (target === null) return null
    const found = this.#at(target)
    if (found !== null || !written.startsWith('/')) return found
    // the root of a published site may be a folder that the document lies in
    for (let folder = path.posix.dirname(from); folder !== '.'; folder = path.posix.dirname(folder)) {
      const below = this.#at(`${folder}/${target}`)
      if (below !== null) return below
    }
    return null
  }

  #at(target: string): string | null {
    if (this.#files.has(target) || stateOfHidden(this.#root, target) !== null) return target
    const bare = target.replace(/\/$/, '')
    const page = bare.replace(/(?:^|\/)index\.html?$/, '')
    const pages = page === bare ? [] : ENDINGS.slice(3).map((ending) => page + ending)
    const file = [...ENDINGS.map((ending) => bare + ending), ...pages, bare.replace(/\.html?$/, '.md')].find((one) =>
      this.#files.has(path.posix.normalize(one)),
    )
    return file ? path.posix.normalize(file) : this.#files.folders.has(bare) ? bare : null
  }

  /** The file that a wikilink names: by its path, else by its name alone, the nearest of several. */
  findNamed(from: string, name: string): string | null {
    const direct = this.find('', name)
    if (direct !== null && this.#files.has(direct)) return direct
    const wanted = name.toLowerCase().replace(/^.*\//, '')
    const within = (file: string) => file.toLowerCase().includes(name.toLowerCase().replace(/\.md$/, ''))
    const named = (this.#files.byName.get(wanted) ?? []).filter((file) => !name.includes('/') || within(file))
    const shared = (file: string) => commonFolders(file, from)
    return named.toSorted((a, b) => shared(b) - shared(a) || a.length - b.length || (a < b ? -1 : 1))[0] ?? null
  }

  /** Whether a document has a heading or an element that an anchor names, as GitHub makes them. */
  hasAnchor(file: string, anchor: string, own: ParsedFile): boolean {
    const anchors =
      this.#anchors.get(file) ??
      (file === own.path
        ? anchorsOf(
            own.text,
            own.outline.headings.map(({ text }) => text),
          )
        : this.#read(file))
    this.#anchors.set(file, anchors)
    const wanted = decoded(anchor).toLowerCase()
    return anchors.has(wanted) || (wanted.length === CUT && [...anchors].some((known) => known.startsWith(wanted)))
  }

  /** Headings of a file that may not be read in this run: those on lines of their own, outside of code. */
  #read(file: string): ReadonlySet<string> {
    const bytes = readStable(this.#root, file, this.#maxBytes)
    if (!Buffer.isBuffer(bytes)) return new Set()
    const text = bytes.toString()
    const headings: string[] = []
    let fence = ''
    let before = ''
    for (const line of text.split(/\r?\n/)) {
      const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? ''
      if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : ''
      else if (fence === '' && line.length <= MAX_HEADING) {
        const atx = /^ {0,3}#{1,6}[ \t]/.test(line)
          ? line
              .replace(/^[ \t#]+/, '')
              .trimEnd()
              .replace(/#+$/, '')
              .trimEnd()
          : null
        if (atx !== null) headings.push(atx)
        else if (/^(?:=+|-+)[ \t]*$/.test(line) && before.trim() !== '') headings.push(before.trim())
      }
      before = line
    }
    return anchorsOf(
      text,
      headings.map((heading) => heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '')),
    )
  }
}

/** A folder that is not walked: some keep images there, as GitBook does in .gitbook/assets */
const HIDDEN = /(?:^|\/)\.[^/]/

/** Size and time of a file in a hidden folder, which no link leads out of; null of any other. */
function stateOfHidden(root: string, file: string): string | null {
  if (!HIDDEN.test(file)) return null
  try {
    const at = path.join(root, file)
    const state = lstatSync(at)
    return state.isFile() && realpathSync(at) === path.join(realpathSync(root), file) ? `${state.size}:${Math.round(state.mtimeMs)}` : null
  } catch {
    return null // it is not there, or can't be looked at
  }
}

/** GitBook cuts anchors at so many characters. */
const CUT = 100

/** A longer line is no heading that anyone links to. */
const MAX_HEADING = 1_000

function anchorsOf(text: string, headings: readonly string[]): ReadonlySet<string> {
  const slugger = new GithubSlugger()
  const anchors = new Set(['', 'top'])
  for (const heading of headings) {
    if (heading.length > MAX_HEADING) continue
    const braces = heading.endsWith('}') ? heading.lastIndexOf('{#') : -1
    const text = braces < 0 ? heading : heading.slice(0, braces).trimEnd()
    anchors.add(slugger.slug(text))
    // as Obsidian and as GitBook write it
    anchors.add(text.toLowerCase())
    if (text.includes('&')) anchors.add(slug(text.replaceAll('&', 'and')))
    if (braces >= 0)
      anchors.add(
        heading
          .slice(braces + 2, -1)
          .trim()
          .toLowerCase(),
      )
  }
  for (const [, id] of text.matchAll(/<[a-z][^<>]{0,200}?\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)) anchors.add((id ?? '').toLowerCase())
  return anchors
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a lone percent sign
  }
}

/** How many folders two paths begin with together. */
function commonFolders(a: string, b: string): number {
  const [x, y] = [a, b].map((one) => one.split('/').slice(0, -1)) as [string[], string[]] // as many as given
  const apart = x.findIndex((folder, i) => folder !== y[i])
  return apart < 0 ? x.length : apart
}
