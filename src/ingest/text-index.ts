/**
 * Which notes may write a name, without reading them: of each note the words that it holds, as a Bloom filter of about a bit a
 * character. For who watches a folder.
 */
import { isWordCode } from './relations/name-forms.ts'

/** Letters of other scripts than Latin, and marks beside them; a space that breaks no line is none. */
const isOther = (code: number) => code > 127 && code !== 0xa0 && !isWordCode(code)

/** Tells of each run of letters and digits in a text, those in Latin script apart from others: these are words, the others may be parts of one. */
function eachRun(text: string, tell: (start: number, end: number, isWord: boolean) => void): void {
  for (let at = 0; at < text.length; ) {
    const start = at
    while (isWordCode(text.charCodeAt(at))) at++
    if (at > start) tell(start, endOfId(text, start, at), true)
    const other = at
    while (isOther(text.charCodeAt(at))) at++
    if (at > other) tell(other, at, false)
    if (at === start) at++
  }
}

/** Where a word ends, but for the version of an arXiv id. */
function endOfId(text: string, start: number, end: number): number {
  const version = isDigit(text.charCodeAt(start)) ? /^\d{4,}(?=v\d+$)/.exec(text.slice(start, end)) : null
  return version ? start + version[0].length : end
}
const isDigit = (code: number) => code >= 48 && code <= 57

/** Marks of emphasis within a word, which no reader sees. */
const MARKED = /[\p{L}\p{N}][*`~]+[\p{L}\p{N}]/u
const MARKS = /[*`~]+/g
/** What a link within a name leads to. */
const ADDRESS = /\]\([^()\s]*\)/g

/** What is between the words of a text, whatever it was: no character of a name. */
const BETWEEN = '\n'

/** A text as its words in lower case and nothing else, so that a name is looked for however it is broken, joined and marked. */
export function inWords(text: string): string {
  const words: string[] = []
  eachRun(text, (start, end) => words.push(text.slice(start, end)))
  return words.join(BETWEEN).toLowerCase()
}

/** The same as its reader sees it, and as it is written. */
export const readings = (text: string): [string, string] => [inWords(text.replace(ADDRESS, '').replace(MARKS, '')), inWords(text)]

type Noted = { sha256: string; bits: Uint32Array }

export class TextIndex {
  readonly #notes = new Map<string, Noted>()

  /** What a note holds from now on. */
  note(path: string, sha256: string, text: string): void {
    if (this.#notes.get(path)?.sha256 === sha256) return
    // a power of two, so that a mask takes the place of a division
    const bits = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(64, text.length * 4) / 32)))
    const mask = bits.length * 32 - 1
    const add = (hash: number) => {
      const bit = hash & mask
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
    }
    eachHash(text.toLowerCase(), true, add)
    if (MARKED.test(text)) eachHash(text.toLowerCase().replace(MARKS, ''), true, add)
    this.#notes.set(path, { sha256, bits })
  }

  /** False only where none of the names, each as `hashesOf` has it, stands in the note of this hash. */
  mayHold(path: string, sha256: string, names: readonly Hashes[]): boolean {
    const noted = this.#notes.get(path)
    if (noted?.sha256 !== sha256) return true
    for (const hashes of names) if (holdsAll(noted.bits, hashes)) return true
    return false
  }

  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.#notes.keys()) if (!paths.has(path)) this.#notes.delete(path)
  }
}

function holdsAll(bits: Uint32Array, hashes: Hashes): boolean {
  const mask = bits.length * 32 - 1
  for (const hash of hashes) {
    const bit = hash & mask
    if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
  }
  return true
}

/** Those of the words of a name, all of which stand in a note that writes it. */
export type Hashes = readonly number[]

export function hashesOf(name: string): Hashes {
  const hashes: number[] = []
  eachHash(name.toLowerCase(), false, (hash) => hashes.push(hash))
  return hashes
}

/** The hashes of each word, and of each two letters beside each other in other scripts; with `singular`, of a word in the plural without it, too. */
function eachHash(text: string, singular: boolean, tell: (hash: number) => void): void {
  eachRun(text, (start, end, isWord) => {
    if (!isWord) {
      for (let at = start; at + 1 < end; at++) tell(mixed(text.charCodeAt(at) + Math.imul(text.charCodeAt(at + 1), 0x10001)))
      return
    }
    let hash = 0
    let before = 0
    for (let at = start; at < end; at++) {
      before = hash
      hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(at)) >>> 0
    }
    tellWord(hash, tell)
    if (singular && text.charCodeAt(end - 1) === PLURAL) tellWord(before, tell)
  })
}

/** Several bits: where a name is one word, one alone may be that of many others. */
function tellWord(hash: number, tell: (hash: number) => void): void {
  let last = hash
  for (let n = 0; n < BITS_OF_WORD; n++) {
    last = mixed(last + n)
    tell(last)
  }
}
const BITS_OF_WORD = 3
const PLURAL = 's'.charCodeAt(0)

/** As in MurmurHash3's last step. */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
