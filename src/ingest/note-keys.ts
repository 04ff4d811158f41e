/** The keys of front matter by which notes say what a paper is, however they spell them: `DOI`, `Paper-URL`, `标题`. */
import { keyOfLabel } from './formats/metadata.ts'
import type { FrontMatter } from './front-matter.ts'

/** Those that readers of notes know. */
export const NOTE_KEYS = [
  'kind',
  'format',
  'slug',
  'title',
  'name',
  'aliases',
  'arxiv',
  'doi',
  'year',
  'venue',
  'author',
  'authors',
  'citekey',
  'link',
  'url',
  'paper',
  'pdf',
  'paper_url',
  'paper_link',
  'pdf_url',
  'arxiv_url',
  'arxiv_id',
  'source',
  'links',
  'relations',
  'related',
  'tags',
] as const

const KNOWN: ReadonlySet<string> = new Set(NOTE_KEYS)

/** Labels of lines that mean the same as a key; who is called an author here may be the note's own. */
const SAME: ReadonlySet<string> = new Set(['title', 'arxiv', 'doi', 'paper', 'year', 'venue', 'tags'])

/** With each value under the key that readers know, where its own is another spelling of one that is not there. */
export function withNoteKeys(frontMatter: FrontMatter): FrontMatter {
  const { data, offsets } = frontMatter
  if (typeof data.kind === 'string' && data.kind !== 'note') return frontMatter
  const renamed = new Map<string, string>()
  for (const [key, value] of Object.entries(data)) {
    const known = knownKey(key, value)
    if (known !== key && !(known in data) && ![...renamed.values()].includes(known)) renamed.set(key, known)
  }
  if (renamed.size === 0) return frontMatter
  const named = (path: string) => {
    const [key = '', ...rest] = path.split('.')
    return [renamed.get(key) ?? key, ...rest].join('.')
  }
  return {
    ...frontMatter,
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [renamed.get(key) ?? key, value])),
    offsets: Object.fromEntries(Object.entries(offsets).map(([path, at]) => [named(path), at])),
  }
}

function knownKey(key: string, value: unknown): string {
  const word = key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  if (KNOWN.has(word)) return word
  const label = keyOfLabel(word.replaceAll('_', ' '))
  // a date is most often that of the note
  const isOther = label === 'year' && !(typeof value === 'string' && /^\d{4}$/.test(value.trim()))
  return label !== undefined && SAME.has(label) && !isOther ? label : key
}
