/** What authors and clients get wrong, and what they are told. */
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { analyze } from '../../src/compute/analyze.ts'
import { build, type Library } from '../../src/compute/build.ts'
import { cost } from '../../src/compute/cost.ts'
import { type Spec, specShape } from '../../src/compute/spec.ts'
import { SpecError } from '../../src/compute/spec-error.ts'
import { analyzed, libraryOf, specOfLayers } from './library.ts'

const schema = z.strictObject(specShape)

/** What is said of layers over an image of 8 channels, and where. */
function told(layers: unknown, input: (string | number)[] = [8, 16, 16]): string {
  const parsed = schema.safeParse({ input, layers })
  const [issue] = parsed.error?.issues ?? []
  if (issue) return `${issue.path.join('.')}: ${issue.message}`
  try {
    build(specOfLayers(layers as unknown[], input))
  } catch (error) {
    if (error instanceof SpecError) return `${error.path.join('.')}: ${error.message}`
    throw error
  }
  return 'nothing'
}

test.each([
  [[{ con: { out: 8 } }], "layers.0.con: unknown op 'con': did you mean conv?"],
  [['rellu'], "layers.0: unknown op 'rellu': did you mean relu?"],
  [[{ conv: { out: 8 } }], 'layers.0.conv: conv needs kernel'],
  [
    [{ conv: { out: 8, kernel: 3, strid: 2 } }],
    'layers.0.conv.strid: conv has no attribute strid; it has out, kernel, stride, dilation, padding, groups, bias. Did you mean stride?',
  ],
  [[{ conv: { out: 100, kernel: 3, groups: 8 } }], 'layers.0.conv.groups: groups 8 does not divide out 100.'],
  [[{ conv: { out: 9, kernel: 3, groups: 3 } }], 'layers.0.conv.groups: groups 3 does not divide in 8.'],
  [[{ conv: { out: 0, kernel: 3 } }], 'layers.0.conv.out: out must be a whole number from 1, got 0.'],
  [[{ conv: { out: -8, kernel: 3 } }], 'layers.0.conv.out: out must be a whole number from 1, got -8.'],
  [[{ conv: { out: 'channels * 0.7', kernel: 3 } }], 'layers.0.conv.out: out (channels * 0.7) must be a whole number from 1, got 5.6.'],
  [[{ conv: { out: 1e12, kernel: 3 } }], 'layers.0.conv.out: out must be a whole number from 1 to 2147483647, got 1000000000000.'],
  [[{ conv: { out: 'widht', kernel: 3 } }], 'layers.0.conv.out: "widht": there is no widht here.'],
  [[{ conv: { out: '8 +', kernel: 3 } }], 'layers.0.conv.out: "8 +" is no expression: Expected expression after +.'],
  [
    [{ conv: { out: 'process.exit(1)', kernel: 3 } }],
    'layers.0.conv.out: "process.exit(1)": there is no function of that kind; there are floor, ceil, round, abs, min, max, sqrt, divisible.',
  ],
  [[{ conv: { out: 'x = 8', kernel: 3 } }], 'layers.0.conv.out: "x = 8" is no expression: Unexpected "=".'],
  [[{ conv: { out: '[8][0]', kernel: 3 } }], 'only arithmetic can stand here'],
  [[{ conv: { out: '8 / 0', kernel: 3 } }], 'layers.0.conv.out: "8 / 0" divides by zero.'],
  [
    [{ conv: { out: 8, kernel: 99, padding: 0 } }],
    'layers.0.conv: a window of 99 does not fit into 16: the input is too small for what stands before.',
  ],
  [[{ linear: { features: 8 } }], 'layers.0.linear.features: linear has no attribute features; it has out, bias.'],
  [['flatten', { conv: { out: 8, kernel: 3 } }], 'layers.1.conv: conv takes an image [channels, height, width]; what comes in is [2048].'],
  [
    [{ adaptiveavgpool: 1 }, { linear: 10 }],
    'layers.1.linear: linear works on the last axis, which is the width of an image [8, 1, 1]: put flatten before it, or permute: [1, 2, 0].',
  ],
  [[{ residual: [{ conv: { out: 16, kernel: 3, stride: 2 } }] }], 'layers.0.residual: add: branch gives [16, 8, 8], shortcut [8, 16, 16].'],
  [
    [{ parallel: [[{ conv: { out: 4, kernel: 3 } }], [{ maxpool: 2 }]] }],
    'layers.0.parallel: concat: one branch gives [4, 16, 16], another [8, 8, 8].',
  ],
  [[{ split: { into: 3, branches: [[], [], []] } }], 'layers.0.split.into: 3 equal parts do not divide 8 channels.'],
  [[{ split: { into: [4, 2], branches: [[], []] } }], 'layers.0.split.into: the parts have 6 channels together, 8 come in.'],
  [[{ channelshuffle: 3 }], 'layers.0.channelshuffle.groups: groups 3 does not divide the 8 channels that come in.'],
  [['tokens', { attention: 3 }], 'layers.1.attention.heads: heads 3 does not divide the 8 features.'],
  [
    [{ attention: 4 }],
    'layers.0.attention: attention takes tokens [tokens, features]; what comes in is [8, 16, 16]: put tokens before it, or windows around it.',
  ],
  [[{ permute: [0, 1] }], 'layers.0.permute: permute: [0, 1] is no order of the axes of [8, 16, 16].'],
  [[{ block: 'resnet-bottelneck' }], 'layers.0.block.use: there is no block resnet-bottelneck.'],
  [[{ repeat: { times: 1e6, layers: ['relu'] } }], 'layers.0.repeat.times: 1000000 times is more than 10000.'],
  [[{ repeat: { times: -1, layers: ['relu'] } }], 'layers.0.repeat.times: times must be a whole number from 0, got -1.'],
  [[{ repeat: { times: 9999, layers: [{ repeat: { times: 9999, layers: ['relu'] } }] } }], 'the network has over 20000 ops.'],
  [
    [{ repeat: { times: 9999, layers: [{ repeat: { times: 9999, layers: [{ let: { a: 1 } }] } }] } }],
    'the network has over 200000 layers.',
  ],
  [
    [{ conv: { out: 8, kernel: 1 }, relu: {} }],
    'layers.0: a layer has one name, this one has conv, relu: begin each with - on a line of its own',
  ],
  [['layernorm'], 'layers.0: layernorm works on the last axis, which is the width of an image'],
  [[{ conv: { out: 8, kernel_size: 3 } }], 'Did you mean kernel?'],
  [[{ conv: { out: 8, kernel: 3, bias: 'yes' } }], 'there is no yes here. Say true or false.'],
  [[{ conv: { out: 'max(8', kernel: 3 } }], 'An expression with a comma goes between quotes.'],
  ['relu', 'layers: expected a list of layers'],
  [[], 'layers: expected at least one layer'],
  [[{ when: { then: ['relu'] } }], 'layers.0.when: when needs if'],
] as [unknown, string][])('%j', (layers, message) => {
  expect(told(layers)).toContain(message)
})

