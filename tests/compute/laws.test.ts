/** What must hold whatever the network is. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { INTEGERS, NUMBERS } from '../../src/compute/algebra.ts'
import { build, type Library, NO_LIBRARY } from '../../src/compute/build.ts'
import { type Cost, cost, total } from '../../src/compute/cost.ts'
import { evaluate } from '../../src/compute/expression.ts'
import { formula } from '../../src/compute/formula.ts'
import { convert } from '../../src/compute/graph.ts'
import { layerCosts, tree } from '../../src/compute/layers.ts'
import { analyzed, built, libraryOf, specOf, specOfLayers } from './library.ts'

let library: Library
beforeAll(async () => {
  library = await libraryOf()
})

/** Layers that keep an image of 8 channels an image of 8 channels, whatever its size. */
const layer = fc.oneof(
  fc.constantFrom<unknown>(
    'relu',
    'gelu',
    'hardswish',
    'batchnorm',
    'layerscale',
    'dropout',
    { channelshuffle: 4 },
    { layernorm: { axis: 'channels' } },
  ),
  fc.record({
    conv: fc.record({ out: fc.constant(8), kernel: fc.constantFrom(1, 3, 5), groups: fc.constantFrom(1, 2, 8), bias: fc.boolean() }),
  }),
  fc.constant<unknown>({ gate: [{ adaptiveavgpool: 1 }, { conv: { out: 8, kernel: 1 } }, 'sigmoid'] }),
  fc.constant<unknown>({ residual: [{ conv: { out: 8, kernel: 3 } }, 'batchnorm'] }),
)
const network = fc.array(layer, { minLength: 1, maxLength: 8 })
const plain = (layers: unknown[]) => cost(built(layers).graph) as Cost<number>

test('two networks one after the other cost their sum, but for what fusing saves between them', () => {
  fc.assert(
    fc.property(network, network, (one, two) => {
      const [a, b, both] = [plain(one), plain(two), plain([...one, ...two])]
      for (const figure of ['params', 'macs', 'flops', 'activations'] as const) expect(both[figure]).toBe(a[figure] + b[figure])
      expect(both.memoryAccess.elements).toBe(a.memoryAccess.elements + b.memoryAccess.elements)
      expect(both.fusedMemoryAccess.elements).toBeLessThanOrEqual(a.fusedMemoryAccess.elements + b.fusedMemoryAccess.elements)
    }),
  )
})

test('a batch multiplies everything but params and weights; a data type changes bytes alone', () => {
  fc.assert(
    fc.property(network, fc.integer({ min: 1, max: 64 }), (layers, batch) => {
      const { graph } = built(layers)
      const [one, many] = [cost(graph) as Cost<number>, cost(graph, { batch, dtype: 'fp16' }) as Cost<number>]
      expect(many.params).toBe(one.params)
      for (const figure of ['macs', 'flops', 'elementwise', 'activations'] as const) expect(many[figure]).toBe(batch * one[figure])
      expect(many.memoryAccess.weights).toBe(one.memoryAccess.weights)
      expect(many.memoryAccess.read).toBe(batch * one.memoryAccess.read)
      expect(many.memoryAccess.bytes).toBe(2 * many.memoryAccess.elements)
      expect(many.peakActivation.elements).toBe(batch * one.peakActivation.elements)
    }),
  )
})

test('the layers, and the tree of them, add up to the whole; integers of any size give the same', () => {
  fc.assert(
    fc.property(network, (layers) => {
      const { graph } = built(layers)
      const whole = cost(graph) as Cost<number>
      const each = layerCosts(graph)
      for (const figure of ['params', 'macs', 'flops', 'elementwise', 'activations'] as const)
        expect(Number(each.reduce((sum, one) => sum + one[figure], 0n))).toBe(whole[figure])
      expect(Number(tree(each).memoryAccess)).toBe(whole.memoryAccess.elements)
      expect(Number(each.reduce((sum, one) => sum + one.fusedMemoryAccess.elements, 0n))).toBe(whole.fusedMemoryAccess.elements)
      const most = each.reduce((peak, one) => (one.alive > peak ? one.alive : peak), BigInt(8 * 16 * 16))
      expect(Number(most)).toBe(whole.peakActivation.elements)
      const exact = total(convert(graph, INTEGERS))
      expect([exact.macs, exact.flops, exact.memoryAccess.bytes].map(Number)).toEqual([whole.macs, whole.flops, whole.memoryAccess.bytes])
    }),
  )
})

test('what is fused is never more than what is not, and the peak never more than all that is written', () => {
  fc.assert(
    fc.property(network, (layers) => {
      const { fusedMemoryAccess, memoryAccess, peakActivation } = plain(layers)
      expect(fusedMemoryAccess.elements).toBeLessThanOrEqual(memoryAccess.elements)
      expect(fusedMemoryAccess.weights).toBe(memoryAccess.weights)
      expect(peakActivation.elements).toBeLessThanOrEqual(memoryAccess.written + 8 * 16 * 16)
    }),
  )
})

