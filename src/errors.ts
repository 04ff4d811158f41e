/**
 * Every error that leaves the program, by whose fault it is. The author's are diagnostics
 * (src/ingest/diagnostics.ts); the client's are GraphQL errors with a stable code; the operator's carry
 * the exit code of the command line. Anything else is a bug: thrown plainly, logged, hidden from clients.
 */
import { GraphQLError } from 'graphql'

/** Exit codes of the command line. */
export const EXIT = { fine: 0, contentErrors: 1, usage: 2, failed: 3 } as const

/** Something that the person who runs the program can put right; its message is one clear sentence. */
export class OperatorError extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode: number, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'OperatorError'
    this.exitCode = exitCode
  }
}

export const contentMissing = (dir: string) =>
  new OperatorError(`There is no content folder at ${dir}. Name one with --content DIR.`, EXIT.usage)

export const contentEmpty = (dir: string) =>
  new OperatorError(`The content folder ${dir} holds no Markdown file. Nothing was changed.`, EXIT.usage)

export const badSetting = (message: string) => new OperatorError(message, EXIT.usage)

export const dataInUse = (dir: string, pid: string) =>
  new OperatorError(
    `${dir} is in use by process ${pid}: the embedded database takes one process. Stop that process, ask it over HTTP, or set DATABASE_URL to a PostgreSQL server.`,
    EXIT.failed,
  )

export const databaseUnreachable = (url: string, cause: unknown) =>
  new OperatorError(`The database at ${withoutPassword(url)} can't be reached: ${reason(cause)}.`, EXIT.failed, cause)

export const databaseRefused = (message: string, cause?: unknown) => new OperatorError(message, EXIT.failed, cause)

export const portInUse = (host: string, port: number) =>
  new OperatorError(`Port ${port} on ${host} is in use. Choose another with --port.`, EXIT.failed)

export const cannotListen = (host: string, port: number, cause: unknown) =>
  new OperatorError(`The server can't listen on ${host}:${port}: ${reason(cause)}.`, EXIT.failed, cause)

/** A value in the request that can't be used; `argument` names it. */
export const badInput = (message: string, argument: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } })

/** A specification, or what was asked of it, that does not fit; `path` leads to the place. */
export const specRefused = (message: string, path: readonly (string | number)[]) =>
  new GraphQLError(path.length > 0 ? `${path.join('.')}: ${message}` : message, { extensions: { code: 'BAD_USER_INPUT', specPath: path } })

/** The query asks for more than one answer may hold. Apollo gives validation errors a code of its own; `limit` becomes the code again in src/server/apollo.ts. */
export const tooExpensive = (message: string) => new GraphQLError(message, { extensions: { limit: 'QUERY_TOO_EXPENSIVE' } })

export const operationUnknown = (operation: string) => new GraphQLError(`There is no ${operation} here: the graph changes only by ingest.`)

/** A file named on the command line that can't be used. */
export const badInputFile = (file: string, why: string) =>
  new OperatorError(`${file} can't be used: ${why.replace(/\.$/, '')}.`, EXIT.usage)

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    if (parsed.password) parsed.password = '***'
    return parsed.href
  } catch {
    return 'DATABASE_URL'
  }
}

/** A failed connection to several addresses is an AggregateError with an empty message. */
function reason(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return reason(cause.errors[0])
  return cause instanceof Error ? cause.message || cause.name : String(cause)
}
