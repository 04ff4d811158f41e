import type { NoteFormat } from './format.ts'
import { whole } from './whole-file.ts'

/** Front matter keys that only a note about one paper has. */
const PAPER_KEYS = ['slug', 'arxiv', 'doi', 'authors', 'year', 'citekey']

/** One paper in one file: front matter has a paper's data. */
export const frontMatter: NoteFormat = {
  name: 'front-matter',
  read: (file) => (PAPER_KEYS.some((key) => key in file.frontMatter.data) ? whole(file) : null),
}
