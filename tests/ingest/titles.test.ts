/** What a note is called, where and when its paper was printed: in its file's name, its headings and the lines below them. */
import { afterEach, describe, expect, test } from 'vitest'
import { isGeneric } from '../../src/ingest/formats/headings.ts'
import { bareTitle, isLesson } from '../../src/ingest/formats/titles.ts'
import { readDocuments } from '../../src/ingest/ingest.ts'
import { contentFolder, READING } from '../stores.ts'

let folder: ReturnType<typeof contentFolder> | undefined
afterEach(() => folder?.remove())

async function read(files: Record<string, string>) {
  folder = contentFolder(files)
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  return { documents, codes: diagnostics.map(({ code, path, line }) => `${code} ${path}:${line}`) }
}

async function formOf(at: string, text: string) {
  const [document] = (await read({ [at]: text })).documents
  const papers = document?.sections.map(({ heading, title, year, authors }) => [title ?? heading, year, ...authors])
  return [document?.format, ...(papers ?? [])]
}

describe('a note is called by its title', () => {
  const said = 'In this paper grids are shown to be good.\n'
  test.each([
    ['as its heading is', 'Grids_for_All.md', `# Grids for All\n\n${said}`, ['called', ['Grids for All', null]]],
    ['by the beginning of its heading', 'Grids_for_Everybody_and.md', `# Grids for Everybody and More\n\n${said}`, 'called'],
    ['with a letter left out', 'Grids_for_Evrybody_and_More.md', `# Grids for Everybody and More\n\n${said}`, 'called'],
    ['of many words', 'Grids_for_Everybody_and_More_of_It.md', '# Grids for Everybody and More of It\n\nText.\n', 'called'],
    ['of few words, and no paper is spoken of', 'Grids_for_All.md', '# Grids for All\n\nText.\n', 'plain'],
    ['which is that of a chapter', '3 Grids for Everybody and More of It.md', '# Grids for Everybody and More of It\n\nText.\n', 'plain'],
    [
      "over which a citation's key stands",
      'lovelace2021grids.md',
      '# Grids for all\n\n### How\n\nText.\n',
      ['file-name', ['Grids for all', 2021]],
    ],
    ['of a part of a text', 's03_experiments.md', '# 3. Experiments\n\n## Results\n\nText.\n', 'plain'],
    ['in many words, whatever the file is called', 'a.md', '# Grids and Boxes for Everybody in More than One Way\n\nText.\n', 'called'],
    [
      'in some words, over who wrote it',
      'a.md',
      '# Grids and Boxes for All\n#### Lovelace et al. (2019)\n\nText.\n',
      ['byline', ['Grids and Boxes for All', 2019, 'Lovelace']],
    ],
    ['in some words of which few have a capital letter', 'a.md', `# Some more words about everything here\n\n${said}`, 'plain'],
    ['with hyphens for spaces', 'grids-and-boxes-for-all.md', said, ['called', ['grids and boxes for all', null]]],
    [
      'with hyphens, under a title in front matter',
      'grids-and-boxes-for-all.md',
      `---\ntitle: Grids and Boxes\nsize: 3\n---\n\n${said}`,
      ['called', ['Grids and Boxes', null]],
    ],
    ['of few words with hyphens, which may be a name', 'grid-box-net-two.md', said, 'plain'],
    ['without a heading', 'grids_and_boxes_for_all.md', said, ['called', ['grids and boxes for all', null]]],
    ['over one of many subjects', 'a.md', ['# Grids for Everybody in More than One Way', ...'abcd'].join('\n\n# '), 'plain'],
    ['which is that of a lesson', 'How_to_Build_Grids_for_All.md', `# How to Build Grids for All\n\n${said}`, 'plain'],
    ['which is that of an index', 'Papers_of_a_Very_Long_Reading_List.md', `# Papers of a Very Long Reading List\n\n${said}`, 'plain'],
    ['after the year', '2013 Grids for Everybody.md', '# Grids for Everybody\n\n格子。\n', ['called', ['Grids for Everybody', 2013]]],
    [
      'after the year, short, before a colon',
      '2013 GridNet.md',
      '# GridNet: Grids for All\n\nText.\n',
      ['called', ['GridNet: Grids for All', 2013]],
    ],
    [
      'after the year, over another heading',
      '2013 Grids for Everybody There.md',
      '# Claim\n\nText.\n',
      ['called', ['Grids for Everybody There', 2013]],
    ],
    ['after a date, which is that of the post', '2013-01-30-Grids for.md', '# Grids for\n\nText.\n', 'plain'],
    ['and says that it is a note', 'Grids for All 阅读笔记.md', '![](https://example.org/a.png)\n', ['called', ['Grids for All', null]]],
    [
      'over the headings of an article',
      'Grids for All.md',
      '## Abstract\n\nA.\n\n## 1. Introduction\n\nB.\n',
      ['called', ['Grids for All', null]],
    ],
  ])('%s', async (_, at, text, expected) => {
    const form = await formOf(at, text)
    expect(typeof expected === 'string' ? form[0] : form).toEqual(expected)
  })
})

