/**
 * Gives every paper one slug, whatever documents call it: by the slug that an author chose, by arXiv id or
 * DOI, by a card's alias, by title, and last by its heading. Documents come in the order of their paths, so
 * the order in which files are found changes nothing.
 */
import type { CardIdentity, Identity, PartIdentity } from './kinds/kind.ts'
import { comparable, isDistinctive, isSlug, nameAtEnd, nameBeforeColon, shortName, slugify } from './names.ts'

export type Identities = {
  /** the slug of each part of each document, in the order of its parts */
  slugs: ReadonlyMap<string, string[]>
  /** two documents that claim one slug for different things; `path` is the one that does not get it */
  conflicts: { slug: string; what: string; path: string; winner: string }[]
  /** of each paper, the document that writes about it and comes first */
  first: ReadonlyMap<string, string>
  /** parts that have the title of another paper and another id, by their document */
  twins: ReadonlyMap<string, Twin[]>
}

/** A part, by its place among those of its document, that has the title of another paper but not its id, or its id but a title of other words. */
export type Twin = { part: number; other: string; id: string; otherId: string }

/** `titleKey`: by which it is found; null of a title that is too short to tell papers apart. */
type Known = { slug: string; path: string; arxivId: string | null; doi: string | null; title: string | null; titleKey: string | null }

export function identify(documents: ReadonlyMap<string, Identity>): Identities {
  const papers = new PaperIndex()
  const slugs = new Map<string, string[]>()
  const conflicts: Identities['conflicts'] = []
  const ordered = [...documents].sort(([a], [b]) => (a < b ? -1 : 1))
  const owners = new Map<string, string>()
  const own = (what: string, slug: string, path: string) => {
    const winner = owners.get(`${what} ${slug}`)
    if (winner === undefined) owners.set(`${what} ${slug}`, path)
    else conflicts.push({ slug, what, path, winner })
    return winner === undefined
  }
  for (const [path, { cards, techniques, architectures, claims, hardware }] of ordered) {
    for (const card of cards) if (own('card', card.slug, path)) papers.addCard(card, path)
    for (const technique of techniques) own('technique', technique.slug, path)
    for (const { slug } of architectures) own('block or model', slug, path)
    for (const { slug } of claims) own('claim', slug, path)
    for (const slug of hardware) own('hardware', slug, path)
  }
  const first = new Map<string, string>()
  const twins = new Map<string, Twin[]>()
  const placeAll = (listed: boolean) => {
    for (const [path, { parts }] of ordered) {
      const placed = slugs.get(path) ?? new Array<string>(parts.length).fill('')
      slugs.set(path, placed)
      const ofPath = twins.get(path) ?? []
      for (const [i, part] of parts.entries()) {
        if (part.listed !== listed) continue
        const twin = papers.twin(part)
        if (twin) ofPath.push({ part: i, ...twin })
        const clash = part.slug === null ? undefined : papers.clash(part, path)
        if (clash) conflicts.push({ slug: clash.slug, what: 'paper', path, winner: clash.path })
        // a note about one paper, and what leads to it as such, are about the same
        const about = [
          ...(parts.length === 1 && !listed ? [path] : []),
          ...part.notes.filter((note) => documents.get(note)?.parts.length === 1),
        ]
        const slug = papers.place(part, path, about)
        placed[i] = slug
        if (!listed && !first.has(slug)) first.set(slug, path)
      }
      if (ofPath.length > 0) twins.set(path, ofPath)
    }
  }
  placeAll(false)
  // a list names papers by what it says of them, not they the papers that others write about
  placeAll(true)
  return { slugs, conflicts: conflicts.sort(byPath), first, twins }
}

export const byPath = ({ path: a }: { path: string }, { path: b }: { path: string }): number => (a < b ? -1 : a > b ? 1 : 0)

/** By what a document may be tied to another: documents without a common one, nor one in common with a third, are identified each by itself. */
export function keysOfDocument(path: string, { parts, cards, techniques, architectures, claims, hardware }: Identity): string[] {
  const owned = [
    ...techniques.map(({ slug }) => `technique ${slug}`),
    ...architectures.map(({ slug }) => `architecture ${slug}`),
    ...claims.map(({ slug }) => `claim ${slug}`),
    ...hardware.map((slug) => `hardware ${slug}`),
  ]
  const ofCards = cards.flatMap(({ slug, name, aliases, arxivId, doi }) => [
    `slug ${slug}`,
    ...[name, ...aliases].map((one) => `name ${comparable(one)}`),
    ...idKeys({ arxivId, doi }),
  ])
  const ofParts = parts.flatMap((part) => {
    const { title, begun, ids, names } = keysOf(part)
    const called = part.aliases.map(slugify).filter((slug) => slug !== '')
    const slugs = [...called, ...(part.slug === null ? [...slugsWanted(part), slugToNumber(part)] : [part.slug])]
    return [
      ...ids,
      ...[title, begun].flatMap((key) => key ?? []),
      ...names,
      ...[...part.aliases, shortName(part.heading)].map((name) => `called ${comparable(name)}`),
      ...part.notes.map((note) => `note ${note}`),
      // one that is taken gets a number
      ...slugs.flatMap((slug) => [slug, slug.replace(/(?:-\d+)+$/, '')]).map((slug) => `slug ${slug}`),
    ]
  })
  return [...new Set([...owned, ...ofCards, ...ofParts, `note ${path}`])]
}

