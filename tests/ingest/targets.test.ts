/** Links as other tools write them, and what of them is broken. */
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readDocuments } from '../../src/ingest/ingest.ts'
import { ingestInto } from '../../src/ingest/ingest-into.ts'
import { contentFolder, emptyStore, READING } from '../stores.ts'

let folder: ReturnType<typeof contentFolder> | undefined
afterEach(() => folder?.remove())

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const OTHERS = {
  'notes/Grid Net.md': '# Grid Net\n\n## 方法，一\n\n<a name="custom"></a>\n',
  'notes/deep/other.md': '# Other\n\n## Same\n\n## Same\n',
  'guide/index.md': '# Guide\n',
  'images/grid.png': PIXEL,
}

async function found(text: string, path = 'notes/a.md') {
  folder = contentFolder({ ...OTHERS, [path]: text })
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  const document = documents.find((one) => one.path === path)
  return {
    broken: diagnostics.filter((d) => d.path === path).map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`),
    links: document?.links.map(({ label, url, resolves }) => [label, url, resolves]),
    images: document?.images.map(({ file, exists, width }) => [file, exists, width]),
    text: document?.markdown,
  }
}

test.each([
  '[g](Grid%20Net.md)',
  '[g](<Grid Net.md>)',
  '[g](deep/other)',
  '[g](/guide)',
  '[g](/guide/)',
  '[g]({{site.baseurl}}/guide/)',
  '[g](deep/other.html)',
  '[g](../guide/index.md)',
  '[g](./)',
  '[[Grid Net]]',
  '[[grid net|the net]]',
  '[[deep/other]]',
  '[[Grid Net#方法，一|there]]',
  '[m](Grid%20Net.md#方法一)',
  '[m](Grid%20Net.md#%E6%96%B9%E6%B3%95%E4%B8%80)',
  '[m](Grid%20Net.md#custom)',
  '[m](deep/other.md#same-1)',
  '# Own Part\n\n[m](#own-part)',
  '# Own & Part\n\n[m](#own-and-part)',
  '# Own Part\n\n[m](#Own%20Part)',
  '[g](deep\\/other.md)',
  '[g](/deep/other.md)',
  '[g](../guide/index.html)',
])('%s leads somewhere', async (text) => {
  expect((await found(text)).broken).toEqual([])
})

test('an image in a hidden folder is there, and none that a link out of the folder leads to', async () => {
  folder = contentFolder({
    'a.md': '![g](.gitbook/assets/g.png) ![g](.out/g.png) ![g](.gitbook/none.png)\n',
    '.gitbook/assets/g.png': PIXEL,
  })
  const outside = contentFolder({ 'g.png': PIXEL })
  symlinkSync(outside.dir, path.join(folder.dir, '.out'))
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  outside.remove()
  expect(documents[0]?.images.map(({ path: at, exists, width }) => [at, exists, width])).toEqual([
    ['.gitbook/assets/g.png', true, 1],
    ['.out/g.png', false, null],
    ['.gitbook/none.png', false, null],
  ])
  expect(diagnostics.map(({ message }) => message)).toEqual(['There is no image .out/g.png.', 'There is no image .gitbook/none.png.'])
})

test.each([
  ['[g](Grid.md)', '1:1 link-broken There is no file Grid.md.'],
  ['[[Nothing of that name]]', '1:1 link-broken There is no file Nothing of that name.'],
  ['x [m](Grid%20Net.md#方法二)', '1:3 anchor-broken There is no heading #方法二 in notes/Grid Net.md.'],
  ['[m](deep/other.md#same-2)', '1:1 anchor-broken There is no heading #same-2 in notes/deep/other.md.'],
  ['# A\n\n[m](#b)', '3:1 anchor-broken There is no heading #b in notes/a.md.'],
  ['![[nothing.png]]', '1:1 image-missing There is no image nothing.png.'],
  ['<img src="nothing.png">', '1:1 image-missing There is no image nothing.png.'],
])('%s is broken', async (text, finding) => {
  expect((await found(text)).broken).toEqual([finding])
})

test("a page of the folder's repository is the document itself, and what other repositories have is left alone", async () => {
  const { broken, links, images } = await found(
    [
      '[g](https://github.com/a/b/blob/master/notes/Grid%20Net.md)',
      '[x](https://github.com/a/b/blob/master/notes/nothing.md)',
      '[r](https://github.com/a/b/blob/master/README.md)',
      '[o](https://github.com/c/d/blob/master/notes/nothing.md)',
      '![](https://raw.githubusercontent.com/a/b/master/images/grid.png)',
      '![](https://raw.githubusercontent.com/a/b/master/images/nothing.png)',
    ].join('\n\n'),
    'README.md',
  )
  expect(broken).toEqual(['3:1 link-broken There is no file notes/nothing.md.'])
  expect(links?.map(([, , resolves]) => resolves)).toEqual([true, null, null, null])
  expect(images).toEqual([
    ['images/grid.png', true, 1],
    [null, null, null],
  ])
})

test('images are found by name, and in HTML', async () => {
  const { images } = await found(
    '![[grid.png]]\n\n<p><img width="3" src="../images/grid.png" alt="g"></p>\n\nin a line <img src=\'/images/grid.png\'>\n',
  )
  expect(images).toEqual([
    ['images/grid.png', true, 1],
    ['images/grid.png', true, 1],
    ['images/grid.png', true, 1],
  ])
})

test('a link with brackets around it is no wikilink; a slot is none either', async () => {
  const { links } = await found('[[pdf](https://arxiv.org/pdf/2101.00001)] [[code]]\n')
  expect(links).toEqual([
    ['pdf', 'https://arxiv.org/pdf/2101.00001', null],
    ['code', null, null],
  ])
})

test('what a document points at is looked up again when it comes, and its headings when they change', async () => {
  folder = contentFolder({ 'notes/a.md': '[[Later]] and [g](later.md#first)', 'notes/b.md': 'Plain words.' })
  const store = await emptyStore()
  const broken = async () => {
    const { diagnostics, run } = await ingestInto(store, { content: folder?.dir ?? '', ...READING })
    return [diagnostics.map(({ code }) => code), run?.changed]
  }
  expect(await broken()).toEqual([['link-broken', 'link-broken'], 0])
  folder.write('notes/later.md', '# First\n')
  expect(await broken()).toEqual([[], 0])
  folder.write('notes/later.md', '# Second\n')
  expect(await broken()).toEqual([['anchor-broken'], 1])
  await store.close()
})

test('comments of Obsidian are no text', async () => {
  folder = contentFolder({ 'a.md': '# [Grids for All](https://arxiv.org/abs/2101.00001)\n\nSeen %% not seen %% again.\n' })
  const { documents } = await readDocuments({ content: folder.dir, ...READING })
  expect(documents[0]?.sections[0]?.summary).toBe('Seen                again.')
})

test('an image by the variables of Jekyll is that of the folder', async () => {
  const { images, broken } = await found(
    '# A\n\n<img src="{{ site.baseurl }}/images/grid.png">\n\n![g]({{site.baseurl}}/images/grid.png)\n',
  )
  expect(images).toEqual([
    ['images/grid.png', true, 1],
    ['images/grid.png', true, 1],
  ])
  expect(broken).toEqual([])
})

test('a formula in two brackets is no wikilink, and a path on a disk is told as one', async () => {
  const { broken } = await found('$[[\\mathbf{F}_0, x]] = y$ and [a](D:\\notes\\a.md)\n')
  expect(broken).toEqual(['1:31 link-refused The link is not kept: a path on a disk of one computer.'])
})
