import { saysPaper } from './called.ts'
import { fileTitle, type NoteFormat } from './format.ts'
import { isGeneric } from './headings.ts'
import { bareTitle, CITEKEY, isCalled, isChapter, titleOfHeading } from './titles.ts'
import { topHeading, whole } from './whole-file.ts'

/** A paper's year and the place where it was printed, before its title: `[2016 ICLR] Deep Compression.md` */
const PRINTED_FILE = /(?:^|\/)\[(?:19|20)\d{2}[^\]]*\][^/]*$/

/** Paragraphs at the head of a note. */
const HEAD = 3

/** Folders that say nothing of the paper that they hold. */
const HELD_BY = /(?:^|\/)(?:resources?|assets|docs?|files|source|original|texts?|papers?|notes?)\/[^/]*$/i

/** One paper in one file: the file is called by its title, or by the key of its citation over its title, or stands as paper.md in the folder of one paper. */
export const fileName: NoteFormat = {
  name: 'file-name',
  read(file) {
    if (PRINTED_FILE.test(file.path)) {
      const first = topHeading(file)
      const name = fileTitle(file.path)
      return whole(file, first && isCalled(bareTitle(name), bareTitle(titleOfHeading(file, first))) ? {} : { name })
    }
    if (CITEKEY.test(file.path.replace(/^.*\//, ''))) {
      const top = topHeading(file)
      return top && !isGeneric(top.text) && /\S\s+\S+\s+\S/.test(top.text) ? whole(file) : null
    }
    // notes in a folder of their own that speak of a paper at their head are about what the folder is called by
    const isNotes = /[^/]\/notes?\.md$/i.test(file.path) && !isChapter(file.path.replace(/\/[^/]*$/, '')) && saysPaper(file, HEAD)
    if ((!isNotes && !/\/paper\.md$/i.test(file.path)) || HELD_BY.test(file.path)) return null
    const top = topHeading(file)
    const name = fileTitle(file.path.replace(/\/[^/]*$/, '.md'))
    const isHeaded = top !== undefined && !isGeneric(top.text) && (!isNotes || isCalled(name, titleOfHeading(file, top)))
    return whole(file, isHeaded ? {} : { name })
  },
}
