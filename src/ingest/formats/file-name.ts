import { fileTitle, type NoteFormat } from './format.ts'
import { isGeneric } from './headings.ts'
import { topHeading, whole } from './whole-file.ts'

/** A paper's year and the place where it was printed, before its title: `[2016 ICLR] Deep Compression.md` */
const PRINTED_FILE = /(?:^|\/)\[(?:19|20)\d{2}[^\]]*\][^/]*$/

/** Folders that say nothing of the paper that they hold. */
const HELD_BY = /(?:^|\/)(?:resources?|assets|docs?|files|source|original|texts?|papers?|notes?)\/[^/]*$/i

/** One paper in one file: the file is called by its title, or stands as paper.md in the folder of one paper. */
export const fileName: NoteFormat = {
  name: 'file-name',
  read(file) {
    if (PRINTED_FILE.test(file.path)) return whole(file, { name: fileTitle(file.path) })
    if (!/\/paper\.md$/i.test(file.path) || HELD_BY.test(file.path)) return null
    const top = topHeading(file)
    return whole(file, top && !isGeneric(top.text) ? {} : { name: fileTitle(file.path.replace(/\/[^/]*$/, '.md')) })
  },
}
