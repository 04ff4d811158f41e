import type { NoteFormat } from './format.ts'
import { plain } from './plain.ts'
import { sections } from './sections.ts'
import { single } from './single.ts'

/** Every note format; the first that fits reads the file, so the more particular stands first. */
export const FORMATS: readonly NoteFormat[] = [sections, single, plain]
