import type { NoteFormat } from './format.ts'
import { articleHeadings, isGeneric } from './headings.ts'
import { topHeading, whole } from './whole-file.ts'

/** So many parts of an article under a title are no accident. */
const PARTS = 2

/** One paper in one file: under its title stand the headings of an article, such as Abstract and Method. */
export const outlined: NoteFormat = {
  name: 'outlined',
  read(file) {
    const top = topHeading(file)
    const isTitle = top && !isGeneric(top.text) && /\s|\p{sc=Han}{4}/u.test(top.text)
    return isTitle && articleHeadings(file, { start: top.end, end: file.text.length }) >= PARTS ? whole(file) : null
  },
}
