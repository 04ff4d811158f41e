/** A vocabulary made from the one before it is the one that is made anew. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from '../../src/ingest/difference.ts'
import { type Identity, NO_IDENTITY } from '../../src/ingest/kinds/kind.ts'
import { buildVocabulary, type Vocabulary } from '../../src/ingest/vocabulary.ts'

// few words, so that names are shared, and begin alike
const word = fc.constantFrom('Grid', 'GridNet', 'BoxNet', 'GridNet V2', 'MVP', 'mvp', '格子网络', '格子')
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const arxivId = fc.option(fc.constantFrom('2101.00001', '2101.00002', '2101.00003'))
const path = fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md')
const notes = fc.array(path, { maxLength: 1 })
const part = fc.record({ heading: name, title: fc.option(name), arxivId, listed: fc.boolean(), notes }).map((said) => ({
  start: 0,
  end: 1,
  slug: null,
  doi: null,
  printedIds: [],
  aliases: [],
  ...said,
}))
const technique = name.map((said) => ({ slug: said.toLowerCase().replaceAll(' ', '-'), names: [said] }))
const entry = fc
  .record({ document: path, title: fc.option(name), arxivId, year: fc.option(fc.constantFrom(2019, 2020)) })
  .map((said) => ({ doi: null, printedIds: [], authors: [], ...said }))
const identity = fc
  .record({
    parts: fc.array(part, { maxLength: 2 }),
    entries: fc.array(entry, { maxLength: 2 }),
    untold: fc.option(fc.constant({ start: 0, end: 1 })),
    techniques: fc.array(technique, { maxLength: 1 }),
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
        const { words, paths } = differenceOf(before, vocabulary)
        return [[...words].sort(), [...paths].sort()]
      }
      expect(differ(renewed)).toEqual(differ(anew))
    }),
    { numRuns: 500 },
  )
})
