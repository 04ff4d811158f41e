import type { Heading } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import { type Frame, fileTitle, isGeneric, linkOfHeading, metadataIn, type Part, readPart, trimmedEnd } from './format.ts'
import { type Metadata, UNFILLED } from './metadata.ts'
import { printedIn, withoutVenue } from './sections.ts'

/** The whole file as one part; null where its title is that of a template. Called as its labelled lines, its front matter, its first heading or its file say. */
export function whole(file: ParsedFile, { metadata, name }: { metadata?: Metadata; name?: string } = {}): Part[] | null {
  const top = topHeading(file)
  const bodyStart = top?.end ?? file.frontMatter.bodyStart
  const { title, name: short } = file.frontMatter.data
  const headed = top && !isGeneric(top.text) ? withoutVenue(top.text) : undefined
  const data = metadata ?? metadataIn(file, bodyStart, file.text.length)
  const text = [short, name, title, headed, data.title].find((value): value is string => typeof value === 'string' && value.trim() !== '')
  if (text !== undefined && UNFILLED.test(text.trim()) && data.arxivId === null) return null
  const frame: Frame = {
    start: top?.start ?? bodyStart,
    end: trimmedEnd(file, 0, file.text.length),
    heading: text ?? fileTitle(file.path),
    headingLink: top ? linkOfHeading(file, top) : null,
    bodyStart,
    metadata: printedIn(fileTitle(file.path), data),
    titled: true,
  }
  return [readPart(file, frame)]
}

/** The first heading, if no other is as high. */
export function topHeading(file: ParsedFile): Heading | undefined {
  const [first, ...rest] = file.outline.headings
  if (!first) return undefined
  return rest.every((heading) => heading.level > first.level) || isGeneric(first.text) || first.level === 1 ? first : undefined
}
