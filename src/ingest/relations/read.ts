/** Reads the mentions and relations of one part of a note, sentence by sentence. */
import type { EvidenceFact, MentionFact, NodeType } from '../../graph.ts'
import { isRemark } from '../formats/format.ts'
import { type Prose, sourceOffset, textOffset } from '../markdown.ts'
import { isDistinctive, isSlug, slugify } from '../names.ts'
import type { Places } from '../place.ts'
import { type Range, within } from '../ranges.ts'
import { type Cue, type CueTable, FIRST_NAME, LAST_NAME } from './cue.ts'
import type { NameIndex, Node } from './name-index.ts'
import { cueFinder } from './needles.ts'
import { clauseStart, type Sentence, sentencesOf } from './sentences.ts'

export type PartText = {
  /** the paper that the part is about; null for text of a note outside any part */
  paper: string | null
  prose: readonly Prose[]
  /** links to papers, in ascending order, as offsets in the file */
  links: readonly LinkedName[]
  language: string | null
  places: Places
  /** the file's text */
  source: string
}

/** A link to a paper: its label is a name of it, whatever it says. */
export type LinkedName = Range & { node: Node }

export type PartReading = {
  mentions: MentionFact[]
  evidence: EvidenceFact[]
  /** papers that no document knows, and how this one writes them */
  discovered: { slug: string; surface: string }[]
}

/** A name in a sentence; `node` is null while nothing knows it. */
type Name = { start: number; end: number; surface: string; node: Node | null }

/** A cue that is hedged, or whose subject may be another paper, is worth so much of its confidence. */
const HEDGED = 0.6
const DOUBTED = 0.8

export function readRelations(part: PartText, index: NameIndex, tables: readonly CueTable[]): PartReading {
  const reading: PartReading = { mentions: [], evidence: [], discovered: [] }
  const finder = cueFinder(tables)
  for (const prose of part.prose) {
    const known = knownIn(prose, part.links, index)
    const stating = finder.find(prose.text)
    if (known.length === 0 && !stating.some(({ cues }) => cues.some((cue) => cue.discovers))) continue
    for (const sentence of sentencesOf(prose, part.language, isRemark(prose)))
      readSentence({ part, prose, known, sentence, stating, reading })
  }
  return reading
}

/** The links that stand in a piece of prose and the names that are known, in order, as offsets in its text. */
function knownIn(prose: Prose, links: readonly LinkedName[], index: NameIndex): Name[] {
  const linked = within(links, prose).flatMap(({ start: from, end: to, node }) => {
    const [start, end] = [textOffset(prose, from), textOffset(prose, to)]
    return end > start && end - start <= MAX_LABEL ? [{ start, end, node }] : []
  })
  const others = index.find(prose.text).filter(({ start, end }) => !linked.some((link) => link.start < end && link.end > start))
  return [...linked, ...others]
    .map(({ start, end, node }) => ({ start, end, surface: prose.text.slice(start, end), node }))
    .sort((a, b) => a.start - b.start)
}

/** A longer sentence is none: a table without its lines, or data. It mentions papers, and states nothing. */
const MAX_SENTENCE = 2_000
/** Of such, the characters before and after a name that are quoted. */
const AROUND = 100

/** A longer label is a sentence, not a name. */
const MAX_LABEL = 200

type SentenceTask = {
  part: PartText
  prose: Prose
  /** the names that are known in the whole of the prose */
  known: readonly Name[]
  sentence: Sentence
  /** the cues that the prose may hold */
  stating: readonly CueTable[]
  reading: PartReading
}

function readSentence({ part, prose, known, sentence, stating, reading }: SentenceTask): void {
  const names = namesIn(sentence, known, stating)
  const cues = sentence.text.length > MAX_SENTENCE ? [] : stating
  if (names.length === 0) return
  const quote = part.source.slice(sentence.source.start, sentence.source.end)
  const at = ({ start, end }: Range) =>
    part.places.span(sourceOffset(prose, sentence.offset + start), sourceOffset(prose, sentence.offset + end - 1) + 1)
  for (const { cue, match, hedged, subject, target, beside } of statements(sentence.text, names, cues, part.paper)) {
    const node = target.node ?? (isPlausible(target, beside) ? discover(target, reading) : null)
    if (!node || subject.slug === null || (node.nodeType === 'paper' && node.slug === subject.slug)) continue
    const ends = cue.reversed
      ? { source: node.slug, target: subject.slug, targetType: 'paper' as NodeType }
      : { source: subject.slug, target: node.slug, targetType: node.nodeType }
    const confidence = Math.round(cue.confidence * (hedged ? HEDGED : 1) * (subject.doubted ? DOUBTED : 1) * 100) / 100
    const same = reading.evidence.some(
      (e) => e.start === sentence.source.start && e.source === ends.source && e.kind === cue.kind && e.target === ends.target,
    )
    if (!same)
      reading.evidence.push({
        ...ends,
        kind: cue.kind,
        quote,
        cue: match,
        rule: cue.rule,
        confidence,
        hedged,
        ...part.places.span(sentence.source.start, sentence.source.end),
      })
  }
  for (const name of names) {
    if (!name.node || (name.node.nodeType === 'paper' && name.node.slug === part.paper)) continue
    const place = at(name)
    const around = quote.length <= MAX_SENTENCE ? quote : part.source.slice(Math.max(0, place.start - AROUND), place.end + AROUND)
    reading.mentions.push({ inPaper: part.paper, ...name.node, surface: name.surface, quote: around, ...place })
  }
}

