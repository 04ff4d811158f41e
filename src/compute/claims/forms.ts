/**
 * What can be expected, as a table: how it is written, and whether values bear it out. To add a form, add its entry.
 * A form looks at one point of a sweep (`at`), or at a row of them along one swept value (`along`).
 */
import type { Expression } from 'jsep'
import type { Algebra } from '../algebra.ts'
import { MAX_EXPRESSION, parse } from '../expression.ts'
import { SpecError } from '../spec-error.ts'
import { compare, FRACTIONS, type Fraction, fraction } from './fraction.ts'

/** What was found at one point: `value` is the left side, `bounds` the right; `margin` is how far from the bound, as a share of it, negative where it fails. */
export type Found = { holds: boolean; value: Fraction; bounds: readonly Fraction[]; margin: number | null }

export type Form = { text: string } & (
  | {
      along: null
      parts: readonly Expression[]
      judge(values: readonly Fraction[]): Found
      /** pairs that are equal where it may begin or cease to hold; none where no such pair says it */
      sides<T>(values: readonly T[], a: Algebra<T>): readonly [T, T][]
    }
  /** `of` is asked at every value of `along` */
  | {
      along: string
      parts: readonly Expression[]
      judgeRow(row: readonly Fraction[], places: readonly number[], rest: readonly Fraction[]): Found
    }
)

/** (value − bound) / |bound|, as a number. */
const distance = (value: Fraction, bound: Fraction): number => {
  const [far, size] = [FRACTIONS.value(FRACTIONS.sub(value, bound)), Math.abs(FRACTIONS.value(bound))]
  return size === 0 ? far : far / size
}

const SIGNS: Record<string, (order: number) => boolean> = {
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '==': (order) => order === 0,
}

type Row = (row: readonly Fraction[]) => boolean
const steps =
  (fits: (order: number) => boolean): Row =>
  (row) =>
    row.every((value, i) => i === 0 || fits(compare(value, row[i - 1] as Fraction))) // it has one before it

const COURSES: Record<string, Row> = {
  'increasing in': steps((order) => order > 0),
  'decreasing in': steps((order) => order < 0),
  'constant in': steps((order) => order === 0),
  'monotonic in': (row) => steps((order) => order >= 0)(row) || steps((order) => order <= 0)(row),
}

