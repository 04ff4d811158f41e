/** What a client of the running server relies on. */
import { Buffer } from 'node:buffer'
import { parse } from 'graphql'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { ingestInto } from '../../src/ingest/ingest-into.ts'
import { createContext } from '../../src/resolvers/context.ts'
import { createApollo, typeDefs } from '../../src/server/apollo.ts'
import { startServer } from '../server.ts'
import { contentFolder, emptyStore, READING } from '../stores.ts'

test('every type, field and value of the schema says what it is', () => {
  const bare = typeDefs()
    .flatMap((source) => [...parse(source).definitions])
    .flatMap((definition) => {
      if (!('name' in definition) || !definition.name) return []
      const name = definition.name.value
      const parts = 'fields' in definition ? (definition.fields ?? []) : 'values' in definition ? (definition.values ?? []) : []
      const own = definition.kind.endsWith('Extension') || ('description' in definition && definition.description) ? [] : [name]
      return [...own, ...parts.filter((part) => !part.description).map((part) => `${name}.${part.name.value}`)]
    })
  expect(bare).toEqual([])
})

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

test('an image that is there has its size, and is served byte for byte', async () => {
  const folder = contentFolder({ 'notes/a.md': '---\ntitle: A\n---\n![one](../figures/one.png)\n', 'figures/one.png': PIXEL })
  const server = await startServer(folder.dir)
  try {
    const source = '{ images(first: 1) { nodes { url exists width height bytes sha256 } } }'
    const response = await fetch(new URL('graphql', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: source }),
    })
    const { data } = (await response.json()) as { data: { images: { nodes: { url: string }[] } } }
    const [image] = data.images.nodes
    expect(image).toMatchObject({ exists: true, width: 1, height: 1, bytes: PIXEL.length })
    expect(image?.url).toMatch(/^\/images\//)
    const served = await fetch(new URL(image?.url ?? '', server.url))
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await served.arrayBuffer())).toEqual(PIXEL)
  } finally {
    await server.close()
    folder.remove()
  }
})

test("a bug's message stays in the log", async () => {
  const logged: string[] = []
  const apollo = createApollo(pino({ level: 'error' }, { write: (line: string) => logged.push(line) }))
  const store = await emptyStore()
  await store.close()
  const { body } = await apollo.executeOperation(
    { query: '{ papers(first: 1) { nodes { slug } } }' },
    { contextValue: createContext(store) },
  )
  const answer = JSON.stringify(body)
  expect(answer).toContain('INTERNAL_SERVER_ERROR')
  expect(answer).toContain('The server failed to answer this')
  expect(answer).not.toMatch(/pool|close/i)
  expect(logged.join()).toMatch(/pool|close/i)
})

test('an empty content folder is said to be empty, and nothing is changed', async () => {
  const folder = contentFolder({ 'readme.txt': 'no note' })
  const store = await emptyStore()
  await expect(ingestInto(store, { content: folder.dir, ...READING })).rejects.toThrow(/holds no Markdown file. Nothing was changed/)
  expect(await store.prisma.document.count()).toBe(0)
  await store.close()
  folder.remove()
})
