import { readImages, readLinks } from '../links.ts'
import { type Kind, NO_IDENTITY } from './kind.ts'

/** A page for its readers, such as a README: its links are checked, and it says nothing to the graph. */
export const page: Kind = {
  understand: (reading) => ({
    kind: 'page',
    format: null,
    title: reading.file.outline.headings[0]?.text ?? null,
    author: reading.file.header.author,
    createdAt: null,
    modifiedAt: null,
    identity: NO_IDENTITY,
    parts: [],
    links: readLinks(reading, []),
    images: readImages(reading, []),
    declared: [],
    related: [],
    techniques: [],
    architectures: [],
    claims: [],
    hardware: [],
  }),
}
