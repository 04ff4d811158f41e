/** Exact arithmetic, against cross products of whole numbers. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, FRACTIONS, fraction } from '../../src/compute/claims/fraction.ts'
import { SpecError } from '../../src/compute/spec-error.ts'

describe('fractions', () => {
  const whole = fc.bigInt(-(10n ** 20n), 10n ** 20n)
  const under = fc.bigInt(1n, 10n ** 12n)
  test('add, multiply and compare as cross products do', () => {
    fc.assert(
      fc.property(whole, under, whole, under, (a, b, c, d) => {
        const [x, y] = [fraction(a, b), fraction(c, d)]
        const sum = FRACTIONS.add(x, y)
        expect(sum.over * b * d).toBe((a * d + c * b) * sum.under)
        expect(compare(FRACTIONS.mul(x, y), fraction(a * c, b * d))).toBe(0)
        expect(Math.sign(compare(x, y))).toBe(a * d > c * b ? 1 : a * d < c * b ? -1 : 0)
      }),
    )
  })
  test('a decimal is what was written, and a fraction the nearest double', () => {
    expect(FRACTIONS.of(0.1)).toEqual({ over: 1n, under: 10n })
    expect(FRACTIONS.value(fraction(1n, 3n))).toBe(1 / 3)
    expect(FRACTIONS.value(fraction(-2n, 3n))).toBe(-2 / 3)
    expect(FRACTIONS.value(fraction(1n, 10n ** 300n))).toBe(1e-300)
    expect(FRACTIONS.value(fraction(10n ** 300n + 1n, 7n))).toBe(1e300 / 7)
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-9, max: 1e15 }),
        (n) => void expect(Math.abs(FRACTIONS.value(FRACTIONS.of(n)) / n - 1)).toBeLessThan(1e-15),
      ),
    )
  })
  test('division by zero and roots of negatives are errors', () => {
    expect(() => fraction(1n, 0n)).toThrow(SpecError)
    expect(() => FRACTIONS.apply('sqrt', [fraction(-1n)], Number.NaN)).toThrow(SpecError)
  })
})
