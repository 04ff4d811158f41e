import { describe, expect, test } from 'vitest'
import type { NameFact } from '../../../src/graph.ts'
import { outline } from '../../../src/ingest/markdown.ts'
import { Places } from '../../../src/ingest/place.ts'
import { CUE_TABLES } from '../../../src/ingest/relations/cue.ts'
import { nameForms } from '../../../src/ingest/relations/name-forms.ts'
import { NameIndex } from '../../../src/ingest/relations/name-index.ts'
import { readRelations } from '../../../src/ingest/relations/read.ts'

const name = (nodeType: NameFact['nodeType'], slug: string, text: string): NameFact => ({
  nodeType,
  slug,
  text,
  source: 'CARD',
  arxivId: null,
  doi: null,
})
const index = new NameIndex(
  nameForms([
    ...['甲网络', '乙网络', '丙网络', 'NetOne', 'NetTwo', 'NetThree'].map((text) => name('paper', text, text)),
    ...['本网络', 'ThisNet'].map((text) => name('paper', 'this', text)),
    ...['某方法', 'knack'].map((text) => name('technique', text, text)),
  ]),
)

function read(sentence: string, language: string) {
  return readRelations(
    { paper: 'this', prose: outline(sentence).prose, links: [], language, places: new Places('a.md', sentence), source: sentence },
    index,
    CUE_TABLES,
  ).evidence
}

describe.each(CUE_TABLES)('the cues of $language', ({ language, cues }) => {
  test.each(cues.flatMap((cue) => cue.says.map((sentence) => ({ rule: cue.rule, kind: cue.kind, reversed: cue.reversed, sentence }))))(
    '$rule reads: $sentence',
    ({ rule, kind, reversed, sentence }) => {
      const evidence = read(sentence, language).filter((e) => e.rule === rule)
      expect(evidence).not.toEqual([])
      for (const e of evidence) {
        expect(e.kind).toBe(kind)
        expect(reversed ? e.target : e.source).toBe('this')
      }
    },
  )
  test.each(cues.flatMap((cue) => cue.not.map((sentence) => ({ rule: cue.rule, sentence }))))(
    '$rule does not read: $sentence',
    ({ rule, sentence }) => {
      expect(read(sentence, language).filter((e) => e.rule === rule)).toEqual([])
    },
  )
})

test('a cue governs a whole list', () => {
  expect(read('综合了甲网络、乙网络和丙网络。', 'zh').map((e) => e.target)).toEqual(['甲网络', '乙网络', '丙网络'])
})

test("a clause's own subject is the source", () => {
  expect(read('乙网络在甲网络基础上做了修改。', 'zh').map((e) => [e.source, e.kind, e.target])).toEqual([['乙网络', 'EXTENDS', '甲网络']])
})

test('a paper is not related to itself', () => {
  expect(read('在本网络基础上继续训练。', 'zh')).toEqual([])
})

test('a hedge is kept and lowers the confidence', () => {
  const [plain] = read('在甲网络基础上做了修改。', 'zh')
  const [hedged] = read('可能在甲网络基础上做了修改。', 'zh')
  expect([plain?.hedged, hedged?.hedged]).toEqual([false, true])
  expect(hedged?.confidence).toBeLessThan(plain?.confidence ?? 0)
})

test('a name that no document knows is discovered where the cue is sure of one', () => {
  const reading = readRelations(
    {
      paper: 'this',
      prose: outline('在DenseNet基础上做了修改。').prose,
      links: [],
      language: 'zh',
      places: new Places('a.md', ''),
      source: '在DenseNet基础上做了修改。',
    },
    index,
    CUE_TABLES,
  )
  expect(reading.discovered).toMatchObject([{ slug: 'densenet', surface: 'DenseNet' }])
})

test('an abbreviation, or a word like any other, is no paper that nobody knows, but in a list with one', () => {
  const discovered = (sentence: string) =>
    readRelations(
      { paper: 'this', prose: outline(sentence).prose, links: [], language: 'zh', places: new Places('a.md', sentence), source: sentence },
      index,
      CUE_TABLES,
    ).discovered.map(({ surface }) => surface)
  expect(discovered('基于FFT的卷积更慢。')).toEqual([])
  expect(discovered('优于Theorem的结果。')).toEqual([])
  expect(discovered('显著优于DenseNet。')).toEqual(['DenseNet'])
  expect(discovered('综合了甲网络和Inception的网络。')).toEqual(['Inception'])
  expect(discovered('显著优于Low-Rank的方法。')).toEqual([])
  expect(discovered('显著优于CIFAR-10上的结果。')).toEqual([])
})

