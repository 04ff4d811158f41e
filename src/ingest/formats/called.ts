import { isDistinctive, nameBeforeColon } from '../names.ts'
import type { ParsedFile } from '../parse.ts'
import { isCalled } from './file-name.ts'
import { fileTitle, isTitleCase, type NoteFormat } from './format.ts'
import { articleHeadings, bareTitle, isGeneric, isLesson, saysNote, titleOfHeading } from './headings.ts'
import { topHeading, whole } from './whole-file.ts'

/** One paper in one file, which is called by its title: with the year, with what says that it is a note, or as its heading is. */
export const called: NoteFormat = {
  name: 'called',
  read(file) {
    const [, year, rest = ''] = DATED.exec(fileTitle(file.path)) ?? []
    const named = bareTitle(rest)
    const top = topHeading(file)
    const heading = top && !isGeneric(top.text) ? bareTitle(titleOfHeading(file, top)) : null
    // a word under a name that is a title is the first heading of the text
    const headed = heading !== null && !isTitle(heading, 3) && isTitle(named, 4) && isTitleCase(named) ? null : heading
    if (NO_TITLE.test(named) || isLesson(headed ?? named) || isGeneric(named)) return null
    const isSame = headed === null || isCalled(named, headed)
    const isArticle =
      headed === null && isGeneric(file.outline.headings[0]?.text ?? '') && articleHeadings(file, { start: 0, end: file.text.length }) >= 2
    const isNote = (saysNote(rest) || (top !== undefined && saysNote(top.text))) && isTitle(headed ?? named, 3)
    const isDated = year !== undefined && isSame && (headed !== null || isTitle(named, 4))
    const isTitled =
      headed !== null &&
      isSame &&
      isTitleCase(headed) &&
      isTitle(headed, 3) &&
      ((isTitle(headed, LONG) && !NUMBERED.test(file.path)) || saysPaper(file))
    if (!isArticle && !isNote && !isDated && !isTitled) return null
    return whole(file, headed === null ? { name: rest } : {})
  },
}

/** A year, and no date, before a title. */
const DATED = /^(?:((?:19|20)\d{2})[\s_-]+(?!\d))?(.*)$/s
/** Files that tell of others, or of the folder. */
const NO_TITLE = /^(?:readme|index|summary|todo|notes?|contents?|contributing|changelog|license|about)\b/i
/** Titles of so many words are of papers, whatever the text says. */
const LONG = 6

/** So many words, or a name of its own before a colon; or a name that looks like no word. */
const isTitle = (text: string, words: number): boolean =>
  text.split(/\s+/).length >= words || nameBeforeColon(text) !== null || (words < 4 && isDistinctive(text))

/** A chapter, or a note among others in their order. */
const NUMBERED = /(?:^|\/)\d{1,2}[\s._-][^/]*$/

/** The text speaks of a paper, or of those who wrote it. */
const saysPaper = (file: ParsedFile): boolean =>
  file.outline.prose.some(
    ({ role, text }) => role !== 'quote' && /\b(?:this|the) paper\b|\bthe authors\b|本文|作者|论文|논문|저자/i.test(text),
  )
