import { expect, test } from 'vitest'
import { hashesOf, inWords, readings, TextIndex } from '../../src/ingest/text-index.ts'

const TEXT = 'It improves on **Res**Net, Mask\n> R-CNNs and 残差**网络**, see [ViT](vit.md), 5*GridNet and 2101.00001v2.\n'.repeat(20)
const mayHold = (...names: string[]) => {
  const index = new TextIndex()
  index.note('a.md', 'hash', TEXT)
  return index.mayHold('a.md', 'hash', names.map(hashesOf))
}

test('a note may write what stands in it, in either case, with marks and breaks within, and in the plural', () => {
  for (const name of ['ResNet', 'resnet', '残差网络', 'ViT', 'improves on resnet', 'Mask R-CNN', 'GridNet', '2101.00001'])
    expect(mayHold(name), name).toBe(true)
  expect(mayHold('NoSuchNetwork', 'resnet')).toBe(true)
})

test('and not what does not, nor what is a part of a word', () => {
  for (const name of ['DenseNet', '密集网络', 'ResNeXt', 'improves on densenet', 'Grid', '2101.00002'])
    expect(mayHold(name), name).toBe(false)
  expect(mayHold()).toBe(false)
})

test('of one character of another script, and of a note that changed or is not known, it can not tell', () => {
  expect(mayHold('图')).toBe(true)
  const index = new TextIndex()
  expect(index.mayHold('a.md', 'hash', [hashesOf('densenet')])).toBe(true)
  index.note('a.md', 'hash', TEXT)
  expect(index.mayHold('a.md', 'other', [hashesOf('densenet')])).toBe(true)
  index.keepOnly(new Set())
  expect(index.mayHold('a.md', 'hash', [hashesOf('densenet')])).toBe(true)
})

test('the words of a text, as they are written and as they are read', () => {
  const text = '[Mask](mask.md) **R**-CNN，残差 x2'
  expect(readings(text).map((read) => read.split('\n'))).toEqual([
    ['mask', 'r', 'cnn', '，残差', 'x2'],
    ['mask', 'mask', 'md', 'r', 'cnn', '，残差', 'x2'],
  ])
  expect(inWords('2101.00001v2')).toBe('2101\n00001')
})