const idKeys = ({ arxivId, doi }: Pick<PartIdentity, 'arxivId' | 'doi'>) => [
  ...(arxivId ? [`arxiv ${arxivId}`] : []),
  ...(doi ? [`doi ${doi.toLowerCase()}`] : []),
]

/** The slugs that a part is given if they are free, the first of them first; with a number if none is. */
const slugsWanted = (part: PartIdentity): string[] => {
  const title = part.title ?? ''
  const others = [nameBeforeColon(title) ?? '', title, `${part.heading} ${part.arxivId ?? ''}`].map(slugify)
  return [keysOf(part).slug, ...others].filter((slug) => slug !== '')
}

/** The slug to which a number comes where no other is free. */
const slugToNumber = (part: PartIdentity) => keysOf(part).slug || 'paper'

/** What a part is looked up by, and the slug of its heading. */
type Keys = {
  title: string | null
  begun: string | null
  longTitle: string | null
  ids: string[]
  printed: string[]
  names: string[]
  slug: string
}

/** The key of a title of twelve characters, which may be that of several papers. */
const SHORT_TITLE = 'title '.length + 12

/** Of parts that stay from one reading to the next: to spell their keys out takes most of the time. */
const keysKnown = new WeakMap<PartIdentity, Keys>()

function keysOf(part: PartIdentity): Keys {
  const known = keysKnown.get(part)
  if (known) return known
  const short = shortName(part.heading)
  const printed = part.printedIds.map((id) => `printed ${id}`)
  const title = part.title === null ? null : `title ${titleKey(part.title)}`
  const made: Keys = {
    title,
    begun: begunTitle(part.title),
    longTitle: title !== null && title.length > SHORT_TITLE ? title : null,
    ids: [...idKeys(part), ...printed],
    printed,
    names: [...new Set([part.heading, short])].map((name) => `name ${comparable(name)}`),
    slug: slugify(short),
  }
  keysKnown.set(part, made)
  return made
}

/** The name before a title's colon and three words after it, which no two papers share: lists cut titles off. */
function begunTitle(title: string | null): string | null {
  const name = title === null ? null : nameBeforeColon(title)
  const [, words = ''] = /^[^:：]*[:：]\s+(\S+\s+\S+\s+\S+)/.exec(title ?? '') ?? []
  return name === null || comparable(words).length < BEGUN ? null : `begun ${comparable(`${name}${words}`)}`
}
const BEGUN = 10

/** A title without the name in parentheses after it, which one note has and another has not. */
const withoutName = (title: string): string =>
  nameAtEnd(title) === null ? title : title.slice(0, title.search(/\s*[(（][^()（）]*[)）]\s*$/))

const titleKey = (title: string): string => comparable(withoutName(title))

class PaperIndex {
  readonly #bySlug = new Map<string, Known>()
  readonly #byKey = new Map<string, Known>()

  addCard(card: CardIdentity, path: string): void {
    const known = { slug: card.slug, path, arxivId: card.arxivId, doi: card.doi, title: null, titleKey: null }
    this.#bySlug.set(card.slug, known)
    for (const name of [card.name, ...card.aliases]) this.#byKey.set(`name ${comparable(name)}`, known)
    this.#note(known)
  }

  /** The other document that has this part's chosen slug for another paper. */
  clash(part: PartIdentity, path: string): Known | undefined {
    const known = this.#bySlug.get(part.slug ?? '')
    return known && known.path !== path && contradicts(known, part) ? known : undefined
  }

  /** The other paper that has this part's title, by another arXiv id; or its arXiv id, by another title. */
  twin(part: PartIdentity): Omit<Twin, 'part'> | undefined {
    const { title, arxivId } = part
    if (title === null || arxivId === null) return undefined
    const sameId = this.#byKey.get(`arxiv ${arxivId}`)
    if (sameId && sayDifferent(sameId.title, title)) return { other: sameId.path, id: arxivId, otherId: arxivId }
    const known = this.#byKey.get(keysOf(part).title ?? '')
    if (!known?.arxivId || known.arxivId === arxivId) return undefined
    return { other: known.path, id: arxivId, otherId: known.arxivId }
  }

