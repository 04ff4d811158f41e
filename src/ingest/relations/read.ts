/** Reads the mentions and relations of one part of a note, sentence by sentence. */
import type { EvidenceFact, MentionFact, NodeType } from '../../graph.ts'
import { isCommonTerm, isKindOfThing, isNameOfPaper, isThing } from '../common-terms.ts'
import { isCommonWord } from '../english.ts'
import { isRemark } from '../formats/format.ts'
import { isDistinctive, isSlug, slugify } from '../names.ts'
import type { Places } from '../place.ts'
import { type Prose, sourceOffset, textOffset } from '../prose.ts'
import { overlaps, type Range, within } from '../ranges.ts'
import { type CueTable, FIRST_NAME, LAST_NAME } from './cue.ts'
import { cueFinders, type FoundCue } from './cue-finder.ts'
import type { Node } from './name-forms.ts'
import type { NameIndex } from './name-index.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type Name, type Noted, statements } from './statements.ts'

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
export type LinkedName = Range & ({ node: Node } | { node: null; noted: Noted })

export type PartReading = {
  mentions: MentionFact[]
  evidence: EvidenceFact[]
  /** papers that no document knows, and how this one writes them */
  discovered: { slug: string; surface: string; arxivId: string | null }[]
}

/** A cue that is hedged, or whose subject may be another paper, is worth so much of its confidence. */
const HEDGED = 0.6
const DOUBTED = 0.8

export function readRelations(part: PartText, index: NameIndex, tables: readonly CueTable[]): PartReading {
  const reading: PartReading = { mentions: [], evidence: [], discovered: [] }
  const finders = cueFinders(tables)
  for (const prose of part.prose) {
    const known = knownIn(prose, part.links, index)
    if (known.length === 0 && finders.discovering.find(prose.text).length === 0) continue
    for (const sentence of sentencesOf(prose, part.source, part.language, isRemark(prose))) {
      const inside = within(known, { start: sentence.offset, end: sentence.offset + sentence.text.length })
      const finder = inside.length > 0 ? finders.all : finders.discovering
      const cues = sentence.text.length > MAX_SENTENCE || RAGGED.test(sentence.text) ? [] : finder.find(sentence.text)
      if (inside.length > 0 || cues.length > 0) readSentence({ part, prose, inside, sentence, cues, reading })
    }
  }
  return reading
}

/** The links that stand in a piece of prose and the names that are known, in order, as offsets in its text. */
function knownIn(prose: Prose, links: readonly LinkedName[], index: NameIndex): Name[] {
  const linked = within(links, prose).flatMap((link) => {
    const [start, end] = [textOffset(prose, link.start), textOffset(prose, link.end)]
    return end > start && end - start <= MAX_LABEL ? [{ ...link, start, end }] : []
  })
  const others = index.find(prose.text).filter((name) => !overlaps(linked, name))
  return [...linked, ...others]
    .map((name): Name => {
      const surface = prose.text.slice(name.start, name.end)
      if (!('wellKnown' in name) || !name.wellKnown || name.node === null) return { ...name, surface }
      const { start, end, node } = name
      return { start, end, surface, node: null, noted: { slug: node.slug, text: surface, arxivId: null } }
    })
    .sort((a, b) => a.start - b.start)
}

/** A longer sentence is none: a table without its lines, or data. It mentions papers, and states nothing. */
const MAX_SENTENCE = 2_000
/** The layout of a page, words and their places, is none either. */
const RAGGED = /\s{6}/
/** Of such, the characters before and after a name that are quoted. */
const AROUND = 100

/** A longer label is a sentence, not a name. */
const MAX_LABEL = 200

type SentenceTask = {
  part: PartText
  prose: Prose
  sentence: Sentence
  /** the names that are known in the sentence */
  inside: readonly Name[]
  /** the cues that it may hold */
  cues: readonly FoundCue[]
  reading: PartReading
}

