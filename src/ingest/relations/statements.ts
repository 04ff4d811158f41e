/** What the cues read in one sentence: of whom it is said, and of which names. */
import { type Cue, type CueTable, FIRST_NAME, hasSpelledName } from './cue.ts'
import type { FoundCue } from './cue-finder.ts'
import type { Node } from './name-forms.ts'
import { clauseStart } from './sentences.ts'

/** A paper that no document knows, as a link to it says by its id, or a name that everybody knows. */
export type Noted = { slug: string; text: string; arxivId: string | null }

/** A name in a sentence; `node` is null while nothing knows it, `noted` is there where it is a link all the same. */
export type Name = { start: number; end: number; surface: string; node: Node | null; noted?: Noted }

/** `beside`: the names that stand in one list with the target. */
export type Statement = { cue: Cue; match: string; hedged: boolean; subject: Subject; target: Name; beside: readonly Name[] }

/** More names stand in no sentence: it is a list of words, or a table. */
const MOST_NAMES = 60

/** What the cues read in a sentence. A name that one cue took in a place is not taken by a later one there. */
export function statements(text: string, names: readonly Name[], cues: readonly FoundCue[], paper: string | null): Statement[] {
  if (cues.length === 0 || names.length > MOST_NAMES || ASKS.test(text)) return []
  const { masked, toSource } = mask(text, names)
  const folded = masked.toLowerCase()
  const isSpelled = hasSpelledName(masked)
  const ofKnown = masked.replace(/[\uE000-\uF8FF]/gu, (char) => (isKnown(nameAt(char, names)) ? char : UNKNOWN))
  const taken: { target: Name; start: number; end: number }[] = []
  const found: Statement[] = []
  for (const { cue, table } of cues) {
    if (!cue.needs.every((words) => words.some((word) => folded.includes(word)))) continue
    for (const { index: start, 0: matched, groups } of matchesOf(isSpelled ? cue.matchSpelled : cue.match, cue.far ? ofKnown : masked)) {
      const end = start + matched.length
      const clause = clauseStart(masked, start)
      if (table.negations.test(masked.slice(Math.max(clause, start - table.negationReach), cue.negates ? start : end))) continue
      // what stands in parentheses as an example is cited, no more, where a cue does not ask for parentheses
      const to = start + matched.lastIndexOf(groups?.to ?? '')
      if (!cue.pattern.includes('\\(') && table.examples.test(masked.slice(clause, to))) continue
      const subject = subjectOf(masked, clause, start, names, paper)
      const listed = targetsOf(groups?.to ?? '', names, cue)
      const targets =
        cue.kind === 'USES' || cue.kind === 'COMBINES' ? listed.filter((_, i) => !isOfData(text, listed.slice(i), table)) : listed
      for (const target of targets) {
        if (taken.some((other) => other.target.start === target.start && other.start < end && other.end > start)) continue
        taken.push({ target, start, end })
        const hedged = table.hedges.test(masked.slice(clause, end))
        found.push({ cue, match: text.slice(toSource(start), toSource(end)).trim(), hedged, subject, target, beside: targets })
      }
    }
  }
  return found
}

/** Whether what follows the first of some names, or in the plural all of them, is data: "the A dataset", "A and B datasets". */
function isOfData(text: string, names: readonly Name[], { data }: CueTable): boolean {
  return names.some(({ end }, i) => {
    const after = text.slice(end, end + DATA_WITHIN).replace(IN_PARENTHESES, '')
    const word = data.exec(after)?.[0]
    return (
      word !== undefined && (i === 0 || (i === names.length - 1 && (/s$/i.test(after.slice(0, word.length + 1)) || OF_SEVERAL.test(word))))
    )
  })
}

/** 等多个数据集, 六个开源数据集 */
const OF_SEVERAL = /等|个/u

/** So many characters after a name are looked at for what it is the name of, but for who wrote it. */
const DATA_WITHIN = 60
const IN_PARENTHESES = /^\s*[(（][^()（）]{0,50}[)）]/

/** As `matchAll` finds them, which makes a copy of the expression each time: that took longer than to match. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push(match)
  return matches
}

/** A question states nothing: "Combine X and Y?" */
const ASKS = /[?？]\W{0,3}$/

const isKnown = (name: Name | undefined): boolean => Boolean(name?.node || name?.noted)

/** Stands for a name that nobody knows, where only others are looked for. */
const UNKNOWN = 'x'

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
  // "based on X, which is faster" says it of X
  const relative = /^which\b/i.test(head)
    ? nameAt(
        masked
          .slice(0, clause)
          .trimEnd()
          .replace(/[,，]$/, '')
          .at(-1),
        names,
      )
    : undefined
  if (relative && relative.node?.nodeType !== 'paper') return { slug: null, doubted: false }
  const first = relative ?? nameAt(beside.at(-1), names) ?? nameAt(head[0], names)
  // a clause without a name at its head goes on about what the sentence began with
  if (!first && clause > 0) return subjectOf(masked, 0, end, names, paper)
  if (first?.node?.nodeType === 'paper') return { slug: first.node.slug, doubted: false }
  // "vs X: X does …" is said of X, whoever that is
  if (first && isOpposed(masked, first, names)) return { slug: null, doubted: false }
  return { slug: paper, doubted: first?.node === null && !PART_OF_IT.test(head.slice(1)) }
}

/** Whether a sentence sets a name against the paper at its beginning. */
function isOpposed(masked: string, { surface }: Name, names: readonly Name[]): boolean {
  const [, char] = OPPOSED.exec(masked) ?? []
  return nameAt(char, names)?.surface === surface
}
const OPPOSED = /^\W{0,5}(?:vs\.?|对比|相比|区别于|compared (?:to|with)|unlike)\s*([\uE000-\uF8FF])/iu

/** The names of a compound; of words beside each other that nobody knows, one name: "Mean Teacher". */
function joinUnknown(compound: string, names: readonly Name[]): Name[] {
  const parts: Name[] = []
  for (const [i, char] of [...compound].entries()) {
    const name = nameAt(char, names)
    const last = parts.at(-1)
    if (!name) continue
    if (last?.node === null && name.node === null && !last.noted && !name.noted && compound[i - 1] === ' ')
      parts[parts.length - 1] = { ...last, end: name.end, surface: `${last.surface} ${name.surface}` }
    else parts.push(name)
  }
  return parts
}

/** The comma after a list whose last name "and" joins. */
const LIST_END = /(?<=(?:[^,，]\s+(?:and|or)|和|与|及|&)\s*[^,，]{1,60})[,，]/u

/** The names of a slot that the cue takes. Of names that one word joins, papers stand for the whole. */
function targetsOf(slot: string, names: readonly Name[], cue: Cue): Name[] {
  // "A and B, C does it": what a comma follows a list with "and" begins anew
  const list = slot.slice(0, LIST_END.exec(slot)?.index)
  const compounds = list.match(/[\uE000-\uF8FF](?:[-–/ ]?[\uE000-\uF8FF])*/gu) ?? []
  return compounds.flatMap((compound) => {
    const parts = joinUnknown(compound, names)
    const papers = parts.filter(
      (name) => name.node?.nodeType === 'paper' || (name.node === null && (cue.discovers || name.noted) && cue.to !== 'technique'),
    )
    const techniques = parts.filter((name) => name.node?.nodeType === 'technique').slice(-1)
    if (cue.to === 'technique') return papers.length > 0 ? [] : techniques
    if (cue.to === 'paper') return papers
    return papers.length > 0 ? papers : techniques
  })
}
