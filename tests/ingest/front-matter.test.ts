import { describe, expect, test } from 'vitest'
import { parseFile } from '../../src/ingest/parse.ts'

const parse = (text: string | Buffer) => parseFile({ path: 'a.md', bytes: typeof text === 'string' ? Buffer.from(text) : text })
const data = (text: string) => {
  const result = parse(text)
  return 'parsed' in result ? result.parsed.frontMatter.data : result.refused
}

describe('front matter', () => {
  test('keeps what YAML would damage', () => {
    expect(data('---\narxiv: 1801.04380\ndate: 2024-01-01\nn: 007\nnothing:\n---\n')).toEqual({
      arxiv: '1801.04380',
      date: '2024-01-01',
      n: '007',
      nothing: null,
    })
  })
  test('reads TOML between plus signs', () => {
    expect(data('+++\ntitle = "x"\nyear = 2016\n+++\n')).toEqual({ title: 'x', year: '2016' })
  })
  test('is read after a byte order mark and with CRLF', () => {
    expect(data('\uFEFF---\r\ntitle: x\r\n---\r\n')).toEqual({ title: 'x' })
  })
  test('says the same by other spellings of its keys, but for those that are there', () => {
    expect(data('---\nDOI: 10.1/a\nPaper-URL: b\n标题: c\nTitle: d\ntitle: e\n年份: 2020-01-01\nMood: f\n---\n')).toEqual({
      doi: '10.1/a',
      paper_url: 'b',
      标题: 'c',
      Title: 'd',
      title: 'e',
      年份: '2020-01-01',
      Mood: 'f',
    })
    expect(data('---\nkind: block\nTitle: d\n---\n')).toEqual({ kind: 'block', Title: 'd' })
  })
  test.each(['js', 'javascript', 'json', 'coffee', '__proto__'])('in %s is refused, and nothing runs', (language) => {
    expect(data(`---${language}\nglobalThis.ran = true\n---\n`)).toMatchObject({ code: 'front-matter-language', line: 1, column: 1 })
    expect('ran' in globalThis).toBe(false)
  })
  test.each([
    ['a duplicate key', '---\ntitle: a\ntitle: b\n---\n', 'front-matter-syntax', 3],
    ['an unknown tag', '---\na: !!js/function x\n---\n', 'front-matter-syntax', 2],
    ['an alias', '---\na: &a 1\nb: *a\n---\n', 'front-matter-syntax', 3],
    ['a tab', '---\na:\n\tb: 1\n---\n', 'front-matter-syntax', 3],
    ['a NUL escape', '---\na: "\\0"\n---\n', 'file-nul-character', 2],
    ['64 kB and more', `---\na: ${'x'.repeat(70_000)}\n---\n`, 'front-matter-too-large', 1],
  ])('with %s is refused with its line', (_, text, code, line) => {
    expect(data(text)).toMatchObject({ code, line })
  })
  test.each([
    ['a: b: c', 'Put a value that holds a colon and a space in quotes.'],
    ['a: !b', 'Put a value that begins with ! in quotes.'],
    ['a: x\nb:y', 'A key needs a colon and a space after it'],
  ])('of %j the author is told how to write it', (source, advice) => {
    expect(data(`---\n${source}\n---\n`)).toMatchObject({ message: expect.stringContaining(advice) })
  })
  test.each([
    ['four dashes', '----\ntitle: x\n----\n'],
    ['a rule and prose', '---\nHello, this is prose.\n---\n'],
    ['an indented fence', '  ---\n  title: x\n  ---\n'],
    ['a fence that never closes', '---\ntitle: x\n'],
  ])('is not what %s begin', (_, text) => {
    expect(data(text)).toEqual({})
  })
  test('drops __proto__', () => {
    const read = data('---\n__proto__: { polluted: 1 }\ntitle: x\n---\n')
    expect(Object.keys(read)).toEqual(['title'])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

test.each([
  ['UTF-16', Buffer.from('\uFEFFabc', 'utf16le'), 1],
  ['an overlong form', Buffer.from([0x61, 0x0a, 0xc0, 0xaf]), 2],
  ['a lone surrogate', Buffer.from([0x61, 0x0a, 0xed, 0xa0, 0x80]), 2],
])('%s is not UTF-8, and the line is told', (_, bytes, line) => {
  expect(parse(bytes)).toMatchObject({ refused: { code: 'file-not-utf8', line } })
})
