/**
 * Front matter, read without running or damaging anything: the only module that knows gray-matter, which
 * executes `---js` blocks, caches failures and lets YAML turn `1801.04380` into 1801.0438. It splits; the
 * yaml and smol-toml packages parse, and numbers, dates and the like stay the text that the author wrote.
 */
import matter from 'gray-matter'
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import { type ErrorCode, isMap, isPair, isScalar, isSeq, Lexer, parseDocument, type YAMLError } from 'yaml'
import type { DiagnosticCode } from './diagnostics.ts'

const MAX_BYTES = 64 * 1024
const MAX_DEPTH = 32
const MAX_NODES = 20_000

export type FrontMatter = {
  /** scalars are text as written, or null; never a number, a date or a boolean */
  data: Record<string, unknown>
  /** the offset in the file of each value, by its path joined with dots: `relations.0.kind` */
  offsets: Record<string, number>
  /** the offset at which the body begins */
  bodyStart: number
}

export class FrontMatterError extends Error {
  readonly code: DiagnosticCode
  readonly offset: number
  constructor(code: DiagnosticCode, message: string, offset: number) {
    super(message)
    this.name = 'FrontMatterError'
    this.code = code
    this.offset = offset
  }
}

type Fence = { language: string; open: RegExpExecArray; close: number; bodyStart: number }

/** Reads the front matter of `text`; a file without any has empty `data`. Throws FrontMatterError. */
export function readFrontMatter(text: string): FrontMatter {
  const fence = findFence(text)
  if (!fence) return { data: {}, offsets: {}, bodyStart: 0 }
  const start = fence.open[0].length
  if (fence.close - start > MAX_BYTES)
    throw new FrontMatterError('front-matter-too-large', `Front matter has ${fence.close - start} characters; ${MAX_BYTES} are allowed.`, 0)
  const source = split(text, fence)
  const read = fence.language === 'toml' ? readToml(source, start) : readYaml(source, start)
  // a rule on line 1 and another later: what stands between is prose, not a mapping
  if (read === null) return { data: {}, offsets: {}, bodyStart: 0 }
  return { ...read, bodyStart: fence.bodyStart }
}

function findFence(text: string): Fence | null {
  const open = /^(---|\+\+\+)(?!-|\+)[ \t]*([^\r\n]*)\r?\n/.exec(text)
  if (!open) return null
  const mark = open[1] === '+++' ? '\\+\\+\\+' : '---'
  const closing = new RegExp(`^${mark}[ \\t]*(?:\\r?\\n|$)`, 'gm')
  closing.lastIndex = open[0].length
  const close = closing.exec(text)
  if (!close) return null
  const language = open[1] === '+++' ? 'toml' : open[2]?.trim().toLowerCase() || 'yaml'
  return { language, open, close: close.index, bodyStart: close.index + close[0].length }
}

/** gray-matter's split of the block, with engines that hand the text back instead of running it. */
function split(text: string, fence: Fence): string {
  const refuse = () => {
    throw new FrontMatterError(
      'front-matter-language',
      `Front matter in '${fence.language.slice(0, 40)}' is not read; write YAML or TOML. Nothing was run.`,
      0,
    )
  }
  if (!['yaml', 'yml', 'toml'].includes(fence.language)) refuse()
  const engine = { parse: (source: string) => ({ source }), stringify: refuse }
  const delimiter = fence.open[1] ?? '---'
  const block = text.slice(0, fence.bodyStart)
  // options, though few are needed: without them gray-matter answers from its cache
  const file = matter(block, {
    delimiters: delimiter,
    language: fence.language,
    engines: { yaml: engine, yml: engine, toml: engine, javascript: refuse, js: refuse, json: refuse, coffee: refuse } as never,
  })
  // an empty block never reaches the engine; its text may differ from the file's by a leading line break
  return typeof file.data.source === 'string' ? text.slice(fence.open[0].length, fence.close) : ''
}

type Read = Pick<FrontMatter, 'data' | 'offsets'>

/** What the lexer tells beside the text itself: where a document or a scalar begins, and where flow ends by mistake. */
const NO_TEXT: readonly string[] = ['\u0002', '\u0018', '\u001F', '\uFEFF']

/** Refuses nesting before the parser follows it down its own stack, where running out can't be caught in every engine. */
function checkDepth(source: string, base: number): void {
  let [flow, compact, at] = [0, 0, 0]
  for (const token of new Lexer().lex(source)) {
    if (token === '[' || token === '{') flow++
    else if (token === ']' || token === '}') flow--
    // items of items on one line: - - - a
    if (token === '-' || token === '?') compact++
    else if (token.trim() !== '' && !NO_TEXT.includes(token)) compact = 0
    if (Math.max(flow, compact) > MAX_DEPTH)
      throw new FrontMatterError('front-matter-too-large', `Front matter is nested over ${MAX_DEPTH} deep.`, base + at)
    if (!NO_TEXT.includes(token)) at += token.length
  }
}

