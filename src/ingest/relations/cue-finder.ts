/** Which cues a text may hold: their words are looked for in one pass over it, whatever the number of cues. */
import type { Cue, CueTable } from './cue.ts'

type Needle = { text: string; cue: Cue }

class CueFinder {
  readonly #tables: readonly CueTable[]
  /** by their first two characters, or the one that they have */
  readonly #byStart = new Map<string, Needle[]>()
  /** by the low bytes of two characters, whether a needle may begin with them */
  readonly #pairs = new Uint8Array(0x10000)
  /** by UTF-16 code unit, whether it is a needle by itself */
  readonly #single = new Uint8Array(0x10000)

  constructor(tables: readonly CueTable[]) {
    this.#tables = tables
    for (const cue of tables.flatMap((table) => table.cues)) {
      for (const text of cue.needles) {
        const start = text.slice(0, 2)
        const needles = this.#byStart.get(start) ?? []
        needles.push({ text, cue })
        this.#byStart.set(start, needles)
        if (text.length === 1) this.#single[text.charCodeAt(0)] = 1
        else this.#pairs[pairOf(text, 0)] = 1
      }
    }
  }

  /** Of each table the cues that the text may hold; tables of which it holds none are left out. */
  find(text: string): CueTable[] {
    const folded = text.toLowerCase()
    const found = new Set<Cue>()
    const lookUp = (start: string, at: number) => {
      for (const needle of this.#byStart.get(start) ?? [])
        if (!found.has(needle.cue) && folded.startsWith(needle.text, at)) found.add(needle.cue)
    }
    for (let at = 0; at < folded.length; at++) {
      if (this.#single[folded.charCodeAt(at)] === 1) lookUp(folded.charAt(at), at)
      if (this.#pairs[pairOf(folded, at)] === 1) lookUp(folded.slice(at, at + 2), at)
    }
    if (found.size === 0) return []
    return this.#tables.flatMap((table) => {
      const cues = table.cues.filter((cue) => found.has(cue))
      return cues.length > 0 ? [{ ...table, cues }] : []
    })
  }
}

const pairOf = (text: string, at: number) => ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff)

/** One finder for each list of tables, which are few and read once. */
const finders = new WeakMap<readonly CueTable[], CueFinder>()
export function cueFinder(tables: readonly CueTable[]): CueFinder {
  const finder = finders.get(tables) ?? new CueFinder(tables)
  finders.set(tables, finder)
  return finder
}
