import { z } from 'zod'
import type { LinkFact } from '../../graph.ts'
import { isCommonTerm, isThing } from '../common-terms.ts'
import { isDocument } from '../discover.ts'
import { fileTitle, type Part } from '../formats/format.ts'
import { HEADING_WORDS, isGeneric } from '../formats/headings.ts'
import { FORMATS } from '../formats/index.ts'
import { authorsOf, isOfBook, yearIn } from '../formats/metadata.ts'
import { CITEKEY, isGuide, isPaperText, isTemplate, titleOfHeading } from '../formats/titles.ts'
import { arxivDate, arxivIdOfDoi, pathInRepository, printedId, readArxivId } from '../link-target.ts'
import { frontMatterLinks, readImages, readLinks } from '../links.ts'
import { isDistinctive } from '../names.ts'
import { NOTE_KEYS } from '../note-keys.ts'
import { ownName } from '../own-names.ts'
import type { ParsedFile } from '../parse.ts'
import {
  declaredRelations,
  type Kind,
  NO_IDENTITY,
  type PaperPart,
  people,
  type Reading,
  readLeniently,
  relatedNames,
  relations,
  slug,
  text,
  texts,
  type Understood,
  year,
} from './kind.ts'

/** An address, or one with what it leads to. */
const links = z.array(
  z.union([z.string().transform((url) => ({ url, kind: undefined })), z.looseObject({ url: z.string(), kind: text.optional() })], {
    error: 'expected addresses, or a url each with its kind',
  }),
)

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
  venue: text.optional(),
  author: people.optional(),
  authors: people.optional(),
  citekey: text.optional(),
  link: text.optional(),
  url: text.optional(),
  paper: text.optional(),
  pdf: text.optional(),
  paper_url: text.optional(),
  paper_link: text.optional(),
  pdf_url: text.optional(),
  arxiv_url: text.optional(),
  arxiv_id: text.optional(),
  source: text.optional(),
  links: links.optional(),
  relations: relations.optional(),
  related: texts.optional(),
  tags: texts.optional(),
} satisfies Record<(typeof NOTE_KEYS)[number], z.ZodType>)
type Data = z.output<typeof schema>

/** Keys that are ours alone; other tools use the others for ends of their own. */
const OURS: readonly string[] = ['kind', 'format', 'slug', 'relations']
const LENIENT = NOTE_KEYS.filter((key) => !OURS.includes(key))

/** Keys whose values may lead to the paper; the surest first. */
const ADDRESSES = ['arxiv', 'arxiv_id', 'arxiv_url', 'link', 'url', 'paper', 'paper_url', 'paper_link', 'pdf', 'pdf_url', 'source'] as const

