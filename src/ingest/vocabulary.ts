/** The names that all documents together give: who is called what, and a hash that moves when any of it does. */
import { createHash } from 'node:crypto'
import type { NameFact } from '../graph.ts'
import { type Identities, identify } from './identity.ts'
import type { Identity } from './kinds/kind.ts'
import { isDistinctive, nameBeforeColon, shortName } from './names.ts'
import { CUE_TABLES } from './relations/cue.ts'
import { NameIndex } from './relations/name-index.ts'

/** Moves when the readers change so that every document must be read again. */
const READER = 3

export type Vocabulary = {
  identities: Identities
  /** the names that each document gives, by its path */
  names: ReadonlyMap<string, NameFact[]>
  index: NameIndex
  /** what is written about each paper, by its slug */
  sections: ReadonlyMap<string, Section[]>
  /** the slug of each paper whose arXiv id is known */
  byArxivId: ReadonlyMap<string, string>
  /** the slugs of all papers that a card or a part gives */
  papers: ReadonlySet<string>
  techniques: ReadonlySet<string>
  hash: string
}

/** A part of a document, as offsets. */
export type Section = { path: string; start: number; end: number }

export function buildVocabulary(documents: ReadonlyMap<string, Identity>): Vocabulary {
  const identities = identify(documents)
  const ordered = [...documents].sort(([a], [b]) => (a < b ? -1 : 1))
  const names = new Map(ordered.map(([path, identity]) => [path, namesOf(identity, identities.slugs.get(path) ?? [])]))
  const all = [...names.values()].flat()
  const slugsOf = (type: NameFact['nodeType']) => new Set(all.filter((name) => name.nodeType === type).map((name) => name.slug))
  const hash = createHash('sha256')
    .update(
      JSON.stringify([
        READER,
        CUE_TABLES.map((table) => table.source),
        // what names nothing does not move it, nor where a part stands
        ordered.flatMap(([path, { parts, cards, techniques }]) =>
          parts.length + cards.length + techniques.length > 0
            ? [[path, parts.map(({ start, end, ...part }) => part), cards, techniques]]
            : [],
        ),
      ]),
    )
    .digest('hex')
  return {
    identities,
    names,
    index: new NameIndex(all),
    sections: sectionsOf(ordered, identities),
    byArxivId: arxivIdsOf(ordered, identities),
    papers: new Set([...slugsOf('paper'), ...[...identities.slugs.values()].flat()]),
    techniques: slugsOf('technique'),
    hash,
  }
}

function sectionsOf(ordered: readonly (readonly [string, Identity])[], { slugs }: Identities): Map<string, Section[]> {
  const sections = new Map<string, Section[]>()
  for (const [path, { parts }] of ordered) {
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
  const add = (nodeType: NameFact['nodeType'], slug: string, source: NameFact['source'], text: string | null, ids = NO_IDS) => {
    if (text && !names.some((name) => name.slug === slug && name.nodeType === nodeType && name.text === text))
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
    const beforeColon = part.title ? nameBeforeColon(part.title) : null
    if (isDistinctive(short)) add('paper', slug, 'HEADING', short)
    add('paper', slug, 'TITLE', beforeColon)
    if (part.title && isDistinctive(part.title)) add('paper', slug, 'TITLE', part.title)
    for (const alias of part.aliases) add('paper', slug, 'ALIAS', alias)
  }
  return names
}
