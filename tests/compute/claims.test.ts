/** A verdict is only worth having if a false claim can't get HOLDS. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { claimShape } from '../../src/compute/claims/claim.ts'
import { METRICS } from '../../src/compute/claims/metrics.ts'
import { CONV, checked, library } from './checked.ts'
import { analyzed } from './library.ts'

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

test('what is swept alone stands in with: a figure there would go round in a circle', () => {
  const circle = checked('{ let: { a: { of: standard-convolution, with: { in: a.params } } }, expect: a.macs > 1 }')
  expect(circle).toMatchObject({ verdict: 'UNSUPPORTED', reason: expect.stringContaining('there is no a.params here') })
})

test('numbers at the ends of what can be written', () => {
  const of = (sweep: string, ...expect: string[]) => checked(`{ let: { ${CONV} }, sweep: ${sweep}, expect: ${JSON.stringify(expect)} }`)
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
