import { z } from 'zod'
import { readArxivId } from '../link-target.ts'
import { readImages, readLinks } from '../links.ts'
import { declaredRelations, type Kind, NO_IDENTITY, readData, relations, reportUnknownKeys, slug, text, texts } from './kind.ts'

const schema = z.object({
  kind: text,
  slug,
  name: text,
  aliases: texts.optional(),
  arxiv: text.optional(),
  doi: text.optional(),
  relations: relations.optional(),
})

/** A card: the name of a paper, its other names and its ids. It is no note about the paper. */
export const paper: Kind = {
  understand(reading) {
    const data = readData(reading, schema)
    if (!data) return null
    reportUnknownKeys(reading, Object.keys(schema.shape))
    const { slug, name, aliases = [], arxiv, doi = null } = data
    return {
      kind: 'paper',
      format: null,
      title: name,
      author: reading.file.header.author,
      createdAt: null,
      modifiedAt: null,
      identity: { ...NO_IDENTITY, cards: [{ slug, name, aliases, arxivId: arxiv ? readArxivId(arxiv) : null, doi }] },
      parts: [],
      links: readLinks(reading, []),
      images: readImages(reading, []),
      related: [],
      declared: declaredRelations(reading, data.relations).map((relation) => ({ ...relation, from: relation.from ?? slug })),
      techniques: [],
      architectures: [],
      claims: [],
      hardware: [],
    }
  },
}
