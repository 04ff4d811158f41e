import { linkTarget, parseAddress } from '../link-target.ts'
import type { Heading, RawLink } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import { within } from '../ranges.ts'
import { headEnd, isLabel, isMoreThanLabel, isUnfilled, linkOfHeading, type NoteFormat } from './format.ts'
import { isPaper } from './metadata.ts'
import { topHeading, whole } from './whole-file.ts'

/** One paper in one file: the first heading, or the first line, is a link to it, or to its own page; or to nowhere yet. */
export const linkedHeading: NoteFormat = {
  name: 'linked-heading',
  read(file) {
    const top = topHeading(file)
    if (top && (linkOfHeading(file, top) || isTitleLink(file, top))) return whole(file)
    const line = titleLine(file)
    if (!line) return null
    return whole(file, typeof file.frontMatter.data.title === 'string' ? { headingLink: line } : { name: line.label, headingLink: line })
  },
}

/** The link that the first line of a file is, before any heading, where its label is a title. */
function titleLine(file: ParsedFile): RawLink | null {
  const [first] = file.outline.prose
  const [link, ...others] = first ? within(file.outline.links, first) : []
  if (!first?.linksOnly || !link || others.length > 0 || first.start > headEnd(file, 0, file.text.length)) return null
  return !link.bare && isPaper(link) && isMoreThanLabel(link.label) && !isLabel(link.label) ? link : null
}

/** A heading of three words and more that is a link, to the page of a project or with no address. */
const isTitleLink = (file: ParsedFile, heading: Heading): boolean =>
  heading.text.split(/\s+/).length >= 3 &&
  within(file.outline.links, heading).some((link) => !link.bare && (isUnfilled(file, link) || isProject(link)))

function isProject({ label, url }: RawLink): boolean {
  const address = parseAddress(url ?? '')
  return 'web' in address && linkTarget(label, address.web).kind === 'PROJECT'
}