const FORMS: { says: string; pattern: RegExp; make(groups: readonly string[], text: string): Form }[] = [
  {
    says: 'E between L and H',
    pattern: /^(.+?)\s+between\s+(.+?)\s+and\s+(.+)$/,
    make: ([value = '', low = '', high = ''], text) => ({
      text,
      along: null,
      parts: [value, low, high].map(parse),
      judge(values) {
        const [x, a, b] = values as [Fraction, Fraction, Fraction] // as many as parts
        if (compare(a, b) > 0)
          throw new SpecError(`between ${FRACTIONS.value(a)} and ${FRACTIONS.value(b)} there is nothing: write the lesser first.`)
        return {
          holds: compare(a, x) <= 0 && compare(x, b) <= 0,
          value: x,
          bounds: [a, b],
          margin: Math.min(distance(x, a), -distance(x, b)),
        }
      },
      sides: ([x, ...bounds]) => bounds.map((bound) => [x as typeof bound, bound]), // it has as many as parts
    }),
  },
  {
    says: 'E ≈ F within P %',
    pattern: /^(.+?)\s*≈\s*(.+?)\s+within\s+(.+?)\s*%$/,
    make: ([value = '', aim = '', percent = ''], text) => ({
      text,
      along: null,
      parts: [value, aim, percent].map(parse),
      judge(values) {
        const [x, y, p] = values as [Fraction, Fraction, Fraction] // as many as parts
        const { sub, mul } = FRACTIONS
        if (p.over < 0n) throw new SpecError(`within ${FRACTIONS.value(p)} % there is nothing.`)
        const off = mul(FRACTIONS.of(100), sub(x, y))
        const allowed = mul(p, y)
        const size = (f: Fraction) => ({ over: f.over < 0n ? -f.over : f.over, under: f.under })
        return {
          holds: compare(size(off), size(allowed)) <= 0,
          value: x,
          bounds: [y],
          margin: FRACTIONS.value(p) / 100 - Math.abs(distance(x, y)),
        }
      },
      sides(values, a) {
        const [x, y, p] = values as [(typeof values)[0], (typeof values)[0], (typeof values)[0]] // as many as parts
        const off = a.div(p, a.of(100))
        return [a.sub(a.of(1), off), a.add(a.of(1), off)].map((share) => [x, a.mul(y, share)])
      },
    }),
  },
  {
    says: 'E prints 4.23 (rounded to its digits, or cut off)',
    pattern: /^(.+?)\s+prints\s+(\d+(?:\.\d+)?)$/,
    make: ([value = '', printed = ''], text) => ({
      text,
      along: null,
      parts: [value, printed].map(parse),
      judge(values) {
        const [x, shown] = values as [Fraction, Fraction] // as many as parts
        const unit = fraction(1n, 10n ** BigInt(printed.split('.')[1]?.length ?? 0))
        const [low, high] = [FRACTIONS.sub(shown, FRACTIONS.div(unit, fraction(2n))), FRACTIONS.add(shown, unit)]
        return {
          holds: compare(low, x) <= 0 && compare(x, high) < 0,
          value: x,
          bounds: [shown],
          margin: Math.min(distance(x, low), -distance(x, high)),
        }
      },
      sides(values, a) {
        const [x, shown] = values as [(typeof values)[0], (typeof values)[0]] // as many as parts
        const unit = a.div(a.of(1), a.of(10 ** (printed.split('.')[1]?.length ?? 0)))
        return [a.sub(shown, a.div(unit, a.of(2))), a.add(shown, unit)].map((bound) => [x, bound])
      },
    }),
  },
  {
    says: 'E minimal at x = V',
    pattern: /^(.+?)\s+(minimal|maximal)\s+at\s+([A-Za-z]\w*)\s*=\s*(.+)$/,
    make: ([value = '', which = '', along = '', place = ''], text) => ({
      text,
      along,
      parts: [value, place].map(parse),
      judgeRow(row, places, [at = fraction(0n)]) {
        const sign = which === 'minimal' ? 1 : -1
        const best = row.reduce((least, one) => (compare(one, least) * sign < 0 ? one : least))
        const there = row[places.findIndex((one) => compare(FRACTIONS.of(one), at) === 0)]
        if (!there) throw new SpecError(`${along} = ${FRACTIONS.value(at)} is not among the values of the sweep.`)
        return { holds: compare(there, best) === 0, value: there, bounds: [best], margin: 0 - Math.abs(distance(there, best)) }
      },
    }),
  },
  ...Object.entries(COURSES).map(([words, fits]) => ({
    says: `E ${words} x`,
    pattern: new RegExp(`^(.+?)\\s+${words}\\s+([A-Za-z]\\w*)$`),
    make: ([value = '', along = '']: readonly string[], text: string): Form => ({
      text,
      along,
      parts: [parse(value)],
      judgeRow: (row) => ({ holds: fits(row), value: row.at(-1) ?? fraction(0n), bounds: [row[0] ?? fraction(0n)], margin: null }),
    }),
  })),
]

/** Reads what is expected. Throws SpecError for what has no form, or holds what is no expression. */
export function parseForm(written: string): Form {
  // short, and with single spaces: the patterns would take long over more
  const text = written.trim().replace(/\s+/g, ' ')
  if (text.length > MAX_EXPRESSION) throw new SpecError(`What is expected has at most ${MAX_EXPRESSION} characters.`)
  for (const { pattern, make } of FORMS) {
    const match = pattern.exec(text)
    if (!match) continue
    const form = make(match.slice(1), text)
    form.parts.forEach(checkFigure)
    return form
  }
  return condition(text)
}

