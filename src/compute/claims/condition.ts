/** Where a claim holds: a condition on one swept value, its bounds searched between the points of the sweep. */
import { SpecError } from '../spec-error.ts'
import type { ClaimSpec } from './claim.ts'
import type { Point } from './computing.ts'

/** Values that are tried to find one that gives an architecture (groups must divide). */
const MAX_TRIES = 16
/** Values looked at within a stretch whose two ends agree */
const PROBES = 4

/** Whether it holds at a point. */
export type Judged = { point: Point; holds: boolean }

type Stretch = { holds: boolean; from: number; to: number }

/**
 * `out >= 72`, where whether it holds hangs on one swept value alone: the bounds are whole numbers between neighbours
 * of the sweep that differ, found by halving. Null where no single value decides. `holds` throws SpecError where a
 * point gives no architecture.
 */
export function conditionOf(found: readonly Judged[], sweep: ClaimSpec['sweep'], holds: (point: Point) => boolean): string | null {
  for (const name of Object.keys(sweep)) {
    const byValue = new Map<number, Judged[]>()
    for (const one of found) {
      const value = one.point[name] as number // every point has all names
      byValue.set(value, [...(byValue.get(value) ?? []), one])
    }
    if ([...byValue.values()].some((group) => new Set(group.map((one) => one.holds)).size > 1)) continue
    const values = [...byValue.keys()].sort((a, b) => a - b)
    const others = (byValue.get(values[0] as number) ?? []).map(({ point }) => point) // the sweep has values
    const at = (value: number): boolean | null => {
      try {
        const all = new Set(others.map((point) => holds({ ...point, [name]: value })))
        return all.size === 1 ? all.has(true) : null
      } catch (error) {
        if (error instanceof SpecError) return null
        throw error
      }
    }
    const known = values.map((value) => ({ value, holds: byValue.get(value)?.[0]?.holds ?? false }))
    return tell(name, values, stretches(known, at))
  }
  return null
}

/** Neighbours that agree become one stretch; between two that differ the bound is searched. */
function stretches(known: readonly { value: number; holds: boolean }[], at: (value: number) => boolean | null): Stretch[] {
  const found: Stretch[] = []
  for (const { value, holds } of known) {
    const last = found.at(-1)
    if (!last) found.push({ holds, from: value, to: value })
    else if (last.holds === holds && agree(last.to, value, holds, at)) last.to = value
    else if (last.holds === holds) found.push({ holds, from: value, to: value })
    else {
      const [low, high] = bound(last.to, value, last.holds, at)
      last.to = low
      found.push({ holds, from: high, to: value })
    }
  }
  return found
}

/** Whether some values between two, which both hold or both fail, do as they do; what can't be built says nothing. */
function agree(low: number, high: number, holds: boolean, at: (value: number) => boolean | null): boolean {
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high)) return true
  const step = Math.max(1, Math.floor((high - low) / (PROBES + 1)))
  for (let value = low + step; value < high; value += step) if (at(value) === !holds) return false
  return true
}

/** The last value like `low` and the first like `high`, as near to each other as can be told. */
function bound(low: number, high: number, like: boolean, at: (value: number) => boolean | null): [number, number] {
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high)) return [low, high]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    let [value, holds] = [middle, at(middle)]
    for (let tries = 1; holds === null && tries < MAX_TRIES; tries++) {
      value = middle + (tries % 2 === 1 ? (tries + 1) / 2 : -tries / 2)
      holds = value > low && value < high ? at(value) : null
    }
    if (holds === null) break
    if (holds === like) low = value
    else high = value
  }
  return [low, high]
}

/** In words, within the ends of the sweep: an end of the sweep is no bound. */
function tell(name: string, values: readonly number[], all: readonly Stretch[]): string {
  const [first, last] = [values[0], values.at(-1)]
  const parts = all
    .filter(({ holds }) => holds)
    .map(({ from, to }) => {
      if (from === to) return `${name} = ${from}`
      if (from === first) return `${name} <= ${to}`
      if (to === last) return `${name} >= ${from}`
      return `${from} <= ${name} <= ${to}`
    })
  return parts.join(' or ')
}
