/** Where a claim holds: a condition on one swept value. It says nothing that was not looked at. */
import { SpecError } from '../spec-error.ts'
import type { ClaimSpec } from './claim.ts'
import { Exhausted, type Point } from './computing.ts'

/** Whole numbers that are looked at between the ends of a sweep; of a wider one only its points are told. */
const MAX_LOOKED_AT = 4_096
/** A condition of more parts says less than the table of points does. */
const MAX_PARTS = 4

/** Whether it holds at a point. */
export type Judged = { point: Point; holds: boolean }

/** Whether it holds at a value, whatever else is swept; null where no architecture is given there. */
type Look = (value: number) => boolean | null

/**
 * `out >= 72`, where whether it holds hangs on one swept value alone: then every whole number between its ends was
 * looked at. Where that can't be done, the points of the sweep at which it holds: `out = 72 or out = 128`. Null where
 * no single value decides. `holds` throws SpecError where a point gives no architecture.
 */
export function conditionOf(
  found: readonly Judged[],
  sweep: ClaimSpec['sweep'],
  holds: (point: Point) => boolean,
  turns: readonly number[] | null,
): string | null {
  for (const name of Object.keys(sweep)) {
    const byValue = new Map<number, Judged[]>()
    for (const one of found) {
      const value = one.point[name] as number // every point has all names
      byValue.set(value, [...(byValue.get(value) ?? []), one])
    }
    if ([...byValue.values()].some((group) => new Set(group.map((one) => one.holds)).size > 1)) continue
    const known = [...byValue].map(([value, [one]]) => ({ value, holds: one?.holds ?? false })).sort((a, b) => a.value - b.value)
    const others = (byValue.get(known[0]?.value ?? 0) ?? []).map(({ point }) => point)
    const look: Look = (value) => everywhere(others, (point) => holds({ ...point, [name]: value }))
    return told(name, looked(known, look, turns)) ?? listed(name, known)
  }
  return null
}

/** Where architectures are given at all, it must hold. */
function everywhere(points: readonly Point[], holds: (point: Point) => boolean): boolean | null {
  let given = false
  for (const point of points) {
    try {
      if (!holds(point)) return false
      given = true
    } catch (error) {
      if (!(error instanceof SpecError) || error instanceof Exhausted) throw error
    }
  }
  return given ? true : null
}

type Value = { value: number; holds: boolean }

/** Every whole number between the ends, but where nothing is given; null where they are too many, or none. */
function looked(known: readonly Value[], look: Look, turns: readonly number[] | null): Value[] | null {
  const [first, last] = [known[0]?.value ?? 0, known.at(-1)?.value ?? 0]
  if (!known.every(({ value }) => Number.isSafeInteger(value)) || (!turns && last - first > MAX_LOOKED_AT)) return null
  const at = new Map(known.map(({ value, holds }) => [value, holds]))
  const all: Value[] = []
  try {
    for (const value of turns ? around(turns, known) : wholeNumbers(first, last)) {
      const holds = at.get(value) ?? look(value)
      if (holds !== null) all.push({ value, holds })
    }
  } catch (error) {
    if (error instanceof Exhausted) return null
    throw error
  }
  return all
}

function* wholeNumbers(first: number, last: number): Generator<number> {
  for (let value = first; value <= last; value++) yield value
}

/** Whole numbers on both sides of each turn, and the points of the sweep. */
function around(turns: readonly number[], known: readonly Value[]): number[] {
  const [first, last] = [known[0]?.value ?? 0, known.at(-1)?.value ?? 0]
  const near = turns.flatMap((turn) => [-1, 0, 1, 2].map((step) => Math.floor(turn) + step))
  const values = new Set([...known.map(({ value }) => value), ...near.filter((value) => value >= first && value <= last)])
  return [...values].sort((a, b) => a - b)
}

/** In words, within the ends of the sweep: an end of the sweep is no bound. Null for too many parts. */
function told(name: string, all: readonly Value[] | null): string | null {
  if (!all) return null
  const [first, last] = [all[0]?.value, all.at(-1)?.value]
  const stretches: { from: number; to: number }[] = []
  for (const [i, { value, holds }] of all.entries()) {
    const stretch = stretches.at(-1)
    if (holds && all[i - 1]?.holds && stretch) stretch.to = value
    else if (holds) stretches.push({ from: value, to: value })
  }
  if (stretches.length > MAX_PARTS) return null
  const parts = stretches.map(({ from, to }) => {
    if (from === to) return `${name} = ${from}`
    if (from === first) return `${name} <= ${to}`
    return to === last ? `${name} >= ${from}` : `${from} <= ${name} <= ${to}`
  })
  return parts.join(' or ')
}

/** The points of the sweep at which it holds. */
const listed = (name: string, known: readonly Value[]): string | null => {
  const holding = known.filter(({ holds }) => holds).map(({ value }) => `${name} = ${value}`)
  return holding.length <= 2 * MAX_PARTS ? holding.join(' or ') : null
}
