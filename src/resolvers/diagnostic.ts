import type { DiagnosticResolvers, QueryResolvers } from '../generated/resolvers.ts'
import type { Severity } from '../graph.ts'
import { tableConnection } from './connection.ts'
import type { Context } from './context.ts'

export const diagnosticQueries: QueryResolvers<Context> = {
  diagnostics(_, { severity, code, path, ...args }, { prisma }, info) {
    const where = { ...(severity ? { severity } : {}), ...(code ? { code } : {}), ...(path ? { path } : {}) }
    return tableConnection(args, info, {
      key: 'id',
      find: (find) => prisma.diagnostic.findMany({ ...find, where, orderBy: { id: 'asc' } }),
      count: () => prisma.diagnostic.count({ where }),
    })
  },
}

export const Diagnostic: DiagnosticResolvers<Context> = {
  file: ({ path }) => path,
  severity: ({ severity }) => severity as Severity, // the store writes no other
}
