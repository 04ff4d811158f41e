/** Finds the names of papers and techniques in running text, in one pass over it. */
import { fold, isWordCode, LATIN, type NameForm, type Node } from './name-forms.ts'

/** A name in a text, at offsets in UTF-16 code units. */
export type Found = { start: number; end: number; node: Node; wellKnown?: boolean }

const WORD = /^[\p{sc=Latin}\p{N}]+/u

type Pattern = NameForm & { text: string }

/** Names that begin alike: the longest that a text begins with is found by halving, whatever their number. */
class Names {
  readonly sorted: readonly Pattern[]
  /** of each name the place of the longest other one that it begins with; −1 where there is none */
  readonly #within: number[] = []
  readonly #longest: number

  constructor(patterns: readonly Pattern[]) {
    this.sorted = [...patterns].sort((a, b) => (a.text < b.text ? -1 : 1))
    this.#longest = patterns.reduce((longest, { text }) => Math.max(longest, text.length), 0)
    for (const [i, { text }] of this.sorted.entries()) {
      let at = i - 1
      while (at >= 0 && !text.startsWith(this.sorted[at]?.text ?? '')) at = this.#within[at] ?? -1
      this.#within.push(at)
    }
  }

  /** Those of the names that a text goes on with at `at`, the longest first. */
  *at(text: string, at: number): Generator<Pattern> {
    const rest = text.slice(at, at + this.#longest)
    let [low, high] = [0, this.sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sorted[middle]?.text ?? '') <= rest) low = middle + 1
      else high = middle
    }
    // a name that the text goes on with is the last one that is not after it, or stands at that one's beginning
    for (let i = low - 1; i >= 0; i = this.#within[i] ?? -1) {
      const pattern = this.sorted[i]
      if (pattern && rest.startsWith(pattern.text)) yield pattern
    }
  }
}

/**
 * Names by their first word, or by their first two characters where they begin in a script without words: a text is
 * gone through once, whatever the number of names. (An automaton over characters took ten times as long over notes of
 * 30 MB: almost every place in a text begins no name.)
 */
export class NameIndex {
  readonly #byStart = new Map<string, Names>()
  /** by the hash of a word or of two characters, whether a name may be no more, and whether one may go on: with most words none does */
  readonly #starts = new Uint8Array(HASHES)
  /** by the hash of these and of some characters that follow, whether a name may go on so */
  readonly #further = new Uint8Array(HASHES)

  constructor(forms: ReadonlyMap<string, NameForm>) {
    this.#take(forms, new Set())
  }

