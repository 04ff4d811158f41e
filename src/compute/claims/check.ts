/** Checks a claim: every point of its sweep is computed, exactly, and what was found becomes a verdict. */
import { type Analysis, analyze, type Question } from '../analyze.ts'
import type { Library } from '../build.ts'
import { match } from '../compare.ts'
import { evaluate, type Scope, valueAt, type Written } from '../expression.ts'
import type { Spec } from '../spec.ts'
import { SpecError } from '../spec-error.ts'
import type { ClaimSpec, Item } from './claim.ts'
import { conditionOf } from './condition.ts'
import { type Form, type Found, parseForm } from './forms.ts'
import { FRACTIONS, type Fraction } from './fraction.ts'
import { metric, metricNames, type Subject, subjectOf } from './metrics.ts'

/** STALE is not for computation to say: it is about the note. */
export type Verdict = 'HOLDS' | 'HOLDS_IF' | 'FAILS' | 'UNSUPPORTED'

/** Values of what is swept. */
export type Point = Readonly<Record<string, number>>

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

/** Ops that one claim builds: a second of work */
const MAX_OPS = 500_000

/** Never throws for what a claim says: what can't be computed is UNSUPPORTED, with the reason. */
export function checkClaim(claim: ClaimSpec, library: Library): Checked {
  if (claim.unsupported !== null) return { ...unsupported(claim.unsupported), checks: [] }
  const computing = new Computing(claim, library)
  const checks = claim.expect.map((expect) => checkOne(expect, claim, computing))
  const worst = checks.reduce((a, b) => (rank(b) > rank(a) ? b : a))
  if (worst.verdict === 'HOLDS_IF' || (claim.for === 'some' && worst.verdict === 'HOLDS')) {
    const apart = !together(checks)
    if (apart) return { verdict: 'FAILS', condition: null, reason: 'At no point does all of it hold.', margin: null, checks }
  }
  const conditions = [...new Set(checks.flatMap(({ condition }) => condition ?? []))]
  return {
    verdict: worst.verdict,
    condition: worst.verdict === 'HOLDS_IF' ? joined(conditions) : null,
    reason: checks.length === 1 ? worst.reason : `${worst.expect}: ${worst.reason}`,
    margin: worst.margin,
    checks,
  }
}

/** Whether there is a point at which all hold; expectations along a sweep have rows in place of points. */
const together = (checks: readonly Check[]) => {
  const pointwise = checks.filter(({ rows }) => rows.length === Math.max(...checks.map((one) => one.rows.length)))
  return pointwise[0]?.rows.some((_, i) => pointwise.every(({ rows }) => rows[i]?.holds)) ?? true
}

/** Where all of them hold. */
const joined = (conditions: readonly string[]) =>
  conditions.map((one) => (conditions.length > 1 && one.includes(' or ') ? `(${one})` : one)).join(' and ')

/** From what is best to what is worst. */
const ORDER: readonly Verdict[] = ['HOLDS', 'HOLDS_IF', 'UNSUPPORTED', 'FAILS']
const rank = ({ verdict }: Check) => ORDER.indexOf(verdict)

const unsupported = (reason: string) => ({ verdict: 'UNSUPPORTED' as const, condition: null, reason, margin: null })

function checkOne(expect: string, claim: ClaimSpec, computing: Computing): Check {
  try {
    const form = parseForm(expect)
    const found = form.along === null ? alongPoints(form, claim, computing) : alongRows(form, claim, computing)
    computing.checkSwept()
    return { expect, ...judged(found, claim, form, computing) }
  } catch (error) {
    // of numbers too large to count with
    if (error instanceof RangeError) return { expect, ...unsupported(`too large, or of nothing: ${error.message}.`), rows: [] }
    if (!(error instanceof SpecError)) throw error
    return { expect, ...unsupported([error.path.join('.'), error.message].filter(Boolean).join(': ')), rows: [] }
  }
}

export type FoundAt = Found & { point: Point }

