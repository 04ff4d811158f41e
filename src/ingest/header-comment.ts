/**
 * The comment that editors such as VS Code's koroFileHeader keep at the top of a file:
 * `@Date`, `@LastEditTime`, `@Author`, `@LastEditors`, `@Description`, one to a line.
 */
export type HeaderComment = { author: string | null; createdAt: string | null; modifiedAt: string | null; description: string | null }

const COMMENT = /^\s*<!--([\s\S]{0,4000}?)-->/
const FIELD = /^[ \t*]*@(\w+)[ \t]*:[ \t]*(.*?)[ \t]*$/gm
const DATE_TIME = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?/

export function readHeaderComment(body: string): HeaderComment {
  const comment = COMMENT.exec(body)?.[1] ?? ''
  const fields = new Map<string, string>()
  for (const [, key, value] of comment.matchAll(FIELD)) if (key && value) fields.set(key.toLowerCase(), value)
  return {
    author: fields.get('author') ?? fields.get('lasteditors') ?? null,
    createdAt: localDateTime(fields.get('date')),
    modifiedAt: localDateTime(fields.get('lastedittime')),
    description: fields.get('description') ?? null,
  }
}

/** ISO 8601 local date and time; the header names no time zone, so neither does the answer. */
export function localDateTime(text: string | undefined): string | null {
  const [, year, month, day, hour = '0', minute = '00', second = '00'] = DATE_TIME.exec(text ?? '') ?? []
  if (!year || !month || !day) return null
  const two = (part: string) => part.padStart(2, '0')
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`
  return Number.isNaN(Date.parse(`${iso}Z`)) ? null : iso
}
