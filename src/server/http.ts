/** The HTTP front: GraphQL, the playground's files, the content's images. Plain node:http, so that every limit is ours. */

import type { EventEmitter } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { Logger } from 'pino'
import send from 'send'
import type { Config } from '../config.ts'
import { PACKAGE_ROOT } from '../config.ts'
import { cannotListen, portInUse } from '../errors.ts'
import { type Context, createContext } from '../resolvers/context.ts'
import type { Store } from '../store/open.ts'
import { readExamples } from './examples.ts'

const MAX_BODY = 256 * 1024
const WEB = path.join(PACKAGE_ROOT, 'dist/web')

/** Told to whoever listens at /events: the graph version, what the ingest changed and how many findings there are. */
export type GraphChanges = { change: [{ version: number | null; run: object | null; summary: object }] }

export type Front = Pick<Config, 'content' | 'host' | 'port'> & {
  apollo: ApolloServer<Context>
  store: Store
  log: Logger
  changes?: EventEmitter<GraphChanges>
}

/** Listens; resolves with the server once it does. Throws OperatorError when it can't. */
export async function listen(front: Front): Promise<Server> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000 }, (request, response) => {
    answer(front, request, response).catch((error: unknown) => {
      front.log.error({ err: error }, 'a request failed')
      if (!response.headersSent) plain(response, 500, 'The server failed to answer this; its log says why.')
      else response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portInUse(front.host, front.port) : cannotListen(front.host, front.port, error)),
    )
    server.listen(front.port, front.host, resolve)
  })
  return server
}

async function answer(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  const [pathname = '/'] = (request.url ?? '/').split('?', 1)
  if (pathname === '/graphql') return graphql(front, request, response)
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'This address is read by GET.')
  if (pathname === '/examples.json') return json(response, await readExamples(front.content))
  if (pathname === '/events') return events(front, response)
  if (pathname === '/health') return json(response, { status: 'ok' })
  if (pathname.startsWith('/images/')) return image(front, request, response, pathname)
  response.setHeader(
    'content-security-policy',
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'",
  )
  return stream(request, response, pathname, WEB)
}

async function graphql({ apollo, store }: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request)
  if ('refused' in body) {
    // what is left of the body is not read
    response.setHeader('connection', 'close').on('finish', () => request.destroy())
    return json(response, { errors: [{ message: body.message, extensions: { code: 'BAD_REQUEST' } }] }, body.refused)
  }
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const search = new URL(request.url ?? '/', 'http://localhost').search
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: (request.method ?? 'GET').toUpperCase(), headers, search, body: body.json },
    context: async () => createContext(store),
  })
  for (const [name, value] of result.headers) response.setHeader(name, value)
  response.statusCode = result.status ?? 200
  if (result.body.kind === 'complete') response.end(result.body.string)
  else {
    for await (const chunk of result.body.asyncIterator) response.write(chunk)
    response.end()
  }
}

/** Open streams at once; each holds a connection. */
const MAX_LISTENERS = 100

/** Server-sent events: one `change` for each ingest that changed the graph. */
function events({ changes }: Front, response: ServerResponse): Promise<void> {
  if (!changes || changes.listenerCount('change') >= MAX_LISTENERS) {
    plain(response, 503, changes ? 'Too many are listening.' : 'Nothing is watched here.')
    return Promise.resolve()
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(': listening\n\n')
  const tell = (change: object) => response.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`)
  changes.on('change', tell)
  return new Promise((resolve) => {
    response.once('close', () => {
      changes.off('change', tell)
      resolve()
    })
  })
}

type Body = { json: unknown } | { refused: number; message: string }

async function readBody(request: IncomingMessage): Promise<Body> {
  if (request.method !== 'POST') return { json: undefined }
  if (request.headers['content-encoding']) return { refused: 415, message: 'Bodies are taken without content-encoding.' }
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
  if (charset && !/^utf-?8$/i.test(charset)) return { refused: 415, message: 'Bodies are taken in UTF-8.' }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > MAX_BODY) return { refused: 413, message: `A request has at most ${MAX_BODY} bytes.` }
    chunks.push(chunk as Buffer)
  }
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { refused: 400, message: 'The body is not JSON.' }
  }
}

/** Only images that the graph knows are served, as the type that was found in them. */
async function image({ content, store }: Front, request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
  let file: string
  try {
    file = decodeURIComponent(pathname.slice('/images/'.length))
  } catch {
    return plain(response, 400, 'The address is not well formed.')
  }
  const known = file.includes('\0')
    ? null
    : await store.prisma.image.findFirst({ where: { file, exists: true }, select: { mediaType: true } })
  if (!known?.mediaType) return plain(response, 404, 'There is no such image.')
  response.setHeader('content-type', known.mediaType)
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  return stream(request, response, `/${file.split('/').map(encodeURIComponent).join('/')}`, content, 'allow')
}

function stream(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  root: string,
  dotfiles: 'allow' | 'ignore' = 'ignore',
): Promise<void> {
  return new Promise((resolve) => {
    response.on('close', resolve)
    send(request, pathname, { root, dotfiles })
      .on('error', (error: { status?: number }) =>
        plain(
          response,
          error.status ?? 500,
          error.status === 404 ? 'There is nothing at this address.' : "This address can't be answered.",
        ),
      )
      .on('directory', () => plain(response, 404, 'There is nothing at this address.'))
      .pipe(response)
  })
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(value))
}

function plain(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.end(`${message}\n`)
}