function readYaml(source: string, base: number): Read | null {
  checkDepth(source, base)
  const document = parseDocument(source, { schema: 'core', logLevel: 'silent', uniqueKeys: true, stringKeys: true })
  const problem = document.errors[0] ?? document.warnings[0]
  if (problem && !looksLikeMapping(source)) return null
  if (problem) throw new FrontMatterError('front-matter-syntax', sentence(problem) + (ADVICE[problem.code] ?? ''), base + problem.pos[0])
  const root = document.contents
  if (root === null) return { data: {}, offsets: {} }
  if (!isMap(root)) {
    if (isScalar(root)) return null
    throw new FrontMatterError('front-matter-syntax', 'Front matter must be a mapping of keys to values.', base)
  }
  const offsets: Record<string, number> = {}
  return { data: readYamlNode(root, [], { source, base, offsets, nodes: 0 }) as Record<string, unknown>, offsets }
}

/** What an author most often meant, by the parser's code for the error. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: ' Put a value that holds a colon and a space in quotes.',
  BAD_SCALAR_START: ' Put a value that begins with such a character in quotes.',
  TAG_RESOLVE_FAILED: ' Put a value that begins with ! in quotes.',
  BAD_ALIAS: ' Put a value that begins with * or & in quotes.',
  MISSING_CHAR: ' A key needs a colon and a space after it, and an item of a list a hyphen and a space before it.',
  TAB_AS_INDENT: ' Indent with spaces.',
  DUPLICATE_KEY: ' Write each key once.',
}
const sentence = ({ message }: YAMLError) => firstLine(message).replace(/[.:]?$/, '.')

type YamlReading = { source: string; base: number; offsets: Record<string, number>; nodes: number }

function readYamlNode(node: unknown, path: readonly string[], reading: YamlReading): unknown {
  const offset = reading.base + ((node as { range?: [number, number, number] | null } | null)?.range?.[0] ?? 0)
  if (path.length > 0) reading.offsets[path.join('.')] = offset
  if (path.length > MAX_DEPTH || ++reading.nodes > MAX_NODES)
    throw new FrontMatterError(
      'front-matter-too-large',
      `Front matter is nested over ${MAX_DEPTH} deep or has over ${MAX_NODES} values.`,
      offset,
    )
  if (node === null || node === undefined) return null
  if (isScalar(node)) return scalarText(node, offset)
  if (isSeq(node)) return node.items.map((item, i) => readYamlNode(item, [...path, String(i)], reading))
  if (isMap(node)) {
    const entries = node.items.map((pair) => {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
      const value = readYamlNode(pair.value, [...path, key], reading)
      // what has no value stands where its key does
      const at = (pair.key as { range?: [number, number, number] | null } | null)?.range?.[0]
      if (value === null && at !== undefined && !(isScalar(pair.value) && pair.value.source))
        reading.offsets[[...path, key].join('.')] = reading.base + at
      return [key, value] as const
    })
    return plainObject(entries)
  }
  // an item of a list that is ordered by a tag, such as !!omap
  if (isPair(node)) {
    const key = String(isScalar(node.key) ? node.key.value : node.key)
    return plainObject([[key, readYamlNode(node.value, [...path, key], reading)]])
  }
  throw new FrontMatterError('front-matter-syntax', 'Anchors and aliases are not read; write the value out.', offset)
}

/** The author's own text: `1801.04380` keeps its zero, a date stays a date's text. */
function scalarText(node: { value: unknown; source?: string }, offset: number): string | null {
  if (node.value === null) return null
  return withoutNul(typeof node.value === 'string' ? node.value : (node.source ?? String(node.value)), offset)
}

/** No database stores it, however it is escaped. */
function withoutNul(text: string, offset: number): string {
  if (text.includes('\0')) throw new FrontMatterError('file-nul-character', 'A value holds the character U+0000.', offset)
  return text
}

/** Own properties only: a key such as `__proto__` is dropped. */
function plainObject(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.filter(([key]) => key !== '__proto__'))
}

function readToml(source: string, base: number): Read {
  const offsets: Record<string, number> = {}
  try {
    const data = parseToml(source, { integersAsBigInt: true, maxDepth: MAX_DEPTH })
    return { data: readTomlValue(data, [], source, base, offsets) as Record<string, unknown>, offsets }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const lines = source.split('\n').slice(0, error.line - 1)
    const offset = base + lines.reduce((sum, line) => sum + line.length + 1, 0) + error.column - 1
    throw new FrontMatterError('front-matter-syntax', firstLine(error.message), offset)
  }
}

function readTomlValue(value: unknown, path: readonly string[], source: string, base: number, offsets: Record<string, number>): unknown {
  const key = path.findLast((part) => !/^\d+$/.test(part))
  // the parser gives no positions: a value's is where its key first stands at the start of a line
  const at = key === undefined ? 0 : source.search(new RegExp(`^[ \\t]*["']?${escapeRegExp(key)}["']?[ \\t]*=`, 'm'))
  if (path.length > 0) offsets[path.join('.')] = base + Math.max(0, at)
  if (Array.isArray(value)) return value.map((item, i) => readTomlValue(item, [...path, String(i)], source, base, offsets))
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'object' && value !== null)
    return plainObject(Object.entries(value).map(([k, v]) => [k, readTomlValue(v, [...path, k], source, base, offsets)]))
  return withoutNul(String(value), base + Math.max(0, at))
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const looksLikeMapping = (source: string) => /^[ \t]*["']?[\w.-]+["']?[ \t]*:(?:[ \t]|\r?$)/m.test(source)
const firstLine = (message: string) => message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message
