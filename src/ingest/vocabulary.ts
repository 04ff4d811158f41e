/** The names that all documents together give: who is called what. */
import type { NameFact } from '../graph.ts'
import { isThing, isTopic, venueYear } from './common-terms.ts'
import { isGeneric } from './formats/headings.ts'
import { identifyAgain } from './identify-again.ts'
import type { Identities } from './identity.ts'
import type { Identity } from './kinds/kind.ts'
import { comparable, isDistinctive, nameAtEnd, nameBeforeColon, shortName, wordsBeforeColon } from './names.ts'
import { formsOf, knownAmong, type NameForm, withKnownNames } from './relations/name-forms.ts'
import { NameIndex } from './relations/name-index.ts'
import { type Told, withEntries } from './told.ts'

export type Vocabulary = {
  /** what it is made of, by path */
  documents: ReadonlyMap<string, Identity>
  /** what lists say of other documents, by the paths of those */
  told: ReadonlyMap<string, Told>
  identities: Identities
  /** the names that each document gives, by its path */
  names: ReadonlyMap<string, readonly NameFact[]>
  /** all names by the form in which they are compared */
  alike: ReadonlyMap<string, Alike>
  index: NameIndex
  /** the slug of each paper whose arXiv id is known */
  byArxivId: ReadonlyMap<string, string>
  /** and the other way round */
  arxivIds: ReadonlyMap<string, string>
  /** the slugs of all papers that a card or a part gives */
  papers: ReadonlySet<string>
  techniques: ReadonlySet<string>
}

/** Names that compare alike, in the order of the documents that give them, and how they are written. */
export type Alike = { given: readonly { path: string; name: NameFact }[]; forms: ReadonlyMap<string, NameForm> }

/** The vocabulary of all documents. What stands in the one `before` of documents that are the same is taken from there. */
export function buildVocabulary(said: ReadonlyMap<string, Identity>, before: Vocabulary | null = null): Vocabulary {
  const { documents, told } = withEntries(said)
  const identities = identifyAgain(documents, before)
  const ordered = [...documents].sort(([a], [b]) => (a < b ? -1 : 1))
  const names = new Map<string, readonly NameFact[]>()
  const papers = new Set<string>()
  const techniques = new Set<string>()
  for (const [path, identity] of ordered) {
    const slugs = identities.slugs.get(path) ?? []
    const isSame = before?.documents.get(path) === identity && sameList(before.identities.slugs.get(path) ?? [], slugs)
    const given = (isSame && before.names.get(path)) || namesOf(identity, slugs)
    names.set(path, given)
    for (const slug of slugs) papers.add(slug)
    for (const { nodeType, slug } of given) (nodeType === 'paper' ? papers : techniques).add(slug)
  }
  const byArxivId = arxivIdsOf(ordered, identities)
  return {
    documents,
    told,
    identities,
    names,
    ...(before ? renewed(before, names) : gathered(names)),
    byArxivId,
    arxivIds: new Map([...byArxivId].map(([id, slug]) => [slug, id])),
    papers,
    techniques,
  }
}

export const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i])

function gathered(names: Vocabulary['names']): Pick<Vocabulary, 'alike' | 'index'> {
  const alike = withForms(new Map(), names)
  return { alike, index: new NameIndex(withKnownNames(new Map([...alike.values()].flatMap(({ forms }) => [...forms])))) }
}

/** The names as they were but for those of documents that give others. */
function renewed(before: Vocabulary, names: Vocabulary['names']): Pick<Vocabulary, 'alike' | 'index'> {
  const paths = new Set([...before.names.keys(), ...names.keys()].filter((path) => before.names.get(path) !== names.get(path)))
  const others = new Map([...paths].map((path) => [path, names.get(path) ?? []] as const))
  const said = [...paths].flatMap((path) => [...(before.names.get(path) ?? []), ...(names.get(path) ?? [])])
  const keys = new Set(said.map(({ text }) => comparable(text)))
  // once a name, however many documents give it
  const kept = new Map([...keys].map((key) => [key, (before.alike.get(key)?.given ?? []).filter(({ path }) => !paths.has(path))] as const))
  const changed = withForms(kept, others)
  const gone = new Set([...changed.keys()].flatMap((key) => [...(before.alike.get(key)?.forms.keys() ?? [])]))
  const come = new Map([...knownAmong(gone), ...[...changed.values()].flatMap(({ forms }) => [...forms])])
  const alike = new Map(before.alike)
  for (const [key, names] of changed) {
    if (names.given.length > 0) alike.set(key, names)
    else alike.delete(key)
  }
  return { alike, index: before.index.replaced(gone, come) }
}

