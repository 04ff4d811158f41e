import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Library } from '../../src/compute/build.ts'
import { type Hardware, roofline } from '../../src/compute/roofline.ts'
import { step } from '../../src/compute/step.ts'
import { rooflineSvg } from '../../src/plots/roofline.ts'
import { analyzed, libraryOf, specOf } from './library.ts'

let library: Library
beforeAll(async () => {
  library = await libraryOf()
})

const machine = (peak: number, bandwidth: number, overhead = 0): Hardware => ({
  slug: 'm',
  name: 'M',
  peak: { fp32: peak },
  bandwidth,
  overhead,
})

describe('roofline', () => {
  test('of one convolution it is the longest of three times, by hand', () => {
    // 512 × 512 × 3 × 3 × 14 × 14 macs, twice; 4 bytes of (100,352 in + 2,359,296 weights + 100,352 out)
    const [conv] = roofline(analyzed(library, 'standard-convolution'), machine(1e12, 1e11)).layers
    expect(conv).toMatchObject({
      op: 'conv',
      flops: 924_844_032,
      bytes: 10_240_000,
      bound: 'compute',
      latency: 924_844_032 / 1e12,
      attainable: 1,
    })
    const [slow] = roofline(analyzed(library, 'standard-convolution'), machine(1e12, 1e9)).layers
    expect(slow).toMatchObject({ bound: 'memory', latency: 0.01024 })
    const [late] = roofline(analyzed(library, 'standard-convolution'), machine(1e12, 1e11, 1)).layers
    expect(late).toMatchObject({ bound: 'overhead', latency: 1 })
  })

  test('is never under the time of all operations at peak, nor of all bytes at bandwidth, and its shares add up', () => {
    const slugs = fc.constantFrom('resnet18', 'mobilenet-v2', 'shufflenet-v2-x1-0', 'deit-tiny', 'convnext-block')
    const rate = fc.double({ min: 1e6, max: 1e15, noNaN: true })
    fc.assert(
      fc.property(slugs, rate, rate, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (slug, peak, bandwidth, overhead, fused) => {
        const analysis = analyzed(library, slug)
        const found = roofline(analysis, machine(peak, bandwidth, overhead), fused)
        const access = fused ? analysis.cost.fusedMemoryAccess : analysis.cost.memoryAccess
        const least = Math.max(Number(analysis.cost.flops) / peak, Number(access.bytes) / bandwidth)
        expect(found.latency).toBeGreaterThanOrEqual(least * (1 - 1e-9))
        expect(found.shares.compute + found.shares.memory + found.shares.overhead).toBeCloseTo(1)
        expect(found.attainable).toBeLessThanOrEqual(1 + 1e-9)
      }),
      { numRuns: 40 },
    )
  })

  test('fused it takes no longer', () => {
    const at = (fused: boolean) => roofline(analyzed(library, 'resnet50'), machine(1e13, 1e11, 1e-5), fused).latency
    expect(at(true)).toBeLessThan(at(false))
  })

  test('a machine that states no peak for the data type says for which it does', () => {
    expect(() => roofline(analyzed(library, 'resnet18', { dtype: 'int8' }), machine(1, 1))).toThrow(
      'm states no peak for int8; it does for fp32.',
    )
  })

  test('is drawn with a point for each layer that computes, in both colour schemes, and nothing of a name runs', () => {
    const found = roofline(analyzed(library, 'resnet18'), { ...machine(1e13, 1e11, 1e-5), name: '<script>alert(1)</script>' })
    const svg = rooflineSvg('resnet18', found)
    // three in the legend
    expect(svg.split('<circle').length - 1).toBe(3 + found.layers.filter(({ flops }) => flops > 0).length)
    expect(svg).toContain('prefers-color-scheme: dark')
    expect(svg).not.toContain('<script')
    expect(svg).not.toMatch(/NaN|Infinity/)
  })
})

describe('a step', () => {
  const between = (from: string[], to: string[], question = {}) =>
    step(
      from.map((slug) => specOf(library, slug)),
      to.map((slug) => specOf(library, slug)),
      question,
      library,
    )

  test('is taken between the blocks that are most alike, at one input and output', () => {
    const found = between(['basic-block', 'preact-bottleneck', 'resnet-bottleneck'], ['resnext-bottleneck'])
    expect([found?.from.spec.slug, found?.to.spec.slug, found?.sameOutput]).toEqual(['resnet-bottleneck', 'resnext-bottleneck', true])
    // REFERENCE: 70,400 and 218,365,952 beside 71,168 and 219,971,584, counted on PyTorch modules
    expect([found?.to.cost.params, found?.from.cost.params, found?.to.cost.macs]).toEqual([71_168, 70_400, 219_971_584])
    expect(found?.changes.map(({ change, op }) => `${change} ${op}`)).toEqual([
      'CHANGED conv',
      'CHANGED batchnorm',
      'CHANGED relu',
      'CHANGED conv',
      'CHANGED batchnorm',
      'CHANGED relu',
      'CHANGED conv',
    ])
  })

  test('to a block of other defaults takes over what gives the same output', () => {
    const found = between(['depthwise-separable', 'standard-convolution'], ['inverted-residual'])
    expect([found?.from.spec.slug, found?.to.parameters.get('out'), found?.sameOutput]).toEqual(['depthwise-separable', 512, true])
  })

  test('from a block to itself changes nothing', () => {
    expect(between(['vit-encoder-block'], ['vit-encoder-block'])?.changes).toEqual([])
  })

  test('between an image and tokens there is none; a parameter that no block has is an error', () => {
    expect(between(['resnet-bottleneck'], ['vit-encoder-block'])).toBeNull()
    expect(() => between(['resnet-bottleneck'], ['resnext-bottleneck'], { with: { width: 2 } })).toThrow('has a parameter width')
  })
})
