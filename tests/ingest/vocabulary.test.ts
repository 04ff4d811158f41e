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
const part = fc.record({ heading: name, title: fc.option(name), arxivId, listed: fc.boolean() }).map((said) => ({
  start: 0,
  end: 1,
  slug: null,
  doi: null,
  printedIds: [],
  aliases: [],
  ...said,
}))
const technique = name.map((said) => ({ slug: said.toLowerCase().replaceAll(' ', '-'), names: [said] }))
const identity = fc
  .record({ parts: fc.array(part, { maxLength: 2 }), techniques: fc.array(technique, { maxLength: 1 }) })
  .map((said): Identity => ({ ...NO_IDENTITY, ...said }))
const paths = fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md')
const folder = fc.dictionary(paths, identity)
const edits = fc.dictionary(paths, fc.option(identity))

const TEXT = 'GridNet V2 and Grid GridNet beside MVP, mvp and BoxNet Grid; 格子网络 GridNets 格子. Grid BoxNet GridNet V2 grid'

const toldOf = ({ identities, names, alike, index, byArxivId, arxivIds, papers, techniques }: Vocabulary) => ({
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
      const words = (vocabulary: Vocabulary) => [...differenceOf(before, vocabulary).words].sort()
      expect(words(renewed)).toEqual(words(anew))
    }),
    { numRuns: 500 },
  )
})
