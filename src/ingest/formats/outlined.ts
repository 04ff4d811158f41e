import type { ParsedFile } from '../parse.ts'
import { firstAfter, type Range } from '../ranges.ts'
import { fileTitle, isTitleCase, type NoteFormat, titleOfShort } from './format.ts'
import { articleHeadings, isAbstract, isGeneric, isScholarly, questionsOfPaper } from './headings.ts'
import { isChapter } from './titles.ts'
import { topHeading, whole } from './whole-file.ts'

/** So many parts of an article under a title are no accident; of a title of so many words one that only articles have. */
const PARTS = 2
const LONG = 6

/** One paper in one file: under its title stand the headings of an article, such as Abstract and Method, or the abstract comes first. */
export const outlined: NoteFormat = {
  name: 'outlined',
  read(file) {
    if (isChapter(file.path)) return null
    // who asks what the paper does reads one, whatever the file says that it is called
    if (questionsOfPaper(file) >= PARTS) return whole(file)
    const top = topHeading(file)
    if (!top || isGeneric(top.text))
      return hasAbstract(file) && isTitled(fileTitle(file.path)) ? whole(file, { name: fileTitle(file.path) }) : null
    const next = firstAfter(file.outline.headings, top.end)
    const first = firstAfter(file.outline.prose, top.end)
    const spelled = first && first.start < (next?.start ?? Infinity) ? titleOfShort(top.text, first) : null
    const below: Range = { start: top.end, end: file.text.length }
    const isTitle = /\s|\p{sc=Han}{4}/u.test(top.text) || spelled !== null
    const isLong = top.text.split(/\s+/).length >= LONG && isScholarly(file, below)
    const isArticle = articleHeadings(file, below) >= PARTS || (next !== undefined && isAbstract(next.text)) || isLong
    return (isTitle && isArticle) || (spelled !== null && articleHeadings(file, below) > 0) ? whole(file) : null
  },
}

const hasAbstract = (file: ParsedFile): boolean => file.outline.headings.some(({ text }) => isAbstract(text))

/** A file's name that is a title by its words. */
const isTitled = (name: string): boolean => name.split(/\s+/).length >= NAMED && isTitleCase(name)
const NAMED = 4
