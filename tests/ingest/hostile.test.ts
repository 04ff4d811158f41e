/** Notes that mean harm, or are broken: refused with their place or read in bounded time, and no other note suffers. */
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readDocuments } from '../../src/ingest/ingest.ts'
import { contentFolder, READING } from '../stores.ts'

const times = (text: string, n: number) => text.repeat(n)
const GOOD = '# GoodNet\n\n[[abstract](https://arxiv.org/abs/2001.00001)]\n'

/** Reads a folder of one hostile note beside a good one. */
async function read(text: string | Buffer, limits = READING) {
  const folder = contentFolder({ 'notes/bad.md': text, 'notes/good.md': GOOD })
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...limits })
  folder.remove()
  expect(documents.map((document) => document.path)).toContain('notes/good.md')
  return {
    codes: diagnostics.filter((d) => d.path === 'notes/bad.md').map((d) => d.code),
    stored: documents.some((d) => d.path === 'notes/bad.md'),
  }
}

test.each([
  ['code in front matter', '---js\n{ title: globalThis.harmed = true }\n---\n', 'front-matter-language'],
  ['broken YAML', '---\ntitle: [\n---\n', 'front-matter-syntax'],
  ['an alias bomb', `---\na: &a [x]\nb: [${times('*a,', 9)}]\n---\n`, 'front-matter-syntax'],
  ['front matter nested 100 deep', `---\na: ${times('[', 100)}${times(']', 100)}\n---\n`, 'front-matter-too-large'],
  ['lists of lists on one line', `---\na:\n  ${times('- ', 20_000)}x\n---\n`, 'front-matter-too-large'],
  ['maps nested 10,000 deep', `---\na: ${times('{a: ', 10_000)}\n---\n`, 'front-matter-too-large'],
  ['U+0000 as an escape in TOML', '+++\ntitle = "x\\u0000y"\n+++\n', 'file-nul-character'],
  ['U+0000 as an escape in YAML', '---\ntitle: "x\\0y"\n---\n', 'file-nul-character'],
  ['front matter of 100 kB', `---\n${times('key: value\n', 10_000)}---\n`, 'front-matter-too-large'],
  ['bytes that are no UTF-8', Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]), 'file-not-utf8'],
  ['the character U+0000', '# a\0b\n', 'file-nul-character'],
  ['more bytes than are allowed', times('x', READING.maxNoteBytes + 1), 'file-too-large'],
  ['blocks nested past the stack', `${times('> ', 100_000)}x\n`, 'parse-failed'],
])('%s is refused', async (_, text, code) => {
  expect(await read(text)).toEqual({ codes: [code], stored: false })
  expect(globalThis).not.toHaveProperty('harmed')
})

test('a note that takes too long to parse is ended, and named', async () => {
  expect(await read(times('[a](\n', 50_000), { ...READING, parseTimeout: 1_000 })).toEqual({ codes: ['parse-timeout'], stored: false })
})

test.each([
  ['50,000 opened brackets in code', `\`\`\`\n${times('[', 50_000)}\n\`\`\`\n`],
  ['a table of 100,000 pipes', `a|b\n-|-\n${times('|', 100_000)}\n`],
  ['100,000 headings', times('# x\n', 100_000)],
  ['one line of 1 MB', times('长', 350_000)],
  ['50,000 labelled lines', times('**arXiv**: 2101.00001\n', 50_000)],
  ['10,000 papers', times('# Net\n[paper](https://arxiv.org/abs/2101.00001)\n\nText.\n', 10_000)],
  ['a heading of 10,000 spaces', `# a${times(' ', 10_000)}b\n\n[x](#y) [z](good.md#w)\n`],
  ['100,000 opened braces', `# a${times('{#', 50_000)}\n\n[x](#y)\n`],
  ['a label of 60,000 spaces', `[a${times('\u00A0', 60_000)}b](https://e.org/)\n`],
  ['a sentence that names a paper 60,000 times', `在${times('基于GoodNet', 60_000)}\n`],
])('%s are read', async (_, text) => {
  expect((await read(text)).stored).toBe(true)
})

test('a long paragraph is cut into the same sentences as short ones', async () => {
  const sentence = 'It builds on GoodNet, e.g. for grids. It is new. '
  const folder = contentFolder({
    'a.md': `# GoodNet\n\n[paper](https://arxiv.org/abs/2101.00044)\n`,
    'b.md': `# Grids for All\n\n[paper](https://arxiv.org/abs/2101.00045)\n\n${times(sentence, 3_000)}\n`,
  })
  const { documents } = await readDocuments({ content: folder.dir, ...READING })
  folder.remove()
  const evidence = documents[1]?.evidence ?? []
  expect(evidence).toHaveLength(3_000)
  expect(new Set(evidence.map(({ quote }) => quote))).toEqual(new Set(['It builds on GoodNet, e.g. for grids.']))
})

test.each([
  ['emphasis', '*a_'],
  ['strong emphasis', '**a'],
  ['addresses', '[a]('],
  ['brackets', '['],
])('a line of 50,000 opened %s is refused at once', async (_, mark) => {
  expect(await read(times(mark, 50_000))).toEqual({ codes: ['parse-failed'], stored: false })
})

test('the layout of a page is no sentence, however far its words stand apart', async () => {
  const gap = times(' ', 300)
  expect(await read(`# GridNet\n\nThis is a head that can be used here 3${gap}GoodNet${gap}15\n`)).toEqual({ codes: [], stored: true })
})

