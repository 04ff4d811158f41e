/** The names that all documents together give: who is called what, and what of it changed. */
import type { NameFact } from '../graph.ts'
import { type Identities, identify } from './identity.ts'
import type { Identity } from './kinds/kind.ts'
import { isDistinctive, nameBeforeColon, shortName } from './names.ts'
import { type NameForm, NameIndex, type Node, nameForms } from './relations/name-index.ts'
import { unmarked } from './text-index.ts'

export type Vocabulary = {
  identities: Identities
  /** the names that each document gives, by its path */
  names: ReadonlyMap<string, NameFact[]>
  /** the written forms of all names */
  forms: ReadonlyMap<string, NameForm>
  index: NameIndex
  /** the slug of each paper whose arXiv id is known */
  byArxivId: ReadonlyMap<string, string>
  /** and the other way round */
  arxivIds: ReadonlyMap<string, string>
  /** the slugs of all papers that a card or a part gives */
  papers: ReadonlySet<string>
  techniques: ReadonlySet<string>
}

export function buildVocabulary(documents: ReadonlyMap<string, Identity>): Vocabulary {
  const identities = identify(documents)
  const ordered = [...documents].sort(([a], [b]) => (a < b ? -1 : 1))
  const names = new Map(ordered.map(([path, identity]) => [path, namesOf(identity, identities.slugs.get(path) ?? [])]))
  const all = [...names.values()].flat()
  const slugsOf = (type: NameFact['nodeType']) => new Set(all.filter((name) => name.nodeType === type).map((name) => name.slug))
  const forms = nameForms(all)
  const byArxivId = arxivIdsOf(ordered, identities)
  return {
    identities,
    names,
    forms,
    index: new NameIndex(forms),
    byArxivId,
    arxivIds: new Map([...byArxivId].map(([id, slug]) => [slug, id])),
    papers: new Set([...slugsOf('paper'), ...[...identities.slugs.values()].flat()]),
    techniques: slugsOf('technique'),
  }
}

/** What one vocabulary has otherwise than another: documents whose papers have other slugs, and words that say something else. */
export type Difference = {
  paths: ReadonlySet<string>
  /** unmarked */
  words: readonly string[]
  /** whether a text holds one of the words */
  writes: (text: string) => boolean
}

/** Which documents say something else than before, other than by what they say themselves. */
export function differenceOf(before: Vocabulary, after: Vocabulary): Difference {
  const said = ({ identities: { first, twins } }: Vocabulary, path: string, slugs: readonly string[]) =>
    JSON.stringify([slugs, slugs.map((slug) => first.get(slug)), twins.get(path)])
  const paths = differing(
    before.identities.slugs,
    after.identities.slugs,
    (was, is, path) => said(before, path, was) === said(after, path, is),
  )
  const forms = differing(
    before.forms,
    after.forms,
    ({ node: was, exact }, { node: is, exact: now }) =>
      was.nodeType === is.nodeType &&
      was.slug === is.slug &&
      exact === now &&
      before.arxivIds.get(was.slug) === after.arxivIds.get(is.slug),
  )
  const ids = differing(before.byArxivId, after.byArxivId, (was, is) => was === is)
  const slugs = [...inOneAlone(before.papers, after.papers), ...inOneAlone(before.techniques, after.techniques)]
  const files = [...paths].map((path) => path.replace(/^.*\/|\.\w+$/g, '').toLowerCase())
  const words = [...new Set([...forms, ...ids, ...slugs, ...files].map(unmarked))]
  return { paths, words, writes: writesOneOf(words) }
}

/** More words are looked for in one pass, fewer one by one: that is a comparison of memory, as fast as it is read. */
const FEW = 100

function writesOneOf(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false
  if (words.length <= FEW) {
    return (text) => {
      const read = unmarked(text)
      return words.some((word) => read.includes(word))
    }
  }
  const index = new NameIndex(new Map(words.map((form) => [form, { node: NO_NODE, exact: null }])))
  return (text) => index.find(unmarked(text)).length > 0
}

const NO_NODE: Node = { nodeType: 'paper', slug: '' }

/** The keys that one of two maps has alone, or for another value. */
function differing<Value>(
  a: ReadonlyMap<string, Value>,
  b: ReadonlyMap<string, Value>,
  isSame: (a: Value, b: Value, key: string) => boolean,
): Set<string> {
  const keys = new Set<string>()
  for (const [key, was] of a) {
    const is = b.get(key)
    if (is === undefined || !isSame(was, is, key)) keys.add(key)
  }
  for (const key of b.keys()) if (!a.has(key)) keys.add(key)
  return keys
}

const inOneAlone = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [
  ...[...a].filter((slug) => !b.has(slug)),
  ...[...b].filter((slug) => !a.has(slug)),
]

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
    const beforeColon = nameBeforeColon(part.title ?? part.heading)
    if (isDistinctive(short)) add('paper', slug, 'HEADING', short)
    add('paper', slug, 'TITLE', beforeColon)
    if (part.title && isDistinctive(part.title)) add('paper', slug, 'TITLE', part.title)
    for (const alias of part.aliases) add('paper', slug, 'ALIAS', alias)
  }
  return names
}
