/** The tables of cues (cues/*.yaml): what they may hold, and how a pattern becomes a regular expression. */
import { parse } from 'yaml'
import { z } from 'zod'
import { RELATION_KINDS } from '../../graph.ts'
import { CUE_SOURCES } from '../rules.ts'

const cueSchema = z.strictObject({
  rule: z.string(),
  kind: z.enum(RELATION_KINDS),
  pattern: z.string(),
  to: z.enum(['paper', 'technique', 'either']),
  reversed: z.boolean().default(false),
  negates: z.boolean().default(false),
  discovers: z.boolean().default(false),
  confidence: z.number().min(0).max(1),
  says: z.array(z.string()).min(1),
  not: z.array(z.string()).min(1),
})

const governorSchema = z.strictObject({
  rule: z.string(),
  kind: z.enum(RELATION_KINDS),
  words: z.array(z.string()).min(1),
  confidence: z.number().min(0).max(1),
})
/** What a heading or a parent bullet says of all that stands under it. */
export type Governor = z.output<typeof governorSchema>

const tableSchema = z.strictObject({
  language: z.string(),
  hedges: z.array(z.string()),
  negations: z.array(z.string()),
  negationReach: z.number().int().min(1).max(100),
  gap: z.number().int().min(1).max(100),
  examples: z.array(z.string()).min(1),
  data: z.array(z.string()).min(1),
  governors: z.array(governorSchema),
  cues: z.array(cueSchema),
})

/**
 * `needs`: lists of words, in lower case; a sentence that has no word of one of them is not matched by the pattern. `needles`
 * is that of the longest words. `matchSpelled` takes a name in parentheses, too, after what it stands for, which takes longer. `far`: words may stand between the cue and the name, so that it takes the next name that is known.
 */
export type Cue = z.output<typeof cueSchema> & {
  match: RegExp
  matchSpelled: RegExp
  needs: readonly (readonly string[])[]
  needles: readonly string[]
  far: boolean
}
export type CueTable = {
  language: string
  hedges: RegExp
  negations: RegExp
  negationReach: number
  /** where the names that follow are examples, in parentheses that are still open */
  examples: RegExp
  /** what a text begins with after a name that is that of data */
  data: RegExp
  /** by what a heading or a line says, in lower case */
  governors: ReadonlyMap<string, Governor>
  cues: Cue[]
}

// In the text that cues are matched against, a name is one character of the private use area.
export const FIRST_NAME = 0xe000
export const LAST_NAME = 0xf8ff
const NAME = String.raw`[\uE000-\uF8FF]`
/** a name, or names that one word joins: bottleneck-resblock; what parentheses add to it is skipped */
const COMPOUND = String.raw`${NAME}(?:[-–/ ]?${NAME})*(?:\s*[（(][^（）()。；]{0,40}[)）](?=\s*(?:、|,|和|与|及|and )))?`
/** Between the names of a list. A slash without blanks joins them to one: if it did both, many would match in as many ways as there are to part them. */
const SEPARATOR = String.raw`(?:\s*(?:、|，?以及|和|与|及|跟|&|\+|,? and|,? or|,)\s*|\s+/\s*|/\s+)`
const QUOTE = `["'“”‘’《》「」]?`
/** What stands between a cue and a name and says nothing of the two: "builds on their previous work X" */
const FILLER = String.raw`(?:(?:the|an?|their|its|our|previous|earlier|later|prior|recent|original|vanilla|standard|ordinary|usual|plain|popular|common|famous|classic|classical|regular|normal|initial|well-known|existing|existed|pre-?trained|paper|papers|work of|works of|work|works|both|[a-z]{2,20}['’]s|same|authors?['’]|strong|strongest|最强|最好|最佳|基线|主流|常用|著名|原来|原本|同期|同类|领先|流行|作者|提出|外部|原版|原始|传统|经典|现有|前作|原|预训练|已有|此前|之前|以往|当前|开源|SOTA)(?:的|\s+|(?=\p{sc=Han}|${NAME}))\s*){0,4}`
const NAMES = String.raw`(?<to>${COMPOUND}(?:${SEPARATOR}${COMPOUND})*)${QUOTE}\s*`
/** A name in parentheses after what it stands for: "a region-based network (R-FCN)" */
const SPELLED = String.raw`(?:[^\s。；;，,：:（()）\uE000-\uF8FF][^。；;，,：:（()）\uE000-\uF8FF]{1,50}[（(](?=${NAME}+[)）]))?`
/** Whether a text that cues are matched against has such a name. */
export const hasSpelledName = (masked: string): boolean => SPELLED_NAME.test(masked)
const SPELLED_NAME = new RegExp(`[（(]${NAME}+[)）]`)
/** What a name is that of: "X 这篇文章", "the X model" */
const TAIL = String.raw`(?:[)）]?\s*(?:(?:这篇|这一|这个|该)?(?:文章|论文|工作|模型|方法|网络|结构|算法|架构|框架)|(?:paper|model|method|algorithm|approach|architecture|framework|network|system)s?(?![\p{sc=Latin}])))?\s*[)）]?\s*`
const SLOT = String.raw`\s*${FILLER}${QUOTE}${NAMES}`
const SPELLED_SLOT = String.raw`\s*${FILLER}${SPELLED}${QUOTE}${NAMES}`
const SENTENCE_END = '。！？!?'
const CLAUSE_END = `${SENTENCE_END}；;，,：:`
const SENTENCE_GAP = 120

