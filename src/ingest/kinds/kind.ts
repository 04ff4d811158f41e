import { z } from 'zod'
import type { ClaimSpec } from '../../compute/claims/claim.ts'
import type { Spec } from '../../compute/spec.ts'
import { didYouMean } from '../../did-you-mean.ts'
import type {
  ArchitectureFact,
  Diagnostic,
  DocumentKind,
  HardwareFact,
  ImageFact,
  LinkFact,
  RelationKind,
  Span,
  TechniqueFact,
} from '../../graph.ts'
import { RELATION_KINDS } from '../../graph.ts'
import { type DiagnosticCode, diagnostic } from '../diagnostics.ts'
import type { Part } from '../formats/format.ts'
import { isSlug, SLUG_RULE } from '../names.ts'
import type { ParsedFile } from '../parse.ts'
import { Places } from '../place.ts'
import type { Range } from '../ranges.ts'

/** What a document says of the names in it: enough to give every paper one slug without reading prose again. */
export type Identity = {
  parts: PartIdentity[]
  /** what it says of other documents, where it lists them */
  entries: Entry[]
  /** the whole of a note that says of no paper that it is about it, which a list may say */
  untold: Range | null
  cards: CardIdentity[]
  techniques: { slug: string; names: string[] }[]
  architectures: Spec[]
  hardware: string[]
  claims: { slug: string; paper: string | null; quote: string | null; uses: string[] }[]
}
export type PartIdentity = {
  /** where it stands, as offsets in the file */
  start: number
  end: number
  /** the slug in front matter, where the author chose one */
  slug: string | null
  heading: string
  title: string | null
  arxivId: string | null
  doi: string | null
  /** ids by which those who print papers know it: openreview:…, acl:…, cvf:… */
  printedIds: string[]
  aliases: string[]
  /** an entry of a list, with nothing written about the paper */
  listed: boolean
  /** documents that it leads to as the notes about its paper */
  notes: string[]
}

/** What a list says of the paper that a document is about. */
export type Entry = {
  document: string
  /** whether it says that the document is about a paper, and not only what it is called */
  ofPaper: boolean
  title: string | null
  arxivId: string | null
  doi: string | null
  printedIds: string[]
  authors: string[]
  year: number | null
}
export type CardIdentity = { slug: string; name: string; aliases: string[]; arxivId: string | null; doi: string | null }

/** A relation that front matter declares. */
export type DeclaredRelation = Span & { from: string | null; kind: RelationKind; to: string; quote: string }

/** A part with what its own links and front matter say of the paper. Plain data, as all that is understood. */
export type PaperPart = Omit<Part, 'owns' | 'metadata'> &
  Omit<PartIdentity, 'heading' | 'title' | 'aliases' | 'notes' | 'start' | 'end'> & {
    authors: string[]
    year: number | null
    month: number | null
  }

/** One document understood by itself, before its names are tied to those of the others. */
export type Understood = {
  kind: DocumentKind
  format: string | null
  title: string | null
  author: string | null
  createdAt: string | null
  modifiedAt: string | null
  identity: Identity
  parts: PaperPart[]
  /** links and images of the file; `part` is the index of the part that they stand in; wikilinks name a file wherever it is; `target` is the file of the folder that a link leads to */
  links: (Omit<LinkFact, 'paperSlug'> & { part: number | null; wiki: boolean; target: string | null })[]
  images: (Omit<ImageFact, 'paperSlug'> & { part: number | null; wiki: boolean })[]
  declared: DeclaredRelation[]
  /** what front matter calls related, by whatever name, and where */
  related: (Span & { name: string; quote: string })[]
  techniques: TechniqueFact[]
  architectures: (Omit<ArchitectureFact, 'paperSlug'> & { paper: string | null })[]
  claims: StatedClaim[]
  hardware: HardwareFact[]
}

/** A claim as its document states it, before it is checked. */
export type StatedClaim = {
  slug: string
  paper: string | null
  quote: string | null
  source: string | null
  spec: ClaimSpec
  markdown: string
}

export const NO_IDENTITY: Identity = {
  parts: [],
  entries: [],
  untold: null,
  cards: [],
  techniques: [],
  architectures: [],
  claims: [],
  hardware: [],
}

