import type { NoteFormat } from './format.ts'
import { whole } from './whole-file.ts'

/** Front matter keys that only a note about one paper has. */
const PAPER_KEYS = ['slug', 'arxiv', 'doi', 'authors', 'year', 'citekey']
/** Those of addresses, which are left empty where a note is about no paper. */
const ADDRESS_KEYS = ['paper_url', 'paper_link', 'pdf_url', 'arxiv_url', 'arxiv_id']

/** One paper in one file: front matter has a paper's data. */
export const frontMatter: NoteFormat = {
  name: 'front-matter',
  read(file) {
    const { data } = file.frontMatter
    return PAPER_KEYS.some((key) => key in data) || ADDRESS_KEYS.some((key) => data[key]) ? whole(file) : null
  },
}
