/** Works out what a claim's expressions say at the points of its sweep. */
import { type Analysis, analyze, type Question } from '../analyze.ts'
import type { Library } from '../build.ts'
import { match, OPS_UNTIL_ERROR } from '../compare.ts'
import { evaluate, type Scope, valueAt, type Written } from '../expression.ts'
import type { Spec } from '../spec.ts'
import { SpecError } from '../spec-error.ts'
import type { ClaimSpec, Item } from './claim.ts'
import type { Form, Found } from './forms.ts'
import { FRACTIONS, type Fraction } from './fraction.ts'
import { metric, metricNames, type Subject, subjectOf } from './metrics.ts'

/** Values of what is swept. */
export type Point = Readonly<Record<string, number>>

/** Ops that one claim builds: a second of work */
const MAX_OPS = 500_000
/** Characters of expressions that take as long to work out as an op takes to build, where figures are large */
const CHARACTERS_AN_OP = 2

/** Points of a sweep have little in common: what few of them needed is forgotten at times, so that it need not be kept alive. */
const MAX_KEPT = 32

function keep<T>(known: Map<string, T>, key: string, value: T): T {
  if (known.size >= MAX_KEPT) known.clear()
  known.set(key, value)
  return value
}

/** It would take too long to go on. */
export class Exhausted extends SpecError {}

/** Each architecture is built once for the values that it depends on. */
export class Computing {
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

  /** Throws SpecError for what can't be worked out, and Exhausted where it would take too long. */
  values(parts: Form['parts'], text: string, point: Point): Fraction[] {
    const scope = this.#scope(point)
    this.#spend(text.length / CHARACTERS_AN_OP)
    return parts.map((part) => valueAt(part, scope, FRACTIONS, text))
  }

