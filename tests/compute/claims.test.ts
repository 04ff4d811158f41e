/** A verdict is only worth having if a false claim can't get HOLDS. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Library } from '../../src/compute/build.ts'
import { type Checked, checkClaim } from '../../src/compute/claims/check.ts'
import { claimOf, claimShape } from '../../src/compute/claims/claim.ts'
import { compare, FRACTIONS, fraction } from '../../src/compute/claims/fraction.ts'
import { METRICS } from '../../src/compute/claims/metrics.ts'
import { solve } from '../../src/compute/claims/solve.ts'
import { SpecError } from '../../src/compute/spec-error.ts'
import { analyzed, libraryOf } from './library.ts'

let library: Library
beforeAll(async () => {
  library = await libraryOf()
})

/** As front matter says it: every scalar is text. */
function checked(yaml: string): Checked {
  const written = z.strictObject(claimShape).parse(parse(yaml, { schema: 'failsafe' }))
  return checkClaim(claimOf('test', written), library)
}

test('of "1/9 to 1/8 of the computation" it finds where it begins, and the sum beside', () => {
  const found = checked(`
    let: { a: depthwise-separable, b: standard-convolution }
    sweep: { out: [32, 64, 128, 256, 512, 1024] }
    expect: a.macs / b.macs between 1/9 and 1/8`)
  // 1/9 + 1/out ≤ 1/8 where out ≥ 72
  expect(found).toMatchObject({ verdict: 'HOLDS_IF', condition: 'out >= 72' })
  expect(found.reason).toContain('at out = 64 it is 0.126736')
  expect(found.checks[0]?.rows.map(({ holds }) => holds)).toEqual([false, false, true, true, true, true])
})

const CONV = 'c: { parameters: { n: 8 }, input: [n, 4, 4], layers: [{ conv: { out: 8, kernel: 1 } }] }' // 128·n multiply-accumulates
test.each([
  ['c.macs == 1024', 'HOLDS'],
  ['c.macs == 1025', 'FAILS'],
  ['c.macs < 1024', 'FAILS'],
  ['c.macs <= 1024', 'HOLDS'],
  ['c.macs between 1024 and 2000', 'HOLDS'],
  ['c.macs between 1025 and 2000', 'FAILS'],
  ['c.macs ≈ 1000 within 2.4 %', 'HOLDS'],
  ['c.macs ≈ 1000 within 2.3 %', 'FAILS'],
  ['c.macs / 1e3 prints 1.0', 'HOLDS'],
  ['c.macs / 1e3 prints 1.02', 'HOLDS'],
  ['c.macs / 1e3 prints 1.03', 'FAILS'],
  ['c.macs between 2000 and 1000', 'UNSUPPORTED'],
  ['constructor > 1', 'UNSUPPORTED'],
  ['c.constructor > 1', 'UNSUPPORTED'],
  ['c.macs > 1 && c.params < 10', 'FAILS'],
  ['c.macs > 1 || c.params < 10', 'HOLDS'],
  ['c.macs / (c.params - 64) > 1', 'UNSUPPORTED'],
  ['c.mac > 1', 'UNSUPPORTED'],
  ['c.parameters.n == 8', 'HOLDS'],
  ['sqrt(c.macs) == 32', 'HOLDS'],
  ['sqrt(c.macs + 1) > 32', 'UNSUPPORTED'],
  ['sqrt(10 ** 61 + 1) > 1', 'UNSUPPORTED'],
  ['1.5 ** 400 > c.macs', 'HOLDS'],
  ['2 ** 600 * 2 ** 600 > c.macs', 'UNSUPPORTED'],
  ['divisible(10 ** 20 + 5) == 10 ** 20 + 8', 'HOLDS'],
  ['sqrt(2 ** 498 * 2 ** 498) > c.macs', 'HOLDS'],
])('%s: %s', (expectation, verdict) => {
  expect(checked(`{ let: { ${CONV} }, expect: "${expectation}" }`).verdict).toBe(verdict)
})

