/** What headings, parent bullets and front matter say of whole lists, and what fits together badly between documents. */
import { afterEach, describe, expect, test } from 'vitest'
import { readDocuments } from '../../../src/ingest/ingest.ts'
import { CUE_TABLES } from '../../../src/ingest/relations/cue.ts'
import { contentFolder, READING } from '../../stores.ts'

let folder: ReturnType<typeof contentFolder> | undefined
afterEach(() => folder?.remove())

const about = (name: string, id: string, body = '') => `# [${name}: Words of ${name}](https://arxiv.org/abs/${id})\n\n${body}\n`
const OTHERS = { 'boxnet.md': about('BoxNet', '1901.00001'), 'cellnet.md': about('CellNet', '1901.00002') }

async function read(text: string, more: Record<string, string> = {}) {
  folder = contentFolder({ ...OTHERS, ...more, 'gridnet.md': text })
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  const evidence = documents.flatMap((document) => document.evidence)
  const related = evidence.map(({ source, kind, target }) => `${source.split('-')[0]} ${kind} ${target.split('-')[0]}`)
  const names = documents.flatMap((document) => document.names)
  return { evidence, related, names, diagnostics: diagnostics.map(({ code, path, line }) => `${code} ${path}:${line}`) }
}

describe('what stands under a heading or a parent bullet', () => {
  const governors = CUE_TABLES.flatMap((table) => [...new Set(table.governors.values())])
  test.each(governors)('$rule', async ({ kind, words: [word = ''] }) => {
    const text = `## ${word}\n\n- [BoxNet](boxnet.md)\n- CellNet: a note of it.\n- Not of CellNet.\n\n## More\n\n- [CellNet](cellnet.md)\n`
    expect((await read(about('GridNet', '2001.00001', text))).related).toEqual([`gridnet ${kind} boxnet`, `gridnet ${kind} cellnet`])
  })

  test('children of a bullet, and no others', async () => {
    const { related, evidence } = await read(
      about('GridNet', '2001.00001', '- Words first.\n- **Baselines:**\n  - BoxNet, the old one\n- CellNet stands beside.\n'),
    )
    expect(related).toEqual(['gridnet COMPARES_WITH boxnet'])
    expect(evidence[0]).toMatchObject({ quote: 'BoxNet, the old one', cue: 'Baselines:', rule: 'en/under-compared', line: 5 })
  })
})

test('references in words: known ones by id, title or name, the others as noted papers, of numbered lines too', async () => {
  const list = [
    '- Lovelace et al. *Boxes of Old*, arXiv:1901.00001, 2019.',
    '- Turing et al. *CellNet: Words of CellNet*. Nature, 2019.',
    '- **PinLoss**（Gödel et al., 2023）：a loss',
    '- Some words on boxes, of 2019.',
    '- DenseNet: everybody knows it.',
    '',
    '[1] Ada Lovelace and Alan Turing. Dotted grids. In ECCV, 2020.',
    '[2] Ada Lovelace. GridSim: Grids for Reliable Boxes. arXiv:2605.22446, 2026.',
  ]
  const { related, names } = await read(about('GridNet', '2001.00001', `## References\n\n${list.join('\n')}\n`))
  expect(related).toEqual(['boxnet', 'cellnet', 'pinloss', 'densenet', 'dotted', 'gridsim'].map((slug) => `gridnet CITES ${slug}`))
  expect(names.filter(({ source }) => source === 'MENTION').map(({ slug, text, arxivId }) => [slug, text, arxivId])).toEqual([
    ['pinloss', 'PinLoss', null],
    ['densenet', 'DenseNet', null],
    ['dotted-grids', 'Dotted grids', null],
    ['gridsim', 'GridSim', '2605.22446'],
    ['gridsim', 'GridSim: Grids for Reliable Boxes', '2605.22446'],
  ])
})

test('related: in front matter, by slug, name, id, address and wikilink', async () => {
  const list = ['BoxNet', '1901.00002', 'https://arxiv.org/abs/1901.00003', '"[[dotnet|Dots]]"', 'Nobody']
  const { related, diagnostics } = await read(
    `---\ntitle: "GridNet: Words of GridNet"\narxiv: 2001.00001\nrelated:\n${list.map((one) => `  - ${one}\n`).join('')}---\n\nText.\n`,
    { 'arcnet.md': about('ArcNet', '1901.00003'), 'dotnet.md': about('DotNet', '1901.00004') },
  )
  expect(related).toEqual(['gridnet CITES boxnet', 'gridnet CITES cellnet', 'gridnet CITES arcnet', 'gridnet CITES dotnet'])
  expect(diagnostics).toEqual(['paper-unknown gridnet.md:9'])
})

test('a paper in two notes, one title with two ids, and a paper made from a later one are told', async () => {
  const { diagnostics } = await read(about('GridNet', '1801.00001', 'It extends BoxNet.'), {
    'again.md': about('GridNet', '1801.00001'),
    'other.md': about('CellNet', '1901.00009'),
  })
  expect(diagnostics).toEqual(['paper-twice gridnet.md:1', 'relation-backwards gridnet.md:3', 'title-of-two-papers other.md:1'])
})

describe('a row of a table of papers speaks of the paper that it begins with', () => {
  const table = (head: string, row: string) => about('GridNet', '2001.00001', `| ${head} | Relation |\n| - | - |\n| ${row} |\n`)

  test.each([
    ['by a link', 'Paper', '[BoxNet](boxnet.md) | Builds on CellNet with boxes', ['boxnet EXTENDS cellnet']],
    ['by its name', 'Method', 'BoxNet | Extends GridNet to boxes', ['boxnet EXTENDS gridnet']],
    ['and of none that nobody knows', 'Paper', 'Dots for All | Builds on CellNet with dots', []],
    ['but not under another heading', 'Field', 'Context | Builds on CellNet with boxes', ['gridnet EXTENDS cellnet']],
  ])('%s', async (_, head, row, related) => {
    expect((await read(table(head, row))).related).toEqual(related)
  })
})
