import type { NoteFormat } from './format.ts'
import { isPaper, keyHeadings, type LineStyle, metadataOf, namesPaper } from './metadata.ts'
import { headData, whole } from './whole-file.ts'

const lines = (name: string, style: LineStyle): NoteFormat => ({
  name,
  read(file) {
    const metadata = headData(file)
    return metadata.lines[0]?.style === style && namesPaper(metadata) ? whole(file, { metadata }) : null
  },
})

/** One paper in one file: lines such as `**arXiv**: 1512.03385` at its head, or under a heading over them. */
export const boldLines = lines('bold-lines', 'bold')
/** The same as a quotation: `> **论文**：…` */
export const quotedLines = lines('quoted-lines', 'quoted')
/** The same as the rows of a table of two columns: `| arXiv | 1512.03385 |` */
export const tabledLines = lines('tabled-lines', 'tabled')
/** The same as a list: `* **Title**: …` */
export const bulletedLines = lines('bulleted-lines', 'bulleted')

/** The same as headings: `#### Title`, and in the next paragraph the title. */
export const headedLines: NoteFormat = {
  name: 'headed-lines',
  read(file) {
    const metadata = metadataOf(keyHeadings(file))
    const keys = new Set(metadata.lines.map(({ key }) => key))
    // an article's own headings are words for data, too: Abstract, Code, References
    const isNamed = metadata.lines.some(
      ({ key, links }) => key === 'title' || (key === 'paper' && (links.some(isPaper) || (keys.has('authors') && metadata.title !== null))),
    )
    // the title is the heading before them, where they follow it at once
    const [first, second] = file.outline.headings
    const isBelow =
      second !== undefined && metadata.lines[0]?.start === second.start && !/\S/.test(file.text.slice(first?.end, second.start))
    const saysWho = metadata.lines.some(({ key, end }) => key === 'authors' || (key === 'year' && end === second?.end))
    if (isBelow && saysWho && !isNamed && keys.size >= 2) return whole(file, { metadata })
    return metadata.title !== null && isNamed && keys.size >= 2 ? whole(file, { metadata, name: metadata.title }) : null
  },
}
