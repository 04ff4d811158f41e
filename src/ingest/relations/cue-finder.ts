/** Which cues a text may hold: their words are looked for in one pass over it, whatever the number of cues. */
import type { Cue, CueTable } from './cue.ts'

/** A cue and the table that it stands in; `place` is its place among the cues of all tables. */
export type FoundCue = { cue: Cue; table: CueTable; place: number }
type Needle = { text: string; entry: FoundCue }

/** Needles are looked up by so many of their first characters, or, where they have fewer, by so many. */
const LONG = 4
const SHORT = 2

class CueFinder {
  readonly #byStart = new Map<string, Needle[]>()
  /** by the hash of some characters, whether a needle may begin with them */
  readonly #long = new Uint8Array(HASHES)
  readonly #short = new Uint8Array(HASHES)
  /** by UTF-16 code unit, whether it is a needle by itself */
  readonly #single = new Uint8Array(HASHES)

  constructor(tables: readonly CueTable[], isWanted: (cue: Cue) => boolean) {
    const cues = tables.flatMap((table) => table.cues.map((cue) => ({ cue, table })))
    for (const [place, { cue, table }] of cues.entries()) {
      if (!isWanted(cue)) continue
      for (const text of cue.needles) {
        const start = text.slice(0, text.length >= LONG ? LONG : SHORT)
        const needles = this.#byStart.get(start) ?? []
        needles.push({ text, entry: { cue, table, place } })
        this.#byStart.set(start, needles)
        const [a, b, c, d] = [0, 1, 2, 3].map((at) => text.charCodeAt(at)) as [number, number, number, number] // NaN past its end, which no look-up has
        if (start.length === LONG) this.#long[longHash(shortHash(a, b), shortHash(c, d))] = 1
        else if (start.length === SHORT) this.#short[shortHash(a, b)] = 1
        else this.#single[a] = 1
      }
    }
  }

  /** The cues that the text may hold, in their order. */
  find(text: string): FoundCue[] {
    const folded = text.toLowerCase()
    const found = new Map<Cue, FoundCue>()
    const lookUp = (at: number, length: number) => {
      for (const { text: needle, entry } of this.#byStart.get(folded.slice(at, at + length)) ?? [])
        if (folded.startsWith(needle, at)) found.set(entry.cue, entry)
    }
    let [a, b, c] = [folded.charCodeAt(0), folded.charCodeAt(1), folded.charCodeAt(2)]
    for (let at = 0; at < folded.length; at++) {
      const d = folded.charCodeAt(at + 3)
      const short = shortHash(a, b)
      if (this.#long[longHash(short, shortHash(c, d))] === 1) lookUp(at, LONG)
      if (this.#short[short] === 1) lookUp(at, SHORT)
      if (this.#single[a] === 1) lookUp(at, 1)
      a = b
      b = c
      c = d
    }
    return found.size > 1 ? [...found.values()].sort((x, y) => x.place - y.place) : [...found.values()]
  }
}

const HASHES = 2 ** 16
/** Of two UTF-16 code units. */
const shortHash = (first: number, second: number) => ((first << 8) ^ second) & (HASHES - 1)
const longHash = (first: number, second: number) => (first * 31 + second) & (HASHES - 1)

/** Finders of all cues of some tables, and of those that say something of a name that nobody knows. */
type Finders = { all: CueFinder; discovering: CueFinder }

/** One pair of finders for each list of tables, which are few and read once. */
const finders = new WeakMap<readonly CueTable[], Finders>()
export function cueFinders(tables: readonly CueTable[]): Finders {
  const known = finders.get(tables)
  if (known) return known
  const made = { all: new CueFinder(tables, () => true), discovering: new CueFinder(tables, ({ discovers }) => discovers) }
  finders.set(tables, made)
  return made
}
