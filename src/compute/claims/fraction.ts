/** Exact arithmetic for claims: a verdict must not hang on how a double rounds. */
import type { Algebra } from '../algebra.ts'
import { SpecError } from '../spec-error.ts'

/** In lowest terms; `under` is positive. */
export type Fraction = { readonly over: bigint; readonly under: bigint }

/** About 10³⁰¹, which a double can still tell; past it arithmetic would only take time. */
const MAX_BITS = 1_000
const LIMIT = 1n << BigInt(MAX_BITS)

/** Throws SpecError for division by zero, and for terms past 2¹⁰⁰⁰. */
export function fraction(over: bigint, under = 1n): Fraction {
  if (under === 0n) throw new SpecError('division by zero.')
  if (over > LIMIT || over < -LIMIT || under > LIMIT || under < -LIMIT) throw new SpecError('a figure is too large to count with.')
  if (under === 1n) return { over, under }
  const sign = under < 0n ? -1n : 1n
  const divisor = greatest(over < 0n ? -over : over, under * sign) * sign
  return { over: over / divisor, under: under / divisor }
}

function greatest(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

const ZERO = fraction(0n)
const bits = (n: bigint) => n.toString(16).length * 4

/** −1, 0 or 1. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.over * b.under - b.over * a.under
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

function ofNumber(value: number): Fraction {
  if (Number.isSafeInteger(value)) return fraction(BigInt(value))
  // the decimal that the author wrote, not the double next to it
  const written = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!written) throw new SpecError(`${value} is no number.`)
  const [, whole = '', decimals = '', exponent = '0'] = written
  const shift = decimals.length - Number(exponent)
  const digits = BigInt(whole + decimals)
  return shift >= 0 ? fraction(digits, 10n ** BigInt(shift)) : fraction(digits * 10n ** BigInt(-shift))
}

/** The nearest double, also of terms past what a double holds. */
function toNumber({ over, under }: Fraction): number {
  if (under === 1n) return Number(over)
  const size = over < 0n ? -over : over
  const shift = Math.max(0, bits(under) - bits(size) + 64)
  const scaled = size << BigInt(shift)
  // a last bit for what is left over, so that the conversion rounds as the fraction does
  const quotient = ((scaled / under) << 1n) | (scaled % under === 0n ? 0n : 1n)
  const half = Math.floor((shift + 1) / 2) // by two steps: a power of the whole shift may be too small for a double
  const value = Number(quotient) / 2 ** half / 2 ** (shift + 1 - half)
  return over < 0n ? -value : value
}

const floor = ({ over, under }: Fraction) => fraction(over / under - (over < 0n && over % under !== 0n ? 1n : 0n))
const negative = ({ over, under }: Fraction): Fraction => ({ over: -over, under })
const truth = (holds: boolean) => fraction(holds ? 1n : 0n)
const add = (a: Fraction, b: Fraction) => fraction(a.over * b.under + b.over * a.under, a.under * b.under)

function power(base: Fraction, exponent: Fraction): Fraction {
  const n = exponent.over < 0n ? -exponent.over : exponent.over
  if (exponent.under !== 1n) throw new SpecError('a power is exact for whole exponents only.')
  // a first look, so that no such power is worked out
  if (n * BigInt(bits(base.over) + bits(base.under)) > 4n * BigInt(MAX_BITS)) throw new SpecError('a figure is too large to count with.')
  return exponent.over < 0n ? fraction(base.under ** n, base.over ** n) : fraction(base.over ** n, base.under ** n)
}

/** Of squares alone: no other root is a fraction. */
function root(of: Fraction): Fraction {
  if (of.over < 0n) throw new SpecError('a square root of a negative number.')
  const [over, under] = [wholeRoot(of.over), wholeRoot(of.under)]
  if (over * over !== of.over || under * under !== of.under)
    throw new SpecError('a square root is exact for squares only: compare the squares instead.')
  return fraction(over, under)
}

export function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n
  // Newton's method from above
  let at = 1n << BigInt(Math.ceil(bits(n) / 2))
  for (let next = (at + n / at) / 2n; next < at; next = (at + n / at) / 2n) at = next
  return at
}

/** As FUNCTIONS has it. */
function divisible([x = ZERO, by = ofNumber(8), from = by]: readonly Fraction[]): Fraction {
  const half = FRACTIONS.div(by, ofNumber(2))
  const nearest = FRACTIONS.mul(floor(FRACTIONS.div(add(x, half), by)), by)
  const rounded = least([from, nearest], -1)
  return compare(rounded, FRACTIONS.mul(ofNumber(0.9), x)) < 0 ? add(rounded, by) : rounded
}

const least = (values: readonly Fraction[], sign: 1 | -1) =>
  values.reduce((best, value) => (compare(value, best) * sign < 0 ? value : best))

/** Of the functions and operators of expressions; `a` and `b` are the first two values. */
const EXACT: Record<string, (a: Fraction, b: Fraction, all: readonly Fraction[]) => Fraction> = {
  '<': (a, b) => truth(compare(a, b) < 0),
  '<=': (a, b) => truth(compare(a, b) <= 0),
  '>': (a, b) => truth(compare(a, b) > 0),
  '>=': (a, b) => truth(compare(a, b) >= 0),
  '==': (a, b) => truth(compare(a, b) === 0),
  '!=': (a, b) => truth(compare(a, b) !== 0),
  '!': (a) => truth(a.over === 0n),
  mod(a, b) {
    const times = fraction(a.over * b.under, a.under * b.over)
    const whole = times.over < 0n ? negative(floor(negative(times))) : floor(times)
    return add(a, negative(fraction(whole.over * b.over, b.under)))
  },
  pow: power,
  sqrt: root,
  floor,
  ceil: (a) => negative(floor(negative(a))),
  round: (a) => floor(add(a, fraction(1n, 2n))),
  abs: (a) => (a.over < 0n ? negative(a) : a),
  min: (_a, _b, all) => least(all, 1),
  max: (_a, _b, all) => least(all, -1),
  divisible: (_a, _b, all) => divisible(all),
}

export const FRACTIONS: Algebra<Fraction> = {
  of: ofNumber,
  add,
  sub: (a, b) => add(a, negative(b)),
  mul: (a, b) => fraction(a.over * b.over, a.under * b.under),
  div: (a, b) => fraction(a.over * b.under, a.under * b.over),
  apply(name, args, value) {
    const [a = ZERO, b = ZERO] = args
    return EXACT[name]?.(a, b, args) ?? ofNumber(value)
  },
  value: toNumber,
  fix: toNumber,
  holds: ({ over }) => over !== 0n,
  same: (a, b) => compare(a, b) === 0,
}