/** What a kind needs to read one file: the file, its positions, and a place for findings. */
export class Reading {
  readonly file: ParsedFile
  readonly places: Places
  readonly diagnostics: Diagnostic[]
  /** the format that the settings give files of its path */
  readonly format: string | undefined

  constructor(file: ParsedFile, diagnostics: Diagnostic[] = [], format?: string) {
    this.file = file
    this.diagnostics = diagnostics
    this.format = format
    this.places = new Places(file.path, file.text)
  }

  report(code: DiagnosticCode, message: string, offset: number): void {
    this.diagnostics.push(diagnostic(code, message, this.places.at(offset)))
  }

  /** The offset of a front matter value, or of the nearest value around it that is there. */
  offsetOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const offset = this.file.frontMatter.offsets[path.slice(0, length).join('.')]
      if (offset !== undefined) return offset
    }
    return 0
  }
}

/** One kind of document: what its front matter may hold, and what it becomes. */
export type Kind = {
  /** returns null when it reported an error: the document is then refused */
  understand(reading: Reading): Understood | null
}

/** Front matter by `schema`; null, and a diagnostic for each issue, when it does not fit. */
export function readData<Shape extends z.ZodRawShape>(reading: Reading, schema: z.ZodObject<Shape>): z.output<z.ZodObject<Shape>> | null {
  const { data } = reading.file.frontMatter
  const result = schema.safeParse(data)
  for (const issue of result.error?.issues ?? []) {
    const name = issue.path.join('.')
    reading.report('front-matter-value', `${name ? `${name}: ` : ''}${issue.message}`, reading.offsetOf(issue.path))
  }
  return result.success ? result.data : null
}

/**
 * The same, of notes that are already there: where a value of `lenient` does not fit, it is left out with a warning, and one
 * that is empty without a word.
 */
export function readLeniently<Shape extends z.ZodRawShape>(
  reading: Reading,
  schema: z.ZodObject<Shape>,
  lenient: readonly string[],
): z.output<z.ZodObject<Shape>> | null {
  const leaveOut = (key: string, message: string, path: readonly PropertyKey[] = [key]) =>
    reading.report('front-matter-ignored', `${key}: ${message}; it is left out.`, reading.offsetOf(path))
  const entries = Object.entries(reading.file.frontMatter.data).filter(([key, value]) => {
    const isEmpty = value === null && (lenient.includes(key) || key === 'slug')
    // what a template leaves empty needs no word
    if (isEmpty && (key === 'slug' || isNull(reading, key))) leaveOut(key, 'expected a value, got none')
    return !isEmpty
  })
  const kept = new Map(entries)
  for (const { path, message } of schema.safeParse(Object.fromEntries(entries)).error?.issues ?? []) {
    const key = String(path[0])
    if (!lenient.includes(key)) reading.report('front-matter-value', `${path.join('.')}: ${message}`, reading.offsetOf(path))
    else if (kept.get(key) === reading.file.frontMatter.data[key]) {
      leaveOut(key, message, path)
      const rest = textsAmong(kept.get(key))
      if (rest.length > 0 && schema.safeParse({ [key]: rest }).success) kept.set(key, rest)
      else if (rest.length > 0 && schema.safeParse({ [key]: rest[0] }).success) kept.set(key, rest[0])
      else kept.delete(key)
    }
  }
  return schema.safeParse(Object.fromEntries(kept)).data ?? null
}

/** Of a list, the items that are texts. */
const textsAmong = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item.trim() !== '') : []

/** Whether an author wrote that a value is null. */
const isNull = ({ file }: Reading, key: string): boolean =>
  /^(?:~|null\b)/i.test(file.text.slice(file.frontMatter.offsets[key] ?? file.text.length))

/** One warning for all keys that no reader knows, with the nearest that one does. */
export function reportUnknownKeys(reading: Reading, known: readonly string[]): void {
  const unknown = Object.keys(reading.file.frontMatter.data).filter((key) => !known.includes(key))
  const [first] = unknown
  if (first === undefined) return
  const shown = unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ` and ${unknown.length - 5} more` : '')
  reading.report('front-matter-unknown-key', `Nothing reads ${shown}.${didYouMean(first, known)}`, reading.offsetOf([first]))
}

