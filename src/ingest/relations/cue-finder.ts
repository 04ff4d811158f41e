/** Which cues a text may hold: their words are looked for in one pass over it, whatever the number of cues. */
import type { Cue, CueTable } from './cue.ts'

/** A cue of a table; `place` is its place among the cues of all tables. */
type Entry = { cue: Cue; table: CueTable; place: number }
type Needle = { text: string; entry: Entry }

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

  constructor(tables: readonly CueTable[]) {
    const entries = tables.flatMap((table) => table.cues.map((cue) => ({ cue, table })))
    for (const [place, entry] of entries.entries()) {
      for (const text of entry.cue.needles) {
        const start = text.slice(0, text.length >= LONG ? LONG : SHORT)
        const needles = this.#byStart.get(start) ?? []
        needles.push({ text, entry: { ...entry, place } })
        this.#byStart.set(start, needles)
        if (start.length === LONG) this.#long[longHash(text, 0)] = 1
        else if (start.length === SHORT) this.#short[shortHash(text, 0)] = 1
        else this.#single[text.charCodeAt(0)] = 1
      }
    }
  }

  /** Of each table the cues that the text may hold, in their order; tables of which it holds none are left out. */
  find(text: string): CueTable[] {
    const folded = text.toLowerCase()
    const found = new Map<Cue, Entry>()
    const lookUp = (start: string, at: number) => {
      for (const { text: needle, entry } of this.#byStart.get(start) ?? []) if (folded.startsWith(needle, at)) found.set(entry.cue, entry)
    }
    for (let at = 0; at < folded.length; at++) {
      if (this.#long[longHash(folded, at)] === 1) lookUp(folded.slice(at, at + LONG), at)
      if (this.#short[shortHash(folded, at)] === 1) lookUp(folded.slice(at, at + SHORT), at)
      if (this.#single[folded.charCodeAt(at)] === 1) lookUp(folded.charAt(at), at)
    }
    const cuesOf = new Map<CueTable, Cue[]>()
    for (const { cue, table } of [...found.values()].sort((a, b) => a.place - b.place)) {
      const cues = cuesOf.get(table)
      if (cues) cues.push(cue)
      else cuesOf.set(table, [cue])
    }
    return [...cuesOf].map(([table, cues]) => ({ ...table, cues }))
  }
}

const HASHES = 2 ** 16
const shortHash = (text: string, at: number) => ((text.charCodeAt(at) << 8) ^ text.charCodeAt(at + 1)) & 0xffff
const longHash = (text: string, at: number) => (shortHash(text, at) * 31 + shortHash(text, at + 2)) & 0xffff

/** The cues that say something of a name that nobody knows. */
export const thatDiscover = (tables: readonly CueTable[]): CueTable[] =>
  tables.flatMap((table) => {
    const cues = table.cues.filter((cue) => cue.discovers)
    return cues.length > 0 ? [{ ...table, cues }] : []
  })

/** Finders of all cues of some tables, and of those that discover. */
type Finders = { all: CueFinder; discovering: CueFinder }

/** One pair of finders for each list of tables, which are few and read once. */
const finders = new WeakMap<readonly CueTable[], Finders>()
export function cueFinders(tables: readonly CueTable[]): Finders {
  const known = finders.get(tables)
  if (known) return known
  const made = { all: new CueFinder(tables), discovering: new CueFinder(thatDiscover(tables)) }
  finders.set(tables, made)
  return made
}