test('a name does not stand in that of a later version', () => {
  const names = new NameIndex(
    nameForms([{ nodeType: 'paper', slug: 'gridone-n1', text: 'GridOne N1', source: 'TITLE', arxivId: null, doi: null }]),
  )
  expect(names.find('GridOne N1.5 is later.')).toEqual([])
  expect(names.find('It is GridOne N1. 5 came later.')).toHaveLength(1)
})

test('of words apart from the name, the nearest name is taken, and none that is an example alone', () => {
  const sources = (sentence: string) => read(sentence, 'en').map(({ kind, target, confidence }) => [kind, target, confidence < 0.7])
  expect(sources('It uses the outputs of a small NetOne, where NetTwo is slow.')).toEqual([['USES', 'NetOne', true]])
  expect(sources('It uses the outputs of networks (such as NetOne).')).toEqual([])
})

test('a name that no document knows is one of two words where the first is written as a name', () => {
  const { discovered } = readRelations(
    {
      paper: 'this',
      prose: outline('It is inspired by Mask R-CNN.').prose,
      links: [],
      language: 'en',
      places: new Places('a.md', ''),
      source: 'It is inspired by Mask R-CNN.',
    },
    index,
    CUE_TABLES,
  )
  expect(discovered).toMatchObject([{ slug: 'mask-r-cnn', surface: 'Mask R-CNN' }])
})

test('a name that is a word of English as well must be written as it is', () => {
  const words = new NameIndex(nameForms([name('paper', 'score', 'SCoRe'), name('paper', 'resnet', 'ResNet')]))
  const found = (text: string) => words.find(text).map(({ node }) => node.slug)
  expect(found('The score is higher than that of SCoRe. Scores are fine.')).toEqual(['score'])
  expect(found('A resnet, a ResNet and a Resnet.')).toEqual(['resnet', 'resnet', 'resnet'])
})

test('a name within another, and the name of a venue, name no paper', () => {
  const heading = (slug: string, text: string): NameFact => ({ ...name('paper', slug, text), source: 'HEADING' })
  const words = new NameIndex(nameForms([heading('cam', 'CAM'), heading('iclr', 'ICLR'), heading('dino', 'DINO'), heading('detr', 'DETR')]))
  const found = (text: string) => words.find(text).map(({ node }) => node.slug)
  expect(found('Grad-CAM, at ICLR, and DINO-DETR; CAM-based, a non-CAM one.')).toEqual(['dino', 'detr', 'cam', 'cam'])
})

test('to use data is no relation, and to use what stands beside it is', () => {
  expect(read('评测使用甲网络数据集。', 'zh')).toEqual([])
  expect(read('They use NetTwo and the NetOne dataset.', 'en').map((e) => [e.kind, e.target])).toEqual([['USES', 'NetTwo']])
  expect(read('They use NetTwo and NetOne (Lovelace, 2020) datasets.', 'en')).toEqual([])
})

test.each([
  ['what it calls its own', 'We propose GridNet. Using GridNet makes it fast.', []],
  ['what it is called', 'A method called **GridNet** (grids). It outperforms GridNet.', []],
  ['a measure', 'It is based on the KL-divergence.', []],
  ['another paper', 'It is based on DenseNet.', ['DenseNet']],
])('of a name that nobody knows, %s', (_, sentence, surfaces) => {
  const part = {
    paper: 'this',
    prose: outline(sentence).prose,
    links: [],
    language: 'en',
    places: new Places('a.md', sentence),
    source: sentence,
  }
  expect(readRelations(part, index, CUE_TABLES).discovered.map(({ surface }) => surface)).toEqual(surfaces)
})

test('a list ends before the clause that follows it', () => {
  expect(read('Inspired by NetOne and NetTwo, NetThree is small.', 'en').map((e) => e.target)).toEqual(['NetOne', 'NetTwo'])
})

test('what others are based on is cited, and used by no one here', () => {
  expect(read('基于甲网络的方法速度慢。', 'zh').map((e) => e.kind)).toEqual(['CITES'])
  expect(read('提出一种基于甲网络的方法。', 'zh').map((e) => e.kind)).toEqual(['USES'])
})
