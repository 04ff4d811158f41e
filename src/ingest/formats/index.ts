import { bibtex } from './bibtex.ts'
import { byline } from './byline.ts'
import { called } from './called.ts'
import { fileName } from './file-name.ts'
import type { NoteFormat } from './format.ts'
import { frontMatter } from './front-matter.ts'
import { boldLines, bulletedLines, headedLines, quotedLines, tabledLines } from './labelled-lines.ts'
import { linkedHeading } from './linked-heading.ts'
import { list } from './list.ts'
import { outlined } from './outlined.ts'
import { plain } from './plain.ts'
import { sections } from './sections.ts'
import { table } from './table.ts'
import { titled } from './titled.ts'

/** Every note format; the first that fits reads the file, so the more particular stands first. */
export const FORMATS: readonly NoteFormat[] = [
  sections,
  frontMatter,
  linkedHeading,
  boldLines,
  quotedLines,
  bulletedLines,
  tabledLines,
  headedLines,
  fileName,
  table,
  byline,
  titled,
  bibtex,
  list,
  outlined,
  called,
  plain,
]
