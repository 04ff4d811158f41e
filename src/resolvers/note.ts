import type { NoteResolvers, QueryResolvers } from '../generated/resolvers.ts'
import { conditions, direction, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { globalId } from './node.ts'

export const noteQueries: QueryResolvers<Context> = {
  async note(_, { path }, { loaders }) {
    const document = path.includes('\0') ? null : await loaders.document.load(path)
    return document?.kind === 'note' ? document : null
  },
  notes(_, { language, author, format, order, ...args }, { prisma }, info) {
    const where = { kind: 'note', ...conditions({ language, author, format }) }
    return tableConnection(args, info, {
      key: 'path',
      find: (find) => prisma.document.findMany({ ...find, where, orderBy: { path: direction(order) } }),
      count: () => prisma.document.count({ where }),
    })
  },
}

export const Note: NoteResolvers<Context> = {
  id: ({ path }) => globalId('Note', path),
  sections: ({ path }, _, { loaders }) => loaders.sectionsOfNote.load(path),
  diagnostics: ({ path }, _, { loaders }) => loaders.diagnostics.load(path),
}
