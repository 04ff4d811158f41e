import type { ParsedFile } from '../parse.ts'
import { headEnd, isAboutPaper, type NoteFormat } from './format.ts'
import { isGeneric } from './headings.ts'
import { namesPaper } from './metadata.ts'
import { headData, topHeading, whole } from './whole-file.ts'

/** One paper in one file: its title is the heading, or in front matter, and its links stand under it; or they stand at its head. */
export const titled: NoteFormat = {
  name: 'titled',
  read(file) {
    const top = topHeading(file)
    const named = (top !== undefined && !isGeneric(top.text)) || typeof file.frontMatter.data.title === 'string'
    // a link at the very head is the file's own, though nothing but the file's name says which paper that is
    const from = named ? (top?.end ?? 0) : 0
    const end = named ? file.text.length : headEnd(file, 0, file.text.length)
    const data = headData(file)
    const isAbout = ((named || data.title !== null) && namesPaper(data)) || isAboutPaper(file, { start: from, end })
    return isAbout && !isIndex(file) ? whole(file) : null
  },
}

/** A file that lists papers is about none of them: more of its links stand in lists of links than under its heading. */
function isIndex(file: ParsedFile): boolean {
  const items = file.outline.prose.filter((p) => p.role === 'item' && p.linksOnly)
  const prose = file.outline.prose.filter((p) => !p.linksOnly)
  return items.length > 3 && items.length > prose.length
}
