import type { DiagnosticResolvers, QueryResolvers } from '../generated/resolvers.ts'
import type { Severity } from '../graph.ts'
import { conditions, direction, tableConnection } from './connection.ts'
import type { Context } from './context.ts'

export const diagnosticQueries: QueryResolvers<Context> = {
  diagnostics(_, { severity, code, path, order, ...args }, { prisma }, info) {
    const where = conditions({ severity, code, path })
    return tableConnection(args, info, {
      key: 'id',
      find: (find) => prisma.diagnostic.findMany({ ...find, where, orderBy: { id: direction(order) } }),
      count: () => prisma.diagnostic.count({ where }),
    })
  },
}

export const Diagnostic: DiagnosticResolvers<Context> = {
  file: ({ path }) => path,
  severity: ({ severity }) => severity as Severity, // the store writes no other
}
