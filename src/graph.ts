/**
 * The vocabulary of the graph as types: what ingest hands to store, and store hands to resolvers.
 * This is the ground floor; it imports nothing.
 */

/** What a document under `content/` is. */
export type DocumentKind = 'note' | 'paper' | 'technique' | 'block' | 'model' | 'claim' | 'hardware' | 'page'

/** The two kinds of node that a relation can point at. */
export type NodeType = 'paper' | 'technique'

/** DOCUMENTED: a section of a note is about it. NOTED: it is only named. */
export type PaperStatus = 'DOCUMENTED' | 'NOTED'

export const RELATION_KINDS = [
  'EXTENDS',
  'IMPROVES',
  'COMBINES',
  'USES',
  'INSPIRED_BY',
  'REPLACES',
  'VARIANT_OF',
  'OUTPERFORMS',
  'COMPARES_WITH',
  'CONTRASTS_WITH',
  'CONTRADICTS',
  'CITES',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** The kinds that a lineage follows: from a work to the one that it was made from. */
export const LINEAGE_KINDS: readonly RelationKind[] = ['EXTENDS', 'IMPROVES']

export type LinkKind = 'ABSTRACT' | 'PDF' | 'CODE' | 'PROJECT' | 'VIDEO' | 'OTHER'

export type Severity = 'ERROR' | 'WARNING' | 'INFO'

/**
 * A stretch of a file. `start` and `end` are offsets into its text (after a byte order mark) in UTF-16
 * code units, `end` excluded; `line` and `column` are those of `start`, from 1, the column in the same unit.
 */
export type Span = { start: number; end: number; line: number; column: number }

/** One finding about content, collected and never thrown: bad content is its author's to mend. */
export type Diagnostic = {
  code: string
  severity: Severity
  message: string
  path: string
  line: number
  column: number
}

/** A way in which a document writes a node's name. Of several, the smallest `rank` is shown. */
export type NameFact = {
  nodeType: NodeType
  slug: string
  text: string
  source: NameSource
  /** ids that a card gives with the name */
  arxivId: string | null
  doi: string | null
}
/** Where a name stands, best first: the node's own card, a heading, the title, a declared alias, a mere mention. */
export const NAME_SOURCES = ['CARD', 'HEADING', 'TITLE', 'ALIAS', 'MENTION'] as const
export type NameSource = (typeof NAME_SOURCES)[number]

export type SectionFact = {
  paperSlug: string
  ordinal: number
  heading: string
  title: string | null
  arxivId: string | null
  doi: string | null
  year: number | null
  month: number | null
  authors: string[]
  /** null where it is the summary */
  text: string | null
  summary: string
  remarks: string[]
  /** an entry of a list, beside the notes that are about the paper alone */
  listed: boolean
  line: number
  endLine: number
  /** offset of what stands under the heading */
  bodyStart: number
  start: number
  end: number
}

export type LinkFact = Span & {
  paperSlug: string | null
  ordinal: number
  label: string
  /** null: the author left a slot such as `[code]` without an address */
  url: string | null
  kind: LinkKind
  host: string | null
  arxivId: string | null
  doi: string | null
  owner: string | null
  repository: string | null
  /** of a link into the content folder: whether its target is there; null for any other */
  resolves: boolean | null
}

export type ImageFact = Span & {
  paperSlug: string | null
  ordinal: number
  /** as written */
  path: string
  /** path within the content folder; null for an address elsewhere, or one that leaves the folder */
  file: string | null
  alt: string
  exists: boolean | null
  width: number | null
  height: number | null
  bytes: number | null
  sha256: string | null
  mediaType: string | null
  /** local date and time in the file name, as screenshot tools write it: 2022-01-20T22:04:08 */
  capturedAt: string | null
}

export type MentionFact = Span & {
  /** the paper whose section the mention stands in */
  inPaper: string | null
  nodeType: NodeType
  slug: string
  surface: string
  quote: string
}

export type EvidenceFact = Span & {
  source: string
  kind: RelationKind
  targetType: NodeType
  target: string
  quote: string
  cue: string
  rule: string
  /** 0 to 1; 1 where the author declared it */
  confidence: number
  hedged: boolean
}

export type TechniqueFact = { slug: string; name: string; description: string; markdown: string }

/** A block or a whole network. The specification is JSON text, which keeps the order of its names. */
export type ArchitectureFact = {
  kind: 'block' | 'model'
  slug: string
  name: string
  paperSlug: string | null
  aliases: string[]
  spec: string
  /** slugs of the blocks that it is made of */
  uses: string[]
  markdown: string
}

/** HOLDS_IF: under a condition. STALE: its quote is no longer in the note. UNSUPPORTED: it can't be computed. */
export type Verdict = 'HOLDS' | 'HOLDS_IF' | 'FAILS' | 'STALE' | 'UNSUPPORTED'

/** What was found of a claim. */
export type VerdictFact = {
  verdict: Verdict
  condition: string | null
  reason: string
  margin: number | null
  /** JSON text: each thing expected, with the table of points that it was found at */
  checks: string
  /** where the quote stands, if it does */
  quotePath: string | null
  quoteLine: number | null
  quoteColumn: number | null
  quoteStart: number | null
}

/** A sentence of a note, or a printed figure, bound to a computation. The specification is JSON text. */
export type ClaimFact = VerdictFact & {
  slug: string
  paperSlug: string | null
  quote: string | null
  source: string | null
  spec: string
  markdown: string
}

/** A machine that runs networks. Peaks are JSON text: operations a second by data type. */
export type HardwareFact = {
  slug: string
  name: string
  peak: string
  /** bytes a second */
  bandwidth: number
  /** seconds a launch */
  overhead: number
  /** JSON text: who says each figure */
  sources: string
  markdown: string
}

/** Everything that one document puts into the graph, stored whole or not at all. */
export type DocumentFacts = {
  path: string
  kind: DocumentKind
  format: string | null
  title: string | null
  author: string | null
  language: string | null
  /** local date and time as the header writes it, without a time zone */
  createdAt: string | null
  modifiedAt: string | null
  sha256: string
  bytes: number
  markdown: string
  /** what the document says of names, for ingest to read back */
  identity: unknown
  names: NameFact[]
  sections: SectionFact[]
  links: LinkFact[]
  images: ImageFact[]
  mentions: MentionFact[]
  evidence: EvidenceFact[]
  techniques: TechniqueFact[]
  architectures: ArchitectureFact[]
  claims: ClaimFact[]
  hardware: HardwareFact[]
}

/** A file as it was read: its hash, and the state of each image file that it names. */
export type FileFact = { path: string; sha256: string; assets: Record<string, string>; refused: boolean }

/** A file that changed, as it is stored from now on; of one that was refused, the document that was stored before stays. */
export type FileChange = { file: FileFact; document: DocumentFacts | null; diagnostics: Diagnostic[] }

/** What one run of ingest changes, and the rules that it was read by. */
export type Changes = {
  /** in the order of their paths, each made when it is asked for: to be gone through once, and none held longer than need be */
  files: Iterable<FileChange>
  /** paths of those of `files` that have a document */
  written: string[]
  removed: string[]
  /** what was found before, and stays, of all other files */
  standing: readonly Diagnostic[]
  rules: string
  run: { startedAt: Date; added: number; changed: number; removed: number; unchanged: number; refused: number }
}

/** What the store knows of a file, for ingest to tell what changed. */
export type KnownFile = FileFact & { kind: DocumentKind | null; identity: unknown; diagnostics: Diagnostic[] }

/** What the store holds of an earlier ingest, and the graph version that it stands at; null where nothing was ever ingested. */
export type Known = {
  files: ReadonlyMap<string, KnownFile>
  rules: string
  version: number | null
  verdicts: ReadonlyMap<string, Pick<VerdictFact, 'verdict' | 'condition'>>
}
