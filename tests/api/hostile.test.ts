/** Requests that mean harm, or are broken: each is answered soon, plainly, and leaves the server as it was. */
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from '../server.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const JSON_TYPE = { 'content-type': 'application/json' }
type Answer = { status: number; text: string }

const send = (body: string, headers: Record<string, string> = JSON_TYPE, method = 'POST', path = 'graphql'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, server.url), { method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    // a server that refuses early may close while the rest is being sent
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve({ status: 0, text: '' }) : reject(error),
    )
    outgoing.end(body)
  })
const query = (source: string, variables?: unknown) => send(JSON.stringify({ query: source, variables }))
const times = (text: string, n: number) => text.repeat(n)
const each = (n: number, make: (i: number) => string) => Array.from({ length: n }, (_, i) => make(i)).join(' ')

afterEach(async () => {
  expect(await query('{ paper(slug: "vit") { slug } }')).toEqual({ status: 200, text: '{"data":{"paper":{"slug":"vit"}}}\n' })
})

const nest = (n: number) => `{ paper(slug: "vit") { ${times('relations(first: 20) { nodes { source { ', n)} slug ${times('} } }', n)} } }`
const chain = (n: number) =>
  `{ paper(slug: "vit") { ...F0 } } ${each(n, (i) => `fragment F${i} on Paper { ${i === n - 1 ? 'title' : `...F${i + 1}`} }`)}`

describe('queries that ask for too much are refused before they run', () => {
  test.each([
    ['30 levels', nest(30)],
    ['200 levels', nest(200)],
    ['50,000 levels', nest(50_000)],
    ['a list value 20,000 deep', `{ paper(slug: ${times('[', 20_000)}${times(']', 20_000)}) { title } }`],
    ['inline fragments 5,000 deep', `{ paper(slug: "vit") { ${times('... on Paper { ', 5_000)} title ${times('}', 5_000)} } }`],
    ['20,000 aliases of __typename', `{ ${each(20_000, (i) => `a${i}: __typename`)} }`],
    ['600 aliases of a paper', `{ ${each(600, (i) => `a${i}: paper(slug: "vit") { title }`)} }`],
    ['20,000 times one field', `{ paper(slug: "vit") { ${times('title ', 20_000)} } }`],
    ['a page of 2,147,483,647', '{ papers(first: 2147483647) { nodes { title } } }'],
    ['a page past 32 bits', '{ papers(first: 2147483648) { nodes { title } } }'],
    ['a chain of 10,000 fragments', chain(10_000)],
    ['a fragment within itself', '{ paper(slug: "vit") { ...A } } fragment A on Paper { title ...A }'],
    [
      'two fragments in a circle',
      '{ paper(slug: "vit") { ...A } } fragment A on Paper { note { sections { paper { ...B } } } } fragment B on Paper { note { sections { paper { ...A } } } }',
    ],
    ['5,000 operations', each(5_000, (i) => `query O${i} { __typename }`)],
    ['5,000 variables', `query(${each(5_000, (i) => `$v${i}: Int`)}) { __typename }`],
    ['5,000 directives', `{ paper(slug: "vit") { title ${times('@include(if: true) ', 5_000)} } }`],
    ['the schema in circles', `{ __schema { types { ${times('fields { type { ', 10)} name ${times('} }', 10)} } } }`],
    ['@defer', '{ paper(slug: "vit") { ... @defer { title } } }'],
    ['a mutation', 'mutation { setTitle(slug: "vit", title: "owned") { title } }'],
    ['a subscription', 'subscription { tick }'],
    ['no syntax', '\u0001\u0002{{{'],
    ['a character past Unicode', '{ paper(slug: "\\u{110000}") { title } }'],
  ])('%s', async (_, source) => {
    const { status, text } = await query(source)
    expect([200, 400, 413]).toContain(status)
    const { data, errors } = JSON.parse(text)
    expect(data?.paper ?? data?.papers ?? null).toBeNull()
    expect(errors[0].extensions.code).toMatch(/^(?:QUERY_TOO_EXPENSIVE|GRAPHQL_\w+_FAILED|BAD_USER_INPUT|BAD_REQUEST)$/)
    expect(text.length).toBeLessThan(4_000)
  })
})

