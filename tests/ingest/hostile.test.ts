/** Notes that mean harm, or are broken: refused with their place or read in bounded time, and no other note suffers. */
import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readDocuments } from '../../src/ingest/ingest.ts'
import { contentFolder, READING } from '../stores.ts'

const times = (text: string, n: number) => text.repeat(n)
const GOOD = '# Good\n\n[[abstract](https://arxiv.org/abs/2001.00001)]\n'

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
  expect(await read(times('[a](', 50_000), { ...READING, parseTimeout: 4_000 })).toEqual({ codes: ['parse-timeout'], stored: false })
})

test.each([
  ['50,000 opened brackets', times('[', 50_000)],
  ['a table of 100,000 pipes', `a|b\n-|-\n${times('|', 100_000)}\n`],
  ['100,000 headings', times('# x\n', 100_000)],
  ['one line of 1 MB', times('长', 350_000)],
  ['50,000 labelled lines', times('**arXiv**: 2101.00001\n', 50_000)],
  ['10,000 papers', times('# Net\n[paper](https://arxiv.org/abs/2101.00001)\n\nText.\n', 10_000)],
])('%s are read', async (_, text) => {
  expect((await read(text)).stored).toBe(true)
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