function readSentence({ part, prose, sentence, inside, cues, reading }: SentenceTask): void {
  const names = namesIn(sentence, inside, cues.length > 0)
  if (names.length === 0) return
  const quote = part.source.slice(sentence.source.start, sentence.source.end)
  const stated = new Set<string>()
  const at = ({ start, end }: Range) =>
    part.places.span(sourceOffset(prose, sentence.offset + start), sourceOffset(prose, sentence.offset + end - 1) + 1)
  for (const { cue, match, hedged, subject, target, beside } of statements(sentence.text, names, cues, part.paper)) {
    const node = target.node ?? (isPlausible(target, beside) && !isOwn(target, part) ? discover(target, reading) : null)
    if (!node || subject.slug === null || (node.nodeType === 'paper' && node.slug === subject.slug)) continue
    const ends = cue.reversed
      ? { source: node.slug, target: subject.slug, targetType: 'paper' as NodeType }
      : { source: subject.slug, target: node.slug, targetType: node.nodeType }
    const confidence = Math.round(cue.confidence * (hedged ? HEDGED : 1) * (subject.doubted ? DOUBTED : 1) * 100) / 100
    const key = `${ends.source} ${cue.kind} ${ends.target}`
    if (!stated.has(key))
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
    stated.add(key)
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

/** Several of a kind, the best there was, or a year and what it was of: "LfDs", "SOTA5", "ECCV2024" */
const NO_NAME = /^(?=.*\p{Ll}.)[\p{L}-]*\p{Lu}s$|^SOTA|^\p{Lu}+(?:19|20)\d{2}$/u

/** Words of English with hyphens between them: "Low-Rank", "Theory-of-Mind" */
const isCompoundWord = (surface: string): boolean => {
  const words = surface.split('-')
  return words.length > 1 && words.every((word) => /^\p{L}\p{Ll}*$/u.test(word) && isCommonWord(word))
}

/** Whether a word that nobody knows is likely the name of a paper: it looks like no other word, or stands in one list with a paper. */
const isPlausible = ({ surface, noted }: Name, beside: readonly Name[]): boolean =>
  noted !== undefined ||
  isNameOfPaper(surface) ||
  (isDistinctive(surface) && !ABBREVIATION.test(surface) && !NO_NAME.test(surface) && !isCompoundWord(surface)) ||
  beside.some(({ node }) => node?.nodeType === 'paper')

/** What a text ends with before a name that it says is of what the note is about: "a method called X", "we propose X", 提出了X. */
const OWN =
  /(?:propos(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|presents?|presented|called|named|dubbed|termed|coined|our|提出|称为|称之为|命名为|名为|我们的)(?:了|的)?\s*(?:(?:the|a|an|new|novel|一种|一个)\s*)?["“'‘]?$/iu
const OWN_WITHIN = 40

/** Names of a part that were looked for so; of more it is not asked. */
const MOST_ASKED = 200
const asked = new WeakMap<PartText, Map<string, boolean>>()

/** Whether a part says of a name that nobody knows that it is its own. */
function isOwn({ surface, noted }: Name, part: PartText): boolean {
  if ((noted && noted.arxivId !== null) || part.paper === null) return false
  const known = asked.get(part) ?? new Map<string, boolean>()
  asked.set(part, known)
  const before = known.get(surface)
  if (before !== undefined || known.size >= MOST_ASKED) return before ?? false
  const says = part.prose.some(({ text }) => {
    for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1))
      if (OWN.test(text.slice(Math.max(0, at - OWN_WITHIN), at))) return true
    return false
  })
  known.set(surface, says)
  return says
}

/** A name that nobody knows becomes a noted paper, from here on in this part. */
function discover(name: Name, reading: PartReading): Node | null {
  const surface = name.surface.replace(/\s+/g, ' ').replace(SIZE, '')
  const { slug, text, arxivId } = name.noted ?? { slug: slugify(surface), text: surface, arxivId: null }
  if (!isSlug(slug)) return null
  name.node = { nodeType: 'paper', slug }
  reading.discovered.push({ slug, surface: text, arxivId })
  return name.node
}

/** After the name of a network how many layers or parameters it has: "DenseNet-121", "Qwen-72B" */
const SIZE = /(?<=\p{Ll}\p{L}*|\p{Lu}{3})-\d{2,3}B?$/u

const LATIN_NAME =
  /(?<![\p{sc=Latin}\p{N}])(?:\d\p{Lu}\p{Lu}|\p{Lu})[\p{sc=Latin}\p{N}]*(?:[-.][\p{sc=Latin}\p{N}]+)*(?: ?[Vv]\d+|\+{1,2}(?![\p{sc=Latin}\p{N}]))?/gu
const HAN = /\p{sc=Han}/u
/** A name that only says of what kind another thing is: "an SNN-based network" */
const DESCRIBES =
  /-(?:based|style|like|free|aware|driven|level|guided|trained|initialized|encoded|equipped|enhanced|augmented|supervised|tuned|wise|only|specific|agnostic|inspired)$/i

/** The first word of a name of two, within a sentence: "Mask R-CNN" */
const FIRST_WORD = /[^.:!?]\s(\p{Lu}\p{Ll}+ )$/u
const MAX_WORD = 20

/** The known names of a sentence, and between them, where it may state something, the words that look like a name. */
function namesIn({ text, offset }: Sentence, all: readonly Name[], mayState: boolean): Name[] {
  const known = all.slice(0, LAST_NAME - FIRST_NAME).map((name) => ({ ...name, start: name.start - offset, end: name.end - offset }))
  if (!mayState) return known
  const chinese = HAN.test(text)
  const unknown = [...text.matchAll(LATIN_NAME)].flatMap(({ 0: surface, index }): Name[] => {
    const end = index + surface.length
    const looksLikeName = (chinese ? surface.length >= 3 : isDistinctive(surface)) && !DESCRIBES.test(surface)
    if (!looksLikeName || isCommonTerm(surface) || isThing(surface) || isKindOfThing(surface)) return []
    const start = index - (chinese ? 0 : (FIRST_WORD.exec(text.slice(Math.max(0, index - MAX_WORD), index))?.[1]?.length ?? 0))
    return known.some((k) => k.start < end && k.end > start) ? [] : [{ start, end, surface: text.slice(start, end), node: null }]
  })
  return [...known, ...unknown].sort((a, b) => a.start - b.start).slice(0, LAST_NAME - FIRST_NAME)
}