  /** The slug of a part: that of the paper it is about, or a new one. `notes` are the documents about that paper alone. */
  place(part: PartIdentity, path: string, notes: readonly string[]): string {
    const known = this.#find(part) ?? this.#findNoted(part, notes)
    const slug = known?.slug ?? this.#newSlug(part)
    const entry = known ?? { slug, path, arxivId: part.arxivId, doi: part.doi, title: null, titleKey: null }
    entry.arxivId ??= part.arxivId
    entry.doi ??= part.doi
    if (entry.title === null || part.aliases.some((alias) => isOnly(entry.title, alias)))
      Object.assign(entry, { title: part.title, titleKey: keysOf(part).longTitle })
    this.#bySlug.set(slug, entry)
    this.#note(entry)
    for (const key of keysOf(part).printed) this.#byKey.set(key, entry)
    const { begun } = keysOf(part)
    if (begun !== null && !this.#byKey.has(begun)) this.#byKey.set(begun, entry)
    for (const alias of part.aliases)
      if (!this.#byKey.has(`called ${comparable(alias)}`)) this.#byKey.set(`called ${comparable(alias)}`, entry)
    for (const note of notes) this.#byKey.set(`note ${note}`, entry)
    return slug
  }

  #note(known: Known): void {
    const owner = known.arxivId ? this.#byKey.get(`arxiv ${known.arxivId}`) : undefined
    if (known.arxivId && !(owner && sayDifferent(owner.title, known.title))) this.#byKey.set(`arxiv ${known.arxivId}`, known)
    if (known.doi) this.#byKey.set(`doi ${known.doi.toLowerCase()}`, known)
    if (known.titleKey !== null) this.#byKey.set(known.titleKey, known)
  }

  #find(part: PartIdentity): Known | undefined {
    if (part.slug !== null) return this.#bySlug.get(part.slug)
    const { ids, title, names, slug } = keysOf(part)
    for (const key of ids) {
      const known = this.#byKey.get(key)
      if (known && !hasOtherId(known, part) && !sayDifferent(known.title, part.title)) return known
    }
    for (const key of title === null ? names : [title, ...names]) {
      const known = this.#byKey.get(key)
      if (known && !contradicts(known, part)) return known
    }
    const begun = this.#byKey.get(keysOf(part).begun ?? '')
    if (begun && !hasOtherId(begun, part)) return begun
    const same = this.#bySlug.get(slug)
    return same && !contradicts(same, part) && !(same.title && part.title && titleKey(same.title) !== titleKey(part.title))
      ? same
      : this.#findCalled(part)
  }

  /** One that is known by a name alone, and one whose document gives it that name, are the same: "GridNet", and "Grids for All of Us" in GridNet.md */
  #findCalled(part: PartIdentity): Known | undefined {
    const named =
      (part.title === null || isOnly(part.title, part.heading)) && this.#byKey.get(`called ${comparable(shortName(part.heading))}`)
    if (named && !hasOtherId(named, part)) return named
    return part.aliases
      .flatMap((alias) => {
        const known = isDistinctive(alias) ? this.#bySlug.get(slugify(alias)) : undefined
        return known && (known.title === null || isOnly(known.title, alias)) ? known : []
      })
      .find((known) => !hasOtherId(known, part))
  }

  /** By the documents about one paper that a part is, or leads to: whatever title those have, if it has a word in common. */
  #findNoted(part: PartIdentity, notes: readonly string[]): Known | undefined {
    const known = part.slug === null ? notes.flatMap((note) => this.#byKey.get(`note ${note}`) ?? [])[0] : undefined
    return known && !hasOtherId(known, part) && !sayDifferent(known.title, part.title) ? known : undefined
  }

  /** From the heading; from the title where the heading's is taken; with the arXiv id where that is too. */
  #newSlug(part: PartIdentity): string {
    if (part.slug !== null) return part.slug
    const isFree = (slug: string) => isSlug(slug) && !this.#bySlug.has(slug)
    const { slug: first } = keysOf(part)
    const free = isFree(first) ? first : slugsWanted(part).find(isFree)
    for (let n = 2; ; n++) {
      const slug = free ?? `${slugToNumber(part)}-${n}`
      if (!this.#bySlug.has(slug)) return slug
    }
  }
}

/** A title that is nothing but a name. */
const isOnly = (title: string | null, name: string): boolean =>
  title !== null && !/\s/.test(title) && comparable(title) === comparable(name)

const hasOtherId = (known: Known, part: PartIdentity) => known.arxivId !== null && part.arxivId !== null && known.arxivId !== part.arxivId

const contradicts = (known: Known, part: PartIdentity) =>
  hasOtherId(known, part) ||
  (known.arxivId === null &&
    part.arxivId === null &&
    known.title !== null &&
    part.title !== null &&
    titleKey(known.title) !== titleKey(part.title))

/** Of two titles in Latin letters, each of some words, none is in both: one of them has the id of another paper by mistake. */
export function sayDifferent(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  const [a, b] = [wordsOf(one), wordsOf(other)]
  return Math.min(a.size, b.size) >= FEW && a.size + b.size >= SOME && ![...a].some((word) => b.has(word))
}
const FEW = 2
const SOME = 6
/** The words of a title but for the short ones, by their beginnings: "networks" is "network". */
const wordsOf = (title: string) => new Set((title.toLowerCase().match(/[\p{sc=Latin}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 5)))
