import { z } from 'zod'
import { architecturesOf, claimOf, claimShape } from '../../compute/claims/claim.ts'
import { SpecError } from '../../compute/spec-error.ts'
import { readImages, readLinks } from '../links.ts'
import { type Kind, NO_IDENTITY, readData, reportUnknownKeys, slug, text } from './kind.ts'

const schema = z.object({ kind: text, slug, paper: slug.optional(), quote: text.optional(), source: text.optional(), ...claimShape })

/** A sentence of a note, or a figure that a source prints, and what to compute to check it. */
export const claim: Kind = {
  understand(reading) {
    reportUnknownKeys(reading, Object.keys(schema.shape))
    const data = readData(reading, schema)
    if (!data) return null
    const { kind: _, slug, paper = null, quote = null, source = null, ...written } = data
    if (quote === null && source === null) {
      reading.report('front-matter-value', 'a claim has the quote that it checks, or the source that prints it', 0)
      return null
    }
    if (quote !== null && paper === null) {
      reading.report('front-matter-value', 'quote: say which paper the note is about, with paper', reading.offsetOf(['quote']))
      return null
    }
    try {
      const { file } = reading
      const spec = claimOf(slug, written)
      return {
        kind: 'claim',
        format: null,
        title: quote ?? source,
        author: file.header.author,
        createdAt: null,
        modifiedAt: null,
        identity: { ...NO_IDENTITY, claims: [{ slug, paper, quote, uses: architecturesOf(spec) }] },
        parts: [],
        links: readLinks(reading, []),
        images: readImages(reading, []),
        declared: [],
        related: [],
        techniques: [],
        architectures: [],
        hardware: [],
        claims: [{ slug, paper, quote, source, spec, markdown: file.text.slice(file.frontMatter.bodyStart).trim() }],
      }
    } catch (error) {
      if (!(error instanceof SpecError)) throw error
      reading.report('front-matter-value', [error.path.join('.'), error.message].filter(Boolean).join(': '), reading.offsetOf(error.path))
      return null
    }
  },
}
