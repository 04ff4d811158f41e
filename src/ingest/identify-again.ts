/** Identities after a few documents changed: of those alone, and of what anything ties to them. All others are as they were. */
import { byPath, type Identities, identify, keysOfDocument } from './identity.ts'
import type { Identity } from './kinds/kind.ts'

type Documents = ReadonlyMap<string, Identity>

/** Where more than this part of all documents are tied to those that changed, all are identified anew. */
const MOST = 0.2
/** So many are always few. */
const FEW = 16

/** As `identify` gives them for `documents`; with those of what was `before`, in the time that it takes for what changed. */
export function identifyAgain(documents: Documents, before: { documents: Documents; identities: Identities } | null): Identities {
  const changed = before ? changedBetween(before.documents, documents) : []
  const most = Math.max(FEW, documents.size * MOST)
  if (!before || changed.length > most) return identify(documents)
  const ties = tiesOf(before.documents)
  // what a document was tied to goes its own way without it
  const left = ties.around(changed, most)
  ties.renew(changed, documents)
  known.delete(before.documents)
  known.set(documents, ties)
  const tied = left && ties.around([...left], most)
  return tied ? withThoseOf(tied, documents, before.identities) : identify(documents)
}

/** Makes the next change quick. */
export const prepareToIdentifyAgain = (documents: Documents): void => void tiesOf(documents)

const known = new WeakMap<Documents, Ties>()

function tiesOf(documents: Documents): Ties {
  const ties = known.get(documents) ?? new Ties(documents)
  known.set(documents, ties)
  return ties
}

/** Which documents have a key in common: what one of them is called may change what the other is. */
class Ties {
  readonly #keys = new Map<string, readonly string[]>()
  /** a path by itself where it is the only one, as it is for most keys */
  readonly #paths = new Map<string, string | Set<string>>()

  constructor(documents: Documents) {
    this.renew([...documents.keys()], documents)
  }

  /** The documents that are tied to some, through others or not, and these; null where they are more than `most`. */
  around(paths: readonly string[], most: number): ReadonlySet<string> | null {
    const tied = new Set(paths)
    for (const path of tied) {
      for (const key of this.#keys.get(path) ?? []) for (const other of listOf(this.#paths.get(key))) tied.add(other)
      if (tied.size > most) return null
    }
    return tied
  }

  /** Takes in what some documents are now. */
  renew(paths: readonly string[], documents: Documents): void {
    for (const path of paths) {
      for (const key of this.#keys.get(path) ?? []) {
        const held = this.#paths.get(key)
        if (held instanceof Set) held.delete(path)
        else this.#paths.delete(key)
      }
      const identity = documents.get(path)
      const keys = identity ? keysOfDocument(path, identity) : []
      if (keys.length > 0) this.#keys.set(path, keys)
      else this.#keys.delete(path)
      for (const key of keys) {
        const held = this.#paths.get(key)
        if (held === undefined) this.#paths.set(key, path)
        else if (held instanceof Set) held.add(path)
        else this.#paths.set(key, new Set([held, path]))
      }
    }
  }
}

const listOf = (held: string | Set<string> | undefined): Iterable<string> => (typeof held === 'string' ? [held] : (held ?? []))

function changedBetween(before: Documents, after: Documents): string[] {
  const changed = [...before.keys()].filter((path) => !after.has(path))
  for (const [path, identity] of after) if (before.get(path) !== identity) changed.push(path)
  return changed
}

/** The identities with those of some documents in place of what they were: no other document has a paper of theirs. */
function withThoseOf(paths: ReadonlySet<string>, documents: Documents, was: Identities): Identities {
  const now = identify(new Map([...documents].filter(([path]) => paths.has(path))))
  const [slugs, first, twins] = [new Map(was.slugs), new Map(was.first), new Map(was.twins)]
  for (const path of paths) {
    for (const slug of slugs.get(path) ?? []) first.delete(slug)
    slugs.delete(path)
    twins.delete(path)
  }
  for (const [path, of] of now.slugs) slugs.set(path, of)
  for (const [path, of] of now.twins) twins.set(path, of)
  for (const [slug, path] of now.first) first.set(slug, path)
  const conflicts = [...was.conflicts.filter(({ path }) => !paths.has(path)), ...now.conflicts].sort(byPath)
  return { slugs, conflicts, first, twins }
}
