import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { PACKAGE_ROOT } from '../config.ts'
import type { Context } from '../resolvers/context.ts'
import { resolvers } from '../resolvers/index.ts'
import { limits, MAX_TOKENS } from './limits.ts'

const SCHEMA_DIR = path.join(PACKAGE_ROOT, 'src/schema')

/** The SDL of the whole API, as people read it in src/schema. */
export const typeDefs = () =>
  readdirSync(SCHEMA_DIR)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(path.join(SCHEMA_DIR, file), 'utf8'))

const MAX_MESSAGE = 300
/** Of a document that breaks every rule in every field, more would only be work. */
const MAX_ERRORS = 5

/** The GraphQL server without a transport. A bug's message stays in the log; the client gets a plain sentence. */
export function createApollo(log: Logger): ApolloServer<Context> {
  return new ApolloServer<Context>({
    typeDefs: typeDefs(),
    resolvers,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limits],
    validationOptions: { maxErrors: MAX_ERRORS },
    persistedQueries: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled()],
    formatError: (formatted, error) => hideBugs(formatted, error, log),
  })
}

function hideBugs(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? error.originalError : error
  const isBug =
    formatted.extensions?.code === 'INTERNAL_SERVER_ERROR' ||
    (cause !== undefined && cause !== null && !(cause instanceof GraphQLError) && !formatted.extensions?.code)
  if (isBug) {
    log.error({ err: cause ?? error, path: formatted.path }, 'a resolver failed')
    return {
      message: 'The server failed to answer this; its log says why.',
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    }
  }
  const { limit, ...extensions } = formatted.extensions ?? {}
  return { ...formatted, message: formatted.message.slice(0, MAX_MESSAGE), extensions: limit ? { ...extensions, code: limit } : extensions }
}