test('names that slashes or blanks part take no longer than others', async () => {
  const names = (between: string) => Array.from({ length: 200 }, (_, i) => `Grid${i}Net`).join(between)
  const text = ['/', ' / ', ' ', ', '].map((between) => `It is compared with ${names(between)} and so on.`).join('\n\n')
  expect(await read(`# GridNet\n\n${text}\n\n该方法对数据进行了扩展，${times('GoodNet/', 40)}GoodNet 等。\n`)).toEqual({
    codes: [],
    stored: true,
  })
})

test('a code block without an end is told of', async () => {
  expect(await read('# GridNet\n\n```cost\nflops: 1\n')).toEqual({ codes: ['fence-unclosed'], stored: true })
  expect(await read('# GridNet\n\n```cost\nflops: 1\n```\n')).toEqual({ codes: [], stored: true })
})

test.each(['https://doi.org/10.1234/%zz', 'https://doi.org/10.1234/a%00b'])('the address %s is kept, without an id', async (url) => {
  const folder = contentFolder({ 'a.md': `[x](${url})\n` })
  const { documents } = await readDocuments({ content: folder.dir, ...READING })
  folder.remove()
  expect(documents[0]?.links).toMatchObject([{ url, doi: null }])
})

test('labels that every object has name no kind', async () => {
  const folder = contentFolder({
    'a.md': '- [constructor] [__proto__](https://e.org/)\n\n# [hasOwnProperty](https://arxiv.org/abs/2101.00044)\n',
  })
  const { documents } = await readDocuments({ content: folder.dir, ...READING })
  folder.remove()
  expect(documents[0]?.links.map(({ kind }) => kind)).toEqual(['OTHER', 'OTHER', 'ABSTRACT'])
})

test('an image and a note that are too large are not read for their size or headings', async () => {
  const folder = contentFolder({ 'a.md': '![x](x.png) [y](y.md#z)\n', 'x.png': '', 'y.md': '# Z\n' })
  truncateSync(path.join(folder.dir, 'x.png'), 2 ** 31)
  truncateSync(path.join(folder.dir, 'y.md'), 2 ** 31)
  const before = process.resourceUsage().maxRSS
  const { diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  folder.remove()
  expect(diagnostics.map(({ code }) => code).sort()).toEqual(['anchor-broken', 'file-too-large', 'image-unreadable'])
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(2 ** 20) // kB: far less than either file
})

test('nothing outside the folder is read through a link of the file system', async () => {
  const outside = contentFolder({ 'secret.md': '# Secret\n' })
  const folder = contentFolder({ 'notes/good.md': GOOD })
  mkdirSync(path.join(folder.dir, 'loop'))
  symlinkSync(path.join(outside.dir, 'secret.md'), path.join(folder.dir, 'notes/secret.md'))
  symlinkSync(folder.dir, path.join(folder.dir, 'loop/again'))
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  outside.remove()
  folder.remove()
  expect(documents.map((document) => document.path)).toEqual(['notes/good.md'])
  expect(diagnostics.map((d) => [d.code, d.path])).toEqual([
    ['symlink-skipped', 'loop/again'],
    ['symlink-skipped', 'notes/secret.md'],
  ])
})

test('addresses of front matter are links, and what is none is told with its place', async () => {
  const folder = contentFolder({
    'a.md':
      '---\ntitle: Grids\npdf: https://arxiv.org/pdf/2101.00044\nurl: "//e.org"\nlinks:\n  - {kind: code, url: "https://github.com/a/b"}\n  - "javascript:alert(1)"\n  - not one\n---\n\nText.\n',
  })
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  folder.remove()
  expect(documents[0]?.links).toMatchObject([
    { kind: 'PDF', url: 'https://arxiv.org/pdf/2101.00044', arxivId: '2101.00044', line: 3, ordinal: 0 },
    { kind: 'CODE', url: 'https://github.com/a/b', repository: 'b', line: 6, ordinal: 1 },
  ])
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
    ['link-refused', 4],
    ['link-refused', 7],
    ['link-refused', 8],
  ])
})

test.each([
  ['null, and an empty slug', 'title: ~\nslug:\nyear: null\narxiv: 2101.00044', [2, 3, 4]],
  ['a list of which some are no texts', 'authors: [Ada Lovelace, {x: y}, 3]\narxiv: [2101.00044]', [2, 3]],
])('of values of the wrong type the note keeps what it can: %s', async (_, source, lines) => {
  const folder = contentFolder({ 'a.md': `---\n${source}\n---\n# Title\n\nText.\n` })
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  folder.remove()
  expect(documents[0]?.sections[0]?.arxivId).toBe('2101.00044')
  expect(diagnostics.map(({ code, line }) => `${code} ${line}`).sort()).toEqual(lines.map((line) => `front-matter-ignored ${line}`))
})

test('a comment without an end, and the place of a byte that is no text, are told', async () => {
  expect((await read('Text.\n\n<!-- never closed\n\nMore.\n')).codes).toEqual(['comment-unclosed'])
  const folder = contentFolder({ 'a.md': Buffer.concat([Buffer.from('# ok\n\n长 two '), Buffer.from([0xe9]), Buffer.from('\n')]) as never })
  const { diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  folder.remove()
  expect(diagnostics).toMatchObject([{ code: 'file-not-utf8', line: 3, column: 7 }])
})
