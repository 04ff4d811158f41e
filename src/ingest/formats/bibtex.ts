import { comparable } from '../names.ts'
import { entryOf } from './cited.ts'
import { fileTitle, type NoteFormat } from './format.ts'
import { isGeneric } from './headings.ts'
import { bareTitle, isCalled, titleOfHeading } from './titles.ts'
import { topHeading, whole } from './whole-file.ts'

/** One paper in one file, whose entry of BibTeX stands in it, under its title. */
export const bibtex: NoteFormat = {
  name: 'bibtex',
  read(file) {
    const found = entryOf(file)
    if (!found) return null
    const top = topHeading(file)
    const name = top && !isGeneric(top.text) ? bareTitle(titleOfHeading(file, top)) : fileTitle(file.path)
    const isAbout = isCalled(name, found.title) || isCalled(found.title, name) || comparable(name) === comparable(found.citekey)
    return isAbout ? whole(file, top && !isGeneric(top.text) ? {} : { name: found.title }) : null
  },
}
