/**
 * What the lines at the head of a part say of its paper: `**arXiv**: 1512.03385`, `> **论文**：…`, `* **Title**: …`,
 * `pdf: https://…`. The words are data (keys.yaml).
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { PACKAGE_ROOT } from '../../config.ts'
import { kindOfLabel, linkTarget, parseAddress, readArxivId } from '../link-target.ts'
import type { RawLink } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import { type Range, within } from '../ranges.ts'

const KEYS = ['title', 'paper', 'arxiv', 'doi', 'code', 'authors', 'year', 'venue', 'tags'] as const
type Key = (typeof KEYS)[number]

const words = z
  .record(z.enum(KEYS), z.array(z.string()))
  .parse(parse(readFileSync(path.join(PACKAGE_ROOT, 'src/ingest/formats/keys.yaml'), 'utf8')))
const KEY_OF = new Map(KEYS.flatMap((key) => words[key].map((word): [string, Key] => [word.toLowerCase(), key])))

/** How the lines are written; of several, that of the first. */
export type LineStyle = 'bold' | 'quoted' | 'bulleted' | 'bare'

/** A line that labels a value. */
export type KeyLine = Range & { key: Key; style: LineStyle; value: string; links: RawLink[] }

export type Metadata = {
  lines: KeyLine[]
  title: string | null
  arxivId: string | null
  doi: string | null
  authors: string[]
  year: number | null
}

export const NO_METADATA: Metadata = { lines: [], title: null, arxivId: null, doi: null, authors: [], year: null }

const LINE =
  /^(?<lead>(?:[ \t>]|[*+-][ \t])*)(?<mark>\*\*|__)?\s*(?<key>[^\s:：*_|[\]][^:：*_|[\]\n]{0,30}?)\s*(?:\k<mark>\s*[:：]|[:：]\s*\k<mark>)\s*(?<value>.*)$/
/** No paper has more data. */
const MAX_LINES = 100
/** Longer lines are prose. */
const MAX_LINE = 1_000
/** Text of a template that nobody filled in. */
export const UNFILLED =
  /^(?:todo|tbd|n\/?a|none|unknown|xx+|\.\.\.|…|-+|无|暂无|未知|待补充|待确认|<[^>]*>|\{\{.*\}\}|\[?(?:paper )?(?:title|link|url|name|authors?|year|venue|标题|链接)\]?)$/i

/** The labelled lines between two offsets, in order. */
export function keyLines(file: ParsedFile, { start, end }: Range): KeyLine[] {
  const found: KeyLine[] = []
  for (const prose of within(file.outline.prose, { start, end })) {
    if (prose.role === 'cell') continue
    if (found.length >= MAX_LINES) break
    // a block begins after its bullet or mark of quotation
    let at = file.text.lastIndexOf('\n', prose.start - 1) + 1
    for (const line of file.text.slice(at, prose.end).split('\n')) {
      const read = keyLine(file, line, at)
      if (read) found.push(read)
      at += line.length + 1
    }
  }
  return found
}

function keyLine(file: ParsedFile, line: string, at: number): KeyLine | null {
  if (line.length > MAX_LINE) return null
  const { lead = '', mark, key = '', value = '' } = LINE.exec(line.trimEnd())?.groups ?? {}
  const known = key
    .toLowerCase()
    .split(/[/（(）)]/)
    .flatMap((word) => KEY_OF.get(word.replace(/[^\p{L}\p{N}\s]/gu, '').trim()) ?? [])[0]
  if (!known || UNFILLED.test(value.replace(/[*_`]/g, '').trim()) || value.trim() === '') return null
  const range = { start: at, end: at + line.length }
  const links = within(file.outline.links, range).filter((link) => link.url !== null)
  const style = lead.includes('>') ? 'quoted' : /[*+-]/.test(lead) ? 'bulleted' : mark ? 'bold' : 'bare'
  return { ...range, key: known, style, value: plain(value), links }
}

/** Without marks of emphasis, and with the labels of links in place of links. */
const plain = (markdown: string) =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`|<\/?\w+>/g, '')
    .trim()

/** What the lines say of the paper. */
export function metadataOf(lines: readonly KeyLine[]): Metadata {
  const of = (...keys: Key[]) => lines.filter(({ key }) => keys.includes(key))
  const value = (key: Key) => of(key)[0]?.value ?? null
  const named = of('paper').flatMap((line) => titleOfLink(line) ?? [])[0] ?? null
  const year = of('year', 'venue').flatMap(({ value: written }) => /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(written)?.[0] ?? [])[0]
  return {
    lines: [...lines],
    title: value('title') ?? named,
    arxivId: of('arxiv').flatMap(arxivOfLine)[0] ?? null,
    doi: value('doi')?.match(/10\.\d{4,9}\/\S+/)?.[0] ?? null,
    authors: authorsOf(value('authors')),
    year: year === undefined ? null : Number(year),
  }
}

const arxivOfLine = ({ value, links }: KeyLine): string[] => {
  const linked = links.flatMap(({ url }) => readArxivId(url ?? '') ?? [])
  const written = /(?<![\d.])(\d{4}\.\d{4,5})(?:v\d+)?(?![\d.])/.exec(value)?.[1] ?? readArxivId(value)
  return [...linked, ...(written ? [written] : [])]
}

/** `论文: [Deep Residual Learning](https://…)`, or the title itself; an address or a word such as "PDF" is none. */
function titleOfLink({ value, links }: KeyLine): string | null {
  const label = links[0] && !links[0].bare ? links[0].label.replace(/[*_`]/g, '').trim() : links.length > 0 ? '' : value
  return label.length >= 8 && /\s|\p{sc=Han}/u.test(label) && kindOfLabel(label) === null && !/https?:|\.pdf$|^\d{4}\.\d/.test(label)
    ? label
    : null
}

/** The names in a list that is written as a sentence. */
export const authorsOf = (written: string | null): string[] =>
  written === null
    ? []
    : written
        // where semicolons or "and" part names, a comma stands within one: Lovelace, Ada
        .split(/;|；|\w, \w+(?: \w\.)* and /.test(written) ? /\s*(?:[;；]|\band\b)\s*/ : /\s*(?:[,，、]|\band\b|&)\s*/)
        .map((name) => name.replace(/[*†‡\d]+$/g, '').trim())
        .filter((name) => name !== '' && !/^et al\.?$/i.test(name))

/** Whether the lines say which paper it is: a title, an id or an address, not tags or a date alone. */
export function namesPaper({ lines, title, arxivId, doi, authors }: Metadata): boolean {
  if (arxivId !== null || doi !== null) return true
  const marked = lines.filter(({ style }) => style !== 'bare')
  if (title !== null && marked.length > 0 && lines.length >= 2) return true
  // several data of a paper together, though its id is not among them
  if (new Set(marked.filter(({ key }) => ['venue', 'authors', 'arxiv', 'year', 'code'].includes(key)).map(({ key }) => key)).size >= 2)
    return true
  const addressed = lines.some(({ key, links }) => (key === 'paper' || key === 'arxiv') && links.some(isPaper))
  return addressed || (authors.length > 0 && lines.some(({ key }) => key === 'venue' || key === 'year'))
}

/** Whether a link leads to a paper: its abstract or its text. */
export function isPaper({ label, url }: RawLink): boolean {
  const address = parseAddress(url ?? '')
  if (!('web' in address)) return false
  const { kind, arxivId, doi } = linkTarget(label, address.web)
  return kind === 'ABSTRACT' || kind === 'PDF' || arxivId !== null || doi !== null
}
