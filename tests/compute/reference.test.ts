/** Our figures beside those of real PyTorch modules, torchvision and the counters that people use. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Library } from '../../src/compute/build.ts'
import { type ConventionName, countAs, difference } from '../../src/compute/conventions.ts'
import { layerCosts } from '../../src/compute/layers.ts'
import { analyzed, libraryOf } from './library.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/compute')
const read = (file: string) => JSON.parse(readFileSync(path.join(FIXTURES, file), 'utf8'))

type Target = { slug: string; with: Record<string, number>; input: number[]; params: number; macs: number; activations: number }
const { source: _, ...targets } = read('targets.json') as Record<string, Target> & { source: unknown }

let library: Library
beforeAll(async () => {
  library = await libraryOf()
})
const of = (name: string) => {
  const { slug, with: values, input } = targets[name] as Target
  return analyzed(library, slug, { with: values, input })
}

test.each(Object.keys(targets))('%s: params, macs and activations are exact', (name) => {
  const { params, macs, activations } = targets[name] as Target
  expect(of(name).cost).toMatchObject({ params, macs, activations })
})

describe('layer by layer', () => {
  const { source: __, ...networks } = JSON.parse(gunzipSync(readFileSync(path.join(FIXTURES, 'layers.json.gz'))).toString('utf8'))
  const KINDS: Record<string, string> = { conv: 'conv', linear: 'linear', matmul: 'matmul', batchnorm: 'norm', layernorm: 'norm' }
  /** Sizes without ones and without the batch, and tokens and heads that PyTorch folds into the batch are no others. */
  const bare = (shape: readonly number[]) =>
    shape
      .filter((n) => n !== 1)
      .sort((a, b) => a - b)
      .join('×')

  test.each(Object.keys(networks))('%s', (name) => {
    const ours = layerCosts(of(name).graph).flatMap((layer) => {
      const kind = KINDS[layer.op]
      return kind ? [[kind, layer.inputs.map(bare), bare(layer.output), Number(layer.params), Number(layer.macs)]] : []
    })
    const theirs = networks[name].map(([kind, inputs, output, params, macs]: [string, number[][], number[], number, number]) => [
      kind,
      inputs.map(bare),
      bare(output),
      params,
      macs,
    ])
    expect(ours).toEqual(theirs)
  })
})

test.each(read('torchvision.json').rows as [string, number, number, number][])(
  '%s at %i as torchvision publishes it',
  (builder, size, params, gmacs) => {
    const slug = builder.replaceAll('_', '-').replace(/^(resnext\d+)-(\d+x\d+d)$/, '$1-$2')
    const { cost } = analyzed(library, slug, { input: [3, size, size] })
    expect({ params: cost.params, gmacs: (Number(cost.macs) / 1e9).toFixed(3) }).toEqual({ params, gmacs: gmacs.toFixed(3) })
  },
)

describe('as other counters count', () => {
  const { source: ___, ...counters } = read('tools.json') as Record<string, Record<string, number>>
  test.each(Object.keys(counters))('%s, to the integer', (counter) => {
    const printed = counters[counter] as Record<string, number>
    const ours = Object.fromEntries(Object.keys(printed).map((name) => [name, countAs(of(name).graph, counter as ConventionName).total]))
    expect(ours).toEqual(printed)
  })

  test('the itemised difference adds up to the whole, and says why', () => {
    const { graph, cost } = of('resnet50@224')
    const items = difference(graph, 'pure', 'fvcore')
    expect(items.reduce((sum, item) => sum + item.difference, Number(cost.macs))).toBe(countAs(graph, 'fvcore').total)
    expect(items).toEqual([
      // 2 × 11,113,984 elements of batch norms: 0.54 % of 4,089,184,256
      { op: 'batchnorm', from: 0, to: 22_227_968, difference: 22_227_968, share: 22_227_968 / 4_089_184_256 },
      // 7 × 7 × 2,048 inputs of the pool
      { op: 'adaptiveavgpool', from: 0, to: 100_352, difference: 100_352, share: 100_352 / 4_089_184_256 },
    ])
  })
})

test('both wirings of ShuffleNet V2, and both strides of ResNet-50, are told apart', () => {
  // the authors' wiring gives the 146 M of their table 5, torchvision's 144.9 M; exact integers counted on PyTorch modules
  expect(analyzed(library, 'shufflenet-v2-x1-0-paper').cost).toMatchObject({ macs: 145_814_296, params: 2_278_760 })
  expect(analyzed(library, 'shufflenet-v2-x1-0').cost).toMatchObject({ macs: 144_907_992 })
  // He et al., arXiv 1512.03385, table 1: 3.8 G with the stride in the first 1×1
  expect(analyzed(library, 'resnet50', { with: { early: 1 } }).cost).toMatchObject({ macs: 3_857_973_248, params: 25_557_032 })
})

test('unfused memory access of ResNet-50 in fp32 is the 425.8 MB of a framework that runs op after op', () => {
  // counted on the PyTorch module: inputs, weights and outputs of every op, in elements
  expect(analyzed(library, 'resnet50').cost.memoryAccess.bytes).toBe(425_783_360)
})

describe('the table of published figures in the README', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../src/compute/README.md'), 'utf8')
  const rows = [
    ...readme.matchAll(/^\| (?:[^|]+)\| (?:[^|]+)\| (\S[^|]*?) +\| (\S+) +\| ([\d.]+) +\| [^|]+\| (\S+) +\| ([\d.]+) +\|/gm),
  ].map(([, call = '', , macs, , params]) => [call, macs, params] as const)
  test('has every row', () => expect(rows).toHaveLength(76))

  test.each(rows)('%s has %s M multiply-accumulates and %s M params', (call, macs, params) => {
    const [slug = '', ...rest] = call.split(' ')
    const size = rest.find((word) => word.startsWith('@'))?.slice(1)
    const values = rest.filter((word) => word.includes('=')).map((word) => word.split('='))
    const channels = slug.startsWith('depthwise') ? Number(Object.fromEntries(values).in) : 3
    const { cost } = analyzed(library, slug, {
      with: Object.fromEntries(values.map(([name, value]) => [name, Number(value)])),
      ...(size ? { input: [channels, Number(size), Number(size)] } : {}),
    })
    expect([(Number(cost.macs) / 1e6).toFixed(2), (Number(cost.params) / 1e6).toFixed(3)]).toEqual([macs, params])
  })
})