type Parsed = Expression & {
  operator?: string
  left?: Expression
  right?: Expression
  argument?: Expression
  raw?: string
  value?: unknown
}

const LOGICAL = new Set(['&&', '||', '!'])
/** Whether it is true or false, and no figure. */
const isCondition = (part: Expression) => {
  const { operator = '' } = part as Parsed
  return LOGICAL.has(operator) || operator === '!=' || Object.hasOwn(SIGNS, operator)
}

/** A truth value in place of a figure would be 1 or 0, unseen; before a question mark it is none. Throws SpecError. */
function checkFigure(part: Expression): void {
  if (isCondition(part)) throw new SpecError('a comparison stands where a figure is expected: list what is expected one by one.')
  if ((part as Parsed).type === 'Literal') checkLiteral(part as Parsed)
  for (const [name, child] of childrenOf(part)) if (name !== 'test' || !isCondition(child)) checkFigure(child)
}

/** What an expression is made of, by the parser's names. */
const childrenOf = (part: Expression): [string, Expression][] =>
  Object.entries(part).flatMap(([name, child]): [string, Expression][] =>
    [child].flat().flatMap((one) => (typeof one === 'object' && one !== null && 'type' in one ? [[name, one as Expression]] : [])),
  )

/** Digits that a double keeps. */
export const MAX_DIGITS = 15
/** How many digits a number is written with, but for noughts before it. */
export const significant = (written: string): number => written.replace(/^[+-]|e.*$|[.]/gi, '').replace(/^0+/, '').length

/** Digits that a number does not hold would be dropped, unseen. Throws SpecError. */
function checkLiteral({ raw = '', value }: Parsed): void {
  if (significant(raw) > MAX_DIGITS || (significant(raw) > 0 && value === 0))
    throw new SpecError(`${raw.slice(0, 40)} has more digits than are kept: write it as a sum.`)
}

/** Both sides of && and || must be conditions, down to comparisons of figures. Throws SpecError. */
function checkCondition(part: Expression): void {
  const { operator = '', left, right, argument } = part as Parsed
  if (!isCondition(part)) throw new SpecError('a figure stands where a condition is expected: compare it with something.')
  for (const side of [left, right, argument]) if (side) (LOGICAL.has(operator) ? checkCondition : checkFigure)(side)
}

/** A comparison, or any condition made of them. */
function condition(text: string): Form {
  const parsed = parse(text) as Parsed
  const sign = parsed.type === 'BinaryExpression' && parsed.operator ? SIGNS[parsed.operator] : undefined
  if (sign && parsed.left && parsed.right) {
    for (const side of [parsed.left, parsed.right]) checkFigure(side)
    return {
      text,
      along: null,
      parts: [parsed.left, parsed.right],
      judge(values) {
        const [x, y] = values as [Fraction, Fraction] // as many as parts
        const margin = distance(x, y)
        const towards = parsed.operator?.startsWith('<') ? -margin : parsed.operator === '==' ? -Math.abs(margin) : margin
        return { holds: sign(compare(x, y)), value: x, bounds: [y], margin: towards }
      },
      sides: ([x, y]) => [[x as NonNullable<typeof x>, y as NonNullable<typeof y>]], // as many as parts
    }
  }
  if (!isCondition(parsed))
    throw new SpecError(
      `${JSON.stringify(text.slice(0, 80))} expects nothing: write ${FORMS.map(({ says }) => says).join(', ')}, or a comparison.`,
    )
  checkCondition(parsed)
  return {
    text,
    along: null,
    parts: [parsed],
    judge: ([x = fraction(0n)]) => ({ holds: x.over !== 0n, value: x, bounds: [], margin: null }),
    sides: () => [],
  }
}
