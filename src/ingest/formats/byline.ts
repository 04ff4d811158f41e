import type { ParsedFile } from '../parse.ts'
import type { Prose } from '../prose.ts'
import { bylineBelow, bylineOf, lineOf } from './authors.ts'
import { isTitleCase, type NoteFormat, type Part } from './format.ts'
import { isGeneric } from './headings.ts'
import { printedIn, titleOfHeading } from './titles.ts'
import { topHeading, whole } from './whole-file.ts'

/** One paper in one file: its title, and its authors in the line below, as a heading and a paragraph or as a list. */
export const byline: NoteFormat = {
  name: 'byline',
  read(file) {
    const [first, second] = file.outline.prose
    const top = topHeading(file)
    const heads = file.outline.headings[0]?.start ?? Infinity
    if (first?.role === 'item' && second?.role === 'item' && second.end <= heads) return readList(file, first, second)
    if (!top || isGeneric(top.text)) return null
    const by = bylineBelow(file, top)
    if (!by) return null
    const dated = printedIn(titleOfHeading(file, top), by)
    const isSure =
      dated.year !== null ||
      by.authors.length > 1 ||
      by.arxivId !== null ||
      /^\s*\n(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n/.test(file.text.slice(by.lines[0]?.end))
    return isSure ? whole(file, { metadata: by }) : null
  },
}

/** Of a list at the head of a file the first item is the title, and the second has the authors. */
function readList(file: ParsedFile, first: Prose, second: Prose): Part[] | null {
  const title = first.text.trim()
  const by = isHeadline(title) && isTitleCase(title) ? bylineOf(file, second) : null
  return by && whole(file, { name: title, metadata: { ...by, lines: [lineOf(first), ...by.lines] } })
}

/** Words, and no sentence. */
const isHeadline = (text: string) => text.length <= 200 && /\s/.test(text) && !/[.。;；:：]$/.test(text)
