/**
 * What the lines at the head of a part say of its paper: `**arXiv**: 1512.03385`, `> **论文**：…`, `* **Title**: …`,
 * `pdf: https://…`. The words are data (keys.yaml).
 */
import { parse } from 'yaml'
import { z } from 'zod'
import { arxivIdIn, kindOfLabel, linkTarget, parseAddress, readArxivId } from '../link-target.ts'
import type { RawLink, Table } from '../markdown.ts'
import type { ParsedFile } from '../parse.ts'
import type { Prose } from '../prose.ts'
import { firstAfter, type Range, within } from '../ranges.ts'
import { KEYS_SOURCE } from '../rules.ts'
import { HEADING_WORDS } from './headings.ts'

const KEYS = ['title', 'paper', 'arxiv', 'doi', 'code', 'authors', 'year', 'venue', 'tags'] as const
type Key = (typeof KEYS)[number]

const words = z.record(z.enum(KEYS), z.array(z.string())).parse(parse(KEYS_SOURCE))
const KEY_OF = new Map(KEYS.flatMap((key) => words[key].map((word): [string, Key] => [word.toLowerCase(), key])))

/** What a label says of a paper, in lower case; undefined of one that says nothing. */
export const keyOfLabel = (label: string): Key | undefined => KEY_OF.get(label)

