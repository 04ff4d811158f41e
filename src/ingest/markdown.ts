/**
 * Markdown to an outline: headings, prose, links and images, each with its offsets in the source. It is
 * what every note format and every relation rule reads; nothing else looks at the syntax tree.
 */
import type { SyntaxNode } from '@lezer/common'
import { parser as commonmark, GFM, InlineContext, type InlineParser, type MarkdownExtension } from '@lezer/markdown'
import { decodeHTMLStrict } from 'entities'
import { normalLabel, readDefinitions, unescaped } from './definitions.ts'
import type { Prose, ProseRole } from './prose.ts'
import type { Range } from './ranges.ts'
import { WIKI, wikiLink } from './wikilinks.ts'

export type Heading = Range & { level: number; text: string }

/**
 * A link; `url` is null for a lone bracket such as `[code]`, which is a link only in a list of links. Of a wikilink it is
 * the name of a file, wherever in the folder that is.
 */
export type RawLink = Range & { label: string; url: string | null; bare: boolean; wiki: boolean }

export type RawImage = Range & { alt: string; url: string; wiki: boolean }

export type Row = Range & { cells: Range[] }

export type Table = { header: Range[]; rows: Row[] }

export type Outline = {
  headings: Heading[]
  prose: Prose[]
  links: RawLink[]
  images: RawImage[]
  tables: Table[]
  /** where a fence, or a comment, begins that never ends: all after it is code, or seen by nobody */
  openFences: number[]
  openComments: number[]
}

const CLOSING_BRACKET = 93 // ]

/** The reference labels that the document being parsed defines; parsing is synchronous. */
let definedLabels: ReadonlySet<string> = new Set()

/**
 * Lezer makes a link of every `[x]`, defined or not, and since links don't nest, `[[paper]](url)` would
 * lose its outer link. A pair of brackets with neither an address nor a definition becomes a LoneBracket.
 */
const loneBracket: InlineParser = {
  name: 'LoneBracket',
  before: 'LinkEnd',
  parse(context, next, position) {
    if (next !== CLOSING_BRACKET) return -1
    const link = context.findOpeningDelimiter(InlineContext.linkStart)
    if (link === null || (context.findOpeningDelimiter(InlineContext.imageStart) ?? -1) > link) return -1
    const from = context.getDelimiterAt(link)?.from
    if (from === undefined) return -1
    const rest = context.slice(position + 1, Math.min(position + 300, context.end))
    const label = /^\[([^\]]+)\]/.exec(rest)?.[1] ?? context.slice(from + 1, position)
    if (rest.startsWith('(') || definedLabels.has(normalLabel(label))) return -1
    return context.addElement(context.elt('LoneBracket', from, position + 1, context.takeContent(link)))
  },
}

const OPENING_BRACE = 123 // {

/** What Jekyll and GitBook read as a command, as in `{% hint %}`, no reader sees. */
const command: InlineParser = {
  name: 'Command',
  before: 'Escape',
  parse(context, next, position) {
    if (next !== OPENING_BRACE || context.char(position + 1) !== 37) return -1
    const length = context.slice(position, Math.min(position + 500, context.end)).indexOf('%}')
    return length < 0 ? -1 : context.addElement(context.elt('Comment', position, position + length + 2))
  },
}
const extension: MarkdownExtension = {
  defineNodes: ['LoneBracket', 'WikiLink', 'WikiImage'],
  parseInline: [loneBracket, wikiLink, command],
}
const parser = commonmark.configure([GFM, extension])

/** Reads `source` as CommonMark with GitHub's extensions. Front matter must have been blanked out before. */
export function outline(text: string): Outline {
  const source = inLines(text)
  const definitions = readDefinitions(source)
  definedLabels = new Set(definitions.keys())
  const tree = parser.parse(source)
  const result: Outline = { headings: [], prose: [], links: [], images: [], tables: [], openFences: [], openComments: [] }
  const walk = new Walk(source, definitions, result)
  walk.blocks(tree.topNode, 'paragraph')
  return result
}

/** With each line ended as the parser takes it to be: where a carriage return stands before the end, a block of HTML has none. Offsets stay. */
const inLines = (text: string): string => (text.includes('\r') ? text.replace(/\r(?=\n)/g, ' ').replaceAll('\r', '\n') : text)

