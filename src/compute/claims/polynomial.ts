/**
 * Exact arithmetic over one unknown: quotients of polynomials, so that the rules that give figures also give the equation
 * of a claim. What is decided by the unknown (a stride, how many times) has no such form.
 */
import type { Algebra } from '../algebra.ts'
import { SpecError } from '../spec-error.ts'
import { compare, FRACTIONS, type Fraction, fraction, wholeRoot } from './fraction.ts'

/** Coefficients from the constant upwards; none for 0. */
type Polynomial = readonly Fraction[]

/** A quotient, and the number that it is at one value of the unknown, by which checks are made. */
export type Quotient = { over: Polynomial; under: Polynomial; at: Fraction }

/** There is no polynomial of a low degree. */
export class NoForm extends Error {}

/** Products of more unknowns than any figure of a layer has. */
const MAX_DEGREE = 8

const ONE = fraction(1n)
const ZERO = fraction(0n)
const isZero = ({ over }: Fraction) => over === 0n

function trimmed(coefficients: Fraction[]): Polynomial {
  while (coefficients.length > 0 && isZero(coefficients.at(-1) ?? ONE)) coefficients.pop()
  if (coefficients.length > MAX_DEGREE + 1) throw new NoForm()
  return coefficients
}
const plus = (a: Polynomial, b: Polynomial): Polynomial =>
  trimmed(Array.from({ length: Math.max(a.length, b.length) }, (_, i) => FRACTIONS.add(a[i] ?? ZERO, b[i] ?? ZERO)))
const minus = (a: Polynomial): Polynomial => a.map((one) => FRACTIONS.sub(ZERO, one))
function times(a: Polynomial, b: Polynomial): Polynomial {
  const product: Fraction[] = []
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) product[i + j] = FRACTIONS.add(product[i + j] ?? ZERO, FRACTIONS.mul(x, y))
  return trimmed(product)
}
const same = (a: Polynomial, b: Polynomial) => plus(a, minus(b)).length === 0

const constant = (value: Fraction): Quotient => ({ over: isZero(value) ? [] : [value], under: [ONE], at: value })
const isConstant = ({ over, under }: Quotient) => over.length <= 1 && under.length === 1
/** The unknown itself. */
export const unknown = (at: number): Quotient => ({ over: [ZERO, ONE], under: [ONE], at: FRACTIONS.of(at) })

const sum = (a: Quotient, b: Quotient, at: Fraction): Quotient =>
  same(a.under, b.under)
    ? { over: plus(a.over, b.over), under: a.under, at }
    : { over: plus(times(a.over, b.under), times(b.over, a.under)), under: times(a.under, b.under), at }
const negative = (a: Quotient): Quotient => ({ ...a, over: minus(a.over) })
const product = (a: Quotient, b: Quotient, at: Fraction): Quotient => ({ over: times(a.over, b.over), under: times(a.under, b.under), at })

/** The number of what does not hang on the unknown. */
function decided(a: Quotient): Fraction {
  if (!isConstant(a)) throw new NoForm()
  return a.at
}

function divided(a: Quotient, b: Quotient): Quotient {
  if (b.over.length === 0) throw new SpecError('division by zero.')
  return { over: times(a.over, b.under), under: times(a.under, b.over), at: FRACTIONS.div(a.at, b.at) }
}

export const QUOTIENTS: Algebra<Quotient> = {
  of: (value) => constant(FRACTIONS.of(value)),
  add: (a, b) => sum(a, b, FRACTIONS.add(a.at, b.at)),
  sub: (a, b) => sum(a, negative(b), FRACTIONS.sub(a.at, b.at)),
  mul: (a, b) => product(a, b, FRACTIONS.mul(a.at, b.at)),
  div: divided,
  apply(name, args, value) {
    const [base, exponent] = args
    if (name === 'pow' && base && exponent && !isConstant(base)) {
      const n = FRACTIONS.value(decided(exponent))
      if (!Number.isInteger(n) || Math.abs(n) > MAX_DEGREE) throw new NoForm()
      const one = constant(ONE)
      const powers = Array.from({ length: Math.abs(n) }, () => base).reduce((a, b) => QUOTIENTS.mul(a, b), one)
      return n < 0 ? divided(one, powers) : powers
    }
    return constant(FRACTIONS.apply(name, args.map(decided), value))
  },
  value: ({ at }) => FRACTIONS.value(at),
  fix: (a) => FRACTIONS.value(decided(a)),
  holds: (a) => !isZero(decided(a)),
  same(a, b) {
    if (same(times(a.over, b.under), times(b.over, a.under))) return true
    // of two that differ, a constant difference differs everywhere
    decided(QUOTIENTS.sub(a, b))
    return false
  },
}