test.each([
  ['c.macs increasing in n', 'HOLDS'],
  ['c.macs decreasing in n', 'FAILS'],
  ['c.macs / n constant in n', 'HOLDS'],
  ['c.macs monotonic in n', 'HOLDS'],
  ['(n - 3) ** 2 + 0 * c.macs monotonic in n', 'FAILS'],
  ['(n - 3) ** 2 + 0 * c.macs minimal at n = 3', 'HOLDS'],
  ['(n - 3) ** 2 + 0 * c.macs minimal at n = 4', 'FAILS'],
  ['(n - 3) ** 2 + 0 * c.macs minimal at n = 9', 'UNSUPPORTED'],
  ['c.macs maximal at n = 6', 'HOLDS'],
  ['c.macs increasing in m', 'UNSUPPORTED'],
])('along a sweep, %s: %s', (expectation, verdict) => {
  expect(checked(`{ let: { ${CONV} }, sweep: { n: { from: 1, to: 6 } }, expect: "${expectation}" }`).verdict).toBe(verdict)
})

test('what is written otherwise is not found otherwise', () => {
  const falling = `{ let: { ${CONV} }, sweep: { n: [6, 4, 2] }, expect: c.macs decreasing in n }`
  expect(checked(falling).verdict).toBe('FAILS')
  expect(checked(`{ let: { ${CONV} }, sweep: { n: [6] }, expect: c.macs decreasing in n }`).verdict).toBe('UNSUPPORTED')
  // an item named like the slug of another
  expect(
    checked('{ let: { resnet50: { layers: [relu], input: [3, 224, 224] }, b: { of: resnet50 } }, expect: b.macs > resnet50.macs }').verdict,
  ).toBe('HOLDS')
  expect(checked(`{ let: { ${CONV} }, sweep: { n: [1, 3, 7] }, expect: [c.macs <= 256, c.macs >= 640] }`).verdict).toBe('FAILS')
  expect(checked(`{ let: { ${CONV} }, for: some, sweep: { n: [1, 3] }, expect: [c.macs == 128, c.macs == 384] }`).verdict).toBe('FAILS')
})

test('what an attack found', () => {
  const of = (sweep: string, ...expect: string[]) => checked(`{ let: { ${CONV} }, sweep: ${sweep}, expect: ${JSON.stringify(expect)} }`)
  // a figure in place of what is swept would go round in a circle
  const circle = checked('{ let: { a: { of: standard-convolution, with: { in: a.params } } }, expect: a.macs > 1 }')
  expect(circle).toMatchObject({ verdict: 'UNSUPPORTED', reason: expect.stringContaining('there is no a.params here') })
  // conditions are true of every whole number between the ends, or name the points
  expect(of('{ n: [2, 11, 21, 31] }', 'c.macs % 256 == 128').condition).toBe('n = 11 or n = 21 or n = 31')
  expect(of('{ n: [1, 10, 20] }', '(n - 1) * (n - 3) == 0 * c.macs').condition).toBe('n = 1 or n = 3')
  expect(of('{ n: [1, 10, 20], y: [0, 5] }', 'n > 5 && abs(n - 15) >= 5 - y && c.macs > 0').condition).toBe('6 <= n <= 10 or n = 20')
  expect(of('{ n: [0.5, 100, 200], m: [1, 2] }', 'abs(n - 50) >= 1 && n < 150 && m > 0').condition).toBe('n = 0.5 or n = 100')
  const long = `c.macs > 200 && abs(n - 150) > 45 && m > 0 && n${'+0*n'.repeat(110)} > 0`
  expect(of('{ n: [1, 100, 200], m: { from: 1, to: 640 } }', long).condition).toBe('n = 100 or n = 200')
  expect(of('{ n: [1, 10, 20], k: [1, 2] }', 'c.macs / 128 < 15', '(n % 5 == 0 || n == 1 ? k : -k) increasing in k').condition).toBe(
    'n = 1 or n = 5 or n = 10',
  )
  expect(of('{ n: [1] }', 'c.macs ≈ 1000 within -5 %').verdict).toBe('UNSUPPORTED')
  expect(of('{ n: [1] }', 'c.macs > 1e-200').verdict).toBe('HOLDS')
  expect(of('{ n: [1] }', '1.5e24 + 0 * c.macs == 15 * 10 ** 23').verdict).toBe('HOLDS')
  expect(of('{ n: [1] }', 'c.macs * 0 + 1e23 < 10 ** 23').verdict).toBe('FAILS')
})