describe('the closed form gives the figures at other sizes', () => {
  const width = fc.integer({ min: 2, max: 64 })
  const side = fc.integer({ min: 1, max: 40 })
  /** For each block sizes at which it has the structure that its own parameters choose. */
  const CASES: Record<string, (n: number, m: number, k: number) => Record<string, number>> = {
    'basic-block': (n) => ({ in: n, out: n }),
    'resnet-bottleneck': (n, m) => ({ in: n, mid: m, out: n }),
    'preact-bottleneck': (n, m) => ({ in: n, mid: m, out: n }),
    'resnext-bottleneck': (n, m, k) => ({ in: n, mid: m * k, out: n, groups: k }),
    'depthwise-separable': (n, m) => ({ in: n, out: m }),
    'standard-convolution': (n, m, k) => ({ in: n, out: m, kernel: 2 * k - 1 }),
    'inverted-residual': (n, _, k) => ({ in: n, out: n, expand: k + 1 }),
    'shufflenet-v2-unit': (n) => ({ in: 2 * n, out: 2 * n }),
    'vit-encoder-block': (n, m, k) => ({ dim: n * k, heads: k, hidden: m }),
    'convnext-block': (n) => ({ dim: n }),
    'squeeze-excitation': (n, m) => ({ in: n, squeeze: m }),
  }
  test.each(Object.keys(CASES))('%s', async (slug) => {
    const spec = specOf(library, slug)
    const { graph, parameters } = analyzed(library, slug)
    const forms = await formula(spec, graph, parameters, library)
    if (!forms) throw new Error('a block is small enough for a closed form')
    fc.assert(
      fc.property(width, width, fc.integer({ min: 1, max: 8 }), side, side, (n, m, k, h, w) => {
        const values = CASES[slug]?.(n, m, k) ?? {}
        const first = values.dim ?? values.in ?? 0
        const input = spec.input.length === 3 ? [first, h, w] : [h, first]
        const { cost: at, parameters: all } = analyzed(library, slug, { with: values, input })
        const scope = { ...Object.fromEntries(all), h, w, n: h } as Record<string, number>
        const evaluated = (form: string) =>
          evaluate(form.replaceAll('^', '**'), { get: (name) => scope[name], names: () => [] }, NUMBERS, new Map())
        expect([forms.params, forms.macs, forms.memoryAccess].map(evaluated)).toEqual([at.params, at.macs, at.memoryAccess.elements])
      }),
    )
  })

  test('of a ResNeXt block it reads as people write it', async () => {
    const { spec, graph, parameters } = analyzed(library, 'resnext-bottleneck')
    expect(await formula(spec, graph, parameters, library)).toMatchObject({
      macs: '9*mid^2*h*w/groups+in*mid*h*w+mid*out*h*w',
      where: ['stride = 1', 'in == out', 'h: height of the input', 'w: width of the input'],
    })
  })

  test('at another stride it says that the shortcut projects, and how sizes shrink', async () => {
    const { spec, graph, parameters } = analyzed(library, 'resnext-bottleneck', { with: { stride: 2 } })
    expect(await formula(spec, graph, parameters, library)).toMatchObject({
      params: '4*mid+4*out+9*mid^2/groups+in*mid+in*out+mid*out',
      macs: '9*ceil(h/2)*ceil(w/2)*mid^2/groups+ceil(h/2)*ceil(w/2)*in*out+ceil(h/2)*ceil(w/2)*mid*out+in*mid*h*w',
      where: ['stride = 2', 'in == out', 'h != ceil(h / 2)', 'h: height of the input', 'w: width of the input'],
    })
  })
})

test('a total past 2⁵³ is exact', () => {
  // 1,000,000 inputs of 1,016,716,764,160 multiply-accumulates each: ViT-H/14 at 518, counted on the PyTorch module
  expect(analyzed(library, 'vit-h-14', { input: [3, 518, 518], batch: 1_000_000 }).cost.macs).toBe(1_016_716_764_160_000_000n)
})

test('receptive fields grow as windows do', () => {
  const { graph } = analyzed(library, 'resnet18')
  const fields = layerCosts(graph).filter(({ op }) => op === 'conv' || op === 'maxpool')
  // conv 7/2: 7; pool 3/2: 7 + 2·2 = 11; then each 3×3 at a jump of 4 adds 8
  expect(fields.slice(0, 4).map(({ receptiveField }) => receptiveField)).toEqual([
    [7, 7],
    [11, 11],
    [19, 19],
    [27, 27],
  ])
  // Araujo et al., 2019: the last convolution of ResNet-18 sees 435 pixels
  expect(fields.at(-1)?.receptiveField).toEqual([435, 435])
})

test('the peak of a residual block is its input, and what is read and written beside it', () => {
  // at the second convolution: the input waits for the addition, 8 channels are read and 8 written
  const { peakActivation } = cost(
    build(specOfLayers([{ residual: [{ conv: { out: 8, kernel: 3 } }, { conv: { out: 8, kernel: 3 } }] }]), { library: NO_LIBRARY }),
  )
  expect(peakActivation).toEqual({ elements: 3 * 8 * 16 * 16, bytes: 4 * 3 * 8 * 16 * 16, at: '0.branch.1-conv' })
})
