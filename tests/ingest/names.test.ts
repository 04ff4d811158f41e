import { expect, test } from 'vitest'
import { isDistinctive, isSlug, nameBeforeColon, shortName, slugify } from '../../src/ingest/names.ts'

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
})