test('a swept size reaches blocks, whose channels are a parameter', () => {
  const found = checked('{ let: { b: standard-convolution }, sweep: { size: [7, 14] }, expect: b.macs increasing in size }')
  expect(found.verdict).toBe('HOLDS')
})

test('channels are told whichever axis has them', () => {
  expect(
    checked('{ let: { c: convnext-block }, expect: [c.channels.max == 384, c.channels.min == 96, c.channels.out == 96] }').verdict,
  ).toBe('HOLDS')
})

test('a figure that falls as the parameter grows is not searched', () => {
  const strided = 'parameters: { stride: 4 }, input: [8, 224, 224], layers: [{ conv: { out: 8, kernel: 3, stride: stride } }]'
  const found = checked(
    `{ let: { a: { ${strided} }, b: { ${strided}, equal: { macs: a, vary: stride } } }, expect: b.macs < a.macs / 1000 }`,
  )
  expect(found).toMatchObject({ verdict: 'UNSUPPORTED', reason: expect.stringContaining('does not grow with stride') })
})

test('work that looks small is bounded too', () => {
  const deep = 'c: { input: [8, 4, 4], layers: [{ repeat: { times: 9000, layers: [relu, sigmoid] } }] }'
  const sum = Array.from({ length: 58 }, () => 'c.depth').join('+')
  expect(checked(`{ let: { ${deep} }, sweep: { m: { from: 1, to: 20 } }, expect: ${sum} > m }`).verdict).toBe('HOLDS')
  const parameters = Array.from({ length: 60 }, (_, i) => `p${i}`)
  const value = Array.from({ length: 17 }, () => 'sqrt((n+7)**60*(n+7)**60)').join('+')
  const found = checked(
    `{ let: { c: { parameters: { n: 1, ${parameters.map((p) => `${p}: 1`).join(', ')} }, input: [n], layers: [relu], with: { ${parameters.map((p) => `${p}: "min(1, ${value})"`).join(', ')} } } }, sweep: { n: { from: 1, to: 60 } }, expect: ${'c.flops+'.repeat(59)}c.flops > n }`,
  )
  expect(found.verdict).toMatch(/UNSUPPORTED|HOLDS/)
})

test('layers that are chosen are counted past 2⁵³, and have no figure of the whole', () => {
  const square = '{ input: [94906267], layers: [{ linear: { out: 94906267, bias: false } }, relu]'
  const of = (expectation: string) => checked(`{ let: { w: ${square} }, x: ${square}, only: linear } }, expect: "${expectation}" }`).verdict
  expect(of('x.params == w.params')).toBe('HOLDS')
  // 94,906,267², which no double is
  expect(of('x.params == 9007199 * 1e9 + 515875289')).toBe('HOLDS')
  expect(of('x.params > 9007199 * 1e9 + 515875289')).toBe('FAILS')
  for (const name of ['depth', 'peakActivation', 'identityPaths']) expect(of(`x.${name} > 0 * w.${name}`)).toBe('UNSUPPORTED')
})

test('equal is to the figure of the layers that are chosen', () => {
  const found = checked(`
    let:
      a: { input: [8, 4, 4], layers: [{ conv: { out: 8, kernel: 3 } }, { conv: { out: 8, kernel: 1 } }], only: 1-conv }
      b: { parameters: { out: 1 }, input: [8, 4, 4], layers: [{ conv: { out: out, kernel: 1 } }], equal: { macs: a, vary: out } }
    expect: [b.parameters.out == 8, b.macs == a.macs]`)
  expect(found.verdict).toBe('HOLDS')
})

