/**
 * Of each note the runs of three characters that it holds, as a Bloom filter of about two bits a character, and the arXiv ids,
 * whose runs of digits stand everywhere: to know without reading them which notes can't write a name. For who watches a folder.
 */

/** A name is also written where marks of emphasis stand within it, and in letters of either case. */
export const unmarked = (text: string): string => text.toLowerCase().replace(/[*_~`\\]/g, '')

const RUN = 3

const ARXIV_ID = /\d{4}\.\d{4,5}/g
const isArxivId = (word: string) => /^\d{4}\.\d{4,5}$/.test(word)
/** The digits as one number. */
const numberOf = (arxivId: string) => Number(arxivId.replace('.', ''))

type Noted = { sha256: string; bits: Uint32Array; ids: Float64Array }

export class TextIndex {
  readonly #notes = new Map<string, Noted>()

  /** What a note holds from now on. */
  note(path: string, sha256: string, text: string): void {
    const read = unmarked(text)
    // a power of two, so that a mask takes the place of a division
    const bits = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(64, read.length * 2) / 32)))
    const mask = bits.length * 32 - 1
    for (let at = 0; at + RUN <= read.length; at++) {
      const bit = hash(read, at) & mask
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
    }
    const ids = new Float64Array(new Set(Array.from(read.match(ARXIV_ID) ?? [], numberOf)))
    this.#notes.set(path, { sha256, bits, ids })
  }

  /** False only where none of the words, each unmarked, stands in the note of this hash. */
  mayHold(path: string, sha256: string, words: readonly string[]): boolean {
    const noted = this.#notes.get(path)
    if (noted?.sha256 !== sha256) return true
    const { bits, ids } = noted
    const mask = bits.length * 32 - 1
    return words.some((word) => {
      if (isArxivId(word)) return ids.includes(numberOf(word))
      for (let at = 0; at + RUN <= word.length; at++) {
        const bit = hash(word, at) & mask
        if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
      }
      return true
    })
  }

  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.#notes.keys()) if (!paths.has(path)) this.#notes.delete(path)
  }
}

/** Of the three characters at `at`, mixed as in MurmurHash3's last step. */
function hash(text: string, at: number): number {
  let h = text.charCodeAt(at) + Math.imul(text.charCodeAt(at + 1), 0x10001) + Math.imul(text.charCodeAt(at + 2), 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