test('layers nested without end, and very many of them, are refused in little time', () => {
  let nested: unknown[] = ['relu']
  for (let i = 0; i < 10_000; i++) nested = [{ residual: { branch: nested } }]
  expect(told(nested)).toContain('nested over 24 deep')
  expect(told(Array.from({ length: 1_000_000 }, () => 'relu'))).toContain('expected at most 2000 layers; use repeat or each')
})

describe('blocks of other documents', () => {
  const library = (specs: Record<string, unknown[]>): Library => ({
    get: (slug) => (specs[slug] ? ({ ...specOfLayers(specs[slug]), slug, parameters: { width: 8 } } as Spec) : undefined),
    slugs: () => Object.keys(specs),
  })
  const toldWith = (specs: Record<string, unknown[]>) => {
    try {
      build({ ...specOfLayers(specs.start ?? []), slug: 'start' }, { library: library(specs) })
    } catch (error) {
      if (error instanceof SpecError) return `${error.path.join('.')}: ${error.message}`
      throw error
    }
    return 'nothing'
  }
  test.each([
    [{ start: [{ block: 'start' }] }, 'layers.0.block.use: start uses itself: start → start.'],
    [{ start: [{ block: 'b' }], b: [{ block: 'c' }], c: [{ block: 'b' }] }, 'b uses itself: start → b → c → b.'],
    [
      { start: [{ block: { use: 'b', with: { widht: 3 } } }], b: ['relu'] },
      'layers.0.block.with.widht: b has no parameter widht; it has width. Did you mean width?',
    ],
    [
      { start: ['relu', { block: 'b' }], b: ['relu', { conv: { out: 8, kernel: 3, groups: 3 } }] },
      'layers.1.block: in block b, layers.1.conv.groups: groups 3 does not divide in 8.',
    ],
  ])('%j', (specs, message) => {
    expect(toldWith(specs as Record<string, unknown[]>)).toContain(message)
  })
})

describe('what is asked of a block', () => {
  let library: Library
  beforeAll(async () => {
    library = await libraryOf()
  })
  const asked = (question: Parameters<typeof analyze>[1]) => {
    try {
      analyzed(library, 'resnet-bottleneck', question)
    } catch (error) {
      if (error instanceof SpecError) return `${error.path.join('.')}: ${error.message}`
      throw error
    }
    return 'nothing'
  }
  test.each([
    [{ with: { midd: 3 } }, 'with.midd: resnet-bottleneck has no parameter midd; it has in, mid, out, stride, early. Did you mean mid?'],
    [{ with: { mid: Number.NaN } }, 'with.mid: mid must be a number up to 2147483647, got NaN.'],
    [{ with: { mid: 1e300 } }, 'with.mid: mid must be a number up to 2147483647'],
    [{ with: { mid: 1.5 } }, 'out (mid) must be a whole number from 1, got 1.5.'],
    [{ with: { in: 64 }, input: [256, 56, 56] }, 'input.0: the input has 256 where in is 64.'],
    [{ input: [256, 56] }, 'input: the input has 3 sizes (in, 56, 56), not 2.'],
    [{ input: [256, 0, 56] }, 'input.1: input 1 must be a whole number from 1, got 0.'],
    [{ input: [256, 5.5, 56] }, 'input.1: input 1 must be a whole number from 1, got 5.5.'],
    [{ batch: 0 }, 'batch: batch must be a whole number from 1 to 1000000, got 0.'],
    [{ batch: 2.5 }, 'batch: batch must be a whole number from 1 to 1000000, got 2.5.'],
    [{ dtype: 'fp8' as 'fp16' }, 'dtype: there is no data type fp8; there are fp32, tf32, fp16, bf16, int8.'],
  ])('%j', (question, message) => {
    expect(asked(question)).toContain(message)
  })

  test('an input that gives a parameter need not be said twice', () => {
    expect(analyzed(library, 'basic-block', { input: [32, 8, 8], with: { out: 32 } }).parameters.get('in')).toBe(32)
  })
})

test('an op without a rule makes a total a stated lower bound, never a silent zero', () => {
  const { unsupported, macs } = cost(build(specOfLayers([{ conv: { out: 8, kernel: 1 } }, { unsupported: [8, 16, 16], name: 'fourier' }])))
  expect({ unsupported, macs }).toEqual({ unsupported: ['fourier'], macs: 8 * 8 * 16 * 16 })
})
