import { expect, test } from 'vitest'
import { outline } from '../../src/ingest/markdown.ts'
import { sourceOffset } from '../../src/ingest/prose.ts'

test('the outer link of nested brackets is the link', () => {
  const links = outline('[[paper]](http://a) [[2020] Title](http://b) [[abstract](http://c)]').links.filter((link) => link.url)
  expect(links.map(({ label, url }) => ({ label, url }))).toEqual([
    { label: '[paper]', url: 'http://a' },
    { label: '[2020] Title', url: 'http://b' },
    { label: 'abstract', url: 'http://c' },
  ])
})

test('a reference link has the address of its definition', () => {
  expect(outline('[x][y] and [y]\n\n[y]: http://a').links.map((link) => link.url)).toEqual(['http://a', 'http://a'])
})

test('prose is what a reader sees, and leads back to the source', () => {
  const source = '在 **ResNet** 的[基础](http://a)上'
  const [prose] = outline(source).prose
  expect(prose?.text).toBe('在 ResNet 的基础上')
  for (const [i, char] of [...(prose?.text ?? '')].entries())
    expect(source[sourceOffset(prose ?? { pieces: { at: [], from: [] } }, i)]).toBe(char)
})

test('a list of links is told from a sentence', () => {
  expect(outline('[[a](http://a)]\n[code]').prose[0]?.linksOnly).toBe(true)
  expect(outline('see [a](http://a)').prose[0]?.linksOnly).toBe(false)
})
