import { type Prose, sourceOffset } from '../prose.ts'
import type { Range } from '../ranges.ts'

/** One sentence: its text, and where that stands in the prose and in the file. */
export type Sentence = { text: string; offset: number; source: Range }

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(locale: string): Intl.Segmenter {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' })
  segmenters.set(locale, segmenter)
  return segmenter
}

/** A mark that may end a sentence, and more after it: text without is one, which takes no segmenter to see. */
const MAY_END_WITHIN = /[\p{Sentence_Terminal}\n\r\x85\u2028\u2029].*\S/su

/** Splits prose into sentences by the rules of its language; parentheses around the whole of it are left out. */
export function sentencesOf(prose: Prose, file: string, language: string | null, inParentheses: boolean): Sentence[] {
  const whole = inParentheses ? prose.text.replace(/^\s*[(（]|[)）]\s*$/g, (mark) => ' '.repeat(mark.length)) : prose.text
  const segments = MAY_END_WITHIN.test(whole) ? joined(segmentsOf(whole, segmenterOf(language ?? 'zh'))) : [{ segment: whole, index: 0 }]
  return segments.flatMap(({ segment, index }) => {
    const text = segment.trim()
    if (text === '') return []
    const offset = index + segment.indexOf(text)
    // the last character's own offset, so that a mark which closes after it is not taken in
    const end = sourceOffset(prose, offset + text.length - 1) + 1
    return [{ text, offset, source: withMarks(file, prose, { start: sourceOffset(prose, offset), end }) }]
  })
}

/** What opens before the first character of a sentence, and closes after its last: emphasis, code, a link. */
const OPENING = /[*_~`![]+$/
const CLOSING = /^(?:[*_~`]|\](?:\([^()\s]*\))?)+/

/** A sentence with the marks that open and close right at its ends, where it is whole with them and not without. */
function withMarks(file: string, { start: first, end: last }: Range, bare: Range): Range {
  if (isWhole(file.slice(bare.start, bare.end))) return bare
  const start = bare.start - (OPENING.exec(file.slice(Math.max(first, bare.start - MOST), bare.start))?.[0].length ?? 0)
  const end = bare.end + (CLOSING.exec(file.slice(bare.end, Math.min(last, bare.end + MOST)))?.[0].length ?? 0)
  return (
    [
      { start, end },
      { ...bare, start },
      { ...bare, end },
    ].find((range) => isWhole(file.slice(range.start, range.end))) ?? bare
  )
}

/** No address is longer that anyone writes in a note. */
const MOST = 500

/** Whether every bracket and mark of emphasis that opens in a text closes in it. */
const isWhole = (text: string): boolean =>
  !/[[\]`]|\*\*/.test(text) ||
  (text.split('[').length === text.split(']').length && text.split('**').length % 2 === 1 && text.split('`').length % 2 === 1)

/** What a full stop may stand after and end no sentence, whatever the segmenter says. */
const ABBREVIATED = /(?:^|[^\p{L}])(?:et al|e\.g|i\.e|vs|cf|figs?|eqs?|sec|resp|approx|w\.r\.t|a\.k\.a)\.$/iu
const LONGEST = 10

function isAbbreviated(segment: string): boolean {
  const end = segment.trimEnd()
  return end.endsWith('.') && ABBREVIATED.test(end.slice(-LONGEST))
}

/** Characters that are segmented at once: for each segment the segmenter goes over all that it was given. */
const AT_ONCE = 4_000

/** The segments of a text, found some at a time: the last of some may go on in the next. */
function* segmentsOf(text: string, segmenter: Intl.Segmenter): Generator<{ segment: string; index: number }> {
  for (let [from, length] = [0, AT_ONCE]; from < text.length; ) {
    const isLast = from + length >= text.length
    const segments = [...segmenter.segment(text.slice(from, from + length))]
    const whole = isLast ? segments : segments.slice(0, -1)
    for (const { segment, index } of whole) yield { segment, index: from + index }
    if (isLast) return
    from += segments.at(-1)?.index ?? 0
    length = whole.length > 0 ? AT_ONCE : length * 2
  }
}

/** The segments, those that an abbreviation parted joined again. */
function joined(segments: Iterable<{ segment: string; index: number }>): { segment: string; index: number }[] {
  const sentences: { segment: string; index: number }[] = []
  for (const { segment, index } of segments) {
    const last = sentences.at(-1)
    if (last && isAbbreviated(last.segment)) last.segment += segment
    else sentences.push({ segment, index })
  }
  return sentences
}

const CLAUSE_END = /[，,；;。！？!?：:]/g

/** Where the clause that `at` stands in begins, in the text of a sentence. */
export function clauseStart(text: string, at: number): number {
  let start = 0
  for (const { index } of text.slice(0, at).matchAll(CLAUSE_END)) start = index + 1
  return start
}
