import { readArxivId } from '../link-target.ts'
import type { RawLink, Row } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import { type Range, within } from '../ranges.ts'
import { type NoteFormat, type Part, readPart } from './format.ts'
import { isPaper, isPaperFile } from './metadata.ts'

/** Papers as rows of a table: one of the cells links to the paper. A table that links to notes lists them, and is none. */
export const table: NoteFormat = {
  name: 'table',
  read(file) {
    const parts = file.outline.tables.flatMap(({ header, rows }) => {
      const column = header.findIndex((cell) => NAMED.test(textOf(file, cell)))
      const papers = rows.flatMap((row) => paperOfRow(file, row, column) ?? [])
      return papers.length * 2 >= rows.length ? papers : []
    })
    return parts.length >= 2 ? parts : null
  },
}

/** The column that has the names of papers. */
const NAMED = /^\W*(?:paper|title|name|method|model|work|论文|标题|题目|名称|方法|文章|논문|제목)s?\W*(?:[/(（].*)?$/iu
/** Before a name in a numbered list. */
const NUMBER = /^\s*\(?\d{1,4}[.):、]\s*/
const SENTENCE = /\s{2,}|\s[-–—]\s|[。：]/

const textOf = (file: ParsedFile, range: Range): string =>
  within(file.outline.prose, range)
    .map(({ text }) => text)
    .join(' ')
    .trim()

function paperOfRow(file: ParsedFile, { start, end, cells }: Row, column: number): Part | null {
  const links = within(file.outline.links, { start, end }).filter((link) => isPaper(link) || isPaperFile(link))
  const [link] = links
  if (!link) return null
  const naming = cells[column] ?? cells.find((cell) => link.start >= cell.start && link.end <= cell.end && isNamed(link)) ?? cells[0]
  const heading = naming ? nameIn(file, naming, links) : ''
  if (!/\p{L}{2}/u.test(heading)) return null
  const part = readPart(file, { start, end, heading, bodyStart: start, titled: true })
  return { ...part, owns: (other) => links.some((own) => own.start === other.start) }
}

const isNamed = ({ label, bare }: RawLink) =>
  !bare && /\s|.{6}/.test(label) && !/^\W*(?:paper|pdf|arxiv|abs|link|论文)\W*$/i.test(label) && readArxivId(label) === null

/** In bold, or the label of a link, or what stands before a dash. */
function nameIn(file: ParsedFile, { start, end }: Range, links: readonly RawLink[]): string {
  const bold = /\*\*([^*|\n]{3,300})\*\*/.exec(file.text.slice(start, end))?.[1]
  const label = links.find((link) => link.start >= start && link.end <= end && isNamed(link))?.label
  const text =
    label?.replace(/[*_`]/g, '') ??
    bold?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1') ??
    textOf(file, { start, end }).split(SENTENCE, 1)[0] ??
    ''
  return text.replace(NUMBER, '').trim()
}
