import { isDistinctive, nameBeforeColon } from '../names.ts'
import type { ParsedFile } from '../parse.ts'
import { fileTitle, isTitleCase, type NoteFormat, yearBelow } from './format.ts'
import { articleHeadings, isGeneric, questionsOfPaper } from './headings.ts'
import { isPaper, leadsToPost } from './metadata.ts'
import { bareTitle, isCalled, isChapter, isLesson, saysNote, saysWhoWrote, titleOfHeading } from './titles.ts'
import { topHeading, whole } from './whole-file.ts'

/**
 * One paper in one file, which is called by its title: its heading is one by its words, or the file's name is, with the year
 * or with what says that it is a note.
 */
export const called: NoteFormat = {
  name: 'called',
  read(file) {
    const [, year, rest = ''] = DATED.exec(fileTitle(file.path)) ?? []
    const named = bareTitle(rest)
    const top = topHeading(file)
    const heading = top && !isGeneric(top.text) ? bareTitle(titleOfHeading(file, top)) : null
    // a word under a name that is a title is the first heading of the text
    const headed = heading !== null && !isTitle(heading, 3) && isTitle(named, 4) && isTitleCase(named) ? null : heading
    const title = headed ?? named
    if (NO_TITLE.test(named) || isOfPost(file) || isChapter(file.path) || isLesson(title) || isGeneric(named)) return null
    const isSame = headed === null || isCalled(named, headed)
    const isArticle = headed === null && isGeneric(file.outline.headings[0]?.text ?? '') && articleHeadings(file, ALL) >= 2
    const isNote = (saysNote(rest) || (top !== undefined && saysNote(top.text))) && isTitle(title, 3)
    const isDated = year !== undefined && isSame && (headed !== null || isTitle(named, 4))
    const isNotes = NOTES.test(file.path) && headed !== null && isSame && isTitle(title, 4)
    const isWork = headed !== null && top !== undefined && saysWhoWrote(top.text)
    if (!isArticle && !isNote && !isNotes && !isDated && !isWork && !isTitled(file, title, headed !== null && isSame)) return null
    return whole(file, headed === null && typeof file.frontMatter.data.title !== 'string' ? { name: rest } : {})
  },
}

/** A note begins with a link to a post, and has none to a paper. */
function isOfPost({ text, outline: { links, prose } }: ParsedFile): boolean {
  const first = links.find(({ url }) => url !== null)
  // a line such as "#! https://…" says where the note itself was posted
  return (
    first !== undefined &&
    !text.startsWith('#!') &&
    first.start < (prose[1]?.end ?? 0) &&
    leadsToPost(first.url ?? '') &&
    !links.some(isPaper)
  )
}

const ALL = { start: 0, end: Infinity }
/** A year, and no date, before a title. */
const DATED = /^(?:((?:19|20)\d{2})[\s_-]+(?!\d))?(.*)$/s
/** Files that tell of others, or of the folder. */
const NO_TITLE = /^(?:readme|index|summary|todo|notes?|contents?|contributing|changelog|license|about)\b/i
/** Notes in a folder that is called as they are. */
const NOTES = /\/notes?\.md$/i
/** A chapter, or a note among others in their order. */
const NUMBERED = /(?:^|\/)\d{1,2}[\s._-][^/]*$/

/** Titles of so many words are of papers whatever the text says; of so many where it speaks of one. */
const LONG = 8
/** More headings as high as the first are of as many subjects. */
const MANY = 3
const SOME = 5

/** Whether words are the title of a paper: many, most with a capital letter; fewer where the text speaks of a paper, and where the file is called so, too. */
function isTitled(file: ParsedFile, title: string, isFileToo: boolean): boolean {
  const top = topHeading(file)
  const beside = file.outline.headings.filter((heading) => top && heading !== top && heading.level <= top.level && !isGeneric(heading.text))
  if (beside.length > MANY) return false
  const words = title.split(/\s+/).length
  if (title.includes('$') || (file.outline.headings.length > 0 && !isTitleCase(title))) return false
  if (words >= LONG - (isFileToo ? 2 : 0) && !NUMBERED.test(file.path)) return true
  const isSome = words >= SOME - (isFileToo ? 2 : 0) || nameBeforeColon(title) !== null
  return isSome && (saysPaper(file) || yearBelow(file, { ...ALL, start: top?.end ?? 0 }) !== null)
}

/** So many words, or a name of its own before a colon; or a name that looks like no word. */
const isTitle = (text: string, words: number): boolean =>
  text.split(/\s+/).length >= words || nameBeforeColon(text) !== null || (words < 4 && isDistinctive(text))

/** The text speaks of a paper, or of those who wrote it, in so many of its first paragraphs. */
export const saysPaper = (file: ParsedFile, within = Infinity): boolean =>
  questionsOfPaper(file) > 0 || file.outline.prose.slice(0, within).some(({ role, text }) => role !== 'quote' && SAYS_PAPER.test(text))
const SAYS_PAPER =
  /\b(?:this|the) (?:paper|article)\b|\bthe authors?\b|\bin this work\b|\bthey (?:propose|introduce|present)|本文(?!件|档)|作者|论文|논문|저자/i
