/** A vocabulary made from the one before it is the one that is made anew. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from '../../src/ingest/difference.ts'
import { type Identity, NO_IDENTITY } from '../../src/ingest/kinds/kind.ts'
import { buildVocabulary, type Vocabulary } from '../../src/ingest/vocabulary.ts'

// few words, so that names are shared, and begin alike, and some that seldom are, so that not all documents are tied
const word = fc.constantFrom('Grid', 'GridNet', 'BoxNet', 'GridNet V2', 'gridnet-v2', 'MVP', 'mvp', '格子网络', '格子')
const other = fc.constantFrom(...'Alder Birch Cedar Elm Fir Hazel Larch Maple Oak Pine Rowan Spruce Willow Yew'.split(' '))
const cut = fc.constantFrom('GridNet: Networks of Grids', 'GridNet: Networks of Grids and Boxes', 'GridNet: Networks of Grids and B')
const name = fc.oneof(
  cut,
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  { weight: 3, arbitrary: fc.array(other, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')) },
)
const arxivId = fc.option(fc.constantFrom('2101.00001', '2101.00002', '2101.00003'), { freq: 2 })
const path = fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md')
const notes = fc.array(path, { maxLength: 1 })
const slug = fc.option(fc.constantFrom('gridnet', 'grid-2', 'box'), { freq: 4 })
const aliases = fc.array(name, { maxLength: 1 })
const part = fc.record({ slug, heading: name, title: fc.option(name), arxivId, listed: fc.boolean(), notes, aliases }).map((said) => ({
  start: 0,
  end: 1,
  doi: null,
  printedIds: [],
  ...said,
}))
const technique = name.map((said) => ({ slug: said.toLowerCase().replaceAll(' ', '-'), names: [said] }))
const card = fc
  .record({ slug: fc.constantFrom('gridnet', 'grid-2', 'box'), name, arxivId })
  .map((said) => ({ aliases: [], doi: null, ...said }))
const claim = fc.constantFrom('a', 'b').map((slug) => ({ slug, paper: null, quote: null, uses: [] }))
const entry = fc
  .record({ document: path, title: fc.option(name), arxivId, year: fc.option(fc.constantFrom(2019, 2020)) })
  .map((said) => ({ ofPaper: true, doi: null, printedIds: [], authors: [], ...said }))
const identity = fc
  .record({
    parts: fc.array(part, { maxLength: 2 }),
    entries: fc.array(entry, { maxLength: 2 }),
    untold: fc.option(fc.constant({ start: 0, end: 1 })),
    cards: fc.array(card, { maxLength: 1 }),
    techniques: fc.array(technique, { maxLength: 1 }),
    claims: fc.array(claim, { maxLength: 1 }),
  })
  .map((said): Identity => ({ ...NO_IDENTITY, ...said }))
const folder = fc.dictionary(path, identity)
const edits = fc.dictionary(path, fc.option(identity))

const TEXT = 'GridNet V2 and Grid GridNet beside MVP, mvp and BoxNet Grid; 格子网络 GridNets 格子. Grid BoxNet GridNet V2 grid'

const toldOf = ({ told, identities, names, alike, index, byArxivId, arxivIds, papers, techniques }: Vocabulary) => ({
  told,
  identities,
  names,
  forms: new Map([...alike].map(([key, { forms }]) => [key, forms])),
  found: index.find(TEXT),
  byArxivId,
  arxivIds,
  papers,
  techniques,
})

test('whatever is edited, comes or goes', () => {
  fc.assert(
    fc.property(folder, edits, (held, changes) => {
      const before = buildVocabulary(new Map(Object.entries(held)))
      const now = Object.entries({ ...held, ...changes }).flatMap(([path, said]) => (said ? [[path, said] as const] : []))
      const [renewed, anew] = [buildVocabulary(new Map(now), before), buildVocabulary(new Map(now))]
      expect(toldOf(renewed)).toEqual(toldOf(anew))
      const differ = (vocabulary: Vocabulary) => {
        const { names, paths } = differenceOf(before, vocabulary)
        return [[...names].sort(), [...paths].sort()]
      }
      expect(differ(renewed)).toEqual(differ(anew))
    }),
    { numRuns: 500 },
  )
})

const about = (said: Partial<Identity['parts'][number]>): Identity => ({
  ...NO_IDENTITY,
  parts: [
    {
      start: 0,
      end: 1,
      slug: null,
      heading: '',
      title: null,
      arxivId: null,
      doi: null,
      printedIds: [],
      aliases: [],
      listed: false,
      notes: [],
      ...said,
    },
  ],
})

// two notes with one thing in common each
test.each<[string, Identity, Identity]>([
  ['title', about({ heading: 'Oak', title: 'Alder Birch Cedar (GridNet)' }), about({ heading: 'Elm', title: 'Alder Birch Cedar' })],
  [
    'name',
    { ...NO_IDENTITY, cards: [{ slug: 'oak', name: 'GridNet B', aliases: [], arxivId: null, doi: null }] },
    about({ heading: 'Grid Net-B' }),
  ],
  [
    'id of a card',
    { ...NO_IDENTITY, cards: [{ slug: 'oak', name: 'Oak', aliases: [], arxivId: '2101.00001', doi: null }] },
    about({ heading: 'Elm', arxivId: '2101.00001' }),
  ],
  ['printed id', about({ heading: 'Oak', printedIds: ['2101.00001'] }), about({ heading: 'Elm', printedIds: ['2101.00001'] })],
  ['DOI', about({ heading: 'Oak', doi: '10.1000/A' }), about({ heading: 'Elm', doi: '10.1000/a' })],
  ['slug', about({ heading: 'Oak', arxivId: '2101.00001' }), about({ heading: 'Oak', arxivId: '2101.00002' })],
  [
    'title that is cut off',
    about({ heading: 'Oak', slug: 'oak', title: 'GridNet: Networks of Grids and Box' }),
    about({ heading: 'GridNet: Networks of Grids and Boxes', title: 'GridNet: Networks of Grids and Boxes' }),
  ],
  [
    'name that one is given',
    about({ heading: 'Oak Alder', title: 'Oak Alder and Cedar', aliases: ['GridNet'] }),
    about({ heading: 'Grid-Net', title: 'Grid-Net' }),
  ],
  ['number after a slug', about({ heading: 'Oak', slug: 'paper-2' }), about({ heading: '…' })],
  ['note that is led to', about({ heading: 'Oak' }), about({ heading: 'Elm', listed: true, notes: ['a.md'] })],
])('a note has another slug without one that it shares a %s with', (_, a, b) => {
  const both = buildVocabulary(
    new Map([
      ['a.md', a],
      ['b.md', b],
    ]),
  )
  const one = buildVocabulary(new Map([['b.md', b]]), both)
  expect(one.identities.slugs).toEqual(buildVocabulary(new Map([['b.md', b]])).identities.slugs)
  expect(one.identities.slugs.get('b.md')).not.toEqual(both.identities.slugs.get('b.md'))
})
