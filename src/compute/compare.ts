/** The value of one parameter at which a figure comes nearest to another's. */
import { type Analysis, analyze, type Question } from './analyze.ts'
import type { Library } from './build.ts'
import type { Spec } from './spec.ts'
import { SpecError } from './spec-error.ts'

export type Metric = 'macs' | 'params'

/** No width of a published network is past this. */
const MAX_WIDTH = 65_536
/** Ops that one search builds: half a second of work */
const MAX_OPS = 200_000
/** An architecture that does not fit is found out on the way. */
export const OPS_UNTIL_ERROR = 100

/** What to search: the value of parameter `vary` at which `figure`, which must grow with it, comes nearest to `aim`. */
export type Search = { vary: string; aim: number; figure(analysis: Analysis): number }

export const figureOf =
  (metric: Metric) =>
  ({ cost }: Analysis): number =>
    Number(cost[metric])

/**
 * Searches whole numbers. Values at which the architecture can't be built (channels that groups do not divide) are
 * passed over. Throws SpecError where none can be, and where the figure is seen to fall. `spend` is told of the ops that it builds, and may throw.
 */
export function match(
  spec: Spec,
  question: Question,
  { vary, aim, figure }: Search,
  library: Library,
  spend: (ops: number) => void = () => {},
): { value: number; analysis: Analysis } {
  let built = 0
  const count = (ops: number) => {
    built += ops
    spend(ops)
  }
  const at = (value: number): Analysis | null => {
    if (built > MAX_OPS)
      throw new SpecError(`no value of ${vary} was found in reasonable time: too few values give an architecture.`, ['vary'])
    try {
      const analysis = analyze(spec, { ...question, with: { ...question.with, [vary]: value } }, library)
      count(analysis.graph.nodes.length)
      return analysis
    } catch (error) {
      count(OPS_UNTIL_ERROR)
      if (error instanceof SpecError && error.path[0] === 'layers') return null
      throw error
    }
  }
  /** the first value from `from` upwards, within one round of any likely number of groups, that can be built */
  const next = (from: number) => {
    for (let value = from; value < from + 256 && value <= MAX_WIDTH; value++) {
      const analysis = at(value)
      if (analysis) return { value, analysis }
    }
    return null
  }
  let [low, high] = [1, MAX_WIDTH]
  let best: { value: number; analysis: Analysis } | null = null
  const seen: [number, number][] = []
  const consider = (found: { value: number; analysis: Analysis }) => {
    seen.push([found.value, figure(found.analysis)])
    if (!best || Math.abs(figure(found.analysis) - aim) < Math.abs(figure(best.analysis) - aim)) best = found
  }
  const least = next(low)
  if (least) consider(least)
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const found = next(middle)
    if (!found) {
      high = middle - 1
      continue
    }
    consider(found)
    if (figure(found.analysis) < aim) low = found.value + 1
    else high = middle - 1
  }
  seen.sort(([a], [b]) => a - b)
  if (seen.some(([, of], i) => of < (seen[i - 1]?.[1] ?? of)))
    throw new SpecError(`the figure does not grow with ${vary}, so the nearest can't be searched.`, ['vary'])
  if (!best) throw new SpecError(`no value of ${vary} up to ${MAX_WIDTH} gives an architecture.`, ['vary'])
  return best // closures hide from the compiler that it was set
}
