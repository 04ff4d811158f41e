import type { Heading } from '../markdown.ts'
import { comparable, nameBeforeColon } from '../names.ts'
import type { ParsedFile } from '../parse.ts'
import { firstAfter, within } from '../ranges.ts'
import { announcedIn } from './announced.ts'
import { withByline } from './authors.ts'
import { headEnd, isAboutPaper, isTitleAlone, linkOfHeading, metadataIn, type NoteFormat, readPart, trimmedEnd } from './format.ts'
import { articleHeadings, isGeneric } from './headings.ts'
import { keyHeadings, type Metadata, metadataOf, namesPaper } from './metadata.ts'
import { bareTitle, isPrinted, printedIn, titleOfHeading } from './titles.ts'

/**
 * Several papers in one file, one under each heading of one level. A section is about a paper when it says where to
 * read it: its heading is a link to one, labelled lines name it, or a list of links has an abstract or a PDF among
 * them; or its heading says where it was printed, or is the name of an item of a list before, which leads to a paper. A table of contents links to headings only, so it is none.
 */
export const sections: NoteFormat = {
  name: 'sections',
  read(file) {
    const papers = paperLevel(file)
    if (papers === null) return null
    return sectionsAt(file, papers)
      .filter((section) => isPaperSection(file, section))
      .map(({ heading, end }) => {
        const title = titleOfHeading(file, heading)
        const headed = headedData(file, { heading, end })
        const said = headed ?? announcedIn(file).get(comparable(heading.text))
        return readPart(file, {
          start: heading.start,
          end,
          heading: bareTitle(title),
          headingLink: linkOfHeading(file, heading),
          bodyStart: heading.end,
          metadata: printedIn(title, said ?? withByline(file, metadataIn(file, heading.end, end), heading)),
          titled: headed !== null || linkOfHeading(file, heading) !== null || isPrinted(heading.text) || isWhole(bareTitle(title)),
        })
      })
  },
}

/** What lower headings of a section say of its paper, where one of them names the authors: `### Authors`, and below it names. */
function headedData(file: ParsedFile, { heading, end }: Section): Metadata | null {
  const below = firstAfter(file.outline.headings, heading.end)
  if (!below || below.start >= end || below.level <= heading.level) return null
  const data = metadataOf(keyHeadings(file, { start: heading.end, end }))
  return data.authors.length > 0 ? data : null
}

/** A heading of so many words is no short name, nor is one that has a name before a colon. */
const WORDS = 6
const isWhole = (heading: string): boolean => heading.split(/\s+/).length >= WORDS || nameBeforeColon(heading) !== null

type Section = { heading: Heading; end: number }

/** The sections that `level` headings open, each up to the next heading of that level or a higher one. */
function sectionsAt(file: ParsedFile, n: number): Section[] {
  const bounds = file.outline.headings.filter((heading) => heading.level <= n)
  return bounds.flatMap((heading, i) =>
    heading.level === n ? [{ heading, end: trimmedEnd(file, heading.end, bounds[i + 1]?.start ?? file.text.length) }] : [],
  )
}

/** The highest level with two sections or more that are about papers, below no heading that is a paper; null when there is none. */
function paperLevel(file: ParsedFile): number | null {
  const [first] = file.outline.headings
  for (const n of [1, 2, 3, 4]) {
    const mayBe = file.outline.headings.filter(({ level }) => level === n).length >= 2
    const all = mayBe ? sectionsAt(file, n) : []
    const papers = all.filter((section) => isPaperSection(file, section)).length
    // topics over papers, of which some have but one
    if (papers >= 2 && papers > all.filter((section) => listsPapers(file, section)).length) return n
    if (first?.level === n && (linkOfHeading(file, first) || namesPaper(metadataIn(file, first.end, file.text.length)))) return null
  }
  return null
}

/** Whether some lines of a section are titles of papers that they lead to. */
const listsPapers = (file: ParsedFile, { heading, end }: Section): boolean =>
  within(file.outline.prose, { start: heading.end, end }).filter((line) => isTitleAlone(file, line)).length > 1

const isPaperSection = (file: ParsedFile, { heading, end }: Section): boolean =>
  !isGeneric(heading.text) &&
  (isPrinted(heading.text) ||
    linkOfHeading(file, heading) !== null ||
    headedData(file, { heading, end }) !== null ||
    announcedIn(file).has(comparable(heading.text)) ||
    (heading.level === file.outline.headings[0]?.level && articleHeadings(file, { start: heading.end, end }) >= 2) ||
    isAboutPaper(file, { start: heading.end, end: headEnd(file, heading.end, end) }))