/** An abbreviation of a few letters, such as SFT or AUC, which is most often a method or a measure, and no paper. */
const ABBREVIATION = /^\p{Lu}{2,4}s?$/u

/** Whether a word that nobody knows is likely the name of a paper: it looks like no other word, or stands in one list with a paper. */
const isPlausible = ({ surface }: Name, beside: readonly Name[]): boolean =>
  (isDistinctive(surface) && !ABBREVIATION.test(surface)) || beside.some(({ node }) => node?.nodeType === 'paper')

/** A name that nobody knows becomes a noted paper, from here on in this part. */
function discover(name: Name, reading: PartReading): Node | null {
  const slug = slugify(name.surface)
  if (!isSlug(slug)) return null
  name.node = { nodeType: 'paper', slug }
  reading.discovered.push({ slug, surface: name.surface })
  return name.node
}

const LATIN_NAME =
  /(?<![\p{sc=Latin}\p{N}])\p{Lu}[\p{sc=Latin}\p{N}]*(?:[-.][\p{sc=Latin}\p{N}]+)*(?: ?[Vv]\d+|\+{1,2}(?![\p{sc=Latin}\p{N}]))?/gu
const HAN = /\p{sc=Han}/u
/** A name that only says of what kind another thing is: "an SNN-based network" */
const DESCRIBES = /-(?:based|style|like|free|aware|driven|level|guided|trained|tuned|wise|only|specific|agnostic|inspired)$/i

/** The known names of a sentence, and between them, where it may state something, the words that look like a name. */
function namesIn({ text, offset }: Sentence, all: readonly Name[], stating: readonly CueTable[]): Name[] {
  const known = within(all, { start: offset, end: offset + text.length })
    .slice(0, LAST_NAME - FIRST_NAME)
    .map((name) => ({ ...name, start: name.start - offset, end: name.end - offset }))
  if (stating.length === 0 || text.length > MAX_SENTENCE) return known
  const chinese = HAN.test(text)
  const unknown = [...text.matchAll(LATIN_NAME)].flatMap(({ 0: surface, index: start }): Name[] => {
    const end = start + surface.length
    const looksLikeName = (chinese ? surface.length >= 3 : isDistinctive(surface)) && !DESCRIBES.test(surface)
    const common = stating.some((table) => table.notNames.has(surface.toLowerCase()))
    return looksLikeName && !common && !known.some((k) => k.start < end && k.end > start) ? [{ start, end, surface, node: null }] : []
  })
  return [...known, ...unknown].sort((a, b) => a.start - b.start).slice(0, LAST_NAME - FIRST_NAME)
}

/** `beside`: the names that stand in one list with the target. */
type Statement = { cue: Cue; match: string; hedged: boolean; subject: Subject; target: Name; beside: readonly Name[] }

/** What the cues read in a sentence. A name that one cue took in a place is not taken by a later one there. */
function statements(text: string, names: readonly Name[], tables: readonly CueTable[], paper: string | null): Statement[] {
  const { masked, toSource } = mask(text, names)
  const folded = masked.toLowerCase()
  const taken: { target: Name; start: number; end: number }[] = []
  const found: Statement[] = []
  for (const table of tables) {
    for (const cue of table.cues) {
      if (!cue.needles.some((needle) => folded.includes(needle))) continue
      for (const match of masked.matchAll(cue.match)) {
        const start = match.index
        const end = start + match[0].length
        const clause = clauseStart(masked, start)
        if (table.negations.test(masked.slice(Math.max(clause, start - table.negationReach), end))) continue
        const subject = subjectOf(masked, clause, start, names, paper)
        const targets = targetsOf(match.groups?.to ?? '', names, cue)
        for (const target of targets) {
          if (taken.some((other) => other.target.start === target.start && other.start < end && other.end > start)) continue
          taken.push({ target, start, end })
          const hedged = table.hedges.test(masked.slice(clause, end))
          found.push({ cue, match: text.slice(toSource(start), toSource(end)).trim(), hedged, subject, target, beside: targets })
        }
      }
    }
  }
  return found
}