  /** What is found at a point, or along a row of them, by what the form looks at. */
  judge(form: Form, point: Point): Found {
    if (form.along === null) return form.judge(this.values(form.parts, form.text, point))
    const { along } = form
    const places = [...new Set(this.#claim.sweep[along] ?? [])].sort((a, b) => a - b)
    if (places.length < 2) throw new SpecError(`${along} needs two values at least to be looked at along them.`)
    const [part, ...rest] = form.parts
    const row = places.flatMap((place) => this.values(part ? [part] : [], form.text, { ...point, [along]: place }))
    return form.judgeRow(row, places, this.values(rest, form.text, point))
  }

  /** A name that is swept and reached nothing so far: it would make every point the same, unseen. */
  idle(): string | undefined {
    return Object.keys(this.#claim.sweep).find((name) => !this.#used.has(name))
  }

  #spend(ops: number): void {
    this.#ops += ops
    if (this.#ops > MAX_OPS)
      throw new Exhausted(`the sweep builds over ${MAX_OPS} ops; take fewer points, or a block instead of a network.`)
  }

  /** What is swept, and the figures of the claim's architectures at the point. */
  #scope(point: Point): Scope<Fraction> {
    const swept = this.#sweptScope(point)
    const subjects = new Map<string, Subject>()
    const items = this.#claim.let
    return {
      get: (name) => {
        const [first = '', ...rest] = name.split('.')
        if (rest.length === 0) return swept.get(first)
        const item = Object.hasOwn(items, first) ? items[first] : undefined
        if (!item) return undefined
        const subject = subjects.get(first) ?? this.#subject(first, item, point)
        subjects.set(first, subject)
        return metric(subject, rest.join('.'))
      },
      names: () => [...Object.keys(point), ...Object.keys(items).flatMap((name) => metricNames().map((of) => `${name}.${of}`))],
    }
  }

  #sweptScope(point: Point): Scope<Fraction> {
    return {
      get: (name) => {
        const swept = Object.hasOwn(point, name) ? point[name] : undefined
        if (swept !== undefined) this.#used.add(name)
        return swept === undefined ? undefined : FRACTIONS.of(swept)
      },
      names: () => Object.keys(point),
    }
  }

  #subject(name: string, item: Item, point: Point): Subject {
    const written = item.spec ?? this.#library.get(item.of ?? '')
    if (!written) throw new SpecError(`${name}: there is no block or model ${item.of}.`)
    const spec = item.input ? written : this.#sized(written, point.size)
    const question = this.#question(name, item, point, spec)
    const aim = item.equal ? this.#aim(item.equal, point) : null
    const key = JSON.stringify([name, spec.input, question, aim])
    const known = this.#subjects.get(key)
    if (known) return known
    const subject = subjectOf(this.#analyzed(name, item, spec, question, aim), item.only)
    return keep(this.#subjects, key, subject)
  }

  /** What the figure of an item with `equal` comes near to. */
  #aim({ metric: name, to }: NonNullable<Item['equal']>, point: Point): number {
    const item = this.#claim.let[to]
    const aim = item ? metric(this.#subject(to, item, point), name) : undefined
    if (!aim) throw new SpecError(`there is no ${to} to be equal to.`)
    return FRACTIONS.value(aim)
  }

  /** Built once, whatever part of it is asked about. */
  #analyzed(name: string, item: Item, spec: Spec, question: Question, aim: number | null): Analysis {
    const { equal } = item
    const key = JSON.stringify([item.of ?? { name }, spec.input, question, ...(equal ? [equal, item.only, aim] : [])])
    const known = this.#analyses.get(key)
    if (known) return known
    const analysis = equal && aim !== null ? this.#matched(item, equal, spec, question, aim) : this.#built(spec, question)
    const [missing] = analysis.cost.unsupported
    if (missing) throw new SpecError(`${name}: ${missing} has no rule, so its figures are lower bounds.`)
    return keep(this.#analyses, key, analysis)
  }

  #built(spec: Spec, question: Question): Analysis {
    this.#spend(OPS_UNTIL_ERROR) // so that what fails costs something too
    const analysis = analyze(spec, question, this.#library)
    this.#spend(Math.max(0, analysis.graph.nodes.length - OPS_UNTIL_ERROR))
    return analysis
  }

  #matched(item: Item, { vary, metric: name }: NonNullable<Item['equal']>, spec: Spec, question: Question, aim: number): Analysis {
    const figure = (analysis: Analysis) => FRACTIONS.value(metric(subjectOf(analysis, item.only), name) ?? FRACTIONS.of(0))
    return match(spec, question, { vary, aim, figure }, this.#library, (ops) => this.#spend(ops)).analysis
  }

  /** What is swept goes to the parameter of that name, and to `batch`, unless the item sets them itself. */
  #question(name: string, item: Item, point: Point, spec: Spec): Question {
    const scope = this.#sweptScope(point)
    const number = (written: Written) => {
      this.#spend(String(written).length / CHARACTERS_AN_OP)
      return FRACTIONS.value(evaluate(written, scope, FRACTIONS, this.#parsed))
    }
    try {
      const given = Object.fromEntries(Object.entries(item.with).map(([key, written]) => [key, number(written)]))
      const free = (key: string) => !Object.hasOwn(given, key) && item.equal?.vary !== key
      const swept = Object.entries(point).filter(([key]) => Object.hasOwn(spec.parameters, key) && free(key))
      for (const [key] of swept) this.#used.add(key)
      return {
        with: { ...Object.fromEntries(swept), ...given },
        ...(item.input ? { input: item.input.map(number) } : {}),
        batch: item.batch === null ? this.#take('batch', point.batch ?? 1) : number(item.batch),
        dtype: item.dtype,
      }
    } catch (error) {
      throw error instanceof SpecError ? error.within([name]) : error
    }
  }

  /** `size` is the height and width of an image, unless it is a parameter. */
  #sized(spec: Spec, size: number | undefined): Spec {
    const [channels] = spec.input
    if (size === undefined || channels === undefined || spec.input.length !== 3 || Object.hasOwn(spec.parameters, 'size')) return spec
    this.#used.add('size')
    return { ...spec, input: [channels, size, size] }
  }

  #take(name: string, value: number): number {
    this.#used.add(name)
    return value
  }
}