/** A value of the unknown: a fraction, or one with a square root. */
type Root = { text: string; value: number }

/** Where two quotients are equal, in ascending order. Throws NoForm where they are so everywhere, or by an equation above the second degree. */
export function meetings(a: Quotient, b: Quotient): Root[] {
  const [c = ZERO, d = ZERO, e = ZERO, ...higher] = plus(times(a.over, b.under), minus(times(b.over, a.under)))
  if (higher.length > 0 || [c, d, e].every(isZero)) throw new NoForm()
  const defined = ({ value }: Root) => [a.under, b.under].every((under) => under.length === 1 || Math.abs(valueAt(under, value)) > 0)
  return (isZero(e) ? linear(c, d) : quadratic(c, d, e)).filter(defined).sort((x, y) => x.value - y.value)
}

/** Where either may jump from one sign to the other without meeting it. Throws NoForm above the second degree. */
export const poles = (...quotients: Quotient[]): number[] =>
  quotients.flatMap(({ under: [c = ZERO, d = ZERO, e = ZERO, ...higher] }) => {
    if (higher.length > 0) throw new NoForm()
    return (isZero(e) ? linear(c, d) : quadratic(c, d, e)).map(({ value }) => value)
  })

const valueAt = (polynomial: Polynomial, x: number) => polynomial.reduceRight((total, one) => total * x + FRACTIONS.value(one), 0)

const written = ({ over, under }: Fraction): string => (under === 1n ? `${over}` : `${over}/${under}`)

/** c + d·x = 0 */
function linear(c: Fraction, d: Fraction): Root[] {
  if (isZero(d)) return []
  const x = FRACTIONS.div(FRACTIONS.sub(ZERO, c), d)
  return [{ text: written(x), value: FRACTIONS.value(x) }]
}

/** c + d·x + e·x² = 0, as (p ± s·√r)/q in whole numbers. */
function quadratic(c: Fraction, d: Fraction, e: Fraction): Root[] {
  const scale = c.under * d.under * e.under
  const [k, l, m] = [c, d, e].map(({ over, under }) => (over * scale) / under) as [bigint, bigint, bigint] // as many as given
  const discriminant = l * l - 4n * m * k
  if (discriminant < 0n) return []
  const root = wholeRoot(discriminant)
  if (root * root === discriminant) {
    const roots = [fraction(-l - root, 2n * m), fraction(-l + root, 2n * m)]
    const apart = compare(roots[0] ?? ZERO, roots[1] ?? ZERO) === 0 ? roots.slice(1) : roots
    return apart.map((x) => ({ text: written(x), value: FRACTIONS.value(x) }))
  }
  const { outside, inside } = squareFree(discriminant)
  return [-1n, 1n].map((sign) => surd(fraction(-l, 2n * m), fraction(sign * outside, 2n * m), inside))
}

/** p + s·√r */
const surd = (p: Fraction, s: Fraction, r: bigint): Root => {
  const value = FRACTIONS.value(p) + FRACTIONS.value(s) * Math.sqrt(Number(r))
  const factor = s.over === 1n || s.over === -1n ? '' : `${s.over < 0n ? -s.over : s.over}*`
  const part = `${factor}sqrt(${r})${s.under === 1n ? '' : `/${s.under}`}`
  return { text: isZero(p) ? `${s.over < 0n ? '-' : ''}${part}` : `${written(p)}${s.over < 0n ? '-' : '+'}${part}`, value }
}

/** Square factors up to a thousand are taken out of a root. */
function squareFree(n: bigint): { outside: bigint; inside: bigint } {
  let [outside, inside] = [1n, n]
  for (let k = 2n; k <= 1_000n && k * k <= inside; k++)
    while (inside % (k * k) === 0n) {
      inside /= k * k
      outside *= k
    }
  return { outside, inside }
}