describe('odd but harmless queries are answered', () => {
  test.each([
    [
      'fragments that fan out under one key',
      `{ paper(slug: "vit") { ...F0 } } ${each(24, (i) => `fragment F${i} on Paper { ${i === 23 ? 'title' : `...F${i + 1} ... on Paper { ...F${i + 1} }`} }`)}`,
    ],
    ['a path for a slug', '{ paper(slug: "../../../../etc/passwd") { title } }'],
    ['SQL for a slug', `{ paper(slug: "' OR 1=1 --") { title } }`],
    ['wildcards for a text', `{ papers(first: 1, filter: { contains: "${times('%_', 90)}" }) { nodes { slug } } }`],
  ])('%s', async (_, source) => {
    const { status, text } = await query(source)
    expect([200, 400]).toContain(status)
    expect(text).not.toContain('INTERNAL_SERVER_ERROR')
  })
  test('variables that touch prototypes touch nothing', async () => {
    const { status } = await send(
      '{"query":"query($s: String!) { paper(slug: $s) { title } }","variables":{"__proto__":{"polluted":1},"s":"vit"}}',
    )
    expect(status).toBe(200)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('requests that are no GraphQL', () => {
  const SLUG = 'query($s: String!) { paper(slug: $s) { title } }'
  test.each([
    ['100 operations at once', `[${Array(100).fill('{"query":"{__typename}"}').join()}]`, [400]],
    ['null', 'null', [400]],
    ['a number', '5', [400]],
    ['nothing', '', [400]],
    ['a query that is a number', '{"query": 7}', [400]],
    ['an operation name that is a number', '{"query":"{__typename}","operationName":5}', [400]],
    ['two operations without a name', '{"query":"query A{__typename} query B{__typename}"}', [400]],
    ['variables 100,000 deep', `{"query":"${SLUG}","variables":{"s":${times('[', 100_000)}${times(']', 100_000)}}}`, [400]],
    ['a number past all', '{"query":"query($n: Int) { papers(first: $n) { totalCount } }","variables":{"n":1e999}}', [400, 200]],
    ['a million commas', JSON.stringify({ query: `{${times(',', 1_000_000)}__typename}` }), [413, 0]],
    ['a slug of 45 MB', JSON.stringify({ query: SLUG, variables: { s: times('a', 45_000_000) } }), [413, 0]],
    [
      'a hash that is not the query’s',
      JSON.stringify({ query: '{__typename}', extensions: { persistedQuery: { version: 1, sha256Hash: times('0', 64) } } }),
      [200, 400],
    ],
    [
      'a hash of no query',
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: times('ab', 32) } } }),
      [200, 400, 404],
    ],
  ])('%s', async (_, body, statuses) => {
    const { status, text } = await send(body)
    expect(statuses).toContain(status)
    expect(text).not.toContain('INTERNAL_SERVER_ERROR')
    expect(text.length).toBeLessThan(2_000)
  })

  test.each([
    ['a form', 'POST', 'graphql', { 'content-type': 'application/x-www-form-urlencoded' }, 'query=%7B__typename%7D', [400, 415]],
    ['a form of parts', 'POST', 'graphql', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--', [400, 415]],
    [
      'another character set',
      'POST',
      'graphql',
      { 'content-type': 'application/json; charset=utf-7' },
      '{"query":"{__typename}"}',
      [400, 415],
    ],
    ['a compressed body', 'POST', 'graphql', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 'x', [415]],
    ['DELETE', 'DELETE', 'graphql', {}, '', [400, 405]],
    ['a mutation by GET', 'GET', 'graphql?query=mutation%7Ba%7D', { 'apollo-require-preflight': '1' }, '', [400, 405]],
    ['two queries by GET', 'GET', 'graphql?query=%7B__typename%7D&query=%7B__typename%7D', { 'apollo-require-preflight': '1' }, '', [400]],
    ['a path out of the folder', 'GET', 'images/..%2f..%2f..%2fetc/passwd', {}, '', [400, 403, 404]],
    ['a header of 64 kB', 'POST', 'graphql', { ...JSON_TYPE, x: times('a', 65_536) }, '{"query":"{__typename}"}', [431, 0]],
  ] as [string, string, string, Record<string, string>, string, number[]][])('%s', async (_, method, path, headers, body, statuses) => {
    expect(statuses).toContain((await send(body, headers, method, path)).status)
  })

  test('what is no HTTP at all is hung up on', async () => {
    const heard = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(server.port, 'localhost', () => socket.write('\u0016\u0003\u0001garbage\r\n\r\n'))
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
    })
    expect(heard).toContain('400 Bad Request')
  })
})

test('200 heavy queries at once are all answered or put off, and none fails', async () => {
  const heavy =
    '{ papers(first: 50) { nodes { title links { url } relations(first: 20) { nodes { source { title } target { ... on Paper { title } } evidence { quote } } } } } }'
  const answers = await Promise.all(Array.from({ length: 200 }, () => query(heavy)))
  expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true)
  expect(answers.some(({ status }) => status === 200)).toBe(true)
})
