/** What lists say of the notes that they lead to. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readDocuments } from '../../src/ingest/ingest.ts'
import { ingestInto, newMemory } from '../../src/ingest/ingest-into.ts'
import { contentFolder, emptyStore, READING } from '../stores.ts'

let folder: ReturnType<typeof contentFolder> | undefined
afterEach(() => folder?.remove())

async function read(files: Record<string, string>) {
  folder = contentFolder(files)
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  const papers = documents.flatMap(({ path: at, format, sections }) =>
    sections.map(({ title, arxivId, year, paperSlug }) => [at, format, title, arxivId, year, paperSlug]),
  )
  return { papers, codes: diagnostics.map(({ code }) => code) }
}

const GRIDS = 'Grids are good.\n'

describe('of a note that says of no paper that it is about it', () => {
  test.each([
    ['its title, beside a link to the paper', '- [Grids for All](n.md) [[arXiv](https://arxiv.org/abs/2101.00001)] (Grid Lab)\n'],
    ['its title, before both links', '1. Grids for All [[note](./n.md)][[paper](https://arxiv.org/abs/2101.00001)]\n'],
    ['its title, as the link to the paper', '* [Grids for All](https://arxiv.org/abs/2101.00001) [[Notes](n.md)]\n'],
    [
      'its title, and who wrote it, before the link',
      '* [Grids for All](n.md) &mdash; *Lovelace et al.* [[arXiv](https://arxiv.org/abs/2101.00001)]\n',
    ],
    ['a row of a table', '| a | b |\n| - | - |\n| [Grids for All](https://arxiv.org/abs/2101.00001) | [note](n.md) |\n'],
  ])('%s', async (_, index) => {
    const { papers } = await read({ 'README.md': `# Index\n\n${index}`, 'n.md': GRIDS })
    expect(papers.filter(([at]) => at === 'n.md')).toEqual([['n.md', 'indexed', 'Grids for All', '2101.00001', 2021, 'grids-for-all']])
  })

  test.each([
    ['a sentence between the links', '- [Grids for All](n.md) is better than [boxes](https://arxiv.org/abs/2101.00001)\n'],
    ['links to two papers', '- [Grids](n.md) [[a](https://arxiv.org/abs/2101.00001)] [[b](https://arxiv.org/abs/2101.00002)]\n'],
    ['links to two notes', '- [Grids](n.md) [Boxes](m.md) [[paper](https://arxiv.org/abs/2101.00001)]\n'],
    ['no link to a paper', '- [Grids for All](n.md) [[code](https://github.com/a/b)]\n'],
  ])('nothing is told by %s', async (_, index) => {
    const { papers } = await read({ 'README.md': `# Index\n\n${index}`, 'n.md': GRIDS, 'm.md': 'Boxes.\n' })
    expect(papers.filter(([at]) => at === 'n.md')).toEqual([])
  })

  test.each([
    ['the year after the title', '# Index\n\n- [Grids for All](n.md), CVPR 2019 (3)\n', 2019],
    ['the place of print before it', "# Index\n\n- [\\[NSDI '11\\] Grids for All](n.md)\n", 2011],
    ['a column', "# Index\n\n| a | b |\n| - | - |\n| [Grids for All](n.md) | FAST '03 |\n", 2003],
    ['a heading', '# Papers I have read\n\n- [Grids for All](n.md) (4)\n', null],
    ['a link that is called a note', '# Index\n\n* Grids for All [[note]](./n.md)\n', null],
    ['such a link after the year', '# Index\n\n* Grids for All, Journal of Grids, 2022 [[笔记]](./n.md)\n', 2022],
    ['the page of the repository', '# 论文\n\n- [Grids for All](https://github.com/a/b/blob/main/n.md)\n', null],
  ])('its title, and %s that says that it is about a paper', async (_, index, year) => {
    const { papers } = await read({ 'README.md': index, 'n.md': GRIDS })
    expect(papers.filter(([at]) => at === 'n.md')).toEqual([['n.md', 'indexed', 'Grids for All', null, year, 'grids-for-all']])
  })

  test.each([
    ['# Index\n\n- [Grids for All](n.md)\n'],
    ['# Papers\n\n- [Grids for](n.md)\n'],
    ['# Papers\n\n- [Grids for All](n.md#boxes)\n'],
    ['# Papers\n\n- [How to read Grids](n.md)\n'],
    ['# Papers\n\n- [All the Papers of 2019](n.md)\n'],
  ])('nothing by %j', async (index) => {
    const { papers } = await read({ 'README.md': index, 'n.md': GRIDS })
    expect(papers).toEqual([])
  })

  test('nor where its form was chosen', async () => {
    const index = '- [Grids for All](n.md) [[arXiv](https://arxiv.org/abs/2101.00001)]\n'
    expect((await read({ 'README.md': index, 'n.md': `---\nformat: plain\n---\n${GRIDS}` })).papers).toEqual([])
  })
})

describe('of a note about one paper', () => {
  const note = '# Grids for All of Us\n\n## Abstract\n\nGrids.\n\n## Method\n\nGrids.\n'

  test('the id that it does not give, and the year of the venue', async () => {
    const index = '- [Grids for All of Us](n.md) [[arXiv](https://arxiv.org/abs/2012.00001)] [CVPR 2021]\n'
    expect((await read({ 'README.md': index, 'n.md': note })).papers).toEqual([
      ['n.md', 'outlined', 'Grids for All of Us', '2012.00001', 2021, 'grids-for-all-of-us'],
    ])
  })

  test('the year of the venue, and not that of its arXiv id', async () => {
    const index = '- [Grids for All of Us](n.md) [[arXiv](https://arxiv.org/abs/2012.00001)] [CVPR 2021]\n'
    const said = note.replace('\n\n', '\n\n[paper](https://arxiv.org/abs/2012.00001)\n\n')
    expect((await read({ 'README.md': index, 'n.md': said })).papers[0]?.slice(3, 5)).toEqual(['2012.00001', 2021])
    folder?.remove()
    expect((await read({ 'README.md': index, 'n.md': said.replace('\n\n', '\n\n- Year: 2019\n\n') })).papers[0]?.[4]).toBe(2019)
  })

  test('who wrote it, from a citation whose title leads to it', async () => {
    const index = '- Lovelace, Ada, Alan Turing, and Kurt Gödel. "[Grids for All of Us](n.md)." arXiv preprint arXiv:2101.00001 (2020).\n'
    folder = contentFolder({ 'README.md': index, 'n.md': note })
    const { documents } = await readDocuments({ content: folder.dir, ...READING })
    expect(documents.flatMap(({ sections }) => sections)).toMatchObject([
      { title: 'Grids for All of Us', arxivId: '2101.00001', year: 2020, authors: ['Ada Lovelace', 'Alan Turing', 'Kurt Gödel'] },
    ])
  })

  test.each(['[GridNet](n.md)', '[Grids for All of Us (GridNet)](n.md)', '[(GridNet) Grids for All](n.md)'])(
    'its short name: %s',
    async (label) => {
      folder = contentFolder({
        'README.md': `# Index\n\n- ${label}\n`,
        'n.md': note,
        'm.md': `${note.replace(/Grids/g, 'Boxes')}\nThis extends GridNet.\n`,
      })
      const { documents } = await readDocuments({ content: folder.dir, ...READING })
      expect(documents.flatMap(({ evidence }) => evidence.map(({ kind, target }) => [kind, target]))).toEqual([
        ['EXTENDS', 'grids-for-all-of-us'],
      ])
    },
  )

  test('the spelling of its title, where the file alone says it, in small letters', async () => {
    const files = {
      'README.md': '# Papers\n\n- [GridNet: Grids for All](x/gridnet_grids_for_all.md)\n',
      'x/gridnet_grids_for_all.md': 'This paper is about grids.\n',
    }
    expect((await read(files)).papers.map(([, , title, , , slug]) => [title, slug])).toEqual([['GridNet: Grids for All', 'gridnet']])
  })

  test('neither of two ids, nor that of another title', async () => {
    const entry = (title: string, id: string) => `- [${title}](n.md) [[arXiv](https://arxiv.org/abs/${id})]\n`
    const two = entry('Grids for All of Us', '2101.00001') + entry('Grids for All of Us', '2101.00002')
    expect((await read({ 'README.md': two, 'n.md': note })).papers[0]?.[3]).toBeNull()
    folder?.remove()
    const other = entry('Boxes, Cells and Many Other Things', '2101.00001')
    expect((await read({ 'README.md': other, 'n.md': note.replace('All of Us', 'Most of Those Near Us') })).papers[0]?.[3]).toBeNull()
  })

  test('a section that leads to it is about the same paper, though it spells the title otherwise', async () => {
    const section = (title: string, id: string, at: string) =>
      `#### ${title} [[Paper](https://arxiv.org/abs/${id})][[Review](${at})]\n\n- Ada Lovelace\n\n`
    const index = section('Grids for All Creation', '2101.00001', 'n.md') + section('Boxes for Some', '2101.00002', 'm.md')
    const { papers, codes } = await read({ 'README.md': index, 'n.md': note, 'm.md': '# Boxes for Most\n\n## Abstract\n\nBoxes.\n' })
    const slugOf = (at: string) => papers.filter(([of]) => of === at).map(([, , , , , slug]) => slug)
    expect(slugOf('README.md')).toEqual([...slugOf('n.md'), ...slugOf('m.md')])
    expect(codes).not.toContain('paper-twice')
  })
})

test('a list that changes changes what is told, as a new ingest would', async () => {
  const entry = (id: string) => `- [Grids for All](n.md) [[arXiv](https://arxiv.org/abs/${id})]\n`
  folder = contentFolder({ 'README.md': entry('2101.00001'), 'n.md': GRIDS, 'm.md': '# Boxes\n\nThis builds on [grids](n.md).\n' })
  const store = await emptyStore('embedded')
  const memory = newMemory({ watching: true })
  const told = async () => {
    await ingestInto(store, { content: folder?.dir ?? '', ...READING }, memory)
    const papers = await store.prisma.paper.findMany({ orderBy: { slug: 'asc' } })
    return papers.map(({ slug, arxivId }) => `${slug} ${arxivId}`)
  }
  const write = (at: string, text: string) => writeFileSync(path.join(folder?.dir ?? '', at), text)
  expect(await told()).toEqual(['grids-for-all 2101.00001'])
  write('README.md', entry('2101.00002'))
  expect(await told()).toEqual(['grids-for-all 2101.00002'])
  write('README.md', 'Nothing.\n')
  expect(await told()).toEqual([])
  write('README.md', entry('2101.00003'))
  expect(await told()).toEqual(['grids-for-all 2101.00003'])
  await store.close()
})
