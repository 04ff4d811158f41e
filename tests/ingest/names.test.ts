import { expect, test } from 'vitest'
import { isDistinctive, isSlug, nameBeforeColon, shortName, slugify, wordsBeforeColon } from '../../src/ingest/names.ts'
import { type NameForm, nameForms, withKnownNames } from '../../src/ingest/relations/name-forms.ts'
import { NameIndex } from '../../src/ingest/relations/name-index.ts'

test.each([
  ['ResNet 数学推导', 'resnet'],
  ['MobileNetV2', 'mobilenet-v2'],
  ['ShuffleNet V2', 'shufflenet-v2'],
  ['Rethinking ImageNet Pre-training', 'rethinking-imagenet-pre-training'],
  ['网络主干', '网络主干'],
])('the slug of %s is %s', (heading, slug) => {
  expect(slugify(shortName(heading))).toBe(slug)
})

test.each(['constructor', 'resnet', 'café', '网络'])('%s is a slug', (slug) => expect(isSlug(slug)).toBe(true))
test.each(['..', 'a/b', '', ' ', 'A', 'a b', 'a--b', 'pa\u200bper', 'cafe\u0301', 'x'.repeat(121)])('%j is no slug', (slug) =>
  expect(isSlug(slug)).toBe(false),
)

test('names that common words could be are not distinctive', () => {
  expect(['ResNet', 'ViT', 'GPT-3', 'Paper', 'Attention', 'Summary'].filter(isDistinctive)).toEqual(['ResNet', 'ViT', 'GPT-3'])
})

test('a title gives the name before its colon', () => {
  expect(nameBeforeColon('MobileNetV2: Inverted Residuals')).toBe('MobileNetV2')
  expect(nameBeforeColon('Attention: a survey')).toBeNull()
  expect(nameBeforeColon('GPipe - Easy Scaling with Micro-Batch Pipeline')).toBe('GPipe')
  expect(nameBeforeColon('Multi-scale Features for Detection')).toBeNull()
})

test('a title gives a word or two before its colon, which are no name by themselves', () => {
  expect(wordsBeforeColon('Glow: Generative Flow with Convolutions')).toBe('Glow')
  expect(wordsBeforeColon('Batch Normalization: Accelerating Deep Training')).toBe('Batch Normalization')
  expect(wordsBeforeColon('Glow：可逆卷积的生成流')).toBe('Glow')
  expect(['On the way: a b c', 'glow: a b c', 'Glow: it'].map(wordsBeforeColon)).toEqual([null, null, null])
})

test.each([
  ['compared to Glow, it is', ['Glow']],
  ['其效果类似于 Glow 模型', ['Glow']],
  ['Glow 模型很好', ['Glow']],
  ['in the Glow model', ['Glow']],
  ["Glow's flow", ['Glow']],
  ['Glow is seen', []],
  ['a glow is seen', []],
  ['See the Great Glow of it', []],
  ['Similar to Batch Normalization, but', ['Batch Normalization']],
  ['with Batch normalization', ['Batch normalization']],
])('words that are a name are one among other words: %s', (text, surfaces) => {
  const facts = ['Glow', 'Batch Normalization'].map((name) => ({
    nodeType: 'paper' as const,
    slug: name,
    text: name,
    source: 'TITLE' as const,
    arxivId: null,
    doi: null,
  }))
  expect(new NameIndex(nameForms(facts)).find(text).map(({ start, end }) => text.slice(start, end))).toEqual(surfaces)
})

test.each([
  ['超越 π0 和 $\\pi_0$，不如π₀', ['π0', '\\pi_0', 'π₀']],
  ['Faster-RCNN, Faster R-CNN', ['Faster-RCNN', 'Faster R-CNN']],
  ['OpenVLA-OFT and OpenVLA, OpenVLA-X', ['OpenVLA']],
])('as names are written: %s', (text, surfaces) => {
  const facts = ['π₀', 'Faster R-CNN', 'OpenVLA'].map((name) => ({
    nodeType: 'paper' as const,
    slug: name,
    text: name,
    source: 'HEADING' as const,
    arxivId: null,
    doi: null,
  }))
  expect(new NameIndex(nameForms(facts)).find(text).map(({ start, end }) => text.slice(start, end))).toEqual(surfaces)
})