test('what is swept may reach one expectation alone, whichever comes first', () => {
  for (const both of ['c.macs > n, c.params > 1', '0 * n + 9 > 1, c.macs > 1']) {
    expect(checked(`{ let: { ${CONV} }, sweep: { n: [1, 2], m: [1] }, expect: [${both}, "m == 1"] }`).verdict).toBe('HOLDS')
    expect(checked(`{ let: { ${CONV} }, sweep: { n: [1, 2], m: [1] }, expect: [${both}] }`)).toMatchObject({
      verdict: 'UNSUPPORTED',
      reason: expect.stringContaining('m is swept'),
    })
  }
})

test('of several expectations the condition is that of all', () => {
  const found = checked(`{ let: { ${CONV} }, sweep: { n: [1, 20, 40, 60] }, expect: [c.macs >= 128 * 7, c.macs <= 128 * 50, n > 9] }`)
  expect(found).toMatchObject({ verdict: 'HOLDS_IF', condition: '10 <= n <= 50' })
  // each hangs on a value of its own
  const two = checked(`{ let: { ${CONV} }, sweep: { n: [1, 9], m: [1, 9] }, expect: [c.macs >= 256, m >= 3] }`)
  expect(two).toMatchObject({ verdict: 'HOLDS_IF', condition: 'n >= 2 and m >= 3' })
})

test('for some, what is asked along a swept value is asked at the same point', () => {
  const of = (limit: number) =>
    checked(
      `{ let: { ${CONV} }, for: some, sweep: { n: [1, 2], m: [1, 2] }, expect: ["(m - 1.5) * c.macs increasing in n", "m == ${limit}"] }`,
    )
  expect([of(2).verdict, of(1).verdict]).toEqual(['HOLDS', 'FAILS'])
})

test('the reason has the digits that tell two numbers apart', () => {
  expect(checked(`{ let: { ${CONV} }, expect: c.macs / 1024 < 1 - 1 / 10 ** 9 }`).reason).toContain('it is 1, beside 0.999999999')
})

test('a range has the values that were written', () => {
  const at = (range: string) => {
    const found = checked(`{ let: { ${CONV} }, sweep: { x: ${range} }, expect: x + 0 * c.macs < 1e9 }`)
    return found.checks[0]?.rows.map(({ point }) => point.x)
  }
  expect(at('{ from: 0, to: 0.3, step: 0.1 }')).toEqual([0, 0.1, 0.2, 0.3])
  expect(at('{ from: 0.1, to: 100, times: 10 }')).toEqual([0.1, 1, 10, 100])
})

test('a search past 2⁵³ ends', () => {
  expect(checked(`{ let: { ${CONV} }, sweep: { x: [1.0e+300, 2.0e+300] }, expect: "x + 0 * c.macs > 15 * 10 ** 299" }`).verdict).toBe(
    'HOLDS_IF',
  )
})

test('for some is borne out by one point, for all by every one', () => {
  const of = (where: string) => checked(`{ let: { ${CONV} }, for: ${where}, sweep: { n: [1, 5, 2] }, expect: c.macs == 640 }`)
  expect([of('some').verdict, of('all')]).toMatchObject(['HOLDS', { verdict: 'HOLDS_IF', condition: 'n = 5' }])
})

