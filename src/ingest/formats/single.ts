import type { ParsedFile } from '../parse.ts'
import { type NoteFormat, readPart, trimmedEnd } from './format.ts'
import { isAboutPaper } from './sections.ts'

/** Front matter keys that only a note about one paper has. */
const PAPER_KEYS = ['slug', 'arxiv', 'doi', 'authors', 'year']

/** One paper in one file: front matter says so, or the one heading of the highest level has the paper's links under it. */
export const single: NoteFormat = {
  name: 'single',
  fits(file) {
    const { data } = file.frontMatter
    if (PAPER_KEYS.some((key) => key in data)) return true
    const top = topHeading(file)
    const named = top !== undefined || typeof data.title === 'string'
    return named && isAboutPaper(file, { heading: { end: top?.end ?? 0 }, end: file.text.length })
  },
  parts(file) {
    const top = topHeading(file)
    const { title, name } = file.frontMatter.data
    const text = [name, top?.text, title].find((value): value is string => typeof value === 'string' && value.trim() !== '')
    const bodyStart = top?.end ?? file.frontMatter.bodyStart
    const heading = { text: text ?? file.path.replace(/^.*\//, '').replace(/\.\w+$/, ''), start: top?.start ?? bodyStart, end: bodyStart }
    return [readPart(file, heading, bodyStart, trimmedEnd(file, file.text.length))]
  },
}

/** The first heading, if no other is as high. */
function topHeading(file: ParsedFile) {
  const [first, ...rest] = file.outline.headings
  return first && rest.every((heading) => heading.level > first.level) ? first : undefined
}
