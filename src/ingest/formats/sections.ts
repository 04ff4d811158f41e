import { linkTarget, parseAddress } from '../link-target.ts'
import type { Heading } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import { level, type NoteFormat, readPart, trimmedEnd } from './format.ts'

/**
 * Several papers in one file, one under each heading of one level. A section is about a paper when it says
 * where to read it: a list of links with an abstract or a PDF among them, or an arXiv or DOI address. A table
 * of contents links to headings only, so it is none.
 */
export const sections: NoteFormat = {
  name: 'sections',
  fits: (file) => paperLevel(file) !== null,
  parts(file) {
    const papers = paperLevel(file)
    return sectionsAt(file, papers ?? 0)
      .filter((section) => isAboutPaper(file, section))
      .map(({ heading, end }) => readPart(file, heading, heading.end, end))
  },
}

type Section = { heading: Heading; end: number }

/** The sections that `level` headings open, each up to the next heading of that level or a higher one. */
export function sectionsAt(file: ParsedFile, n: number): Section[] {
  const { headings } = file.outline
  return headings.filter(level(n)).map((heading) => {
    const next = headings.find((other) => other.start > heading.start && other.level <= n)
    return { heading, end: trimmedEnd(file, next?.start ?? file.text.length) }
  })
}

/** The highest level with two sections or more that are about papers; null when there is none. */
function paperLevel(file: ParsedFile): number | null {
  for (const n of [1, 2, 3, 4]) {
    if (sectionsAt(file, n).filter((section) => isAboutPaper(file, section)).length >= 2) return n
  }
  return null
}

export function isAboutPaper(file: ParsedFile, section: { heading: { end: number }; end: number }): boolean {
  const { links, prose } = file.outline
  return links.some((link) => {
    if (link.start < section.heading.end || link.end > section.end || link.url === null) return false
    const address = parseAddress(link.url)
    if (!('web' in address)) return false
    const target = linkTarget(link.label, address.web)
    const inList = prose.some((p) => p.linksOnly && p.start <= link.start && p.end >= link.end)
    return inList && (target.kind === 'ABSTRACT' || target.kind === 'PDF' || target.arxivId !== null || target.doi !== null)
  })
}