// What front matter values look like. Every scalar arrives as the author's text, or null.

export const text = z.string({ error: 'expected text' }).trim().min(1, { error: 'expected text, got nothing' })
export const slug = z
  .string({ error: 'expected a slug' })
  .refine(isSlug, { error: (issue) => `${JSON.stringify(String(issue.input).slice(0, 60))} is no slug: ${SLUG_RULE}` })
export const texts = z.union([text.transform((one) => [one]), z.array(text)], { error: 'expected text or a list of texts' })
/** Names of people, who may be said by more than their names: `- name: Ada Lovelace` */
const person = z.looseObject({ name: text }, { error: 'expected a name' }).transform(({ name }) => name)
export const people = z.union([text.transform((one) => [one]), person.transform((one) => [one]), z.array(z.union([text, person]))], {
  error: 'expected a name or a list of names',
})
export const wholeNumber = (least: number, most: number) =>
  z
    .string({ error: 'expected a whole number' })
    .regex(/^\d{1,15}$/, { error: (issue) => `expected a whole number, got ${JSON.stringify(String(issue.input).slice(0, 40))}` })
    .transform(Number)
    .refine((n) => n >= least && n <= most, { error: `expected a number from ${least} to ${most}` })
export const year = wholeNumber(1800, 2200)
export const relationKind = z.string({ error: 'expected the kind of a relation' }).transform((written, context): RelationKind => {
  const kind = RELATION_KINDS.find(
    (known) =>
      known ===
      written
        .trim()
        .toUpperCase()
        .replace(/[\s-]+/g, '_'),
  )
  if (kind) return kind
  const message = `unknown kind of relation ${JSON.stringify(written.slice(0, 40))}: expected one of ${RELATION_KINDS.join(', ')}.${didYouMean(written, RELATION_KINDS)}`
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})
/** `type` is another word for `kind`, which other tools' notes use. */
const relation = z
  .strictObject(
    { kind: relationKind.optional(), type: relationKind.optional(), to: slug, from: slug.optional() },
    { error: 'expected kind, to and perhaps from' },
  )
  .transform(({ kind, type, to, from }, context) => {
    const said = kind ?? type
    if (said) return { kind: said, to, from }
    context.addIssue({ code: 'custom', message: 'expected the kind of the relation', path: ['kind'] })
    return z.NEVER
  })
export const relations = z.array(relation, { error: 'expected a list of relations, each with kind and to' })

/** The relations that front matter declares, each with its own lines as the quote. */
export function declaredRelations(reading: Reading, declared: z.output<typeof relations> | undefined): DeclaredRelation[] {
  return (declared ?? []).map(({ kind, to, from }, i) => {
    const start = reading.offsetOf(['relations', String(i)])
    const end = reading.file.frontMatter.offsets[`relations.${i + 1}`] ?? nextKey(reading, start)
    const quote = reading.file.text.slice(start, end).replace(/[\s-]+$/, '')
    return { kind, to, from: from ?? null, quote, ...reading.places.span(start, start + quote.length) }
  })
}

/** The names that front matter lists as related, each with itself as the quote. */
export function relatedNames(reading: Reading, names: readonly string[] | undefined): Understood['related'] {
  return (names ?? []).map((name, i) => {
    const start = reading.offsetOf(['related', String(i)])
    const end = reading.file.text.indexOf('\n', start)
    const quote = reading.file.text.slice(start, end < 0 ? undefined : end).trim()
    return { name, quote, ...reading.places.span(start, start + quote.length) }
  })
}

/** Where the list that `start` stands in ends: at the next value of another key, or the end of the front matter. */
function nextKey(reading: Reading, start: number): number {
  const { offsets, bodyStart } = reading.file.frontMatter
  const later = Object.entries(offsets).filter(([key, offset]) => !key.startsWith('relations') && offset > start)
  const next = Math.min(bodyStart, ...later.map(([, offset]) => offset))
  const cut = reading.file.text.slice(start, next)
  // the value's own key and the closing fence stand on the last line
  return start + cut.replace(/\r?\n[^\n]*$/, '').replace(/\r?\n(?:---|\+\+\+)\s*$/, '').length
}
