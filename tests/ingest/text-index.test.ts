import { expect, test } from 'vitest'
import { TextIndex, unmarked } from '../../src/ingest/text-index.ts'

const TEXT = 'It improves on **Res**Net and 残差网络, see [ViT](vit.md).\n'.repeat(20)
const mayHold = (...words: string[]) => {
  const index = new TextIndex()
  index.note('a.md', 'hash', TEXT)
  return index.mayHold('a.md', 'hash', words.map(unmarked))
}

test('a note may write what stands in it, in either case and with marks within', () => {
  for (const word of ['ResNet', 'resnet', '残差网络', 'ViT', 'improves on resnet']) expect(mayHold(word), word).toBe(true)
  expect(mayHold('NoSuchNetwork', 'resnet')).toBe(true)
})

test('and not what does not', () => {
  for (const word of ['DenseNet', '密集网络', 'ResNeXt', 'improves on vit']) expect(mayHold(word), word).toBe(false)
  expect(mayHold()).toBe(false)
})

test('of a word of two characters, and of a note that changed or is not known, it can not tell', () => {
  expect(mayHold('zq')).toBe(true)
  const index = new TextIndex()
  expect(index.mayHold('a.md', 'hash', ['densenet'])).toBe(true)
  index.note('a.md', 'hash', TEXT)
  expect(index.mayHold('a.md', 'other', ['densenet'])).toBe(true)
  index.keepOnly(new Set())
  expect(index.mayHold('a.md', 'hash', ['densenet'])).toBe(true)
})