describe('what can not be computed is unsupported, and says why', () => {
  test.each([
    ['{ let: { a: nothing }, expect: a.macs > 0 }', 'a: there is no block or model nothing.'],
    ['{ let: { a: resnet18 }, sweep: { width: [1, 2] }, expect: a.macs > 0 }', 'width is swept, but no expression has it'],
    ['{ let: { a: { of: resnet18, only: gelu } }, expect: a.macs > 0 }', 'resnet18 has no layer gelu'],
    ['{ let: { a: { of: resnet18, with: { classes: 1 / 0 } } }, expect: a.macs > 0 }', 'divides by zero'],
    ['{ let: { a: { of: resnext-bottleneck, with: { groups: 7 } } }, expect: a.macs > 0 }', 'groups 7 does not divide'],
    ['{ let: { a: vit-h-14 }, sweep: { batch: { from: 1, to: 2000 } }, expect: a.macs > 0 }', 'the sweep builds over 500000 ops'],
    ['{ let: { a: resnet18 }, expect: "10 ** 10 ** 10 > a.macs" }', 'too large to count with'],
    [
      '{ let: { a: resnet18, b: { of: mobilenet-v1, equal: { macs: a, vary: classes } } }, sweep: { batch: { from: 1, to: 2000 } }, expect: b.macs > 0 }',
      'the sweep builds over 500000 ops',
    ],
    ['{ unsupported: accuracy is not a cost }', 'accuracy is not a cost'],
  ])('%s', (yaml, reason) => {
    const found = checked(yaml)
    expect(found.verdict).toBe('UNSUPPORTED')
    expect(found.reason).toContain(reason)
  })
})

describe('what is no claim is refused, and says where', () => {
  test.each([
    ['{ let: { a: resnet18 }, sweep: { n: { from: 1, to: 1000000000 } }, expect: a.macs > n }', 'sweep.n', 'over 2000 values'],
    ['{ let: { a: resnet18 }, expect: a.macs + (1 < 2) == 1025 }', 'expect', 'a comparison stands where a figure'],
    ['{ let: { a: resnet18 }, expect: a.macs + 1e-400 > 1 }', 'expect', 'more digits than are kept'],
    ['{ let: { a: resnet18 }, sweep: { n: [1e-400] }, expect: a.macs > n }', 'sweep.n', 'at most 15 digits'],
    ['{ let: { a: resnet18 }, sweep: { n: { from: 3, to: 9, step: 2, times: 2 } }, expect: a.macs > n }', 'sweep.n', 'one of the two'],
    ['{ let: { a: resnet18 }, sweep: { n: [0x10] }, expect: a.macs > n }', 'sweep.n', 'at most 15 digits'],
    ['{ let: { a: resnet18 }, sweep: { n: [9007199254740993] }, expect: a.macs > n }', 'sweep.n', 'at most 15 digits'],
    [
      '{ let: { a: resnet18 }, sweep: { n: { from: 1, to: 9e299, times: 1.0000001 } }, expect: a.macs > n }',
      'sweep.n',
      'too large|over 2000',
    ],
    ['{ let: { a: resnet18 }, sweep: { n: { from: 1, to: 2, step: 0 } }, expect: a.macs > n }', 'sweep.n', 'does not end'],
    ['{ let: { a: { off: resnet18 } }, expect: a.macs > 1 }', 'let.a', 'off'],
    ['{ let: { a: resnet18 }, expect: a.macs }', 'expect', 'expects nothing'],
    ['{ let: { a: resnet18 }, expect: 1 <= a.macs <= 2 }', 'expect', 'a comparison stands where a figure'],
    ['{ let: { a: resnet18 }, expect: a.macs between 1 and 2 && 3 > 1 }', 'expect', 'a comparison stands where a figure'],
    ['{ let: { a: resnet18 }, expect: a.macs || 0 }', 'expect', 'a figure stands where a condition'],
    ['{ let: { a: resnet18 }, expect: -a.macs }', 'expect', 'expects nothing'],
    ['{ let: { a: resnet18 }, expect: a.macs == 9007199254740993 }', 'expect', 'more digits than are kept'],
    [`{ let: { a: resnet18 }, expect: "a.macs between ${'x'.repeat(600)} and 2" }`, 'expect', 'at most 500 characters'],
    ['{ let: { a: resnet18 }, expect: a.macs > }', 'expect', 'is no expression'],
    ['{ let: { a: { input: [8], layers: [{ con: 3 }] } }, expect: a.macs > 1 }', 'let.a.layers.0', 'conv'],
  ])('%s', (yaml, at, message) => {
    const { issues } = z.strictObject(claimShape).safeParse(parse(yaml, { schema: 'failsafe' })).error ?? { issues: [] }
    expect(issues.map(({ path, message: told }) => `${path.join('.')}: ${told}`).join('\n')).toMatch(new RegExp(`^${at}.*${message}`, 'm'))
  })
  test.each([
    ['{ let: { a: resnet18 } }', 'a claim says what to expect, or why it is unsupported'],
    ['{ let: { a: { of: resnet18, equal: { macs: b, vary: classes } } }, expect: a.macs > 1 }', 'no architecture before a is called b'],
    ['{ let: { a: resnet18 }, sweep: { a: [1] }, expect: a.macs > 1 }', 'an architecture and a swept value at once'],
  ])('%s', (yaml, message) => {
    expect(() => checked(yaml)).toThrow(message)
  })
})