const alongPoints = (form: Form & { along: null }, claim: ClaimSpec, computing: Computing): FoundAt[] =>
  points(claim.sweep).map((point) => ({ point, ...form.judge(computing.values(form.parts, form.text, point)) }))

function alongRows(form: Form & { along: string }, claim: ClaimSpec, computing: Computing): FoundAt[] {
  const { [form.along]: swept, ...others } = claim.sweep
  if (!swept) throw new SpecError(`${form.along} is not swept; there is ${Object.keys(claim.sweep).join(', ') || 'no sweep'}.`)
  const places = [...new Set(swept)].sort((a, b) => a - b)
  if (places.length < 2) throw new SpecError(`${form.along} needs two values at least to be looked at along them.`)
  const [part, ...rest] = form.parts
  return points(others).map((point) => {
    const row = places.flatMap((place) => computing.values(part ? [part] : [], form.text, { ...point, [form.along]: place }))
    return { point, ...form.judgeRow(row, places, computing.values(rest, form.text, point)) }
  })
}

/** Every combination of what is swept; one empty point where nothing is. */
export const points = (sweep: ClaimSpec['sweep']): Point[] =>
  Object.entries(sweep).reduce<Point[]>(
    (all, [name, values]) => all.flatMap((point) => values.map((value) => ({ ...point, [name]: value }))),
    [{}],
  )

