/** Checks a claim: every point of its sweep is computed, exactly, and what was found becomes a verdict. */
import type { Library } from '../build.ts'
import { SpecError } from '../spec-error.ts'
import type { ClaimSpec } from './claim.ts'
import { Computing, type Point } from './computing.ts'
import { conditionOf } from './condition.ts'
import { type Form, type Found, parseForm } from './forms.ts'
import { FRACTIONS } from './fraction.ts'
import { turns } from './solve.ts'

/** STALE is not for computation to say: it is about the note. */
export type Verdict = 'HOLDS' | 'HOLDS_IF' | 'FAILS' | 'UNSUPPORTED'

/** One row of the table that a verdict stands on: `value` was found, `bounds` expected. */
export type Row = { point: Point; holds: boolean; value: number; bounds: readonly number[]; margin: number | null }

export type Check = {
  expect: string
  verdict: Verdict
  /** where it holds: `out >= 72`; null unless HOLDS_IF */
  condition: string | null
  /** one sentence: how closely it holds, the counter-example, or why it can't be computed */
  reason: string
  /** the smallest distance from a bound, as a share of it; negative where it fails */
  margin: number | null
  rows: readonly Row[]
}

export type Checked = Omit<Check, 'expect' | 'rows'> & { checks: readonly Check[] }

/** Never throws for what a claim says: what can't be computed is UNSUPPORTED, with the reason. */
export function checkClaim(claim: ClaimSpec, library: Library): Checked {
  if (claim.unsupported !== null) return { ...unsupported(claim.unsupported), checks: [] }
  const computing = new Computing(claim, library)
  const looked = claim.expect.map((expect) => look(expect, claim, computing, library))
  const checks = looked.map(({ check }) => check)
  const worst = checks.reduce((a, b) => (rank(b) > rank(a) ? b : a))
  const idle = worst.verdict === 'UNSUPPORTED' ? undefined : computing.idle()
  if (idle) {
    const reason = `${idle} is swept, but no expression has it and no architecture has a parameter of that name.`
    return { ...unsupported(reason), checks: checks.map(({ expect, rows }) => ({ expect, ...unsupported(reason), rows })) }
  }
  const reason = checks.length === 1 ? worst.reason : `${worst.expect}: ${worst.reason}`
  const all = { verdict: worst.verdict, condition: worst.condition, reason, margin: worst.margin, checks }
  if (checks.length === 1 || (worst.verdict !== 'HOLDS_IF' && !(claim.for === 'some' && worst.verdict === 'HOLDS'))) return all
  return together(
    looked.flatMap(({ seen }) => seen ?? []),
    claim,
    computing,
    all,
  )
}

/** What an expectation says, and what was found at its points: those of a form along a swept value have all others. */
type Seen = { form: Form; found: readonly FoundAt[] }

/** What each expectation has at some point must hold at one: where all of them do. */
function together(seen: readonly Seen[], claim: ClaimSpec, computing: Computing, all: Checked): Checked {
  const found = points(claim.sweep).map((point) => ({ point, holds: true }))
  for (const one of seen) {
    const at = new Map(one.found.map(({ point, holds }) => [showPoint(point), holds]))
    const along = one.form.along
    for (const every of found) {
      const { [along ?? '']: _, ...others } = every.point
      every.holds &&= at.get(showPoint(others)) ?? false
    }
  }
  if (!found.some(({ holds }) => holds))
    return { ...all, verdict: 'FAILS', condition: null, reason: 'At no point does all of it hold.', margin: null }
  if (claim.for === 'some') return all
  const holds = (point: Point) => seen.every(({ form }) => computing.judge(form, point).holds)
  // where no single value decides about all, each has its own
  const condition = conditionOf(found, claim.sweep, holds, null) ?? joined(new Set(all.checks.flatMap((check) => check.condition ?? [])))
  return { ...all, condition }
}

const joined = (conditions: ReadonlySet<string>) =>
  [...conditions].map((one) => (conditions.size > 1 && one.includes(' or ') ? `(${one})` : one)).join(' and ')

/** From what is best to what is worst. */
const ORDER: readonly Verdict[] = ['HOLDS', 'HOLDS_IF', 'UNSUPPORTED', 'FAILS']
const rank = ({ verdict }: Check) => ORDER.indexOf(verdict)

const unsupported = (reason: string) => ({ verdict: 'UNSUPPORTED' as const, condition: null, reason, margin: null })

type Looking = { claim: ClaimSpec; form: Form; computing: Computing; library: Library }

