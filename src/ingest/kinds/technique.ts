import { z } from 'zod'
import { readImages, readLinks } from '../links.ts'
import { type Kind, NO_IDENTITY, readData, reportUnknownKeys, slug, text, texts } from './kind.ts'

const schema = z.object({ kind: text, slug, name: text, aliases: texts.optional() })

/** A named idea that papers use; the first paragraph of the body says what it is. */
export const technique: Kind = {
  understand(reading) {
    const data = readData(reading, schema)
    if (!data) return null
    reportUnknownKeys(reading, Object.keys(schema.shape))
    const { file } = reading
    const { slug, name, aliases = [] } = data
    const description = file.outline.prose.find((p) => p.role === 'paragraph' && !p.linksOnly)?.text.trim() ?? ''
    return {
      kind: 'technique',
      format: null,
      title: name,
      author: file.header.author,
      createdAt: null,
      modifiedAt: null,
      identity: { ...NO_IDENTITY, techniques: [{ slug, names: [name, ...aliases] }] },
      parts: [],
      links: readLinks(reading, []),
      images: readImages(reading, []),
      declared: [],
      related: [],
      techniques: [{ slug, name, description, markdown: file.text.slice(file.frontMatter.bodyStart).trim() }],
      architectures: [],
      claims: [],
      hardware: [],
    }
  },
}
