import { z } from 'zod'
import { blocksUsed, type Spec, specShape } from '../../compute/spec.ts'
import { readImages, readLinks } from '../links.ts'
import { type Kind, NO_IDENTITY, readData, reportUnknownKeys, slug, text, texts } from './kind.ts'

const schema = z.object({ kind: text, slug, name: text, paper: slug.optional(), aliases: texts.optional(), ...specShape })

/** A document whose front matter specifies an architecture; whether it fits together is for architectures.ts to say, which knows the others. */
const architecture = (kind: 'block' | 'model'): Kind => ({
  understand(reading) {
    reportUnknownKeys(reading, Object.keys(schema.shape))
    const data = readData(reading, schema)
    if (!data) return null
    const { file } = reading
    const { slug, name, aliases = [], paper = null } = data
    const spec = { slug, parameters: data.parameters, input: data.input, layers: data.layers } as Spec // the schema let it through
    return {
      kind,
      format: null,
      title: name,
      author: file.header.author,
      createdAt: null,
      modifiedAt: null,
      identity: { ...NO_IDENTITY, architectures: [spec] },
      parts: [],
      links: readLinks(reading, []),
      images: readImages(reading, []),
      declared: [],
      related: [],
      techniques: [],
      claims: [],
      hardware: [],
      architectures: [
        {
          kind,
          slug,
          name,
          paper,
          aliases,
          spec: JSON.stringify(spec),
          uses: blocksUsed(spec),
          markdown: file.text.slice(file.frontMatter.bodyStart).trim(),
        },
      ],
    }
  },
})

/** An architecture building block: its parameters, its input and its layers. */
export const block = architecture('block')
/** A whole network, made of layers and blocks. */
export const model = architecture('model')
