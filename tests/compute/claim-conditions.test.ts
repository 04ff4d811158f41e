/** Where a claim holds: a condition says nothing that is not so, and a root is exact. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solve } from '../../src/compute/claims/solve.ts'
import { CONV, checked, claim, library } from './checked.ts'

test('a condition is that of every whole number within the sweep', () => {
  const value = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(
      fc.uniqueArray(value, { minLength: 2, maxLength: 6 }),
      value,
      fc.constantFrom('<', '<=', '>', '>='),
      (values, bound, sign) => {
        const sorted = values.toSorted((a, b) => a - b)
        const found = checked(`{ let: { ${CONV} }, sweep: { n: [${sorted.join(', ')}] }, expect: "c.macs ${sign} 128 * ${bound}" }`)
        const holds = (n: number) => ({ '<': n < bound, '<=': n <= bound, '>': n > bound, '>=': n >= bound })[sign] ?? false
        const all = sorted.map(holds)
        expect(found.verdict).toBe(all.every(Boolean) ? 'HOLDS' : all.some(Boolean) ? 'HOLDS_IF' : 'FAILS')
        if (found.condition === null) return
        const [first = 0, last = 0] = [sorted[0], sorted.at(-1)]
        const told = /^n (<=|>=|=) (\d+)$/.exec(found.condition)
        for (let n = first; n <= last; n++) {
          const said = told?.[1] === '<=' ? n <= Number(told[2]) : told?.[1] === '>=' ? n >= Number(told[2]) : n === Number(told?.[2])
          expect([n, said]).toEqual([n, holds(n)])
        }
      },
    ),
  )
})

test('a condition of a curve is that of every whole number, too', () => {
  const whole = fc.integer({ min: -60, max: 60 })
  fc.assert(
    fc.property(whole, whole, fc.integer({ min: 1, max: 9 }), fc.constantFrom('<', '>='), (a, b, c, sign) => {
      const formula = (n: number) => (n * n - a * n + b) / (n + c)
      const found = checked(
        `{ let: { ${CONV} }, sweep: { n: [1, 20, 60] }, expect: "(n ** 2 - (${a}) * n + (${b})) / (n + ${c}) ${sign} 0 * c.macs" }`,
      )
      const holds = (n: number) => (sign === '<' ? formula(n) < 0 : formula(n) >= 0)
      const points = [1, 20, 60].map(holds)
      expect(found.verdict).toBe(points.every(Boolean) ? 'HOLDS' : points.some(Boolean) ? 'HOLDS_IF' : 'FAILS')
      if (found.condition === null) return
      const said = new Function(
        'n',
        `return ${found.condition
          .replace(/(\d+) <= n <= (\d+)/g, '($1 <= n && n <= $2)')
          .replace(/ or /g, ' || ')
          .replace(/n = /g, 'n === ')}`,
      )
      for (let n = 1; n <= 60; n++) expect([n, said(n)]).toEqual([n, holds(n)])
    }),
  )
})

test('of several expectations the condition is that of all', () => {
  const found = checked(`{ let: { ${CONV} }, sweep: { n: [1, 20, 40, 60] }, expect: [c.macs >= 128 * 7, c.macs <= 128 * 50, n > 9] }`)
  expect(found).toMatchObject({ verdict: 'HOLDS_IF', condition: '10 <= n <= 50' })
  // each hangs on a value of its own
  const two = checked(`{ let: { ${CONV} }, sweep: { n: [1, 9], m: [1, 9] }, expect: [c.macs >= 256, m >= 3] }`)
  expect(two).toMatchObject({ verdict: 'HOLDS_IF', condition: 'n >= 2 and m >= 3' })
})

test('a condition is true of every whole number between the ends, or names the points', () => {
  const of = (sweep: string, ...expect: string[]) => checked(`{ let: { ${CONV} }, sweep: ${sweep}, expect: ${JSON.stringify(expect)} }`)
  expect(of('{ n: [2, 11, 21, 31] }', 'c.macs % 256 == 128').condition).toBe('n = 11 or n = 21 or n = 31')
  expect(of('{ n: [1, 10, 20] }', '(n - 1) * (n - 3) == 0 * c.macs').condition).toBe('n = 1 or n = 3')
  expect(of('{ n: [1, 10, 20], y: [0, 5] }', 'n > 5 && abs(n - 15) >= 5 - y && c.macs > 0').condition).toBe('6 <= n <= 10 or n = 20')
  expect(of('{ n: [0.5, 100, 200], m: [1, 2] }', 'abs(n - 50) >= 1 && n < 150 && m > 0').condition).toBe('n = 0.5 or n = 100')
  const long = `c.macs > 200 && abs(n - 150) > 45 && m > 0 && n${'+0*n'.repeat(110)} > 0`
  expect(of('{ n: [1, 100, 200], m: { from: 1, to: 640 } }', long).condition).toBe('n = 100 or n = 200')
  expect(of('{ n: [1, 10, 20], k: [1, 2] }', 'c.macs / 128 < 15', '(n % 5 == 0 || n == 1 ? k : -k) increasing in k').condition).toBe(
    'n = 1 or n = 5 or n = 10',
  )
})

describe('where the sides meet is solved exactly', () => {
  const solved = (yaml: string) => solve(claim(yaml), claim(yaml).expect[0] ?? '', library)
  test.each([
    [
      '{ let: { a: depthwise-separable, b: standard-convolution }, sweep: { out: [32, 1024] }, expect: a.macs / b.macs between 1/9 and 1/8 }',
      ['72'],
    ],
    [
      '{ let: { a: depthwise-separable, b: standard-convolution }, sweep: { out: [100, 1024] }, expect: a.macs / b.macs between 1/9 and 1/8 }',
      [],
    ],
    [`{ let: { ${CONV} }, sweep: { n: [1, 9] }, expect: "c.macs < 1000" }`, ['125/16']],
    [`{ let: { ${CONV} }, sweep: { n: [1, 9] }, expect: "c.macs ≈ 640 within 20 %" }`, ['4', '6']],
    [`{ let: { ${CONV} }, sweep: { n: [1, 9] }, expect: "c.macs / 640 prints 1.0" }`, ['19/4', '11/2']],
    [`{ let: { ${CONV} }, sweep: { n: [1, 9] }, expect: "c.macs < 1000.1 + 0.2" }`, ['10003/1280']],
    [`{ let: { ${CONV} }, sweep: { n: [1, 9] }, expect: "n ** 2 + 0 * c.macs < 8" }`, ['2*sqrt(2)']],
    [`{ let: { ${CONV} }, sweep: { n: [1, 20] }, expect: c.macs - 1280 == 0 }`, ['10']],
    [`{ let: { ${CONV} }, sweep: { n: [1, 20] }, expect: c.macs == c.params * 16 }`, null],
    [`{ let: { ${CONV} }, sweep: { n: [1, 20] }, expect: c.macs / n == 128 }`, null],
    [`{ let: { ${CONV} }, sweep: { n: [1, 20] }, expect: c.macs between n * 100 and 1000 }`, ['125/16']],
    [`{ let: { ${CONV} }, sweep: { n: [1, 20] }, expect: c.macs == n ** 2 * 12.8 }`, ['10']],
    [`{ let: { ${CONV} }, sweep: { n: [1, 20] }, expect: n ** 3 == 2 * c.macs / 128 * 10 + 7 }`, null],
    [`{ let: { ${CONV} }, sweep: { n: [1, 20] }, expect: "(n+1)**30+(n+2)**30 == 5 + c.macs * (n-4)**29" }`, null],
    [`{ let: { ${CONV} }, sweep: { n: [1, 20] }, expect: n ** 2 - n == 1 + 0 * c.macs }`, ['1/2+sqrt(5)/2']],
    [`{ let: { ${CONV} }, sweep: { n: [1, 9] }, expect: "floor(n / 2) * c.macs < 8" }`, null],
    [`{ let: { ${CONV} }, sweep: { n: [1, 9] }, expect: "c.macs < 1000 || n < 2" }`, null],
    [`{ let: { ${CONV} }, sweep: { n: [1, 9] }, expect: "c.constructor < 1000" }`, null],
    ['{ let: { a: resnet50 }, sweep: { classes: [1, 9] }, expect: a.macs < 1 }', null],
    ['{ let: { a: { of: resnext-bottleneck, only: conv } }, sweep: { groups: [1, 2] }, expect: a.macs < 1 }', null],
    [`{ let: { ${CONV} }, sweep: { n: [1, 9] }, expect: c.macs increasing in n }`, null],
  ])('%s', (yaml, solutions) => {
    expect(solved(yaml)).toEqual(solutions)
  })
})
