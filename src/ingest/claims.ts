/** Claims against what is known now: is the quote still in a note, and does the computation bear it out? */
import { distance } from 'fastest-levenshtein'
import type { Library } from '../compute/build.ts'
import { checkClaim } from '../compute/claims/check.ts'
import type { Known, Verdict, VerdictFact } from '../graph.ts'
import { type DiagnosticCode, diagnostic } from './diagnostics.ts'
import { type Discovery, presentIn, readStable } from './discover.ts'
import { type Identity, NO_IDENTITY, type Reading, type StatedClaim } from './kinds/kind.ts'
import { Places } from './place.ts'
import type { Outcome, ReadOptions } from './reader.ts'
import type { Section } from './vocabulary.ts'

/** What was found of each claim that was read, by its slug. */
export type Verdicts = ReadonlyMap<string, VerdictFact>

/** What is written about a paper. */
type SectionsAbout = (paper: string) => readonly Section[]

type Read = {
  /** architectures */
  changed: ReadonlySet<string>
  outcomes: ReadonlyMap<string, Outcome>
  known: Known
  found: Discovery
  sectionsAbout: SectionsAbout
}

/** Claims that were not read again, and name an architecture that changed, or quote a paper whose notes did. */
export function claimDependents({ changed, outcomes, known, found, sectionsAbout }: Read): string[] {
  const present = presentIn(found)
  const claimed: [path: string, claims: Identity['claims']][] = []
  let gone = false
  for (const [path, { identity }] of known.files) {
    // identities come out of the store as JSON; they went in as this type
    const { claims } = (identity as Identity | null) ?? NO_IDENTITY
    if (!present.has(path)) gone = true
    else if (claims.length > 0 && !outcomes.has(path)) claimed.push([path, claims])
  }
  const reread = (paper: string) => sectionsAbout(paper).some(({ path }) => outcomes.has(path))
  const isConcerned = ({ uses, paper, quote }: Identity['claims'][number]) =>
    uses.some((slug) => changed.has(slug)) || (quote !== null && paper !== null && (gone || reread(paper)))
  return claimed.flatMap(([path, claims]) => (claims.some(isConcerned) ? [path] : []))
}

type Setting = {
  outcomes: Map<string, Outcome>
  known: Known
  sectionsAbout: SectionsAbout
  library: Library
  options: Pick<ReadOptions, 'content' | 'maxNoteBytes'>
}

/** Checks every claim that was read. What fails, is stale or changed is also a finding about its document. */
export function checkClaims(setting: Setting): Verdicts {
  const verdicts = new Map<string, VerdictFact>()
  const texts = new Map<string, string>()
  const textOf = (path: string) => {
    const text = texts.get(path) ?? setting.outcomes.get(path)?.document?.take().reading.file.text ?? fromDisk(path, setting.options)
    texts.set(path, text)
    return text
  }
  for (const { document } of setting.outcomes.values()) {
    for (const claim of document?.claims ?? []) {
      const verdict = verdictOn(claim, setting, textOf)
      verdicts.set(claim.slug, verdict)
      if (document) report(document.take().reading, claim, verdict, setting.known)
    }
  }
  return verdicts
}

function fromDisk(path: string, { content, maxNoteBytes }: Setting['options']): string {
  const bytes = readStable(content, path, maxNoteBytes)
  return Buffer.isBuffer(bytes) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : ''
}

const NOWHERE = { quotePath: null, quoteLine: null, quoteColumn: null, quoteStart: null }

function verdictOn(claim: StatedClaim, { sectionsAbout, library }: Setting, textOf: (path: string) => string): VerdictFact {
  const quote = claim.quote === null ? NOWHERE : locate(claim.quote, sectionsAbout(claim.paper ?? ''), textOf)
  if ('missing' in quote)
    return {
      verdict: 'STALE',
      condition: null,
      margin: null,
      checks: '[]',
      reason: `No note about ${claim.paper} has this quote${quote.missing}.`,
      ...NOWHERE,
    }
  const { checks, ...found } = checkClaim(claim.spec, library)
  return { ...found, checks: JSON.stringify(checks), ...quote }
}

/** Where in the sections the quote stands, whatever white space is between its words; else the nearest sentence. */
function locate(quote: string, sections: readonly Section[], textOf: (path: string) => string) {
  const pattern = new RegExp(quote.trim().split(/\s+/).map(escapeRegExp).join('\\s+'))
  for (const { path, start, end } of sections) {
    const text = textOf(path)
    const within = text.slice(start, end).search(pattern)
    if (within < 0) continue
    const at = start + within
    const { line, column } = new Places(path, text).at(at)
    return { quotePath: path, quoteLine: line, quoteColumn: column, quoteStart: at }
  }
  return { missing: nearest(quote, sections, textOf) }
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' })
/** Sentences looked at, and characters of each: the distance takes their product. */
const MAX_SENTENCES = 5_000
const MAX_LENGTH = 300

function nearest(quote: string, sections: readonly Section[], textOf: (path: string) => string): string {
  const sought = quote.slice(0, MAX_LENGTH)
  let best = { far: sought.length, text: '', path: '', start: 0 }
  let looked = 0
  for (const { path, start, end } of sections) {
    for (const { segment, index } of SENTENCES.segment(textOf(path).slice(start, end))) {
      if (++looked > MAX_SENTENCES) break
      const text = segment.trim().slice(0, MAX_LENGTH)
      const far = distance(sought, text)
      if (far < best.far) best = { far, text, path, start: start + index }
    }
  }
  if (best.text === '') return ''
  return `; nearest is “${best.text}” (${best.path}:${new Places(best.path, textOf(best.path)).at(best.start).line})`
}

const FINDINGS: Partial<Record<Verdict, { code: DiagnosticCode; key: string }>> = {
  FAILS: { code: 'claim-fails', key: 'expect' },
  STALE: { code: 'claim-stale', key: 'quote' },
  UNSUPPORTED: { code: 'claim-unsupported', key: 'unsupported' },
}

function report(reading: Reading, { slug }: StatedClaim, { verdict, condition, reason }: VerdictFact, known: Known): void {
  const finding = FINDINGS[verdict]
  const at = (key: string) => reading.places.at(reading.offsetOf([key]))
  if (finding) reading.diagnostics.push(diagnostic(finding.code, `${slug}: ${reason}`, at(finding.key)))
  const before = known.verdicts.get(slug)
  if (!before || (before.verdict === verdict && before.condition === condition)) return
  const told = (of: typeof before) => (of.condition === null ? of.verdict : `${of.verdict} ${of.condition}`)
  reading.diagnostics.push(
    diagnostic('claim-changed', `${slug}: the verdict was ${told(before)}, and is now ${told({ verdict, condition })}.`, at('slug')),
  )
}