/** How the lines are written; of several, that of the first. */
export type LineStyle = 'bold' | 'quoted' | 'bulleted' | 'tabled' | 'headed' | 'bare'

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
  /^(?:todo|tbd|n\/?a|none|unknown|xx+|\.\.\.|…|-+|无|暂无(?:\s*[(（].*)?|未知|待补充|待确认|<(?!https?:)[^>]*>|\{\{.*\}\}|\[?(?:paper )?(?:title|link|url|name|authors?|year|venue|标题|链接)\]?)$/i

/** The labelled lines between two offsets, in order. */
export function keyLines(file: ParsedFile, { start, end }: Range): KeyLine[] {
  const found: KeyLine[] = []
  const blocks = within(file.outline.prose, { start, end })
  for (const [i, prose] of blocks.entries()) {
    if (prose.role === 'cell') continue
    if (found.length >= MAX_LINES) break
    const item = prose.role === 'item' ? labelItem(file, prose, blocks[i + 1]) : null
    if (item) found.push(item)
    // a block begins after its bullet or mark of quotation
    let at = file.text.lastIndexOf('\n', prose.start - 1) + 1
    for (const line of file.text.slice(at, prose.end).split('\n')) {
      const read = keyLine(file, line, at)
      if (read) found.push(read)
      at += line.length + 1
    }
  }
  return [...found, ...file.outline.tables.flatMap((table) => keyRows(file, table, { start, end }))]
}

/** An item that is a label, with its value in the lines or the paragraph below it. */
function labelItem(file: ParsedFile, item: Prose, next: Prose | undefined): KeyLine | null {
  const { text } = file
  if (item.end - item.start > MAX_LINE) return null
  const [label = '', ...lines] = text.slice(item.start, item.end).split('\n')
  const isInside = next?.role === 'item' && /^\s*$/.test(text.slice(item.end, next.start)) && next.end - next.start <= MAX_LINE
  if (label.length > MAX_LABEL || (lines.length === 0 && !isInside)) return null
  const value = lines.length > 0 ? lines.join('\n') : text.slice(next?.start, next?.end)
  const range = { start: item.start, end: lines.length > 0 ? item.end : (next?.end ?? item.end) }
  return labelled(file, range, 'bulleted', plain(label).replace(/[:：\s]+$/, ''), value.replace(/\s+/g, ' ').trim())
}
const MAX_LABEL = 20

/** The rows of a table of two columns, or the columns of one with a single row, as lines. */
const keyRows = (file: ParsedFile, { header, rows }: Table, within: Range): KeyLine[] =>
  pairsOf(header, rows, file.outline.tables.length === 1).flatMap((cells) => {
    const [label, value] = cells
    if (!label || !value || cells.length !== 2 || label.start < within.start || value.end > within.end) return []
    const [key, written] = [label, value].map((cell) => file.text.slice(cell.start, cell.end))
    return labelled(file, { start: label.start, end: value.end }, 'tabled', plain(key ?? ''), written ?? '') ?? []
  })

/** Labels and their values: the rows of two columns, or, of the one table of a note, each column where it has one row. */
function pairsOf(header: Range[], rows: Table['rows'], isAlone: boolean): Range[][] {
  const [only, ...others] = rows
  if (isAlone && only && others.length === 0 && header.length > 2)
    return header.flatMap((label, i) => (only.cells[i] ? [[label, only.cells[i]]] : []))
  return [header, ...rows.map(({ cells }) => cells)].slice(0, MAX_LINES)
}

/** Headings that are labels: their value stands beside the label, or is the first paragraph below. */
export function keyHeadings(file: ParsedFile, range: Range = { start: 0, end: Infinity }): KeyLine[] {
  const { prose } = file.outline
  const headings = within(file.outline.headings, range)
  return headings.slice(0, MAX_LINES).flatMap((heading, i) => {
    const [, label = '', beside = ''] = /^([^:：]{1,40}?)\s*(?:[:：]\s*(.*))?$/s.exec(heading.text) ?? []
    const below = firstAfter(prose, heading.end)
    const isBelow = below !== undefined && below.start < (headings[i + 1]?.start ?? Infinity)
    const value = beside !== '' ? beside : isBelow ? file.text.slice(below.start, below.end) : ''
    const end = beside === '' && isBelow ? below.end : heading.end
    return labelled(file, { start: heading.start, end }, 'headed', label, value) ?? []
  })
}

function keyLine(file: ParsedFile, line: string, at: number): KeyLine | null {
  if (line.length > MAX_LINE) return null
  const { lead = '', mark, key = '', value = '' } = LINE.exec(line.trimEnd())?.groups ?? {}
  const style = lead.includes('>') ? 'quoted' : /[*+-]/.test(lead) ? 'bulleted' : mark ? 'bold' : 'bare'
  return labelled(file, { start: at, end: at + line.length }, style, key, value)
}

/** Null where the label is no word for a paper's data, or nothing is said after it. */
function labelled(file: ParsedFile, range: Range, style: LineStyle, key: string, value: string): KeyLine | null {
  const known = key
    .toLowerCase()
    .replace(/^(?:link|url) to (?:the )?/, '')
    .split(/[/（(）)]/)
    .flatMap((word) => KEY_OF.get(word.replace(/[^\p{L}\p{N}\s]/gu, '').trim()) ?? [])[0]
  if (!known || UNFILLED.test(value.replace(/[*_`]/g, '').trim()) || value.trim() === '') return null
  const links = within(file.outline.links, range).filter((link) => link.url !== null)
  return { ...range, key: known, style, value: plain(value.replace(/^\s*[-–—]+\s+/, '')), links }
}

/** Without marks of emphasis, and with the labels of links in place of links. */
const plain = (markdown: string) =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`|<\/?\w+>/g, '')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]+)\1(?![\w*])/g, '$2')
    .replace(/^([*_])(\S[^\n]*\S)\1$/, '$2')
    .trim()

/** The first year that a text gives. */
export function yearIn(text: string): number | null {
  const year = /(?<![\d.])(?:19|20)\d{2}(?!\d|\.\d{4})/.exec(text)?.[0]
  return year === undefined ? null : Number(year)
}

/** A citation: `Xie S, Girshick R, et al. Aggregated Residual Transformations[J]. 2016.` */
export const CITED = /^(?<authors>.{3,300}?)[.．]\s+(?<title>[^.．\s].{5,300}?)\s*\[(?:[JCMDPSRN]|EB)(?:\/OL)?\](?<printed>.*)$/

/** What the lines say of the paper. */
export function metadataOf(lines: readonly KeyLine[]): Metadata {
  const cited = lines.map(({ key, value: written }) => (key === 'paper' ? CITED.exec(written)?.groups : undefined)).find(Boolean)
  const of = (...keys: Key[]) => lines.filter(({ key }) => keys.includes(key))
  const value = (key: Key) => of(key)[0]?.value ?? null
  const named = of('paper').flatMap((line) => titleOfLink(line) ?? [])[0] ?? null
  const dated = [...of('year', 'venue').map((line) => line.value), cited?.printed ?? '']
  const year = dated.flatMap((written) => yearIn(written) ?? [])[0] ?? null
  return {
    lines: [...lines],
    title: value('title')?.split('\n', 1)[0] ?? cited?.title ?? named,
    arxivId:
      of('arxiv').flatMap(arxivOfLine)[0] ??
      of('paper').flatMap(arxivInBrackets)[0] ??
      of('year', 'venue').flatMap(({ value: said }) => arxivIdIn(said) ?? [])[0] ??
      null,
    doi: DOI.exec(value('doi') ?? '')?.[0].replace(/[.,;]+$/, '') ?? of('paper', 'year', 'venue').flatMap(doiOfLine)[0] ?? null,
    authors: authorsOf(value('authors') ?? cited?.authors ?? null),
    year,
  }
}

/** `download: [https://arxiv.org/pdf/1512.03385]`, which is no link */
const arxivInBrackets = ({ value }: KeyLine): string[] => {
  const id = readArxivId(/^\[\s*(https?:[^\s\]]+?)(?:\.pdf)?\s*\]$/.exec(value)?.[1] ?? '')
  return id === null ? [] : [id]
}

export const DOI = /10\.\d{4,9}\/\S+/

const doiOfLine = ({ links }: KeyLine): string[] =>
  links.flatMap(({ label, url }) => {
    const address = parseAddress(url ?? '')
    return ('web' in address && linkTarget(label, address.web).doi) || []
  })

const arxivOfLine = ({ value, links }: KeyLine): string[] => {
  const linked = links.flatMap(({ url }) => readArxivId(url ?? '') ?? [])
  const written = /(?<![\d.])(\d{4}\.\d{4,5})(?:v\d+)?(?![\d.])/.exec(value)?.[1] ?? readArxivId(value)
  return [...linked, ...(written ? [written] : [])]
}

/** `论文: [Deep Residual Learning](https://…)`, or the title itself; an address or a word such as "PDF" is none. */
function titleOfLink({ value, links }: KeyLine): string | null {
  const said = links[0] && !links[0].bare ? links[0].label.replace(/[*_`]/g, '').trim() : links.length > 0 ? '' : value
  const label = /["“]([^"“”]{8,300}?)[,.]?["”]/.exec(said)?.[1] ?? said
  return label.length >= 8 && /\s|\p{sc=Han}/u.test(label) && kindOfLabel(label) === null && !/https?:|\.pdf\b|^\d{4}\.\d/.test(label)
    ? label
    : null
}

/** The names in a list that is written as a sentence. */
export const authorsOf = (written: string | null): string[] =>
  written === null
    ? []
    : namesParted(outsideParentheses(written).replaceAll('\\', ''))
        .map((name) =>
          name
            .trim()
            .replace(/^(?:通讯作者|第一作者|共同一作|一作)[:：\s]*/u, '')
            .replace(/\s*(?:\bet\.? al\.?|等人?)$/iu, '')
            .replace(/[*∗†‡§¶✉\d]+$/u, '')
            .trim(),
        )
        .filter((name) => /\p{L}/u.test(name) && !/^共.*作者$/u.test(name))

/** Where semicolons, "and" or "&" part names, one comma stands within each: Lovelace, Ada */
function namesParted(text: string): string[] {
  const families = /[;；]/.test(text) ? text.split(/\s*(?:[;；]|\band\b)\s*/) : text.split(/\s*(?:\band\b|&)\s*/)
  const isFamilies = families.length > 1 && families.every((name) => (name.match(/[,，、]/g)?.length ?? 0) <= 1)
  const hasFamilies = /[;；]/.test(text) || families.every((name) => /^[^,]+, [^,]+$/.test(name)) || /\w, \w+(?: \w\.)* and /.test(text)
  if (isFamilies && hasFamilies) return families
  const names = text.split(/\s*(?:[,，、;；&+]|\band\b|\s与\s|\s和\s)\s*/)
  return areAlternate(names) ? names.flatMap((name, i) => (i % 2 === 0 ? `${name}, ${names[i + 1]}` : [])) : names
}

/** Family and given names in turn: "Lovelace, Ada, Turing, Alan M." */
const areAlternate = (names: readonly string[]): boolean =>
  names.length >= 4 &&
  names.length % 2 === 0 &&
  names.every(
    (name, i) => /^\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,2}$/u.test(name.trim()) && (i % 2 === 1 || !/\s/.test(name.trim())),
  ) &&
  names.some((name, i) => i % 2 === 1 && /\S[\s.-]\S?/.test(name.trim()))

/** Without what parentheses say of an author: "John So（共同一作）" */
const outsideParentheses = (text: string) => text.replace(/\s*[(（][^()（）]{0,200}[)）]/g, ' ')

/** Whether the lines say which paper it is: a title, an id or an address, not tags or a date alone. */
export function namesPaper({ lines, title, arxivId, doi, authors }: Metadata): boolean {
  if (arxivId !== null || doi !== null || lines.some(({ key, value }) => key === 'paper' && CITED.test(value))) return true
  // who wrote a post, and where, may be labelled, too
  const linked = lines.flatMap(({ links }) => links)
  if (linked.some(({ url }) => leadsToPost(url ?? '')) && !linked.some(isPaper)) return false
  const marked = lines.filter(({ style }) => style !== 'bare')
  if (title !== null && authors.length > 0) return true
  if (title !== null && marked.length > 0 && lines.length >= 2) return true
  // several data of a paper together, though its id is not among them
  if (new Set(marked.filter(({ key }) => ['venue', 'authors', 'arxiv', 'year', 'code'].includes(key)).map(({ key }) => key)).size >= 2)
    return true
  const addressed = lines.some(({ key, links }) => key !== 'code' && links.some(isPaper))
  return addressed || (authors.length > 0 && lines.some(({ key }) => key === 'venue' || key === 'year'))
}

function isOn(hosts: readonly string[], url: string): boolean {
  const address = parseAddress(url)
  return 'web' in address && hosts.some((host) => `.${address.web.hostname}`.endsWith(`.${host}`))
}

/** Whether an address is that of a post on a site of posts. */
export const leadsToPost = (url: string): boolean => isOn(HEADING_WORDS.posts, url)

/** Whether a heading has a link to a book, and none to a paper. */
export function isOfBook({ outline }: ParsedFile, heading: Range): boolean {
  const links = within(outline.links, heading)
  return links.some(({ url }) => isOn(HEADING_WORDS.books, url ?? '')) && !links.some(isPaper)
}

/** Whether a link leads to a paper: its abstract or its text. */
export function isPaper({ label, url }: RawLink): boolean {
  const address = parseAddress(url ?? '')
  if (!('web' in address)) return false
  const { kind, arxivId, doi } = linkTarget(label, address.web)
  return kind === 'ABSTRACT' || kind === 'PDF' || arxivId !== null || doi !== null
}

/** Whether a link leads to a paper that lies in the folder, or beside it. */
export const isPaperFile = ({ url }: RawLink): boolean => url !== null && !/^\w+:|^\/\//.test(url) && /\.pdf(?:#|$)/i.test(url)
