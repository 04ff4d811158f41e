/**
 * The bytes of one file to what every kind of document begins from. Runs in a worker thread, which can be
 * ended: a hostile file may cost its own time limit, never that of the others.
 */
import { franc } from 'franc-min'
import type { Diagnostic } from '../graph.ts'
import { diagnostic, wholeFile } from './diagnostics.ts'
import { type FrontMatter, FrontMatterError, readFrontMatter } from './front-matter.ts'
import { type HeaderComment, readHeaderComment } from './header-comment.ts'
import { type Outline, outline } from './markdown.ts'
import { withNoteKeys } from './note-keys.ts'
import { Places } from './place.ts'

export type ParseTask = { path: string; bytes: Uint8Array }

export type ParsedFile = {
  path: string
  bytes: number
  /** the file's text, after a byte order mark */
  text: string
  frontMatter: FrontMatter
  header: HeaderComment
  /** BCP 47 language tag of the prose; null where there is too little of it */
  language: string | null
  outline: Outline
}

export type ParseResult = { parsed: ParsedFile } | { refused: Diagnostic }

/** ISO 639-3, which franc answers with, to BCP 47. */
const LANGUAGES: Record<string, string> = { eng: 'en', rus: 'ru', fra: 'fr', deu: 'de', spa: 'es', por: 'pt', ita: 'it', nld: 'nl' }

export function parseFile({ path, bytes }: ParseTask): ParseResult {
  const decoded = decode(path, bytes)
  if (typeof decoded !== 'string') return { refused: decoded }
  try {
    const frontMatter = withNoteKeys(readFrontMatter(decoded))
    const body = blank(decoded.slice(0, frontMatter.bodyStart)) + decoded.slice(frontMatter.bodyStart).replace(COMMENT, blank)
    const crowded = crowdedLine(body)
    if (crowded !== null) {
      const message = `A line has over ${MOST_MARKS} marks of emphasis and links: it would take too long to read.`
      return { refused: diagnostic('parse-failed', message, new Places(path, decoded).at(crowded)) }
    }
    const read = outline(body)
    return {
      parsed: {
        path,
        bytes: bytes.length,
        text: decoded,
        frontMatter,
        header: readHeaderComment(decoded.slice(frontMatter.bodyStart)),
        language: detectLanguage(sample(read)),
        outline: read,
      },
    }
  } catch (error) {
    if (error instanceof FrontMatterError)
      return { refused: diagnostic(error.code, error.message, new Places(path, decoded).at(error.offset)) }
    if (error instanceof RangeError)
      return { refused: diagnostic('parse-failed', `The file is nested too deeply to be read (${error.message}).`, wholeFile(path)) }
    throw error
  }
}

function decode(path: string, bytes: Uint8Array): string | Diagnostic {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const at = firstBadByte(bytes)
    return diagnostic('file-not-utf8', `The file is not UTF-8 text: byte ${at.offset} can't be read.`, {
      path,
      line: at.line,
      column: at.column,
    })
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) return diagnostic('file-nul-character', 'The file holds the character U+0000.', new Places(path, text).at(nul))
  return text
}

/** Where decoding fails: found by halving, since a prefix cut inside a character is not an error in a stream. */
function firstBadByte(bytes: Uint8Array): { offset: number; line: number; column: number } {
  const reads = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (reads(middle + 1)) low = middle + 1
    else high = middle
  }
  const line = bytes.subarray(0, low).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1)
  const lineStart = bytes.subarray(0, low).lastIndexOf(10) + 1
  const before = new TextDecoder('utf-8').decode(bytes.subarray(lineStart, low), { stream: true })
  return { offset: low, line, column: before.length + 1 }
}

/** What Obsidian shows to nobody: `%% a comment %%` */
const COMMENT = /%%[^%]{1,5000}%%/g

/** Blanks of the same length, with the same line breaks: the offsets of what follows stay. */
const blank = (text: string) => text.replace(/[^\r\n]/g, ' ')

/** Marks that may open something which another closes: reading a line takes time with the square of their number, a second for so many. */
const MOST_MARKS = 20_000
const MARK = /[*_~[\]]/g
const FENCE = /^ {0,3}(```|~~~)/

/** Where a line begins that no reader was meant to read, outside of code; null where there is none. */
function crowdedLine(body: string): number | null {
  const marksIn = (text: string) => text.match(MARK)?.length ?? 0
  if (marksIn(body) <= MOST_MARKS) return null
  let [at, fence] = [0, '']
  for (const line of body.split('\n')) {
    const mark = FENCE.exec(line)?.[1] ?? ''
    if (fence === '' && mark === '' && line.length > MOST_MARKS && marksIn(line) > MOST_MARKS) return at
    if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : ''
    at += line.length + 1
  }
  return null
}

/** Enough to tell languages apart; the whole of a long note would take as long as to parse it. */
const SAMPLE = 2_000

function sample({ prose }: Outline): string {
  let text = ''
  for (const p of prose) {
    if (!p.linksOnly) text += `${p.text}\n`
    if (text.length >= SAMPLE) break
  }
  return text
}

/** Scripts that say the language by themselves; a note in one of them has many words in Latin letters beside. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{sc=Hangul}/gu, 'ko'],
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja'],
  [/\p{sc=Han}/gu, 'zh'],
]
/** Characters of such a script, of all: what a language of Latin letters has as a quotation or a name is less. */
const OF_ITS_SCRIPT = 0.1

function detectLanguage(prose: string): string | null {
  for (const [script, language] of SCRIPTS) if ((prose.match(script)?.length ?? 0) > prose.length * OF_ITS_SCRIPT) return language
  const code = franc(prose, { minLength: 20, only: Object.keys(LANGUAGES) })
  return code === 'und' ? null : (LANGUAGES[code] ?? null)
}
