import type { Heading, Prose, Range } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'

/** The part of a note that is about one paper. */
export type Part = Range & {
  /** as the author wrote it; the note's title where the part has no heading of its own */
  heading: string
  /** where the body begins: after the heading */
  bodyStart: number
  title: string | null
  /** the running text: no heading, no title, no list of links, no remark */
  summary: Prose[]
  /** what the author put in parentheses, a whole paragraph at a time */
  remarks: Prose[]
}

/** One way to write notes. */
export type NoteFormat = {
  name: string
  /** whether the file is written in this way; formats are asked in the order of the table */
  fits(file: ParsedFile): boolean
  parts(file: ParsedFile): Part[]
}

/** Reads what stands between a heading (or the top) and `end` as a part. */
export function readPart(file: ParsedFile, heading: { text: string } & Range, bodyStart: number, end: number): Part {
  const prose = file.outline.prose.filter((p) => p.start >= bodyStart && p.end <= end && p.text.trim() !== '')
  const title = titleAmong(prose)
  const body = prose.filter((p) => p !== title && !p.linksOnly)
  return {
    heading: heading.text,
    start: heading.start,
    bodyStart,
    end,
    title: title?.text.trim() ?? null,
    summary: body.filter((p) => !isRemark(p)),
    remarks: body.filter(isRemark),
  }
}

const MAX_TITLE = 300

/** The title is the first paragraph, where a list of links follows it and it is one short line without a full stop. */
function titleAmong(prose: readonly Prose[]): Prose | undefined {
  const [first, second] = prose
  if (!first || first.linksOnly || first.role !== 'paragraph' || !second?.linksOnly) return undefined
  const text = first.text.trim()
  return text.length <= MAX_TITLE && !/[。！？.!?]$/.test(text) ? first : undefined
}

/** Whether a paragraph is wholly in one pair of parentheses. */
export function isRemark(prose: Prose): boolean {
  const text = prose.text.trim()
  if (!/^[(（]/.test(text) || !/[)）]$/.test(text)) return false
  let depth = 0
  for (const [i, char] of [...text].entries()) {
    if (char === '(' || char === '（') depth++
    if (char === ')' || char === '）') depth--
    if (depth === 0 && i < [...text].length - 1) return false
  }
  return depth === 0
}

/** The end of the text before `limit` without the blank lines after it. */
export const trimmedEnd = (file: ParsedFile, limit: number) => file.text.slice(0, limit).trimEnd().length

export const level = (n: number) => (heading: Heading) => heading.level === n