test('no false claim holds: any bound on the wrong side of a figure, by however little, fails', () => {
  const figures = ['params', 'macs', 'flops', 'activations', 'memoryAccess', 'fusedMemoryAccess.elements', 'peakActivation'] as const
  fc.assert(
    fc.property(fc.constantFrom(...figures), fc.integer({ min: 1, max: 1_000_000 }), fc.bigInt(1n, 10n ** 6n), (name, batch, off) => {
      const { cost } = analyzed(library, 'resnext-bottleneck', { batch })
      const exact = {
        ...cost,
        memoryAccess: cost.memoryAccess.bytes,
        'fusedMemoryAccess.elements': cost.fusedMemoryAccess.elements,
        peakActivation: cost.peakActivation.bytes,
      }[name]
      // digits of any length, as powers of ten of parts that a literal holds
      const written = (n: bigint) => `(${n / 10n ** 9n} * 1e9 + ${n % 10n ** 9n})`
      const item = `a: { of: resnext-bottleneck, batch: ${batch} }`
      const verdictOf = (expectation: string) => checked(`{ let: { ${item} }, expect: "${expectation}" }`).verdict
      const n = BigInt(exact)
      expect(verdictOf(`a.${name} == ${written(n)}`)).toBe('HOLDS')
      expect(verdictOf(`a.${name} == ${written(n + off)}`)).toBe('FAILS')
      expect(verdictOf(`a.${name} > ${written(n)}`)).toBe('FAILS')
      expect(verdictOf(`a.${name} between ${written(n + 1n)} and ${written(n + off + 1n)}`)).toBe('FAILS')
    }),
    { numRuns: 60 },
  )
})

describe('where the sides meet is solved exactly', () => {
  const solved = (yaml: string) => {
    const claim = claimOf('test', z.strictObject(claimShape).parse(parse(yaml, { schema: 'failsafe' })))
    return solve(claim, claim.expect[0] ?? '', library)
  }
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

test('layers that are chosen add up to the whole', () => {
  const { graph } = analyzed(library, 'mobilenet-v2')
  const ops = [...new Set(graph.nodes.map(({ op }) => op.name))].filter((op) => op !== 'input')
  const sums = [
    'params',
    'macs',
    'macs.depthwise',
    'elementwise',
    'flops',
    'activations',
    'memoryAccess',
    'fusedMemoryAccess',
    'layers',
    'kernels',
  ]
  const items = ops.map((op, i) => `x${i}: { of: mobilenet-v2, batch: 3, dtype: fp16, only: ${op} }`).join(', ')
  for (let at = 0; at < sums.length; at++) {
    const name = sums[at]
    const total = ops.map((_, i) => `x${i}.${name}`).join(' + ')
    expect(
      checked(`{ let: { all: { of: mobilenet-v2, batch: 3, dtype: fp16 }, ${items} }, expect: "${total} == all.${name}" }`),
    ).toMatchObject({
      verdict: 'HOLDS',
    })
  }
  expect(Object.keys(METRICS)).toEqual(expect.arrayContaining(sums))
})

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