/** What a gap spans: to the next name where one follows, which takes no search for where it ends, and else as little as may be. */
const gapTo = (next: string | undefined, ends: string, most: number) =>
  next === '{to}' ? `[^${ends}\\uE000-\\uF8FF]{0,${most}}` : `[^${ends}]{0,${most}}?`

/** Compiles a cue's pattern, of which a gap spans up to `gap` characters. No two repetitions match the same but for blanks in a row and names beside each other, of which a reader gives it few. */
export function compilePattern(pattern: string, gap: number, slot = SLOT): RegExp {
  const tokens = pattern.match(/\{to\}| …… |……| … |…|\\[()]|[()|?]| |[^{…\\()|? ]+/gu) ?? []
  const source = tokens.map((token, i) => {
    if (token === '{to}') {
      const isLast = i === tokens.length - 1 || tokens[i + 1] === '\\)'
      return (tokens[i - 1]?.includes('…') ? NAMES : slot) + (isLast ? '' : TAIL)
    }
    if (token.includes('…')) {
      const [ends, most] = token.includes('……') ? [SENTENCE_END, SENTENCE_GAP] : [CLAUSE_END, gap]
      const span = gapTo(tokens[i + 1], ends, most)
      if (!token.startsWith(' ')) return span
      return tokens[i + 1] === '{to}' ? `\\s${span}` : `\\s+(?:${span}\\s+)??`
    }
    if (token === '\\(') return '[（(]'
    if (token === '\\)') return '[)）]'
    if (token === '(') return '(?:'
    if (token === ' ') return '\\s+'
    if (/^[)|?]$/.test(token)) return token
    return token.replace(/[.*+^${}[\]\\]/g, '\\$&')
  })
  const words = source.join('').replace(/\\s\+(?=\\s\*)/g, '')
  const bound = (edge: string | undefined) => /^[a-z(]/i.test(edge ?? '') && /[a-z]/i.test(pattern.replaceAll('{to}', ''))
  return new RegExp(`${bound(pattern[0]) ? '(?<![\\p{sc=Latin}])' : ''}${words}`, 'giu')
}

/** Of each part of a pattern that can't be left out, the words of which it needs one. */
function needsOf(pattern: string): string[][] {
  const parts = pattern.toLowerCase().match(/\{to\}|…|\\[()]\??|\((?:[^()]|\([^()]*\))*\)\??|[^{…\\(]+/gu) ?? []
  return parts.flatMap((part): string[][] => {
    if (/^(?:\{to\}|…|\\)/.test(part) || part.endsWith(')?') || part.slice(1).includes('(')) return []
    const words = part.replace(/^\(|\)$/g, '').split('|')
    // what a ? follows can be left out, and the words before and after it need not touch
    const needed = words.map((word) =>
      word
        .split(/.\?/u)
        .reduce((a, b) => (b.trim().length > a.trim().length ? b : a))
        .trim(),
    )
    return needed.includes('') ? [] : [needed]
  })
}

/** Of the lists of words that a pattern needs, that of the longest words. */
export function needlesOf(pattern: string): string[] {
  const shortest = (words: readonly string[]) => Math.min(...words.map(({ length }) => length))
  const best = needsOf(pattern).reduce((a, b) => (shortest(b) > shortest(a) ? b : a), [''])
  if (shortest(best) === 0) throw new Error(`the pattern ${pattern} has no word that it needs`)
  return best
}

const escaped = (words: readonly string[]) => words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))

/** A list of words as one expression; words in Latin letters match whole, but for n't. */
function anyOf(words: readonly string[]): RegExp {
  const sources = escaped(words).map((word) => (/^[a-z]/i.test(word) && word !== "n't" ? `(?<![a-z])${word}(?![a-z])` : word))
  return new RegExp(sources.join('|') || '(?!)', 'iu')
}

export function readCueTable(source: string): CueTable {
  const table = tableSchema.parse(parse(source))
  return {
    language: table.language,
    hedges: anyOf(table.hedges),
    negations: anyOf(table.negations),
    negationReach: table.negationReach,
    examples: new RegExp(`[（(]\\s*(?:${escaped(table.examples).join('|')})[^（()）]*$`, 'iu'),
    data: new RegExp(
      `^[\\s*_"”’」》)]{0,3}(?:等|多个|公开|开源|真机|[一二三四五六七八九十两\\d]{1,3}个){0,4}\\s*(?:${escaped(table.data).join('|')})`,
      'iu',
    ),
    governors: new Map(table.governors.flatMap((governor) => governor.words.map((words) => [words, governor] as const))),
    cues: table.cues.map((cue) => ({
      ...cue,
      match: compilePattern(cue.pattern, table.gap),
      matchSpelled: compilePattern(cue.pattern, table.gap, SPELLED_SLOT),
      needs: needsOf(cue.pattern),
      needles: needlesOf(cue.pattern),
      far: !cue.discovers && /… ?\{to\}/.test(cue.pattern),
    })),
  }
}

/** Every table, read once. */
export const CUE_TABLES: readonly CueTable[] = CUE_SOURCES.map(readCueTable)
