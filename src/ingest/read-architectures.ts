/** The blocks, networks and machines of a content folder, without a database: for the command line. */
import type { Library } from '../compute/build.ts'
import type { Spec } from '../compute/spec.ts'
import type { Diagnostic, HardwareFact } from '../graph.ts'
import { checkArchitectures } from './architectures.ts'
import { discover, readStable } from './discover.ts'
import { NOTHING_KNOWN } from './ingest.ts'
import { Reader, type ReadOptions } from './reader.ts'

/** What documents that specify an architecture or a machine say of themselves. Others are not parsed. */
const SPECIFIES = /^kind:[ \t]*["']?(?:block|model|hardware)\b/m
const HEAD_BYTES = 64 * 1024

export type Architectures = {
  library: Library
  hardware: HardwareFact[]
  /** findings about documents of blocks and networks; one with an error is not in the library */
  diagnostics: Diagnostic[]
}

export async function readArchitectures(options: ReadOptions): Promise<Architectures> {
  const found = discover(options.content)
  const paths = found.documents.filter((path) => {
    const bytes = readStable(options.content, path, options.maxNoteBytes)
    return Buffer.isBuffer(bytes) && SPECIFIES.test(bytes.toString('latin1', 0, HEAD_BYTES))
  })
  const reader = new Reader(options, found)
  try {
    const outcomes = await reader.read(paths, () => false)
    checkArchitectures(outcomes, NOTHING_KNOWN, found)
    const specs = new Map<string, Spec>()
    for (const { document } of outcomes.values()) for (const spec of document?.identity.architectures ?? []) specs.set(spec.slug, spec)
    return {
      library: { get: (slug) => specs.get(slug), slugs: () => [...specs.keys()].sort() },
      hardware: [...outcomes.values()].flatMap(({ document }) => document?.take().understood.hardware ?? []),
      diagnostics: [...outcomes.values()].flatMap(({ diagnostics }) => diagnostics),
    }
  } finally {
    await reader.close()
  }
}
