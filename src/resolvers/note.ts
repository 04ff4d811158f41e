import type { NoteResolvers, QueryResolvers } from '../generated/resolvers.ts'
import { tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { globalId } from './node.ts'

const where = { kind: 'note' }

export const noteQueries: QueryResolvers<Context> = {
  async note(_, { path }, { loaders }) {
    const document = path.includes('\0') ? null : await loaders.document.load(path)
    return document?.kind === 'note' ? document : null
  },
  notes: (_, args, { prisma }, info) =>
    tableConnection(args, info, {
      key: 'path',
      find: (find) => prisma.document.findMany({ ...find, where, orderBy: { path: 'asc' } }),
      count: () => prisma.document.count({ where }),
    }),
}

export const Note: NoteResolvers<Context> = {
  id: ({ path }) => globalId('Note', path),
  sections: ({ path }, _, { loaders }) => loaders.sectionsOfNote.load(path),
  diagnostics: ({ path }, _, { loaders }) => loaders.diagnostics.load(path),
}