/** A specification whose fence was forgotten: without a line of --- before or after it, or between three backquotes. */
const BARE_FRONT_MATTER = /^\s*(?:---\s*|```\w*\s*)?kind:[ \t]*(?:block|model|technique|paper|page)\b/

/** A note as its author wrote it: about several papers, about one, or about none. */
export const note: Kind = {
  understand(reading) {
    const data = readLeniently(reading, schema, LENIENT)
    if (!data) return null
    const read = readParts(reading, data)
    if (!read) return null
    const { file } = reading
    const { format, found } = read
    const isChosen = (data.format ?? reading.format) !== undefined
    const stated = frontMatterLinks(reading, addressesOf(data), found.length === 1 ? 0 : null)
    const links = [...stated, ...readLinks(reading, found).map((link) => ({ ...link, ordinal: link.ordinal + stated.length }))]
    const linksOf = found.map((): typeof links => [])
    for (const link of links) linksOf[link.part ?? -1]?.push(link)
    const parts = found.map((part, i) =>
      paperPart(reading, part, linksOf[i] ?? [], data, { alone: found.length === 1, listed: LISTS.has(format) }),
    )
    if (format === 'sections') reportOtherSections(reading, parts)
    if (BARE_FRONT_MATTER.test(file.text))
      reading.report(
        'front-matter-missing',
        'This begins as front matter does, which stands between two lines of ---; it is read as a note.',
        0,
      )
    return {
      kind: 'note',
      format,
      title: data.title ?? titleOfNote(file, parts),
      author: data.author?.join(', ') ?? file.header.author,
      createdAt: file.header.createdAt,
      modifiedAt: file.header.modifiedAt,
      identity: {
        ...NO_IDENTITY,
        untold:
          format === 'plain' && !isChosen && !isTemplate(file.path) && !isGuide(file.path) && !isPaperText(file.path)
            ? { start: file.frontMatter.bodyStart, end: file.text.length }
            : null,
        parts: parts.map(({ start, end, slug, heading, title, arxivId, doi, printedIds, listed }) => ({
          start,
          end,
          slug,
          heading,
          title,
          arxivId,
          doi,
          printedIds,
          listed,
          notes: [],
          aliases: parts.length === 1 ? [...(data.aliases ?? []), ...(data.citekey ? [data.citekey] : []), ...namesOf(file, parts[0])] : [],
        })),
      },
      parts,
      links,
      images: readImages(reading, found),
      declared: declaredRelations(reading, data.relations),
      related: relatedNames(reading, data.related),
      techniques: [],
      architectures: [],
      claims: [],
      hardware: [],
    } satisfies Understood
  },
}

/** The addresses that front matter gives, with their kinds and where they stand. */
function addressesOf(data: Data): { label: string; url: string; at: string[] }[] {
  const alone = ADDRESSES.flatMap((key) =>
    data[key] && /^\w+:|^\/\//.test(data[key]) ? [{ label: key.replace(/_.*/, ''), url: data[key], at: [key] }] : [],
  )
  const listed = (data.links ?? []).map(({ url, kind }, i) => ({ label: kind ?? '', url, at: ['links', String(i)] }))
  return [...alone, ...listed]
}

/** Forms whose parts are lines about papers that other documents may be about. */
const LISTS: ReadonlySet<string> = new Set(['list', 'table'])

/** Of a note about one paper its title; else the first heading of the highest level that says more than "Summary", or the file's name. */
function titleOfNote(file: ParsedFile, [part, ...others]: readonly PaperPart[]): string | null {
  if (part && others.length === 0) return part.title ?? part.heading
  const { headings } = file.outline
  const highest = Math.min(...headings.map(({ level }) => level))
  const top = headings.find(({ level }) => level === highest)
  return top && isGeneric(top.text) ? fileTitle(file.path) : top ? titleOfHeading(file, top) : null
}

const NO_PAPER: ReadonlySet<string> = new Set(HEADING_WORDS.no_paper)

/** By the format that front matter or the settings name, else the first that fits; null where it names none that there is. */
function readParts(reading: Reading, data: Data): { format: string; found: Part[] } | null {
  const wanted = data.format ?? reading.format
  if (wanted === undefined) {
    const { type, category } = reading.file.frontMatter.data
    const [first] = reading.file.outline.headings
    const isOther =
      isTemplate(reading.file.path) ||
      isGuide(reading.file.path) ||
      isPaperText(reading.file.path) ||
      (first !== undefined && isOfBook(reading.file, first)) ||
      [type, category].some((said) => NO_PAPER.has(String(said ?? '').toLowerCase()))
    for (const format of FORMATS) {
      // of a template, and of what is no note, no form fits but the last
      const found = isOther && format !== FORMATS.at(-1) ? null : format.read(reading.file)
      if (found) return { format: format.name, found }
    }
    throw new Error('the last format reads every file')
  }
  const named = FORMATS.find((format) => format.name === wanted)
  if (named) return { format: named.name, found: named.read(reading.file) ?? [] }
  const names = FORMATS.map((format) => format.name).join(', ')
  reading.report(
    'front-matter-value',
    `format: unknown format ${JSON.stringify(wanted)}: expected one of ${names}.`,
    reading.offsetOf(['format']),
  )
  return null
}

/** Whether a part is the only one of its document; whether the document is a list. */
type Among = { alone: boolean; listed: boolean }

/** The ids of a part come from what it says of its paper: labelled lines, then its own links; the abstract decides, the PDF where there is none. */
function paperPart(reading: Reading, read: Part, links: Understood['links'], data: Data, { alone, listed }: Among): PaperPart {
  const { metadata, owns, ...part } = read
  const slots = links
    .filter((link) => (link.kind === 'ABSTRACT' || link.kind === 'PDF') && (owns(link) || link.start < reading.file.frontMatter.bodyStart))
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
  const stated = ADDRESSES.flatMap((key) => readArxivId(own[key] ?? '') ?? [])[0]
  const arxivId = stated ?? metadata.arxivId ?? arxivIdOfDoi(own.doi ?? metadata.doi ?? '') ?? deciding?.arxivId ?? null
  if (own.arxiv && !readArxivId(own.arxiv))
    reading.report(
      'front-matter-ignored',
      `arxiv: ${JSON.stringify(own.arxiv)} is no arXiv id; it is left out.`,
      reading.offsetOf(['arxiv']),
    )
  const date = arxivDate(arxivId)
  const year = own.year ?? metadata.year ?? yearIn(own.venue ?? '') ?? yearOfTags(own.tags) ?? date?.year ?? null
  return {
    ...part,
    title: part.title ?? own.title ?? null,
    slug: own.slug ?? null,
    arxivId,
    doi: own.doi ?? metadata.doi ?? slots.find((link) => link.doi !== null)?.doi ?? null,
    listed: listed && (part.summary.length + part.remarks.length === 0 || links.some(leadsToNote)),
    printedIds: [...new Set(slots.flatMap(({ url }) => printedId(url ?? '') ?? []))],
    authors: own.authors?.length === 1 ? authorsOf(own.authors[0] ?? null) : (own.authors ?? metadata.authors),
    year,
    month: date !== null && year === date.year ? date.month : null,
  }
}

/** What the file and its text call the one paper of a note, beside its title. */
const namesOf = (file: ParsedFile, part: PaperPart | undefined): string[] => {
  const name = ownName(part?.title ?? null, file.text.slice(part?.start, part?.end))
  return [...new Set([...nameOfFile(file), ...(name === null ? [] : [name])])]
}

/** What a file is called, where that is a name that its text uses, too: LeakGAN.md, or dqn.md of DQN. */
function nameOfFile({ path, text: written, frontMatter }: ParsedFile): string[] {
  const name = path.replace(/^.*\/|\.\w+$/g, '')
  if (!/^\p{sc=Latin}[\p{sc=Latin}\p{N}+-]{1,29}$/u.test(name) || CITEKEY.test(name)) return []
  const body = written.slice(frontMatter.bodyStart)
  const timesIn = (one: string) =>
    body.split(new RegExp(`(?<![\\p{sc=Latin}\\p{N}])${one.replace(/[+]/g, '\\+')}(?![\\p{sc=Latin}\\p{N}])`, 'u')).length - 1
  const isName = (one: string, times: number) => isDistinctive(one) && !isCommonTerm(one) && !isThing(one) && timesIn(one) >= times
  if (/\p{Ll}/u.test(name) && isName(name, 1)) return [name]
  // an abbreviation is any, but where it is used again and again
  const short = name.toUpperCase()
  return short.length <= SHORT && isName(short, TIMES) ? [short] : []
}
const SHORT = 6
const TIMES = 3

/** By its address: a document of the folder, or of a repository that may be the folder's. */
const leadsToNote = ({ url, host }: Pick<LinkFact, 'url' | 'host'>): boolean =>
  url !== null && isDocument((host === null ? url : (pathInRepository(url) ?? '')).replace(/#.*$/s, ''))

/** A tag that is a year, or a venue's: "2016", "CVPR 2016" */
const yearOfTags = (tags: readonly string[] = []): number | null => {
  const [year] = tags.flatMap((tag) => /^(?:\p{Lu}[\p{L}-]+ ?)?((?:19|20)\d{2})$/u.exec(tag.trim())?.[1] ?? [])
  return year === undefined ? null : Number(year)
}

/** Headings beside those of papers that name none: said once a file, so that a forgotten link is noticed. */
function reportOtherSections(reading: Reading, parts: readonly PaperPart[]): void {
  const { headings } = reading.file.outline
  const level = headings.find((heading) => heading.start === parts[0]?.start)?.level
  const starts = new Set(parts.map(({ start }) => start))
  const others = headings.filter((heading) => heading.level === level && !starts.has(heading.start))
  const [first] = others
  if (!first) return
  const more = others.length > 1 ? ` The same is true of ${others.length - 1} more.` : ''
  reading.report('section-not-a-paper', `"${first.text}" has no link to a paper; it is kept as text of the note.${more}`, first.start)
}