test('a name that everybody knows is found where no document gives it, and is that of a document that does', () => {
  const found = (forms: ReadonlyMap<string, NameForm>) =>
    new NameIndex(withKnownNames(forms)).find('a ResNet, no resnet').map(({ node, wellKnown }) => [node.slug, wellKnown ?? false])
  expect(found(new Map())).toEqual([['resnet', true]])
  const own = { nodeType: 'paper', slug: 'he2016', text: 'ResNet', source: 'HEADING', arxivId: null, doi: null } as const
  expect(found(nameForms([own]))).toEqual([
    ['he2016', false],
    ['he2016', false],
  ])
})

test('a name of two papers names neither, unless one of them is called so', () => {
  const name = (slug: string, text: string, source: 'TITLE' | 'HEADING') => ({
    nodeType: 'paper' as const,
    slug,
    text,
    source,
    arxivId: null,
    doi: null,
  })
  const twins = [name('a', 'MVPNet', 'TITLE'), name('b', 'MVP-Net', 'TITLE')]
  expect(new NameIndex(nameForms(twins)).find('MVPNet is quick.')).toEqual([])
  expect(new NameIndex(nameForms([...twins, name('c', 'MVPNet', 'HEADING')])).find('MVPNet is quick.')).toMatchObject([
    { node: { slug: 'c' } },
  ])
})

test('names are found where words begin, the longer before the shorter, with a plural s and any joint', () => {
  const of = (...texts: string[]) =>
    new NameIndex(nameForms(texts.map((text) => ({ nodeType: 'paper', slug: text, text, source: 'HEADING', arxivId: null, doi: null }))))
  const index = of('ResNet', 'ResNet v2', 'Deep Grids', '网格', 'ViT')
  const found = (text: string) => index.find(text).map(({ start, end, node }) => `${text.slice(start, end)}=${node.slug}`)
  expect(found('PreResNet, ResNets and resnet-v2; 在ResNet上')).toEqual(['ResNet=ResNet', 'resnet-v2=ResNet v2', 'ResNet=ResNet'])
  expect(found('deep-grids, deep_grids, deepgrids')).toEqual(['deep-grids=Deep Grids', 'deep_grids=Deep Grids'])
  expect(found('小网格，vit, ViTs, ViT-B')).toEqual(['网格=网格', 'ViT=ViT', 'ViT=ViT'])
})

test('names without number may begin with one word', () => {
  const forms = new Map(
    Array.from({ length: 200_000 }, (_, i) => [`grid ${i}`, { node: { nodeType: 'paper' as const, slug: `g${i}` }, exact: null }]),
  )
  expect(new NameIndex(forms).find('See Grid 12 and grid 199999.').map(({ node }) => node.slug)).toEqual(['g12', 'g199999'])
})

test.each([
  ['GridNet-4 is fast', []],
  ['GridNet 2 is fast', []],
  ['GridNet-50 is fast', ['GridNet']],
  ['GridNet 3 times', ['GridNet']],
  ['GridNet 2.5 layers, GridNet-B4', ['GridNet', 'GridNet']],
  ['GridNet-2-like', ['GridNet']],
])('a name is not that of another version: %s', (text, surfaces) => {
  const fact = { nodeType: 'paper', slug: 'gridnet', text: 'GridNet', source: 'HEADING', arxivId: null, doi: null } as const
  expect(new NameIndex(nameForms([fact])).find(text).map(({ start, end }) => text.slice(start, end))).toEqual(surfaces)
})