describe('what stands around and below a title', () => {
  test.each([
    ['the year alone', '# Grids for All (2017)\n\nAda Lovelace\n\n---\n\nText.\n', ['byline', ['Grids for All', 2017, 'Ada Lovelace']]],
    ['one author, and a rule', '# Grids for All\n\nAda Lovelace\n\n---\n\nText.\n', ['byline', ['Grids for All', null, 'Ada Lovelace']]],
    [
      'authors, and a place of print in the line below',
      '# Grids for All\nAda Lovelace; Alan Turing\n*2023 USENIX Annual Technical Conference*\n\nText.\n',
      ['byline', ['Grids for All', 2023, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'family names alone, and the year',
      '# Grids for All of Us\n#### Lovelace, Turing, van der Grid (2018)\n\nText.\n',
      ['byline', ['Grids for All of Us', 2018, 'Lovelace', 'Turing', 'van der Grid']],
    ],
    [
      'a venue, and no family names',
      '# Grids for All of Us\n\nPVLDB, Aug 2017\n\nText in this paper.\n',
      ['called', ['Grids for All of Us', 2017]],
    ],
    [
      'a folder of people',
      '## Grids for All of Us\n#### [[authors/Ada Lovelace]], [[authors/Alan Turing]], 2021\n#### Summary\nText.\n#### Method\nText.\n',
      ['byline', ['Grids for All of Us', 2021, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'where it was printed, before who wrote it',
      '# Grids for All of Us\n\nCIDR 2021. Ada Lovelace, Alan Turing\n\nText.\n',
      ['byline', ['Grids for All of Us', 2021, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'an institution, which is nobody',
      '# Grids for All of Us\n\nGrid Research\n\nText in this paper.\n',
      ['called', ['Grids for All of Us', null]],
    ],
    [
      'a reference to it',
      '# Grids for All of Us and Them\n\nAda Lovelace and Alan Turing. 2020. Grids for all of us and them. In Proceedings of Grids. DOI:https://doi.org/10.1145/3126908.31\n\nText in this paper.\n',
      ['called', ['Grids for All of Us and Them', 2020, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'a reference with initials, and an arXiv id that begins as a year does',
      '# Grids for All of Us and Them\n\nLovelace, A., Turing, A. et al. Grids for All of Us and Them. arXiv preprint arXiv:1907.11692 (2019).\n\nText in this paper.\n',
      ['called', ['Grids for All of Us and Them', 2019, 'A. Lovelace', 'A. Turing']],
    ],
    [
      'a sentence that says what the paper is',
      '# Grids for All of Us and Them\n\nWritten in 2019, Grids for All of Us and Them is a paper on grids in this paper.\n',
      ['called', ['Grids for All of Us and Them', null]],
    ],
    [
      'words in small letters, and no family names',
      '# Grids for All of Us\n\ngridnet, boxnet (2018)\n\nText in this paper.\n',
      ['called', ['Grids for All of Us', null]],
    ],
    ['a sentence that quotes a title', '# Grids for All\n\nThis is the extension of the "Boxes for All" paper (ICLR 2018).\n', ['plain']],
    [
      'headings that label',
      '### Progress\n01 / 50\n\n## Paper Information\n#### Paper Title :\n[Grids for All](https://arxiv.org/abs/2101.00001)\n\n#### Conference :\nCVPR 2020\n#### Authors and Institution\nAda Lovelace, Alan Turing\n\nSome University\n\n#### Network Structure\n\nText.\n',
      ['headed-lines', ['Grids for All', 2020, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'a heading that says no more than that the paper follows, and one over who wrote it',
      '### Paper:\n\nGrids for All\n\n### Author:\n\nAda Lovelace, Alan Turing\n\n### Year:\n\n2018\n\n### Notes:\n\nText.\n',
      ['headed-lines', ['Grids for All', 2018, 'Ada Lovelace', 'Alan Turing']],
    ],
    ['the year and who wrote it', '# Grids mostly work (2010, Lovelace et al.)\n\nText.\n', ['called', ['Grids mostly work', 2010]]],
    ['who wrote it and the year', '# On Grids (Lovelace and Turing, 2010)\n\nText.\n', ['called', ['On Grids', 2010]]],
    ['a year and a word that is no name', '# Grids mostly work (2010, draft)\n\nText.\n', ['plain']],
    [
      'an address, over more headings as high',
      '## Grids mostly work\n\nhttps://arxiv.org/pdf/2101.00001.pdf\n\n## Boxes\n\nText.\n\n## Cells\n\nText.\n',
      ['titled', ['Grids mostly work', 2021]],
    ],
    [
      'who wrote it, and below that lines that label',
      '# Grids mostly work\nAda Lovelace, Alan Turing. _08 June 2019_\n\n* Official paper: [ArVix](https://arxiv.org/pdf/2101.00001)\n* Official code: [GitHub](https://github.com/a/b)\n\n# Overview\n\nText.\n',
      ['bulleted-lines', ['Grids mostly work', 2019, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'headings that label, below the title',
      '### Grids for All\n###### published:2016-8\n###### author:Ada Lovelace\n\nText.\n',
      ['headed-lines', ['Grids for All', 2016, 'Ada Lovelace']],
    ],
    [
      'headings of an article, some of which are words for data',
      '# Grids for All\n\n## Abstract\n\nGrids.\n\n## Code\n\nNone.\n\n## Method\n\nText.\n',
      ['outlined', ['Grids for All', null]],
    ],
    [
      'an abstract and an introduction',
      '# Grids for All\n\n## Abstract\n\nGrids.\n\n## 1. Introduction\n\nText.\n',
      ['outlined', ['Grids for All', null]],
    ],
    [
      'an abstract, and headings of its own',
      '## Grids mostly work\n\n### Abstract\n\nGrids.\n\n### Boxes\n\nText.\n',
      ['outlined', ['Grids mostly work', null]],
    ],
    ['headings of its own, and an abstract', '## Grids mostly work\n\n### Boxes\n\nText.\n\n### Abstract\n\nGrids.\n', ['plain']],
    ['an introduction and a conclusion', '# Grids for All\n\n## Introduction\n\nGrids.\n\n## Conclusion\n\nText.\n', ['plain']],
    [
      'data and text under headings of its level',
      '# Grids for All\n\n# 标题\n- 参考论文：Grids for All\n- 链接：https://arxiv.org/abs/2101.00001\n- 时间：2020\n\n# 内容\n\n## 摘要\n\n格子。\n\n## 方法\n\n格子。\n',
      ['bulleted-lines', ['Grids for All', 2020]],
    ],
    [
      'below level one, beside those of an article',
      '### Grids for All\n\nRead on: 2020-01-22\nLink to pdf: https://arxiv.org/abs/1504.08083\n\n### Abstract\n\nText.\n',
      ['titled', ['Grids for All', 2015]],
    ],
    [
      'a tag that is a year',
      "---\ntitle: Grids for All\ntags: ['2016', CV]\n---\n\n* [Link to the paper](https://arxiv.org/abs/1703.02620)\n",
      ['titled', ['Grids for All', 2016]],
    ],
    [
      'a heading that is a place of print',
      '# Grids for All\n\n## [CVPR 2019]\n\n[paper](https://arxiv.org/abs/2101.00001)\n',
      ['titled', ['Grids for All', 2019]],
    ],
    [
      'authors in a heading, with where they are',
      '# Grids for All\n### Ada Lovelace & Alan Turing - Grid University - (ICLR 2017)\n\nText.\n',
      ['byline', ['Grids for All', 2017, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'authors in a heading that says so, below a link',
      '# [Grids for All](https://arxiv.org/abs/2101.00001)\n### Authors: Ada Lovelace\n\nText.\n',
      ['linked-heading', ['Grids for All', 2021, 'Ada Lovelace']],
    ],
    [
      'authors, the place of print and the id as headings',
      '## Grids for All\n### Ada Lovelace, Alan Turing\n### CVPR 2020\n#### arXiv:1912.00001\n\nText.\n',
      ['byline', ['Grids for All', 2020, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'a citation in bold',
      '# Grids for All\n\n**Lovelace, A., Turing, A. M., & Gödel, K. (2014). Grids for All. Acl, 655–665.**\n\nText.\n',
      ['byline', ['Grids for All', 2014, 'A. Lovelace', 'A. M. Turing', 'K. Gödel']],
    ],
    [
      'lines that label, in brackets and without a heading',
      'download: [https://arxiv.org/pdf/2101.00001]\ntitle: Grids for All\nauthors: Ada Lovelace, Alan Turing\n\n## Notes\n\nText.\n',
      ['titled', ['Grids for All', 2021, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'a citation further down, of the title that a name stands for',
      '# MGrid\n\n[paper](https://arxiv.org/abs/1701.00001)\n\n> Lovelace A, Turing A. Model-agnostic grids for all[C]//ICML. PMLR, 2018: 1126-1135.\n\nText.\n',
      ['titled', ['Model-agnostic grids for all', 2018, 'Lovelace A', 'Turing A']],
    ],
    [
      'a table of one row',
      '# Grids for All\n\n[paper](https://arxiv.org/abs/2101.00001)\n\n| Year | Introduction | Research Field |\n| - | - | - |\n| 2022 | Grids. | Grids |\n',
      ['titled', ['Grids for All', 2022]],
    ],
    ['labels of a post', '作者：某人\n链接：https://www.zhihu.com/question/1/answer/2\n来源：知乎\n\n格子。\n', ['plain']],
    ['a link to a post', '# Grids and Boxes for Everybody in More than One Way\n\nhttps://zhuanlan.zhihu.com/p/1\n\nText.\n', ['plain']],
    [
      'front matter of an author',
      '---\ntype: person\nyear: 2020\n---\n# Ada Lovelace\n\n[paper](https://arxiv.org/abs/2101.00001)\n',
      ['plain'],
    ],
    [
      'a year before its place of print',
      '# Grids for All\n\n- Author: Ada Lovelace† et al.\n- 2021 ICLR\n\n## Abstract\n\nText.\n',
      ['outlined', ['Grids for All', 2021, 'Ada Lovelace']],
    ],
    ['a heading of two words that is no name', '# Grids for All\n\n### Mesh Series\n\nText.\n', ['plain']],
    [
      'an address in pointed brackets, and where it was printed before the title',
      "# VLDB'14 - Grids for All of Us\n\n- Authors: Ada Lovelace\n- Paper Link: <https://dl.acm.org/doi/10.14778/2732951.2732955>\n\nText.\n",
      ['bulleted-lines', ['Grids for All of Us', 2014, 'Ada Lovelace']],
    ],
    [
      'the title that a name stands for, over one heading of an article',
      '## GridNet\n\nGrids for Everybody in Networks\n\n### 引言\n\n格子。\n\n### 方法\n\n格子。\n',
      ['outlined', ['Grids for Everybody in Networks', null]],
    ],
    [
      'the title in brackets, its authors and a link',
      '### GridNet\n\n[Grids for everybody]\n\nAda Lovelace, Alan Turing (2016)\n\n[`PAPER`](https://arxiv.org/pdf/2101.00001.pdf)\n\n### [Scheme]\n\nText.\n',
      ['byline', ['Grids for everybody', 2016, 'Ada Lovelace', 'Alan Turing']],
    ],
    [
      'headings that ask about the paper',
      '# Grids\n\n## What problem is the paper solving?\n\nText.\n\n## How does the paper do it?\n\nText.\n',
      ['outlined', ['Grids', null]],
    ],
    [
      'an entry of BibTeX of the same title',
      '# Grids for all of us\n\n@article{lovelace2021grids,\n  title={Grids for {All} of Us},\n  author={Lovelace, Ada and G{\\"o}del, Kurt},\n  journal={arXiv preprint arXiv:2101.00001},\n  year={2020}\n}\n\nText.\n',
      ['bibtex', ['Grids for All of Us', 2020, 'Ada Lovelace', 'Kurt Gödel']],
    ],
    [
      'an entry of BibTeX of another title',
      '# Grids for all\n\n```bibtex\n@misc{a, title={Boxes and Cells}, year={2020}}\n```\n',
      ['plain'],
    ],
    [
      'a line that is no title of it',
      '# GridNet: Grids for All of Us\n(1600 引用)\n\n[pdf](https://arxiv.org/abs/2101.00001)\n',
      ['titled', ['GridNet: Grids for All of Us', 2021]],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await formOf('n.md', text)).toEqual(expected)
  })

  test('several papers, each with a link that says no more than that, and where it was printed', async () => {
    const section = (title: string, said: string) => `## ${title}\n- ${said}\n- [link](https://example.org/${title[0]}.pdf)\n- good\n\n`
    expect(await formOf('n.md', `${section('Grids for All', 'CVPR 2024, Some University')}${section('Boxes for All', "ICLR'23")}`)).toEqual(
      ['sections', ['Grids for All', 2024], ['Boxes for All', 2023]],
    )
  })
})

test.each([
  ['Abstract & Conclusion', true],
  ['方法与实验', true],
  ['What problem does this paper solve?', true],
  ['Grids: what the paper says', false],
  ['Attention and Memory', false],
  ['标题', true],
])('%s is a heading of every note: %s', (heading, expected) => expect(isGeneric(heading)).toBe(expected))

test.each([
  ['[语音分离] GridNet: Grids for All 阅读笔记', 'GridNet: Grids for All'],
  ['Grids for All, ICASSP 2020', 'Grids for All'],
  ["[OSDI '20] Grids for All", 'Grids for All'],
  ['2020 Grids for All of Us', 'Grids for All of Us'],
  ['GridNet : Grids :fire:', 'GridNet: Grids'],
  ['Grids for All ICRA2018', 'Grids for All'],
  ['USENIX FAST 2023', 'USENIX FAST 2023'],
  ['[格子] ICASSP 2022', '[格子] ICASSP 2022'],
  ['网格论文笔记', '网格'],
  ['论文笔记', '论文笔记'],
  ['[2019] PANN', 'PANN'],
  ['CFSS（CVPR, 2015）', 'CFSS'],
])('of the heading %s the title is %s', (heading, title) => expect(bareTitle(heading)).toBe(title))

test.each([`${'a '.repeat(20_000)}(`, `[${'A '.repeat(20_000)}`, `${'阅读'.repeat(20_000)}`])(
  'however long a heading is, what it says is found at once',
  (heading) => {
    expect([isGeneric(heading), isLesson(heading)]).toEqual([false, false])
    expect(bareTitle(heading)).toBe(heading)
  },
)

test('one arXiv id under two titles without a common word is of two papers', async () => {
  const note = (title: string) => `# ${title}\n\n[paper](https://arxiv.org/abs/2101.00001)\n`
  const { documents, codes } = await read({
    'a.md': note('Learning Grids from Everything'),
    'b.md': note('Optimal Boxes without Supervision'),
    'c.md': note('Learned Grids'),
  })
  expect(documents.map(({ sections }) => sections[0]?.paperSlug)).toEqual([
    'learning-grids-from-everything',
    'optimal-boxes-without-supervision',
    'learning-grids-from-everything',
  ])
  expect(codes).toEqual(['id-of-two-papers b.md:1', 'paper-twice c.md:1'])
})

test('a note is known by the name of its file, where its text uses it', async () => {
  const { documents } = await read({
    'LeakGrid.md': '# Long Grids by Leaked Boxes\n\n[paper](https://arxiv.org/abs/2101.00001)\n\nLeakGrid is good.\n',
    'MeshNet.md': '# Meshes for All of Us\n\n[paper](https://arxiv.org/abs/2101.00002)\n\nThis builds on LeakGrid.\n',
  })
  expect(documents.flatMap(({ evidence }) => evidence.map(({ kind, source, target }) => [source, kind, target]))).toEqual([
    ['meshes-for-all-of-us', 'EXTENDS', 'long-grids-by-leaked-boxes'],
  ])
  expect(documents.map(({ names }) => names.some(({ source }) => source === 'ALIAS'))).toEqual([true, false])
})

test('a template is about no paper, and what is not filled in there is not told', async () => {
  const text =
    '## Grids\n[paper](https://arxiv.org/abs/2101.00001)\n\n## Boxes\n[paper](https://arxiv.org/abs/2101.00002)\n\n![figure](path.png) [x](other.md) [code]\n'
  for (const at of ['templates/a.md', 'note-template.md']) {
    const { documents, codes } = await read({ [at]: text })
    expect([documents[0]?.format, documents[0]?.sections.length, codes]).toEqual(['plain', 0, []])
    folder?.remove()
  }
  expect((await read({ 'a.md': text })).documents[0]?.sections).toHaveLength(2)
})
