/** What a quoted sentence begins and ends with in the file. */
import { expect, test } from 'vitest'
import { outline } from '../../../src/ingest/markdown.ts'
import { sentencesOf } from '../../../src/ingest/relations/sentences.ts'

const quotesOf = (source: string) =>
  outline(source).prose.flatMap((prose) =>
    sentencesOf(prose, source, 'en', false).map(({ source: { start, end } }) => source.slice(start, end)),
  )

test.each([
  [
    'a sentence that ends with a link',
    'A model based on [the older one](https://example.org/a)',
    ['A model based on [the older one](https://example.org/a)'],
  ],
  ['a sentence that begins with one', '[GridNet](a.md) is older. It is new.', ['[GridNet](a.md) is older.', 'It is new.']],
  ['a label in bold', '- **RL**: like GridNet', ['**RL**: like GridNet']],
  ['a sentence in bold, whole without its marks', '**GridNet is older.** It is new.', ['GridNet is older.', 'It is new.']],
  ['two sentences in bold', '**GridNet is older. It is not new.**', ['GridNet is older.', 'It is not new.']],
  ['an abbreviation', 'It is, e.g. in GridNet, old. It is new.', ['It is, e.g. in GridNet, old.', 'It is new.']],
])('%s', (_, source, quotes) => {
  expect(quotesOf(source)).toEqual(quotes)
})
