/** Every form in which people keep notes on papers, each in a small note of its own. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { PACKAGE_ROOT } from '../../src/config.ts'
import { isGeneric } from '../../src/ingest/formats/headings.ts'
import { FORMATS } from '../../src/ingest/formats/index.ts'
import { readDocuments } from '../../src/ingest/ingest.ts'
import { ingestInto } from '../../src/ingest/ingest-into.ts'
import { contentFolder, emptyStore, READING } from '../stores.ts'

let folder: ReturnType<typeof contentFolder> | undefined
afterEach(() => folder?.remove())

async function read(files: Record<string, string>) {
  folder = contentFolder(files)
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  return { documents: new Map(documents.map((document) => [document.path, document])), diagnostics }
}

async function only(at: string, text: string) {
  const { documents, diagnostics } = await read({ [at]: text })
  const document = documents.get(at)
  const papers = document?.sections.map(({ heading, title, arxivId, doi, year, authors }) => ({
    heading,
    title,
    arxivId,
    doi,
    year,
    authors,
  }))
  return { format: document?.format, papers, summary: document?.sections[0]?.summary, diagnostics }
}

test('every form is told in docs/notes.md, in the order in which they are asked', () => {
  const page = readFileSync(path.join(PACKAGE_ROOT, 'docs/notes.md'), 'utf8')
  expect([...page.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name)).toEqual(FORMATS.map(({ name }) => name))
})

describe('one paper in one file', () => {
  test.each([
    [
      'the heading is a link to it',
      'n.md',
      '# [GridNet: Grids for All](https://arxiv.org/abs/2101.00001)\n\n_May 2021_\n\ntl;dr: Grids.\n',
      'linked-heading',
      { title: 'GridNet: Grids for All', arxivId: '2101.00001' },
    ],
    [
      'the link of the heading has no address yet',
      'n.md',
      '# [Grids for All of Us]()\n\nGrids.\n',
      'linked-heading',
      { title: 'Grids for All of Us', arxivId: null },
    ],
    [
      'bold keys',
      'n.md',
      '# GridNet: 网格\n\n**会议**: CVPR 2021  \n**arXiv**: [2101.00001v2](https://arxiv.org/abs/2101.00001v2)  \n**代码**: 待确认\n\n## 一句话总结\n网格很好。\n',
      'bold-lines',
      { title: 'GridNet: 网格', arxivId: '2101.00001', year: 2021 },
    ],
    ['bold keys with a colon inside', 'n.md', '# Grids\n\n**arXiv:** 2101.00001\n\nText.\n', 'bold-lines', { arxivId: '2101.00001' }],
    [
      'a quoted block',
      'n.md',
      '# 笔记\n\n> **论文**：[Grids for All of Us](https://arxiv.org/abs/2101.00001)\n> **作者**：Ada Lovelace, Alan Turing\n\n正文。\n',
      'quoted-lines',
      { title: 'Grids for All of Us', arxivId: '2101.00001', authors: ['Ada Lovelace', 'Alan Turing'] },
    ],
    [
      'bullets',
      'n.md',
      '# Paper\n\n* **Title**: Grids for All of Us\n* **Authors**: Ada Lovelace and Alan Turing\n* **Link**: https://arxiv.org/abs/2101.00001\n* **Year**: 2021\n\n# Summary\n\n* Grids.\n',
      'bulleted-lines',
      { heading: 'Grids for All of Us', title: 'Grids for All of Us', arxivId: '2101.00001', year: 2021 },
    ],
    [
      'TOML',
      'n.md',
      '+++\ntitle = "Grids for All"\nauthors = "Lovelace et al."\nyear = 2021\n+++\n\n- Grids.\n',
      'front-matter',
      { title: 'Grids for All', year: 2021 },
    ],
    [
      'YAML',
      'n.md',
      '---\ntitle: Grids for All\nauthors: [Ada Lovelace]\narxiv: 2101.00010\n---\n\nGrids.\n',
      'front-matter',
      { title: 'Grids for All', arxivId: '2101.00010' },
    ],
    [
      'a post whose link says that it leads to the paper',
      '_posts/2021-05-01-Grids.md',
      '---\nlayout: post\ntitle: Grids for All\ntags: [A]\n---\n\n## Introduction\n\n* Grids.\n\n* [Link to the paper](https://arxiv.org/abs/2101.00001)\n\n## Related\n\nAs [BoxNet](https://arxiv.org/abs/1901.00002) does.\n',
      'titled',
      { heading: 'Grids for All', arxivId: '2101.00001' },
    ],
    [
      'a folder of its own',
      'Detection/2021/Grids_A Survey/paper.md',
      '# Reference\n\nGrids are good.\n',
      'file-name',
      { heading: 'Grids_A Survey' },
    ],
    [
      'the name of the file',
      '_notes/[2021 CVPR] GridNet_ Grids for All.md',
      'Grids are good.\n',
      'file-name',
      { title: 'GridNet: Grids for All', year: 2021 },
    ],
    [
      'its data under a heading',
      'n.md',
      '# Grids for All\n\nSome words.\n\n## Metadata\n\n- **Authors**: Ada Lovelace\n- **Venue**: CVPR 2021\n- [paper](https://arxiv.org/abs/2101.00001)\n\n## Abstract\n\nGrids.\n',
      'bulleted-lines',
      { heading: 'Grids for All', arxivId: '2101.00001', year: 2021 },
    ],
    [
      'a table of two columns',
      'n.md',
      '# GridNet: Grids for All\n\n> A draft.\n\n| Item | Value |\n| --- | --- |\n| arXiv | [http://arxiv.org/abs/2101.00001](http://arxiv.org/abs/2101.00001) |\n| Authors | Lovelace, Ada; Turing, Alan |\n| Source | CVPR 2021 / arXiv |\n\nText.\n',
      'tabled-lines',
      { title: 'GridNet: Grids for All', arxivId: '2101.00001', authors: ['Lovelace, Ada', 'Turing, Alan'] },
    ],
    [
      'a heading with links after its title',
      'n.md',
      '## 3. Grids for All of Us [[arXiv](https://arxiv.org/abs/2101.00001)] [[code](https://github.com/a/b)]\n\n## Key Points\n\nText.\n',
      'linked-heading',
      { heading: 'Grids for All of Us', title: 'Grids for All of Us', arxivId: '2101.00001' },
    ],
    [
      'a first line that is a link',
      'n.md',
      '[Grids for All of Us](https://example.org/grids.pdf/)\n\nTLDR; Grids.\n',
      'linked-heading',
      { heading: 'Grids for All of Us', arxivId: null },
    ],
    [
      'links at its head, and no title but that of the file',
      'notes/029_grid_networks.md',
      '[paper](https://arxiv.org/pdf/2101.00001.pdf) | [code](https://github.com/a/b)\n\n## 摘要\n\n网格。\n',
      'titled',
      { heading: 'grid networks', arxivId: '2101.00001' },
    ],
    [
      'its authors below its title',
      'n.md',
      '# Grids for All of Us\n\nAlex Graves, Greg Wayne, Ivo Danihelka, ArXiv, 2014\n\n## Summary\n\nGrids.\n',
      'byline',
      { title: 'Grids for All of Us', authors: ['Alex Graves', 'Greg Wayne', 'Ivo Danihelka'], year: 2014 },
    ],
    [
      'its title and authors as a list',
      'n.md',
      '* Grids for All of Us\n* S. M. Ali Eslami, Geoffrey E. Hinton\n\n# Assumption\n\nGrids.\n',
      'byline',
      { title: 'Grids for All of Us', authors: ['S. M. Ali Eslami', 'Geoffrey E. Hinton'] },
    ],
    [
      'a citation below its title',
      'n.md',
      '# Grids for All of Us\n\nKwon, Woosuk, et al. "Grids for All of Us." arXiv preprint arXiv:2101.00001 (2021).\n\n## Notes\n\nGrids.\n',
      'byline',
      { authors: ['Woosuk Kwon'], year: 2021, arxivId: '2101.00001' },
    ],
    [
      'a citation in a labelled line, before the first heading',
      '_posts/2013-12-01-GridNet.markdown',
      '---\ntitle: GridNet（CVPR, 2017）\ndate: 2017-12-15\n---\n\n论文： Xie S, Girshick R, et al. Grids for All of Us[J]. 2016.\n\n### 论文概述\n\n网格。\n\n### 训练\n\n网格。\n',
      'titled',
      { heading: 'GridNet', title: 'Grids for All of Us', authors: ['Xie S', 'Girshick R'], year: 2016 },
    ],
    [
      'the headings of an article',
      'n.md',
      '# YOGRID: Real-time Grids\n\n## Keypoints\n\n* fast\n\n## Approaches\n\nGrids.\n',
      'outlined',
      { title: 'YOGRID: Real-time Grids', arxivId: null },
    ],
    [
      'what stands around a name is not part of it',
      'n.md',
      '# 网格\n\n> **论文**：*Grids for All of Us*\n> **作者**：Ada Lovelace（共同一作）、Alan Turing\\*, Grace Hopper et al.\n> **发布时间**：ECCV 2020 (arXiv:2101.00001)\n\n正文。\n',
      'quoted-lines',
      { title: 'Grids for All of Us', authors: ['Ada Lovelace', 'Alan Turing', 'Grace Hopper'], arxivId: '2101.00001', year: 2020 },
    ],
  ])('%s', async (_, at, text, format, paper) => {
    const found = await only(at, text)
    expect(found.format).toBe(format)
    expect(found.papers).toMatchObject([paper])
    expect(found.diagnostics.filter(({ severity }) => severity === 'ERROR')).toEqual([])
  })

  test.each([
    ['in a paragraph of its own', '- 论文标题\n\n    Grids for All\nof Us\n- 论文地址\n\n    https://arxiv.org/abs/2101.00001\n'],
    ['in the next line', '- 论文标题<br>\n  Grids for All of Us\n- 论文地址<br>\n  https://arxiv.org/abs/2101.00001\n'],
  ])('a label is an item, with its value %s, at the end of an introduction', async (_, lines) => {
    const { papers, format } = await only('n.md', `# GridNet解读\n\n## 简介\n\n网格很好。\n\n${lines}\n## 方法\n\n网格。\n`)
    expect(format).toBe('bulleted-lines')
    expect(papers).toMatchObject([{ heading: 'GridNet', title: 'Grids for All of Us', arxivId: '2101.00001' }])
  })
  test.each([
    ['db/Grids_for_All_of_Us/notes.md', '这篇论文讲的是网格。\n\n# Abstraction\n\nA.\n\n# Boxes\n\nB.\n', 'Grids for All of Us'],
    ['db/gridnet/notes.md', 'In this paper grids are good.\n', 'gridnet'],
    ['db/Grids_for_All_of_Us/notes.md', '# Grids: For All of Us\n\n## Model\n\nA.\n', 'Grids: For All of Us'],
  ])('notes in a folder of their own: %s', async (at, text, title) => {
    expect((await only(at, text)).papers).toMatchObject([{ title }])
  })
  test.each([
    ['db/gridnet/notes.md', 'Grids are good.\n'],
    ['papers/notes.md', 'In this paper grids are good.\n'],
    ['week/chapter 3/notes.md', 'In this paper grids are good.\n'],
    ['gridnet/resources/paper.md', '# Grids for All of Us\n\n## Abstract\n\nGrids.\n\n## Method\n\nGrids.\n'],
  ])('%s is about no paper', async (at, text) => {
    expect((await only(at, text)).papers).toEqual([])
  })
  test('the last author stands before the place of print', async () => {
    const { papers } = await only('n.md', '# Grids for All of Us\n\n*Ada M. Lovelace, Alan M. Turing.* **CVPR 2017**\n\nGrids.\n')
    expect(papers).toMatchObject([{ authors: ['Ada M. Lovelace', 'Alan M. Turing'], year: 2017 }])
  })
  test('an id in running text is that of another paper', async () => {
    const text = '# [Grids for All of Us](https://papers.nips.cc/paper/1)\n\nInspired by [BoxNet](https://arxiv.org/abs/1901.00002).\n'
    expect((await only('n.md', text)).papers).toMatchObject([{ arxivId: null }])
  })
  test('labelled lines are data, and no text', async () => {
    expect((await only('n.md', '# Grids\n\n**arXiv**: 2101.00001\n\nGrids are good.\n')).summary).toBe('Grids are good.')
  })
  test('a template that nobody filled in says nothing', async () => {
    expect((await only('templates/n.md', '---\ntitle: Title\nauthors: Author\nyear: 2000\n---\n')).papers).toEqual([])
    expect((await only('n.md', '# Paper title\n\n* **Title**: \n* **Authors**: TODO\n* **Link**: [link]()\n')).papers).toEqual([])
  })
})

test('a heading that is a year says when papers below it were printed that say nothing of it', async () => {
  const text =
    '#### 2013\n\n- Grids for All of Us [[pub](https://research.google.com/pubs/pub1.html)]\n- Boxes for All of Us [[arXiv](https://arxiv.org/abs/2101.00002)]\n- Cells for All of Us [[paper](https://papers.nips.cc/paper/1)]\n'
  expect((await only('n.md', text)).papers?.map(({ year }) => year)).toEqual([2013, 2021, 2013])
})

test('authors in front matter may be said by more than their names', async () => {
  const { papers, diagnostics } = await only(
    'n.md',
    '---\ntitle: Grids for All\narxiv: 2101.00001\nauthors:\n  - name: Ada Lovelace\n    orcid: 1\n  - name: Alan Turing\n---\n\nGrids.\n',
  )
  expect(papers).toMatchObject([{ authors: ['Ada Lovelace', 'Alan Turing'] }])
  expect(diagnostics).toEqual([])
})

test('front matter of any keys harms no note', async () => {
  const text =
    '---\ntitle: Grids for All\nyear: forthcoming\ndate: 2021-05-01\nauthors: Lovelace, Ada and Turing, Alan\nlink: https://arxiv.org/abs/2101.00001\ncitekey: love21\nname:\nstatus: { read: [1, 2] }\n---\n\nGrids.\n'
  const { papers, diagnostics, format } = await only('n.md', text)
  expect(format).toBe('front-matter')
  expect(papers).toMatchObject([
    { heading: 'Grids for All', arxivId: '2101.00001', authors: ['Lovelace, Ada', 'Turing, Alan'], year: 2021 },
  ])
  expect(diagnostics).toMatchObject([{ code: 'front-matter-ignored', severity: 'WARNING', line: 3 }])
})

describe('several papers in one file', () => {
  test.each([
    [
      'under linked headings',
      '# Notes\n\n## [Grids](https://arxiv.org/abs/2101.00001)\n\nA.\n\n## [Boxes](https://arxiv.org/abs/2101.00002)\n\nB.\n',
      'sections',
      ['Grids', 'Boxes'],
    ],
    [
      'under headings with their titles in bold',
      '# List\n\n### GridNet\n**Grids for All of Us**\nAda Lovelace\n- pdf: [https://arxiv.org/abs/2101.00001](https://arxiv.org/abs/2101.00001)\n- code: https://github.com/a/b\n\n### BoxNet\n**Boxes for All of Us.**\n- pdf: https://arxiv.org/abs/2101.00002\n',
      'sections',
      ['Grids for All of Us', 'Boxes for All of Us'],
    ],
    [
      'under headings with the place where they were printed',
      '# Topic\n\n## [2016 ICLR] Grids for All\n---\n\n## [2017 CVPR] Boxes for All\n\nText.\n',
      'sections',
      ['Grids for All', 'Boxes for All'],
    ],
    [
      'as rows of a table',
      '# Week\n\n| **Paper** | **Links** |\n|---|---|\n| 1) **GridNet** - grids for $|x|$. | [Paper](https://arxiv.org/abs/2101.00001), [Tweet](https://example.org/1) |\n| 2) BoxNet  Boxes. | [Paper](https://arxiv.org/abs/2101.00002) |\n',
      'table',
      ['GridNet', 'BoxNet'],
    ],
    [
      'as rows of a table, by the name and not by the id that is linked',
      '| Paper / release | Links |\n|---|---|\n| Grids for All of Us | [arXiv:2101.00001](https://arxiv.org/abs/2101.00001) |\n| Boxes for All | [arXiv:2101.00002](https://arxiv.org/abs/2101.00002) |\n',
      'table',
      ['Grids for All of Us', 'Boxes for All'],
    ],
    [
      'as items set in by one blank more, one of one word, one that asks',
      '- Grids for All of Us [[arXiv](https://arxiv.org/abs/2101.00001)]\n-  Boxes for All [[arXiv](https://arxiv.org/abs/2101.00002)]\n- HyperGrids [[arXiv](https://arxiv.org/abs/2101.00003)]\n- Do Grids Learn? An Empirical Study [[arXiv](https://arxiv.org/abs/2101.00004)]\n',
      'list',
      ['Grids for All of Us', 'Boxes for All', 'HyperGrids', 'Do Grids Learn? An Empirical Study'],
    ],
    [
      'as items of a reading list, under dates',
      '#### 2018-02\n\n- Grids for All of Us [[arXiv](https://arxiv.org/abs/2101.00001)] [[code](https://github.com/a/b)]\n- Boxes for All [[paper](https://arxiv.org/pdf/2101.00002.pdf)]\n\n#### 2018-01\n\n- 24 Jun 2014, 417 citations: [Cells for All of Us](https://arxiv.org/abs/2101.00003): an early one.\n- *Rings for All* (Oct 2018) [[arXiv](https://arxiv.org/abs/2101.00004)]\n- Kept elsewhere [[notes](a.md)] [[arXiv](https://arxiv.org/abs/2101.00005)]\n',
      'list',
      ['Grids for All of Us', 'Boxes for All', 'Cells for All of Us', 'Rings for All'],
    ],
    [
      'under their titles, with the headings of an article',
      '# YOGRID: Real-time Grids\n\n## Keypoints\n\nA.\n\n## Approaches\n\nB.\n\n# MaskGrid: Grids and Masks\n\n## Keypoints\n\nC.\n\n## Experiments\n\nD.\n',
      'sections',
      ['YOGRID: Real-time Grids', 'MaskGrid: Grids and Masks'],
    ],
    [
      'as items that cite them in words',
      '# Logic\n\n* Ada Lovelace and Alan Turing. Grids for All of Us. AAAI 2007. http://example.org/a.pdf\n  - Good.\n\n* Kurt Gödel, et al. ICLR 2013. Boxes for Some: A Study.\n\n* E. Noether. Cells for Most of Us, Journal of Cells, 2013. http://arxiv.org/pdf/2101.00003.pdf\n',
      'list',
      ['Grids for All of Us', 'Boxes for Some: A Study', 'Cells for Most of Us'],
    ],
    [
      'as lines that are links by their titles, under topics',
      '# Notes\n\n## Grids\n\n[Grids for All of Us](https://arxiv.org/abs/2101.00001)\n\n[More Grids for All of Us](https://arxiv.org/abs/2101.00002)\n\n## Boxes\n\n[Boxes for All of Us](https://arxiv.org/abs/2101.00003)\n\n[More Boxes for All of Us](https://arxiv.org/abs/2101.00004)\n\n## Cells\n\n[Cells for All of Us](https://arxiv.org/abs/2101.00005)\n',
      'list',
      ['Grids', 'More Grids', 'Boxes', 'More Boxes', 'Cells'].map((what) => `${what} for All of Us`),
    ],
    [
      'with who wrote them under a heading of its own',
      '# Readings\n\n## 1-Grids for All of Us\n\n### Authors\n\nAda Lovelace, Alan Turing\n\n### Idea\n\nA.\n\n## 2-3D Boxes for Some\n\n### Authors\n\nGrace Hopper\n',
      'sections',
      ['Grids for All of Us', '3D Boxes for Some'],
    ],
    [
      'with their titles as links below numbered headings',
      '# 综述\n\n## 1.GridNet\n[Grids for All of Us](https://arxiv.org/abs/2101.00001)\n\nA.\n\n## 2.BoxNet\n[Boxes for All of Us](https://arxiv.org/abs/2101.00002)\n\nB.\n',
      'sections',
      ['Grids for All of Us', 'Boxes for All of Us'],
    ],
    [
      'as items without links, with where they were printed, and within topics',
      "# To read\n\n- Grids for All of Us, CVPR 2019 (3)\n- \\[SoCC '18] Boxes for All of Us\n- [Cells](cells.md) is mine\n- Topics\n  - \\[arXiv '22] Rings for All of Us ([pdf](https://arxiv.org/pdf/2101.00004.pdf))\n  - Lines for All of Us, arXiv 2020\n",
      'list',
      ['Grids', 'Boxes', 'Rings', 'Lines'].map((what) => `${what} for All of Us`),
    ],
    [
      'in sections that a list names before them',
      '# 网格解读\n\n## 简介\n\n- GridNet: [Grids for All of Us](https://arxiv.org/abs/2101.00001)（CVPR2021）\n- **BoxNet(Boxes for All of Us)**\n\n## **GridNet**\n\nA.\n\n## BoxNet\n\nB.\n\n## 总结\n',
      'sections',
      ['Grids for All of Us', 'Boxes for All of Us'],
    ],
  ])('%s', async (_, text, format, titles) => {
    const { format: found, papers } = await only('n.md', text)
    expect(found).toBe(format)
    expect(papers?.map(({ title }) => title)).toEqual(titles)
    expect(papers?.map(({ arxivId }) => arxivId?.slice(0, 4) ?? null).every((id) => id === '2101' || id === null)).toBe(true)
  })
})

describe('no paper', () => {
  test.each([
    [
      'a list that links to notes',
      '# Papers\n\n- [Grids](https://arxiv.org/abs/2101.00001) [[Notes](grids.md)]\n- [x] [Boxes](https://arxiv.org/abs/2101.00002) [[Notes](boxes.md)]\n- [Cells](https://arxiv.org/abs/2101.00003)\n',
    ],
    ['a table of contents', '# Notes\n\n- [Grids](#grids)\n- [Boxes](#boxes)\n\n## Grids\n\nA.\n\n## Boxes\n\nB.\n'],
    ['tags below a title', '# Grids for All of Us\n\nObject Detection, Instance Segmentation\n\nText.\n'],
    [
      'the sources of a text',
      '# Grids\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n- Grids for All [[arXiv](https://arxiv.org/abs/2101.00001)]\n- Boxes for All [[arXiv](https://arxiv.org/abs/2101.00002)]\n- Cells for All [[arXiv](https://arxiv.org/abs/2101.00003)]\n',
    ],
    [
      'topics with a paper or two each, beside notes',
      '# Index\n\n## Active Sensing\n\n- [Grids for All of Us](a.md) [arXiv](https://arxiv.org/abs/2101.00001)\n\n## Aerial Robots\n\n- [Boxes for All of Us](b.md) [arXiv](https://arxiv.org/abs/2101.00002)\n',
    ],
    ['a blog post with bare addresses', '# My year\n\nI wrote https://example.org/a and https://example.org/b this year.\n'],
    ['a rule on line 1', '---\n\nSome words.\n\n---\n\nMore.\n'],
    ['how something is done', '# 如何添加新的论文阅读笔记\n\n本文说明如何添加。\n'],
    ['a book', '# Grids: For All of Us [[amazon]](https://www.amazon.com/dp/1)\n\nThe author likes grids.\n'],
    ['summaries of several', '# Prompt Engineering Paper Summaries\n\nThis paper is about grids.\n'],
  ])('%s', async (_, text) => {
    const { format, papers } = await only('n.md', text)
    expect({ format, papers }).toEqual({ format: 'plain', papers: [] })
  })
})

test('a reading list names a paper as the note about it does, and is no second note about it', async () => {
  const item = (title: string, id: string) => `- ${title} [[arXiv](https://arxiv.org/abs/${id})]\n`
  const list = item('Grids, for Everyone', '2101.00001') + item('Boxes for All', '2101.00002') + item('Cells for All', '2101.00003')
  const note = '# [GridNet: Grids for All](https://arxiv.org/abs/2101.00001)\n\nGrids.\n'
  const { documents, diagnostics } = await read({ 'README.md': list, 'notes/grids.md': note })
  expect(documents.get('README.md')?.sections.map(({ paperSlug }) => paperSlug)).toEqual([
    'gridnet-grids-for-all',
    'boxes-for-all',
    'cells-for-all',
  ])
  expect(documents.get('notes/grids.md')?.sections.map(({ paperSlug }) => paperSlug)).toEqual(['gridnet-grids-for-all'])
  expect(diagnostics).toEqual([])
})

test('a paper is called by the short name that its note gives, whatever lists call it, and its home is the note', async () => {
  folder = contentFolder({
    'README.md':
      '- Grids for All of Us: A Long Way [[notes](https://github.com/a/b/blob/main/z.md)] [[arXiv](https://arxiv.org/abs/2101.00001)]\n- Boxes for All of Us [[arXiv](https://arxiv.org/abs/2101.00002)]\n- Cells for All of Us [[arXiv](https://arxiv.org/abs/2101.00003)]\n- Rings for All of Us (RingNet) [[arXiv](https://arxiv.org/abs/2101.00004)]\n',
    'z.md':
      '# [Grids for All of Us: A Long Way](https://arxiv.org/abs/2101.00001)\n\nThe authors propose GridNet, which is good. GridNet is new.\n',
    'glow.md': '# Glow: Generative Flow with Boxes\n\nIn this paper boxes are good.\n',
    'b.md': '# CVPR 2022：BoxNet 网格与盒子\n\n- paper: https://arxiv.org/abs/2201.00001\n\n盒子。\n',
    'CLAUDE.md': '# Grids for All: How This Folder of Papers Is Kept\n\nIn this paper.\n',
  })
  const store = await emptyStore()
  await ingestInto(store, { content: folder.dir, ...READING })
  const papers = await store.prisma.paper.findMany({
    include: { sections: { orderBy: [{ listed: 'asc' }, { documentPath: 'asc' }] } },
    orderBy: { name: 'asc' },
  })
  expect(papers.map(({ name, sections }) => [name, sections.map(({ documentPath }) => documentPath)])).toEqual([
    ['Boxes for All of Us', ['README.md']],
    ['CVPR 2022：BoxNet 网格与盒子', ['b.md']],
    ['Cells for All of Us', ['README.md']],
    ['Glow', ['glow.md']],
    ['GridNet', ['z.md', 'README.md']],
    ['RingNet', ['README.md']],
  ])
  await store.close()
})

test('one paper in several files and under several names is one', async () => {
  const { documents } = await read({
    'a.md': '# [GridNet: Grids for All](https://arxiv.org/abs/2101.00001)\n\nA.\n',
    'b.md': '# 网格\n\n**arXiv**: 2101.00001\n\nB.\n',
    'c.md':
      '| Paper | Link |\n|---|---|\n| Grid Networks | [pdf](https://arxiv.org/pdf/2101.00001v3.pdf) |\n| Boxes | [pdf](https://arxiv.org/pdf/2101.00002.pdf) |\n',
  })
  const slugs = [...documents.values()].flatMap(({ sections }) => sections.map(({ paperSlug }) => paperSlug))
  expect(new Set(slugs).size).toBe(2)
})

test('the page of one who prints it tells a paper, too', async () => {
  const { documents } = await read({
    'a.md': '# Grids\n\n**Paper**: [pdf](https://openreview.net/pdf?id=Abc1)\n\nA.\n',
    'b.md': '# [Networks of Grids](https://openreview.net/forum?id=Abc1)\n\nB.\n',
    'c.md': '# [A Talk on Grids](https://aclanthology.org/2020.acl-main.1/)\n\nC.\n',
    'd.md': '# [Talks](https://www.aclweb.org/anthology/2020.acl-main.1.pdf)\n\nD.\n',
    'e.md': '# [Seen Grids](https://openaccess.thecvf.com/content/CVPR2020/html/He_Grids_CVPR_2020_paper.html)\n\nE.\n',
    'f.md': '# [Grids Seen](https://openaccess.thecvf.com/content/CVPR2020/papers/He_Grids_CVPR_2020_paper.pdf)\n\nF.\n',
  })
  const slugs = [...documents.values()].map(({ sections }) => sections[0]?.paperSlug)
  expect([slugs[0] === slugs[1], slugs[2] === slugs[3], slugs[4] === slugs[5], new Set(slugs).size]).toEqual([true, true, true, 3])
})

test('the settings give a format by path, the longest first, and front matter has the last word', async () => {
  const text = '# [Grids for All](https://arxiv.org/abs/2101.00001)\n\nA.\n'
  folder = contentFolder({ 'x/a.md': text, 'x/y/b.md': text, 'x/y/c.md': `---\nformat: plain\n---\n${text}`, 'xy.md': text })
  const formats = { x: 'plain', 'x/y/': 'titled' }
  const { documents } = await readDocuments({ content: folder.dir, ...READING, formats })
  expect(documents.map(({ format }) => format)).toEqual(['plain', 'titled', 'plain', 'linked-heading'])
})

test('a link to a note, or to a paper by its id, names the paper whatever its label says', async () => {
  const { documents } = await read({
    'a.md': '# [GridNet: Grids for All](https://arxiv.org/abs/2101.00001)\n\nA.\n',
    'b.md':
      '# [BoxNet: Boxes for All](https://arxiv.org/abs/2101.00002)\n\nIt is inspired by [the first **one**](a.md), and outperforms [this](https://arxiv.org/pdf/2101.00003v2).\n',
    'c.md': '# [CellNet: Cells for All](https://arxiv.org/abs/2101.00003)\n\nIt builds on [[b|the other]].\n',
  })
  const relations = [...documents.values()].flatMap(({ evidence }) =>
    evidence.map(({ source, kind, target }) => `${source} ${kind} ${target}`),
  )
  expect(relations.sort()).toEqual([
    'boxnet-boxes-for-all INSPIRED_BY gridnet-grids-for-all',
    'boxnet-boxes-for-all OUTPERFORMS cellnet-cells-for-all',
    'cellnet-cells-for-all EXTENDS boxnet-boxes-for-all',
  ])
})

test('a format that front matter names is taken', async () => {
  const text = '---\nformat: plain\n---\n# [Grids for All](https://arxiv.org/abs/2101.00001)\n\nA.\n'
  expect(await only('n.md', text)).toMatchObject({ format: 'plain', papers: [] })
  const { diagnostics } = await only('n.md', text.replace('plain', 'plane'))
  expect(diagnostics).toMatchObject([{ code: 'front-matter-value', line: 2, message: expect.stringContaining('linked-heading') }])
})

test.each([
  ['月'.repeat(20_000), true],
  [`${'月'.repeat(20_000)}网`, false],
  ['May 2014', true],
  ['2014年5月', true],
  ['Maybe Not', false],
  ['网格', false],
])('a heading that is a date is told from others, however long', (heading, expected) => {
  expect(isGeneric(heading)).toBe(expected)
})