function look(expect: string, claim: ClaimSpec, computing: Computing, library: Library): { check: Check; seen: Seen | null } {
  try {
    const form = parseForm(expect)
    const found = placesOf(form, claim).map((point) => ({ point, ...computing.judge(form, point) }))
    return { check: { expect, ...judged(found, { claim, form, computing, library }) }, seen: { form, found } }
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    return { check: { expect, ...unsupported([error.path.join('.'), error.message].filter(Boolean).join(': ')), rows: [] }, seen: null }
  }
}

export type FoundAt = Found & { point: Point }

/** The points that a form looks at; along a swept value, those of all others. Throws SpecError where that is not swept. */
function placesOf({ along }: Form, { sweep }: ClaimSpec): Point[] {
  const { [along ?? '']: swept, ...others } = sweep
  if (along !== null && !swept) throw new SpecError(`${along} is not swept; there is ${Object.keys(sweep).join(', ') || 'no sweep'}.`)
  return points(others)
}

/** Every combination of what is swept; one empty point where nothing is. */
export const points = (sweep: ClaimSpec['sweep']): Point[] =>
  Object.entries(sweep).reduce<Point[]>(
    (all, [name, values]) => all.flatMap((point) => values.map((value) => ({ ...point, [name]: value }))),
    [{}],
  )

function judged(found: readonly FoundAt[], { claim, form, computing, library }: Looking): Omit<Check, 'expect'> {
  const rows = found.map(({ point, holds, value, bounds, margin }) => ({
    point,
    holds,
    value: FRACTIONS.value(value),
    bounds: bounds.map(FRACTIONS.value),
    margin,
  }))
  const holding = rows.filter(({ holds }) => holds)
  const failing = rows.filter(({ holds }) => !holds)
  const ofAll = rows.length === 1 ? '' : ` at all ${rows.length} points`
  if (failing.length === 0 || (claim.for === 'some' && holding.length > 0)) {
    const best = claim.for === 'some' ? furthest(holding) : closest(holding)
    const where = claim.for === 'some' ? ` at ${holding.length} of ${rows.length} points, one is enough` : ofAll
    return { verdict: 'HOLDS', condition: null, reason: `It holds${where}: ${told(best)}.`, margin: best?.margin ?? null, rows }
  }
  if (holding.length > 0) {
    const condition =
      form.along === null
        ? conditionOf(found, claim.sweep, (point) => computing.judge(form, point).holds, turns(claim, form, library))
        : null
    const nearest = furthest(failing)
    if (condition !== null)
      return {
        verdict: 'HOLDS_IF',
        condition,
        reason: `It holds where ${condition}, at ${holding.length} of the sweep's ${rows.length} points; ${told(nearest)}, where it does not.`,
        margin: nearest?.margin ?? null,
        rows,
      }
  }
  const worst = closest(failing)
  const share = holding.length > 0 ? ` at ${failing.length} of ${rows.length} points` : rows.length === 1 ? '' : ' at every point'
  return { verdict: 'FAILS', condition: null, reason: `It fails${share}: ${told(worst)}.`, margin: worst?.margin ?? null, rows }
}

const byMargin = (rows: readonly Row[], sign: 1 | -1) =>
  rows.reduce<Row | undefined>(
    (best, row) => (best === undefined || ((row.margin ?? 0) - (best.margin ?? 0)) * sign < 0 ? row : best),
    undefined,
  )
const closest = (rows: readonly Row[]) => byMargin(rows, 1)
const furthest = (rows: readonly Row[]) => byMargin(rows, -1)

export const showPoint = (point: Point) =>
  Object.entries(point)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')

/** Numbers with as many digits as it takes to tell them apart. */
function show(numbers: readonly number[]): string[] {
  const written = (digits: number) =>
    numbers.map((n) => (Number.isInteger(n) ? n.toLocaleString('en-US') : String(Number(n.toPrecision(digits)))))
  const apart = new Set(numbers).size
  return written([6, 9, 12].find((digits) => new Set(written(digits)).size === apart) ?? 17)
}

function told(row: Row | undefined): string {
  if (!row) return 'nothing was computed'
  const at = Object.keys(row.point).length > 0 ? `at ${showPoint(row.point)} ` : ''
  if (row.bounds.length === 0) return `${at}the condition is ${row.holds ? 'true' : 'false'}`
  const [value, ...bounds] = show([row.value, ...row.bounds])
  return `${at}it is ${value}, beside ${bounds.join(' and ')}`
}
