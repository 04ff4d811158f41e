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
  expect(outline('[x][y]\r\n\r\n[y]: http://a\r\n').links.map((link) => link.url)).toEqual(['http://a'])
  expect(outline('[x][y] and [y]\n\n[y]: http://a').links.map((link) => link.url)).toEqual(['http://a', 'http://a'])
})

test('an element of HTML ends at an empty line, whatever lines end with', () => {
  for (const end of ['\n', '\r\n', '\r'])
    expect(outline(`<p align="center">${end}${end}Text.${end}`).prose.map(({ text, start }) => [text.trim(), start])).toEqual([
      ['Text.', 18 + 2 * end.length],
    ])
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

test('addresses and labels are read without what keeps their marks from being Markdown', () => {
  const { links, images, prose } = outline(
    'a &amp; b&#x20;c [x\\_y](https://a.org/\\~m/n\\_d.pdf?a=1&amp;b=2 "t") ![](i\\_m.png) [p]([https://q.org/1])\n\n[d]\n\n[d]: <https://d.org/\\_> "t"',
  )
  expect(links.map(({ label, url }) => [label, url])).toEqual([
    ['x_y', 'https://a.org/~m/n_d.pdf?a=1&b=2'],
    ['p', 'https://q.org/1'],
    ['d', 'https://d.org/_'],
  ])
  expect(images.map(({ url }) => url)).toEqual(['i_m.png'])
  expect(prose[0]?.text.trim()).toBe('a & b c x_y  p')
})

test.each([
  ['a remark with a colon defines no address', '[Note]: In the text\n\n[Note]'],
  ['brackets in a formula are no link', 'x $\\left[a\\right](\\mathbf{r})$'],
  ['double brackets around a formula are no wikilink', 'of shape [[n, d^2]]'],
])('%s', (_, source) => {
  expect(outline(source).links.filter(({ url }) => url !== null)).toEqual([])
})

test('what a site generator reads as a command no reader sees', () => {
  expect(outline('a {% hint style="info" %}b{% endhint %} {% c').prose.map(({ text }) => text)).toEqual(['a b {% c'])
})