const HEADING = /^(?:ATX|Setext)Heading([1-6])$/
const CONTAINERS: Record<string, ProseRole> = { Blockquote: 'quote', ListItem: 'item' }
const TEXT_BLOCKS = new Set(['Paragraph', 'Task', 'TableCell'])
const NESTING = new Set(['Document', 'Blockquote', 'BulletList', 'OrderedList', 'ListItem', 'Table', 'TableHeader', 'TableRow'])

/** Syntax that a reader does not see. */
const INVISIBLE = new Set([
  'HeaderMark',
  'EmphasisMark',
  'CodeMark',
  'LinkMark',
  'QuoteMark',
  'TaskMarker',
  'StrikethroughMark',
  'LinkTitle',
  'LinkLabel',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'HardBreak',
])

class Walk {
  readonly #source: string
  readonly #definitions: ReadonlyMap<string, string>
  readonly #outline: Outline
  #text = ''
  #pieces: Prose['pieces'] = { at: [], from: [] }

  constructor(source: string, definitions: ReadonlyMap<string, string>, result: Outline) {
    this.#source = source
    this.#definitions = definitions
    this.#outline = result
  }

  /** Walks block structure; text blocks are read whole. */
  blocks(node: SyntaxNode, role: ProseRole): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const level = HEADING.exec(child.name)?.[1]
      if (level !== undefined) {
        const { text } = this.#visible(child)
        this.#outline.headings.push({ level: Number(level), text: text.trim(), start: child.from, end: child.to })
      } else if (child.name === 'HTMLBlock') {
        this.#htmlImages(child)
      } else if (child.name === 'FencedCode') {
        if (child.getChildren('CodeMark').length < 2) this.#outline.openFences.push(child.from)
      } else if (child.name === 'CommentBlock') {
        if (!this.#source.slice(child.from, child.to).includes('-->')) this.#outline.openComments.push(child.from)
      } else if (TEXT_BLOCKS.has(child.name)) {
        this.#proseOf(child, child.name === 'TableCell' ? 'cell' : role)
      } else if (NESTING.has(child.name)) {
        if (child.name === 'Table') this.#outline.tables.push(tableOf(child))
        this.blocks(child, CONTAINERS[child.name] ?? role)
      }
    }
  }

  #proseOf(node: SyntaxNode, role: ProseRole): void {
    const links = this.#outline.links.length
    const { text, pieces } = this.#visible(node)
    const own = this.#outline.links.slice(links)
    // what stands in it ends before the spaces at its end
    const end = node.from + this.#source.slice(node.from, node.to).trimEnd().length
    this.#outline.prose.push({ role, text: text.trimEnd(), pieces, linksOnly: isLinksOnly(node, this.#source, own), start: node.from, end })
  }

  #visible(node: SyntaxNode): { text: string; pieces: Prose['pieces'] } {
    this.#text = ''
    this.#pieces = { at: [], from: [] }
    this.#inline(node, node.from, node.to)
    return { text: this.#text, pieces: this.#pieces }
  }

  #inline(node: SyntaxNode, start: number, end: number): void {
    let at = start
    for (let child = node.firstChild; child && child.from < end; child = child.nextSibling) {
      this.#append(at, child.from)
      this.#node(child)
      at = child.to
    }
    this.#append(at, end)
  }

  #node(node: SyntaxNode): void {
    switch (node.name) {
      case 'Link':
        return this.#link(node)
      case 'Image': {
        const alt = this.#between(node, 2)
        const url = this.#address(node, alt)
        if (url !== null) this.#outline.images.push({ alt, url, wiki: false, start: node.from, end: node.to })
        return
      }
      case 'WikiLink':
      case 'WikiImage':
        return this.#wiki(node)
      case 'HTMLTag':
        return this.#htmlImages(node)
      case 'LoneBracket':
        this.#outline.links.push({
          label: this.#source.slice(node.from + 1, node.to - 1),
          url: null,
          bare: false,
          wiki: false,
          start: node.from,
          end: node.to,
        })
        return this.#inline(node, node.from, node.to)
      case 'URL':
      case 'Autolink': {
        const url = this.#source.slice(node.from, node.to).replace(/^<|>$/g, '')
        if (/^https?:/i.test(url)) this.#outline.links.push({ label: url, url, bare: true, wiki: false, start: node.from, end: node.to })
        return this.#append(node.from, node.to)
      }
      case 'Escape':
        return this.#append(node.from + 1, node.to)
      case 'Entity':
        return this.#append(node.from, node.to, decodeHTMLStrict(this.#source.slice(node.from, node.to)))
      default:
        if (!INVISIBLE.has(node.name)) this.#inline(node, node.from, node.to)
    }
  }

  /** Its reader sees the words after the bar, or the name. */
  #wiki({ name: kind, from: start, to: end }: SyntaxNode): void {
    const [text = '', name = '', heading = '', words] = WIKI.exec(this.#source.slice(start, end)) ?? []
    const url = `${name.trim()}${heading.trim()}`
    const label = words?.trim() || url
    if (kind === 'WikiImage') {
      this.#outline.images.push({ alt: label, url, wiki: true, start, end })
      return
    }
    this.#outline.links.push({ label, url, bare: false, wiki: true, start, end })
    const at = start + Math.max(2, text.lastIndexOf(words?.trim() || name.trim()))
    this.#append(at, at + (words?.trim() || name.trim()).length)
  }

  #htmlImages({ from: start, to: end }: SyntaxNode): void {
    for (const tag of this.#source.slice(start, end).matchAll(/<img\b[^>]{0,2000}>/gi)) {
      const attribute = (name: string) =>
        new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
          .exec(tag[0])
          ?.slice(1)
          .find((value) => value !== undefined)
      const url = attribute('src')
      const at = start + tag.index
      if (url) this.#outline.images.push({ alt: attribute('alt') ?? '', url, wiki: false, start: at, end: at + tag[0].length })
    }
  }

  #link(node: SyntaxNode): void {
    const close = labelEnd(node)
    const label = this.#source.slice(node.from + 1, close)
    const url = this.#address(node, label)
    // in a formula brackets stand before parentheses, too: \left[x\right](\mathbf{r})
    if (!/^\\[a-z]/i.test(url ?? ''))
      this.#outline.links.push({ label: unescaped(label), url, bare: false, wiki: false, start: node.from, end: node.to })
    this.#inline(node, node.from + 1, close)
  }

  /** The address of a link or image, from its own parentheses or from a definition. */
  #address(node: SyntaxNode, label: string): string | null {
    const url = node.getChild('URL')
    if (url) return unescaped(this.#source.slice(url.from, url.to).replace(/^<|>$/g, ''))
    const reference = node.getChild('LinkLabel')
    const name = reference ? this.#source.slice(reference.from + 1, reference.to - 1) : ''
    return this.#definitions.get(normalLabel(name || label)) ?? null
  }

  #between(node: SyntaxNode, opening: number): string {
    return this.#source.slice(node.from + opening, labelEnd(node))
  }

  /** Adds source text; a line break in a block is a space to its reader. */
  #append(from: number, to: number, text = this.#source.slice(from, to)): void {
    if (to <= from) return
    this.#pieces.at.push(this.#text.length)
    this.#pieces.from.push(from)
    this.#text += text.replace(/[\r\n\t\u00a0]/g, ' ')
  }
}

function tableOf(node: SyntaxNode): Table {
  const cells = (row: SyntaxNode | null): Range[] => row?.getChildren('TableCell').map(({ from, to }) => ({ start: from, end: to })) ?? []
  return {
    header: cells(node.getChild('TableHeader')),
    rows: node.getChildren('TableRow').map((row) => ({ start: row.from, end: row.to, cells: cells(row) })),
  }
}

/** Where the label of a link or image ends: at its second mark. */
function labelEnd(node: SyntaxNode): number {
  const marks = node.getChildren('LinkMark')
  return marks[1]?.from ?? node.to
}

function isLinksOnly(node: SyntaxNode, source: string, links: readonly RawLink[]): boolean {
  let rest = ''
  let at = node.from
  const nodes = [...node.getChildren('Link'), ...node.getChildren('LoneBracket'), ...node.getChildren('Image')]
  for (const child of nodes.sort((a, b) => a.from - b.from)) {
    rest += source.slice(at, child.from)
    at = child.to
  }
  rest += source.slice(at, node.to)
  return nodes.length > 0 && links.length + node.getChildren('Image').length > 0 && !/[\p{L}\p{N}]/u.test(rest)
}
