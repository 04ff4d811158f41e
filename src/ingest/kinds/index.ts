import type { DocumentKind } from '../../graph.ts'
import { block, model } from './architecture.ts'
import { claim } from './claim.ts'
import { hardware } from './hardware.ts'
import type { Kind } from './kind.ts'
import { note } from './note.ts'
import { page } from './page.ts'
import { paper } from './paper.ts'
import { technique } from './technique.ts'

/** Every kind of document, by what `kind:` in front matter says; without it a document is a note. */
export const KINDS = { note, paper, technique, block, model, claim, hardware, page } satisfies Record<DocumentKind, Kind>
