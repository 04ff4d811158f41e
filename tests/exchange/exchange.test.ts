/** What other programs take of the graph, and what it takes of theirs. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DOMParser } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportCommand, importBibtexCommand } from '../../src/commands/exchange.ts'
import { readConfig } from '../../src/config.ts'
import { EXPORT_FORMATS } from '../../src/exchange/formats.ts'
import { cardsOf } from '../../src/exchange/from-bibtex.ts'
import { type GraphRecord, readGraph } from '../../src/exchange/graph.ts'
import { readDocuments } from '../../src/ingest/ingest.ts'
import { ingestInto } from '../../src/ingest/ingest-into.ts'
import type { Store } from '../../src/store/open.ts'
import { CONTENT, contentFolder, emptyStore, READING } from '../stores.ts'

let store: Store
let graph: GraphRecord
beforeAll(async () => {
  store = await emptyStore()
  await ingestInto(store, { content: CONTENT, ...READING })
  graph = await readGraph(store)
})
afterAll(() => store.close())
const xml = (text: string) => new DOMParser().parseFromString(text, 'text/xml')
const written = async (format: string, of = graph) => (await EXPORT_FORMATS[format]?.write(of)) ?? ''

describe('the graph of content/', () => {
  test('as JSON-LD has every paper, technique and relation', async () => {
    const { '@graph': nodes } = JSON.parse(await written('jsonld')) as { '@graph': { '@id': string; relations?: object[] }[] }
    expect(nodes).toHaveLength(graph.papers.length + graph.techniques.length)
    expect(nodes.flatMap(({ relations = [] }) => relations)).toHaveLength(graph.relations.length)
    expect(nodes.find((node) => node['@id'] === 'urn:papergraph:paper:mobilenet-v2')).toMatchObject({
      name: 'MobileNetV2: Inverted Residuals and Linear Bottlenecks',
      alternateName: 'MobileNetV2',
      datePublished: '2018-01',
      identifier: ['arXiv:1801.04381'],
    })
  })
  test('as BibTeX is read again as the same papers', async () => {
    const { cards, skipped } = cardsOf(await written('bibtex'), 'x.bib')
    expect(skipped).toEqual([])
    expect(cards.map(({ citekey, arxivId }) => [citekey, arxivId])).toEqual(graph.papers.map(({ slug, arxivId }) => [slug, arxivId]))
  })
  test('as tables has a row for each', async () => {
    expect((await written('csv-papers')).trimEnd().split('\n')).toHaveLength(graph.papers.length + 1)
    expect((await written('csv-relations')).trimEnd().split('\n')).toHaveLength(graph.relations.length + 1)
  })
  test('as GraphML joins nodes that are there', async () => {
    const document = xml(await written('graphml'))
    const nodes = [...document.querySelectorAll('node')].map((node) => node.getAttribute('id'))
    expect(nodes).toHaveLength(graph.papers.length + graph.techniques.length)
    const edges = [...document.querySelectorAll('edge')]
    expect(edges).toHaveLength(graph.relations.length)
    for (const edge of edges) for (const end of ['source', 'target']) expect(nodes).toContain(edge.getAttribute(end))
  })
  test('dropped and read again is the same, byte for byte', async () => {
    const again = await emptyStore()
    await ingestInto(again, { content: CONTENT, ...READING })
    for (const format of Object.keys(EXPORT_FORMATS)) expect(await exportCommand(format, again, {})).toBe(await written(format))
    await again.close()
  })
})

test('what notes hold can not break out of a format', async () => {
  const hostile = {
    slug: 'x',
    name: '=1+1 "q", </data>\u0000\uD800 {\\bf}',
    title: null,
    status: 'NOTED',
    arxivId: null,
    doi: null,
    year: null,
    month: null,
    authors: ['A}', '=B'],
  }
  const of = { papers: [hostile], techniques: [], relations: [] }
  expect((await written('csv-papers', of)).split('\n')[1]).toMatch(/^x,"'=1\+1 ""q""/)
  expect(xml(await written('graphml', of)).querySelectorAll('node data')).toHaveLength(3)
  expect(await written('graphml', of)).not.toContain('\u0000')
  expect(Buffer.from(await written('graphml', of)).toString()).toBe(await written('graphml', of))
  expect(cardsOf(await written('bibtex', of), 'x.bib').cards).toHaveLength(1)
  expect(JSON.parse(await written('jsonld', of))['@graph']).toHaveLength(1)
})

test('BibTeX becomes cards, which ingest reads, and writes over nothing', async () => {
  const folder = contentFolder({
    'notes/a.md': '# [Deep Grids for All](https://arxiv.org/abs/2101.00001)\n\nSee CellNet.\n',
    'refs.bib': `@article{known, title={Deep Grids, again}, eprint={2101.00001}, archivePrefix={arXiv}}
      @inproceedings{love21cells, title={CellNet: {C}ells \\& More}, author={Lovelace, Ada and Turing, Alan}, booktitle={CVPR}, year=2021, doi={10.1109/x.1}}
      @misc{untitled, author={Nobody}}`,
  })
  const config = readConfig({ content: folder.dir })
  const file = path.join(folder.dir, 'refs.bib')
  expect(await importBibtexCommand(file, config)).toBe(
    '1 cards written, 1 papers known already, 1 without a title of their own (untitled)\n',
  )
  expect(readFileSync(path.join(folder.dir, 'papers/cellnet-cells-more.md'), 'utf8')).toContain('Ada Lovelace; Alan Turing. CVPR, 2021')
  expect(await importBibtexCommand(file, config)).toMatch(/^0 cards written, 2 papers known/)
  const { documents, diagnostics } = await readDocuments({ content: folder.dir, ...READING })
  expect(diagnostics).toEqual([])
  expect(documents.find(({ path }) => path.startsWith('papers/'))?.names.map(({ text, doi }) => [text, doi])).toEqual([
    ['CellNet: Cells & More', '10.1109/x.1'],
    ['love21cells', null],
  ])
  folder.remove()
})

test.each(['@article{x, title={', 'no BibTeX at all', '{"json": true}'])('%s is refused by name', (text) => {
  expect(() => cardsOf(text, 'refs.bib')).toThrow(/refs\.bib can't be used/)
})
