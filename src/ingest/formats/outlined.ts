import { firstAfter } from '../ranges.ts'
import type { NoteFormat } from './format.ts'
import { articleHeadings, isAbstract, isGeneric } from './headings.ts'
import { topHeading, whole } from './whole-file.ts'

/** So many parts of an article under a title are no accident. */
const PARTS = 2

/** One paper in one file: under its title stand the headings of an article, such as Abstract and Method, or the abstract comes first. */
export const outlined: NoteFormat = {
  name: 'outlined',
  read(file) {
    const top = topHeading(file)
    const isTitle = top && !isGeneric(top.text) && /\s|\p{sc=Han}{4}/u.test(top.text)
    if (!isTitle) return null
    const next = firstAfter(file.outline.headings, top.end)
    const isArticle =
      articleHeadings(file, { start: top.end, end: file.text.length }) >= PARTS || (next !== undefined && isAbstract(next.text))
    return isArticle ? whole(file) : null
  },
}