/** A sentence with each name as one character; `toSource` leads from its offsets to the sentence's. */
function mask(text: string, names: readonly Name[]): { masked: string; toSource: (offset: number) => number } {
  let masked = ''
  let at = 0
  const starts: { masked: number; source: number }[] = [{ masked: 0, source: 0 }]
  for (const [i, name] of names.entries()) {
    masked += text.slice(at, name.start) + String.fromCharCode(FIRST_NAME + i)
    at = name.end
    starts.push({ masked: masked.length, source: at })
  }
  masked += text.slice(at)
  const toSource = (offset: number) => {
    const from = starts.findLast((s) => s.masked <= offset) ?? { masked: 0, source: 0 }
    return from.source + offset - from.masked
  }
  return { masked, toSource }
}

const nameAt = (char: string | undefined, names: readonly Name[]) => names[(char?.charCodeAt(0) ?? 0) - FIRST_NAME]

/** After a name: it is that of a part of the paper, such as "the FPN branch". */
const PART_OF_IT = /^\s*(?:部分|模块|结构|分支|阶段|步骤|层|(?:module|branch|head|part|stage|layer|block|loss)s?\b)/i

/** What may stand in a clause before its subject, and between that and the cue. */
const BEFORE_SUBJECT = /^\s*(?:而|但|并且|其中|另外|此外|后续工作|前序工作|and|but|while|the|note that(?: the)?)?\s*["“'《]?/iu
const AFTER_SUBJECT =
  /[)）\s*]*(?:也|则|又|还|主要|显著|明显|大幅|进一步|直接|同样|(?:also|further|largely|mainly|significantly|directly|even|still|essentially|clearly|greatly|(?:is|are|was) (?:largely )?)\s*)*\s*$/iu

/** The paper that a clause is about; `doubted` where another may be meant. */
type Subject = { slug: string | null; doubted: boolean }

/**
 * The paper that the clause begins with, else the one that the part is about. A name that nobody knows is most often that of
 * a part of the latter, and now and then of another paper.
 */
function subjectOf(masked: string, clause: number, end: number, names: readonly Name[], paper: string | null): Subject {
  const head = masked.slice(clause, end).replace(BEFORE_SUBJECT, '')
  // what stands right before the cue is its subject, wherever the clause began
  const beside = masked.slice(clause, end).replace(AFTER_SUBJECT, '')
  const first = nameAt(beside.at(-1), names) ?? nameAt(head[0], names)
  // a clause without a name at its head goes on about what the sentence began with
  if (!first && clause > 0) return subjectOf(masked, 0, end, names, paper)
  if (first?.node?.nodeType === 'paper') return { slug: first.node.slug, doubted: false }
  return { slug: paper, doubted: first?.node === null && !PART_OF_IT.test(head.slice(1)) }
}

/** The names of a compound; of words beside each other that nobody knows, one name: "Mean Teacher". */
function joinUnknown(compound: string, names: readonly Name[]): Name[] {
  const parts: Name[] = []
  for (const [i, char] of [...compound].entries()) {
    const name = nameAt(char, names)
    const last = parts.at(-1)
    if (!name) continue
    if (last?.node === null && name.node === null && compound[i - 1] === ' ')
      parts[parts.length - 1] = { ...last, end: name.end, surface: `${last.surface} ${name.surface}` }
    else parts.push(name)
  }
  return parts
}

/** The names of a slot that the cue takes. Of names that one word joins, papers stand for the whole. */
function targetsOf(slot: string, names: readonly Name[], cue: Cue): Name[] {
  const compounds = slot.match(/[\uE000-\uF8FF](?:[-–/ ]?[\uE000-\uF8FF])*/gu) ?? []
  return compounds.flatMap((compound) => {
    const parts = joinUnknown(compound, names)
    const papers = parts.filter(
      (name) => name.node?.nodeType === 'paper' || (name.node === null && cue.discovers && cue.to !== 'technique'),
    )
    const techniques = parts.filter((name) => name.node?.nodeType === 'technique').slice(-1)
    if (cue.to === 'technique') return papers.length > 0 ? [] : techniques
    if (cue.to === 'paper') return papers
    return papers.length > 0 ? papers : techniques
  })
}
