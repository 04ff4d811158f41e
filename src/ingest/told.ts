/** What lists tell of the documents that they lead to, beside what those say themselves. */
import { isDeepStrictEqual } from 'node:util'
import { readPart } from './formats/format.ts'
import { isCalled } from './formats/titles.ts'
import { sayDifferent } from './identity.ts'
import type { Entry, Identity, PartIdentity, Reading, Understood } from './kinds/kind.ts'
import { arxivDate } from './link-target.ts'
import { comparable, nameBeforeColon, shortNamesIn } from './names.ts'

/** What is told of a document that is about one paper. */
export type Told = Omit<Entry, 'document' | 'ofPaper'> & { aliases: string[] }

/** What entries told of a document, and the document with that: the same objects as long as nothing else is told. */
type Telling = { entries: readonly Entry[]; tells: Told | null; identity: Identity }
const toldOnce = new WeakMap<Identity, Telling>()

/** The identities with what the lists of others tell of those that are about one paper, or may be; of two ids neither is taken. */
export function withEntries(documents: ReadonlyMap<string, Identity>): {
  documents: ReadonlyMap<string, Identity>
  told: Map<string, Told>
} {
  const entries = new Map<string, Entry[]>()
  for (const [, identity] of [...documents].filter(([, { entries }]) => entries.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const entry of identity.entries) {
      const others = entries.get(entry.document)
      if (others) others.push(entry)
      else entries.set(entry.document, [entry])
    }
  if (entries.size === 0) return { documents, told: new Map() }
  const told = new Map<string, Told>()
  const all = new Map(documents)
  for (const [path, said] of entries) {
    const identity = documents.get(path)
    if (!identity) continue
    const known = toldOnce.get(identity)
    const telling = known && areSame(known.entries, said) ? known : tellingOf(identity, said, known)
    if (telling !== known) toldOnce.set(identity, telling)
    if (!telling.tells) continue
    told.set(path, telling.tells)
    all.set(path, telling.identity)
  }
  return { documents: all, told }
}

const areSame = (some: readonly Entry[], others: readonly Entry[]) =>
  some.length === others.length && some.every((entry, i) => entry === others[i])

function tellingOf(identity: Identity, entries: readonly Entry[], before: Telling | undefined): Telling {
  const tells = toldOf(identity, entries)
  if (before && isDeepStrictEqual(before.tells, tells)) return { ...before, entries }
  return { entries, tells, identity: tells ? { ...identity, parts: [partTold(identity, tells)] } : identity }
}

/** What entries tell of a document that it does not say itself; null where that is nothing. */
function toldOf({ parts, untold }: Identity, entries: readonly Entry[]): Told | null {
  const [part, ...others] = parts
  if (others.length > 0 || part?.listed || (!part && !untold)) return null
  const [said, names] = [
    entries.filter((entry) => entry.ofPaper && mayBeOf(part, entry)),
    entries.flatMap(({ title }) => shortNamesIn(title ?? '')),
  ]
  const only = <Value>(values: readonly (Value | null)[]): Value | null => {
    const different = new Set(values.filter((value) => value !== null))
    return different.size === 1 ? ([...different][0] ?? null) : null
  }
  const titles = said.flatMap((entry) => entry.title ?? [])
  const spelled = part?.title ? titles.find((title) => isBetterTitle(title, part.title ?? '')) : undefined
  const title = spelled ?? part?.title ?? titles[0] ?? null
  const told: Told = {
    title,
    arxivId: part?.arxivId ?? only(said.map(({ arxivId }) => arxivId)),
    doi: part?.doi ?? only(said.map(({ doi }) => doi)),
    printedIds: part?.printedIds ?? said[0]?.printedIds ?? [],
    authors: said.find(({ authors }) => authors.length > 0)?.authors ?? [],
    year: said.flatMap(({ year }) => year ?? [])[0] ?? null,
    aliases: [...new Set(names)].filter((name) => !part?.aliases.includes(name) && name !== part?.heading && name !== title),
  }
  const isNew =
    !part ||
    told.arxivId !== part.arxivId ||
    told.doi !== part.doi ||
    title !== part.title ||
    told.year !== null ||
    told.authors.length > 0 ||
    told.aliases.length > 0
  return isNew && (part || (title !== null && said.length > 0)) ? told : null
}

/** A list spells a title out of which a note has one letter, or which a file's name has without capital letters or a colon. */
const isBetterTitle = (title: string, written: string): boolean =>
  written.length <= 2 ||
  (isCalled(written, title) &&
    (!/\p{Lu}/u.test(written) || (!/[:：]/.test(written) && comparable(written) === comparable(title) && /[:：]/.test(title))))

/** A title of other words is of another paper. */
const mayBeOf = (part: PartIdentity | undefined, { title }: Entry) => !part?.title || !title || !sayDifferent(part.title, title)

function partTold({ parts: [part], untold }: Identity, { year: _, authors: __, title, aliases, ...ids }: Told): PartIdentity {
  if (part) return { ...part, heading: headingOf(part, title), title, ...ids, aliases: [...part.aliases, ...aliases] }
  const name = title ?? ''
  return {
    ...(untold ?? { start: 0, end: 0 }),
    slug: null,
    heading: nameBeforeColon(name) ?? name,
    title,
    ...ids,
    aliases,
    listed: false,
    notes: [],
  }
}

/** What a part is called that has its title from a list, where it was called by that before. */
const headingOf = ({ heading, title }: Pick<PartIdentity, 'heading' | 'title'>, told: string | null): string =>
  told !== null && heading === title ? (told === title ? heading : (nameBeforeColon(told) ?? told)) : heading

/** A document with what lists tell of it: its one part has that, or it is one part, where it said of no paper that it is about it. */
export function understoodAs(reading: Reading, understood: Understood, told: Told | undefined): Understood {
  if (!told) return understood
  const [part] = understood.parts
  const date = arxivDate(told.arxivId)
  // that of an arXiv id is of a paper before it was printed
  const stated = part?.year === arxivDate(part?.arxivId ?? null)?.year ? null : part?.year
  const year = stated ?? told.year ?? part?.year ?? date?.year ?? null
  const dated = { year, month: date !== null && date.year === year ? date.month : null }
  const authors = part && part.authors.length > 0 ? part.authors : told.authors
  if (part)
    return {
      ...understood,
      parts: [
        { ...part, ...dated, authors, heading: headingOf(part, told.title), title: told.title, arxivId: told.arxivId, doi: told.doi },
      ],
    }
  const { file } = reading
  const name = told.title ?? ''
  const { start, end } = { start: file.frontMatter.bodyStart, end: file.text.length }
  const {
    owns: _,
    metadata,
    ...read
  } = readPart(file, { start, end, heading: nameBeforeColon(name) ?? name, bodyStart: start, titled: true })
  const ids = { title: told.title, slug: null, arxivId: told.arxivId, doi: told.doi, printedIds: told.printedIds }
  return {
    ...understood,
    format: 'indexed',
    title: told.title,
    parts: [{ ...read, ...ids, ...dated, listed: false, authors: metadata.authors.length > 0 ? metadata.authors : authors }],
    links: understood.links.map((link) => ({ ...link, part: 0 })),
    images: understood.images.map((image) => ({ ...image, part: 0 })),
  }
}
