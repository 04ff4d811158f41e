import { linkTarget, parseAddress } from '../link-target.ts'
import type { Heading, RawLink } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import { within } from '../ranges.ts'
import { isUnfilled, linkOfHeading, type NoteFormat } from './format.ts'
import { topHeading, whole } from './whole-file.ts'

/** One paper in one file: the first heading is a link to it, or to its own page; or to nowhere yet. */
export const linkedHeading: NoteFormat = {
  name: 'linked-heading',
  read(file) {
    const top = topHeading(file)
    return top && (linkOfHeading(file, top) || isTitleLink(file, top)) ? whole(file) : null
  },
}

/** A heading of three words and more that is a link, to the page of a project or with no address. */
const isTitleLink = (file: ParsedFile, heading: Heading): boolean =>
  heading.text.split(/\s+/).length >= 3 &&
  within(file.outline.links, heading).some((link) => !link.bare && (isUnfilled(file, link) || isProject(link)))

function isProject({ label, url }: RawLink): boolean {
  const address = parseAddress(url ?? '')
  return 'web' in address && linkTarget(label, address.web).kind === 'PROJECT'
}