  /** The same names less those forms that are `gone`, and with those that have `come`, in place of what they stood for. */
  replaced(gone: ReadonlySet<string>, come: ReadonlyMap<string, NameForm>): NameIndex {
    const next = new NameIndex(new Map())
    for (const [start, names] of this.#byStart) next.#byStart.set(start, names)
    // what was gone stays marked: it is looked for in vain
    next.#starts.set(this.#starts)
    next.#further.set(this.#further)
    next.#take(come, gone)
    return next
  }

  #take(come: ReadonlyMap<string, NameForm>, gone: ReadonlySet<string>): void {
    const byStart = new Map<string, Pattern[]>()
    const startingWith = (start: string) => {
      const kept = () => (this.#byStart.get(start)?.sorted ?? []).filter(({ text }) => !gone.has(text) && !come.has(text))
      const patterns = byStart.get(start) ?? kept()
      byStart.set(start, patterns)
      return patterns
    }
    for (const text of gone) startingWith(startOf(text))
    for (const [text, form] of come) {
      const start = startOf(text)
      startingWith(start).push({ text, ...form })
      const hash = hashOf(start)
      const goesOn = text.length >= start.length + FURTHER
      this.#starts[hash] = (this.#starts[hash] ?? 0) | (goesOn ? GOES_ON : ALONE)
      if (goesOn) this.#further[furtherHash(hash, text, start.length)] = 1
    }
    for (const [start, patterns] of byStart) {
      if (patterns.length > 0) this.#byStart.set(start, new Names(patterns))
      else this.#byStart.delete(start)
    }
  }

  /** Non-overlapping names in order; of two that overlap the earlier, then the longer. */
  find(text: string): Found[] {
    const folded = fold(text)
    const found: Found[] = []
    const isPart = (at: number) =>
      text[at - 1] === '-' && found.at(-1)?.end !== at - 1 && JOINED.test(text.slice(Math.max(0, at - MAX_JOINED), at))
    for (let at = 0; at < folded.length; ) {
      let hash = 0
      let ofSingular = 0
      let wordEnd = at
      for (let code = folded.charCodeAt(at); isWordCode(code); code = folded.charCodeAt(++wordEnd)) {
        ofSingular = hash
        hash = hashWith(hash, code)
      }
      if (wordEnd === at) hash = hashWith(hashWith(0, folded.charCodeAt(at)), folded.charCodeAt(at + 1))
      const kinds = this.#starts[hash] ?? 0
      const mayBegin =
        (kinds & ALONE) !== 0 ||
        ((kinds & GOES_ON) !== 0 && this.#further[furtherHash(hash, folded, wordEnd > at ? wordEnd : at + 2)] === 1) ||
        (((this.#starts[ofSingular] ?? 0) & ALONE) !== 0 && folded.charCodeAt(wordEnd - 1) === PLURAL)
      const hit = mayBegin && !isPart(at) ? this.#at(folded, text, at, wordEnd) : null
      if (hit) found.push(hit)
      at = hit?.end ?? Math.max(wordEnd, at + 1)
    }
    return found
  }

  /** The longest name that begins at `at`, where a word up to `wordEnd` does, or none. */
  #at(folded: string, text: string, at: number, wordEnd: number): Found | null {
    const word = folded.slice(at, wordEnd > at ? wordEnd : at + 2)
    // a plural s may end the name, and hide its first word
    const starts = wordEnd > at && word.endsWith('s') ? [word, word.slice(0, -1)] : [word]
    for (const start of starts) {
      for (const { text: form, node, exact, words, wellKnown } of this.#byStart.get(start)?.at(folded, at) ?? []) {
        const end = at + form.length
        if (!standsAlone(text, at, end) || (exact !== null && !isWritten(text.slice(at, end), exact))) continue
        const variant = text[end] === '-' ? VARIANT.exec(text.slice(end, end + 8))?.[1] : undefined
        if (variant !== undefined && !this.#byStart.has(variant.toLowerCase())) continue
        if (!words || standsAsName(text, at, end)) return { start: at, end, node, ...(wellKnown ? { wellKnown } : {}) }
      }
    }
    return null
  }
}

/** A word written as a name, before a hyphen: what follows is a part of that name, such as the CAM of Grad-CAM. */
const JOINED = /(?:^|[^\p{sc=Latin}\p{N}])[\p{sc=Latin}\p{N}]*[\p{Lu}\p{N}][\p{sc=Latin}\p{N}]*-$/u
const MAX_JOINED = 20

/** Of the beginning of a name, whether it may be all of it, or `FURTHER` characters and more follow. */
const ALONE = 1
const GOES_ON = 2
const FURTHER = 3
const PLURAL = 's'.charCodeAt(0)

const startOf = (text: string) => WORD.exec(text)?.[0] ?? text.slice(0, 2)

/** More than there are names, so that few words are taken for the beginning of one by chance. */
const HASHES = 2 ** 18
const hashWith = (hash: number, code: number) => (hash * 31 + code) & (HASHES - 1)
const hashOf = (text: string) => {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = hashWith(hash, text.charCodeAt(at))
  return hash
}
const furtherHash = (hash: number, text: string, at: number) =>
  hashWith(hashWith(hashWith(hash, text.charCodeAt(at)), text.charCodeAt(at + 1)), text.charCodeAt(at + 2))

/** In the same letters, whatever stands between them. */
const isWritten = (text: string, exact: string) => text === exact || text.replace(/[\s_-]/g, '') === exact.replace(/[\s_-]/g, '')

/** Letters in Latin script on both sides of an edge make it the inside of a word; a plural s does not. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ''
  const after = text.slice(end, end + 2)
  if (LATIN.test(text[start] ?? '') && LATIN.test(before)) return false
  // "GR00T N1" does not stand in "GR00T N1.5"
  if (/\d/.test(text[end - 1] ?? '') && /^\.\d/.test(after)) return false
  if (isVersioned(text, end)) return false
  // 超过X3个点: how much it is more
  if (isDigit(text.charCodeAt(end)) && COUNTED.test(text.slice(end, end + 10))) return true
  if (!LATIN.test(text[end - 1] ?? '') || !LATIN.test(after[0] ?? '')) return true
  return after[0] === 's' && !LATIN.test(after[1] ?? '')
}

/** Words with a capital letter are a name where no sentence begins with them, and where they are not among others so written: "compared to Glow", "Glow 模型" */
function standsAsName(text: string, start: number, end: number): boolean {
  if (!/\p{Lu}/u.test(text[start] ?? '')) return false
  const before = text.slice(Math.max(0, start - NEAR), start)
  const after = text.slice(end, end + NEAR)
  if (CAPITAL_AFTER.test(after) || CAPITAL_BEFORE.test(before)) return false
  return !AT_BEGINNING.test(before) || /\s/.test(text.slice(start, end)) || AS_NAME.test(after)
}
const NEAR = 30
const AT_BEGINNING = /(?:^|[.!?:;。！？：；\n])[\s"“*_(（\-–—]*$/u
const CAPITAL_AFTER = /^[\s-]\p{Lu}\p{Ll}/u
/** Not after the first word of a sentence, such as "The". */
const CAPITAL_BEFORE = /(?<=\S\s)(?:\p{Lu}\p{Ll}+)\s$|(?:^|\s)\p{Lu}\p{Ll}{3,}\s$/u
const AS_NAME = /^(?:['’]s\b|\s*[\p{sc=Han}[(（]|\s(?:paper|model|method|algorithm|framework|database|system|network|architecture)\b)/u

/** A name goes on with the number of another version: "FlashAttention-4" is not FlashAttention, but ResNet-50 is a ResNet. */
const isVersioned = (text: string, end: number): boolean =>
  (text[end] === '-' || text[end] === ' ') &&
  isDigit(text.charCodeAt(end + 1)) &&
  !isDigit(text.charCodeAt(end - 1)) &&
  VERSION.test(text.slice(end, end + 20))
const COUNTED = /^\d+(?:\.\d+)?\s?(?:个|点|倍|%|分|百分)/u
const isDigit = (code: number) => code >= 48 && code <= 57
/** After a name: capital letters that make it another's, where they are no name themselves: "RT-2-X", "OpenVLA-OFT", "Transformer-XL" */
const VARIANT = /^-(X|\p{Lu}{2,5})(?![\p{L}\p{N}-])/u
/** After a name: one digit, which counts nothing. */
const VERSION =
  /^(?:-\d(?:\.\d)?[oV]?(?![\p{L}\d-]|\.\d)|\s[2-9](?:\.\d)?(?![\p{L}\d%./×-])(?!\s?(?:times|layers?|epochs?|stages?|blocks?|heads?|days?|gpus?|points?|models?|papers?|runs?|seeds?|steps?|of|to|x|×|%|个|种|层|次|倍|篇)))/u
