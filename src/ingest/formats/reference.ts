/** The reference that a note gives below its title: `A. Lovelace, A. Turing. 2020. Grids for All of Us. In Proceedings … DOI:10.1145/1234` */
import { arxivIdIn } from '../link-target.ts'
import { comparable } from '../names.ts'
import type { ParsedFile } from '../parse.ts'
import { authorsIn, lineOf } from './authors.ts'
import { DOI, type Metadata, yearIn } from './metadata.ts'

/** So many paragraphs below a title may be one, each of so many characters. */
const FIRST = 4
const LONG = 1_000
/** After a title: where and when it was printed. */
const REST = 150
/** Characters of a title that stand in another text only where that is a reference to it. */
const WHOLE = 16

/** With what the reference among the first paragraphs says of the paper of this title, where nothing else does. */
export function withReference(file: ParsedFile, metadata: Metadata, title: string): Metadata {
  const key = comparable(title)
  if (key.length < WHOLE) return metadata
  for (const prose of file.outline.prose.slice(0, FIRST)) {
    if (prose.text.length > LONG || prose.text.length < title.length + 8 || prose.linksOnly) continue
    const found = placeOf(prose.text, key)
    if (!found) continue
    const before = prose.text.slice(0, found.start).replace(/^\W*(?:reference|citation|paper|论文)\s*[:：]\s*/iu, '')
    const rest = prose.text.slice(found.end)
    const year = yearIn(rest) ?? yearIn(before)
    const doi = DOI.exec(prose.text)?.[0].replace(/[.,;)\]]+$/, '') ?? null
    const authors = authorsIn(before.replace(/[\s(]*(?:19|20)\d{2}[\s).]*$/, '').replace(/["“\s]+$/, ''))
    // what has a title in it and no names before it, and goes on, is text
    const isText = authors.length === 0 && (/\p{L}/u.test(before) || (doi === null && rest.length > REST))
    if (isText || (year === null && doi === null)) continue
    return {
      ...metadata,
      lines: [...metadata.lines, lineOf(prose)],
      title: metadata.title === null || comparable(metadata.title).includes(key) ? title : metadata.title,
      authors: metadata.authors.length > 0 ? metadata.authors : authors,
      year: metadata.year ?? year,
      doi: metadata.doi ?? doi,
      arxivId: metadata.arxivId ?? arxivIdIn(prose.text),
    }
  }
  return metadata
}

/** Where a text has a title that compares as `key`. */
function placeOf(text: string, key: string): { start: number; end: number } | null {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
  const folded = words.map(([word]) => comparable(word))
  for (let first = 0; first < words.length; first++) {
    if (!key.startsWith(folded[first] ?? '')) continue
    let said = ''
    let last = first
    for (; last < words.length && said.length < key.length; last++) said += folded[last]
    const [begin, end] = [words[first], words[last - 1]]
    if (said === key && begin && end) return { start: begin.index, end: end.index + end[0].length }
  }
  return null
}
