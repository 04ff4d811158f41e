import { z } from 'zod'
import type { Part } from '../formats/format.ts'
import { FORMATS } from '../formats/index.ts'
import { arxivDate, readArxivId } from '../link-target.ts'
import { readImages, readLinks } from '../links.ts'
import {
  declaredRelations,
  type Kind,
  NO_IDENTITY,
  type PaperPart,
  type Reading,
  readData,
  relations,
  slug,
  text,
  texts,
  type Understood,
  year,
} from './kind.ts'

/** Notes have front matter of any keys; these are read, the others are the author's own. */
const schema = z.object({
  kind: text.optional(),
  format: text.optional(),
  slug: slug.optional(),
  title: text.optional(),
  name: text.optional(),
  aliases: texts.optional(),
  arxiv: text.optional(),
  doi: text.optional(),
  year: year.optional(),
  author: text.optional(),
  authors: texts.optional(),
  date: text.optional(),
  relations: relations.optional(),
})
type Data = z.output<typeof schema>

/** A specification whose fence was forgotten: without a line of --- before or after it, or between three backquotes. */
const BARE_FRONT_MATTER = /^\s*(?:---\s*|```\w*\s*)?kind:[ \t]*(?:block|model|technique|paper|page)\b/

/** A note as its author wrote it: about several papers, about one, or about none. */
export const note: Kind = {
  understand(reading) {
    const data = readData(reading, schema)
    if (!data) return null
    const format = chooseFormat(reading, data)
    if (!format) return null
    const { file } = reading
    const found = format.parts(file)
    const links = readLinks(reading, found)
    const parts = found.map((part, i) =>
      paperPart(
        reading,
        part,
        links.filter((link) => link.part === i),
        data,
        found.length === 1,
      ),
    )
    if (format.name === 'sections') reportOtherSections(reading, parts)
    if (BARE_FRONT_MATTER.test(file.text))
      reading.report(
        'front-matter-missing',
        'This begins as front matter does, which stands between two lines of ---; it is read as a note.',
        0,
      )
    return {
      kind: 'note',
      format: format.name,
      title: data.title ?? file.outline.headings.find((heading) => heading.level === 1)?.text ?? null,
      author: data.author ?? file.header.author,
      createdAt: file.header.createdAt,
      modifiedAt: file.header.modifiedAt,
      identity: {
        ...NO_IDENTITY,
        parts: parts.map(({ start, end, slug, heading, title, arxivId, doi }) => ({
          start,
          end,
          slug,
          heading,
          title,
          arxivId,
          doi,
          aliases: parts.length === 1 ? (data.aliases ?? []) : [],
        })),
      },
      parts,
      links,
      images: readImages(reading, found),
      declared: declaredRelations(reading, data.relations),
      techniques: [],
      architectures: [],
      claims: [],
      hardware: [],
    } satisfies Understood
  },
}

function chooseFormat(reading: Reading, data: Data) {
  if (data.format === undefined) return FORMATS.find((format) => format.fits(reading.file))
  const named = FORMATS.find((format) => format.name === data.format)
  if (!named) {
    const names = FORMATS.map((format) => format.name).join(', ')
    reading.report(
      'front-matter-value',
      `format: unknown format ${JSON.stringify(data.format)}: expected one of ${names}.`,
      reading.offsetOf(['format']),
    )
  }
  return named
}

/** The ids of a part come from its own links: the abstract decides, the PDF where there is none. */
function paperPart(reading: Reading, part: Part, links: Understood['links'], data: Data, alone: boolean): PaperPart {
  const slots = links
    .filter((link) => link.kind === 'ABSTRACT' || link.kind === 'PDF')
    .sort((a, b) => Number(b.kind === 'ABSTRACT') - Number(a.kind === 'ABSTRACT'))
  const deciding = slots.find((link) => link.arxivId !== null)
  for (const link of slots)
    if (deciding && link.arxivId !== null && link.arxivId !== deciding.arxivId)
      reading.report(
        'arxiv-id-mismatch',
        `This link is to arXiv ${link.arxivId}, the ${deciding.label} link to ${deciding.arxivId}, which is taken.`,
        link.start,
      )
  const own: Partial<Data> = alone ? data : {}
  const arxivId = (own.arxiv ? readArxivId(own.arxiv) : null) ?? deciding?.arxivId ?? null
  if (own.arxiv && !readArxivId(own.arxiv))
    reading.report('front-matter-value', `arxiv: ${JSON.stringify(own.arxiv)} is no arXiv id.`, reading.offsetOf(['arxiv']))
  const date = arxivDate(arxivId)
  return {
    ...part,
    title: part.title ?? own.title ?? null,
    slug: own.slug ?? null,
    arxivId,
    doi: own.doi ?? slots.find((link) => link.doi !== null)?.doi ?? null,
    authors: own.authors ?? [],
    year: own.year ?? date?.year ?? null,
    month: date !== null && (own.year ?? date.year) === date.year ? date.month : null,
  }
}

/** A heading beside those of papers that names none: said, so that a forgotten link is noticed. */
function reportOtherSections(reading: Reading, parts: readonly PaperPart[]): void {
  const { headings } = reading.file.outline
  const first = headings.find((heading) => heading.start === parts[0]?.start)
  for (const heading of headings)
    if (heading.level === first?.level && !parts.some((part) => part.start === heading.start))
      reading.report('section-not-a-paper', `"${heading.text}" has no link to a paper; it is kept as text of the note.`, heading.start)
}