function judged(found: readonly FoundAt[], claim: ClaimSpec, form: Form, computing: Computing): Omit<Check, 'expect'> {
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
    const condition = form.along === null ? conditionOf(found, claim.sweep, (point) => computing.holds(form, point)) : null
    const nearest = furthest(failing)
    if (condition !== null)
      return {
        verdict: 'HOLDS_IF',
        condition,
        reason: `It holds where ${condition}, at ${holding.length} of ${rows.length} points; ${told(nearest)}, where it does not.`,
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

const show = (n: number) => (Number.isInteger(n) ? n.toLocaleString('en-US') : String(Number(n.toPrecision(6))))
export const showPoint = (point: Point) =>
  Object.entries(point)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')

function told(row: Row | undefined): string {
  if (!row) return 'nothing was computed'
  const at = Object.keys(row.point).length > 0 ? `at ${showPoint(row.point)} ` : ''
  if (row.bounds.length === 0) return `${at}the condition is ${row.holds ? 'true' : 'false'}`
  return `${at}it is ${show(row.value)}, beside ${row.bounds.map(show).join(' and ')}`
}

const counted = (analysis: Analysis) => ({ analysis, ops: analysis.graph.nodes.length })

/** Works out values of expressions at points; each architecture is built once for the values that it depends on. */
class Computing {
  readonly #claim: ClaimSpec
  readonly #library: Library
  readonly #parsed = new Map()
  readonly #subjects = new Map<string, Subject>()
  readonly #analyses = new Map<string, Analysis>()
  readonly #used = new Set<string>()
  #ops = 0

  constructor(claim: ClaimSpec, library: Library) {
    this.#claim = claim
    this.#library = library
  }

  values(parts: Form['parts'], text: string, point: Point): Fraction[] {
    const scope = this.#scope(point)
    return parts.map((part) => valueAt(part, scope, FRACTIONS, text))
  }

  /** A name that is swept and reaches nothing would make every point the same, unseen. Throws SpecError. */
  checkSwept(): void {
    const idle = Object.keys(this.#claim.sweep).find((name) => !this.#used.has(name))
    if (idle) throw new SpecError(`${idle} is swept, but no expression has it and no architecture has a parameter of that name.`)
  }

  holds(form: Form, point: Point): boolean {
    if (form.along !== null) throw new Error('a form along a sweep has no single points')
    return form.judge(this.values(form.parts, form.text, point)).holds
  }

  #scope(point: Point): Scope<Fraction> {
    const claim = this.#claim
    return {
      get: (name) => {
        const [first = '', ...rest] = name.split('.')
        const swept = Object.hasOwn(point, first) ? point[first] : undefined
        if (swept !== undefined) this.#used.add(first)
        if (rest.length === 0) return swept === undefined ? undefined : FRACTIONS.of(swept)
        const item = Object.hasOwn(claim.let, first) ? claim.let[first] : undefined
        return item ? metric(this.#subject(first, item, point), rest.join('.')) : undefined
      },
      names: () => [...Object.keys(point), ...Object.keys(claim.let).flatMap((name) => metricNames().map((of) => `${name}.${of}`))],
    }
  }

  #subject(name: string, item: Item, point: Point): Subject {
    const spec = item.spec ?? this.#library.get(item.of ?? '')
    if (!spec) throw new SpecError(`${name}: there is no block or model ${item.of}.`)
    const question = this.#question(name, item, point, spec)
    const aim = item.equal ? Number(this.#analysis(item.equal.to, point).cost[item.equal.metric]) : null
    const analysis = this.#analyzed(name, item, spec, question, aim)
    const key = JSON.stringify([name, question, aim])
    const subject = this.#subjects.get(key) ?? subjectOf(analysis, item.only)
    this.#subjects.set(key, subject)
    return subject
  }

  /** Built once, whatever part of it is asked about. */
  #analyzed(name: string, item: Item, spec: Spec, question: Question, aim: number | null): Analysis {
    const key = JSON.stringify([item.of, item.of === null ? name : null, question, item.equal, aim])
    const known = this.#analyses.get(key)
    if (known) return known
    const { analysis, ops } =
      item.equal && aim !== null
        ? match(spec, question, item.equal.vary, item.equal.metric, aim, this.#library)
        : counted(analyze(spec, question, this.#library))
    this.#ops += ops
    if (this.#ops > MAX_OPS)
      throw new SpecError(`the sweep builds over ${MAX_OPS} ops; take fewer points, or a block instead of a network.`)
    const [missing] = analysis.cost.unsupported
    if (missing) throw new SpecError(`${name}: ${missing} has no rule, so its figures are lower bounds.`)
    this.#analyses.set(key, analysis)
    return analysis
  }

  #analysis(name: string, point: Point): Analysis {
    const item = this.#claim.let[name]
    if (!item) throw new SpecError(`there is no ${name} to be equal to.`)
    return this.#subject(name, item, point).analysis
  }

  /** What is swept goes to the parameter of that name, and to `batch` and `size`, unless the item sets them itself. */
  #question(name: string, item: Item, point: Point, spec: Spec): Question {
    const scope = this.#scope(point)
    const number = (written: Written) => FRACTIONS.value(evaluate(written, scope, FRACTIONS, this.#parsed))
    const given = Object.fromEntries(Object.entries(item.with).map(([key, written]) => [key, number(written)]))
    const free = (key: string) => !Object.hasOwn(given, key) && item.equal?.vary !== key
    const swept = Object.entries(point).filter(([key]) => Object.hasOwn(spec.parameters, key) && free(key))
    for (const [key] of swept) this.#used.add(key)
    const { size, batch } = point
    try {
      return {
        with: { ...Object.fromEntries(swept), ...given },
        ...(item.input ? { input: item.input.map(number) } : this.#sized(spec, size)),
        batch: item.batch === null ? this.#take('batch', batch ?? 1) : number(item.batch),
        dtype: item.dtype,
      }
    } catch (error) {
      throw error instanceof SpecError ? error.within([name]) : error
    }
  }

  /** `size` is the height and width of an image whose channels are a number, unless it is a parameter. */
  #sized({ parameters, input }: Spec, size: number | undefined): Pick<Question, 'input'> {
    const channels = Number(input[0])
    if (size === undefined || input.length !== 3 || Object.hasOwn(parameters, 'size') || Number.isNaN(channels)) return {}
    this.#used.add('size')
    return { input: [channels, size, size] }
  }

  #take(name: string, value: number): number {
    this.#used.add(name)
    return value
  }
}
