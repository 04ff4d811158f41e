/** What a note calls its paper in its text. */
import { expect, test } from 'vitest'
import { ownName } from '../../src/ingest/own-names.ts'

const TITLE = 'Value Iteration for Grids'
const AGAIN = ' More is said of GridNet here.'

test.each([
  'AKA, the "**GridNet**" paper.',
  'This is the famous GridNet paper.',
  '本文提出了一种GridNet。',
  '该方法称为GridNet。',
  'Their algorithm, GridNet, is good.',
  'They present a model called GridNet.',
  'The authors propose GridNet, which is good.',
  'Refer to their method as **GridNet**.',
  'GridNetを提案した。',
  'The authors propose a network (GridNet) that is good.',
  'They introduce a network, GridNet, that is good.',
  'It is trained with a network they title GridNet.',
])('%s', (text) => {
  expect(ownName(TITLE, text + AGAIN)).toBe('GridNet')
})

test.each([
  ['Value Iteration for Grids (VIG) is good.', 'VIG'],
  ['Here VIFG is used, and VIFG is good.', 'VIFG'],
  ['The authors propose "Grid Values", which are good. Grid Values are new.', 'Grid Values'],
  ['# Value Iteration for Grids\n\nGridNet Paper\n\nText.', 'GridNet'],
])('%s', (text, name) => {
  expect(ownName(TITLE, text)).toBe(name)
})

test.each([
  ['a name that is used but once', TITLE, 'They propose GridNet, and no more.'],
  ['one of another', TITLE, `It is better than GridNet.${AGAIN}`],
  ['one that the title gives', 'BoxNet: Boxes for All', `The authors propose GridNet.${AGAIN}`],
  ['what it is for', TITLE, `They propose a method for grids (GridNet).${AGAIN}`],
  ['one of several models', TITLE, `The first model, GridNet, is plain.${AGAIN}`],
  ['a field', TITLE, 'The authors propose "Deep Learning", which is Deep Learning.'],
  ['a place of print', TITLE, 'The paper presents ECCV2024, and ECCV2024 again.'],
  ['no title', null, `The authors propose GridNet.${AGAIN}`],
])('no name by %s', (_, title, text) => {
  expect(ownName(title, text)).toBeNull()
})