/** Names that compare alike with those that more documents give, and how all of these are written. */
function withForms(some: ReadonlyMap<string, Alike['given']>, more: Vocabulary['names']): Map<string, Alike> {
  const given = new Map([...some].map(([key, names]) => [key, [...names]]))
  for (const [path, names] of more)
    for (const name of names) {
      const key = comparable(name.text)
      const others = given.get(key)
      if (others) others.push({ path, name })
      else given.set(key, [{ path, name }])
    }
  return new Map(
    [...given].map(([key, all]) => {
      all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
      const names = all.map(({ name }) => name)
      return [key, { given: all, forms: formsOf(key, names) }]
    }),
  )
}

/** A part of a document, as offsets. */
export type Section = { path: string; start: number; end: number }

/** What is written about each paper, by its slug. */
export function sectionsOf(documents: ReadonlyMap<string, Identity>, { slugs }: Identities): Map<string, Section[]> {
  const sections = new Map<string, Section[]>()
  for (const [path, { parts }] of [...documents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [i, { start, end }] of parts.entries()) {
      const slug = slugs.get(path)?.[i]
      if (slug !== undefined) sections.set(slug, [...(sections.get(slug) ?? []), { path, start, end }])
    }
  }
  return sections
}

function arxivIdsOf(ordered: readonly (readonly [string, Identity])[], { slugs }: Identities): Map<string, string> {
  const byId = new Map<string, string>()
  for (const [path, { parts, cards }] of ordered) {
    for (const { slug, arxivId } of cards) if (arxivId !== null) byId.set(arxivId, slug)
    for (const [i, { arxivId }] of parts.entries()) {
      const slug = slugs.get(path)?.[i]
      if (arxivId !== null && slug !== undefined && !byId.has(arxivId)) byId.set(arxivId, slug)
    }
  }
  return byId
}

const NO_IDS: Pick<NameFact, 'arxivId' | 'doi'> = { arxivId: null, doi: null }

/** What stands before the colon of a title, where that are words of a language, but no topic, no part of a note and no thing. */
function wordsOfName(title: string): string | null {
  const words = wordsBeforeColon(title)
  return words === null || isTopic(words) || isThing(words) || isGeneric(words) ? null : words
}

function namesOf(identity: Identity, slugs: readonly string[]): NameFact[] {
  const names: NameFact[] = []
  const said = new Set<string>()
  const add = (nodeType: NameFact['nodeType'], slug: string, source: NameFact['source'], text: string | null, ids = NO_IDS) => {
    const key = `${nodeType} ${slug} ${text}`
    if (text === null || text === '' || said.has(key)) return
    said.add(key)
    names.push({ nodeType, slug, text, source, ...ids })
  }
  for (const { slug, name, aliases, arxivId, doi } of identity.cards) {
    add('paper', slug, 'CARD', name, { arxivId, doi })
    for (const alias of aliases) add('paper', slug, 'ALIAS', alias)
  }
  for (const {
    slug,
    names: [name, ...aliases],
  } of identity.techniques) {
    add('technique', slug, 'CARD', name ?? null)
    for (const alias of aliases) add('technique', slug, 'ALIAS', alias)
  }
  for (const [i, part] of identity.parts.entries()) {
    const slug = slugs[i]
    if (slug === undefined) continue
    const short = shortName(part.heading)
    // where a paper was printed is no name of it
    const isName = (text: string) => venueYear(text) === null
    if (isDistinctive(short) && isName(short)) add('paper', slug, 'HEADING', short)
    for (const text of [part.heading, part.title ?? part.heading])
      if (isName(text)) add('paper', slug, 'TITLE', nameBeforeColon(text) ?? wordsOfName(text))
    if (part.title && isDistinctive(part.title)) add('paper', slug, 'TITLE', part.title)
    add('paper', slug, 'TITLE', nameAtEnd(part.title ?? part.heading))
    for (const alias of part.aliases) add('paper', slug, 'ALIAS', alias)
  }
  return names
}
