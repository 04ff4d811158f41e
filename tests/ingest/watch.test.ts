/** The graph follows the folder, and whoever listens is told. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ingestInto, newMemory } from '../../src/ingest/ingest-into.ts'
import { watchContent } from '../../src/ingest/watch.ts'
import type { GraphChanges } from '../../src/server/http.ts'
import type { Store } from '../../src/store/open.ts'
import { startServer } from '../server.ts'
import { contentFolder, emptyStore, READING } from '../stores.ts'

const note = (name: string, id: string, text: string) => `# [${name}: Words of a Title](https://arxiv.org/abs/2101.${id})\n\n${text}\n`

let store: Store
let folder: ReturnType<typeof contentFolder>
beforeEach(async () => {
  store = await emptyStore()
  folder = contentFolder({ 'a.md': note('GridNet', '00001', 'Grids.'), 'b.md': note('BoxNet', '00002', 'Boxes.') })
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

test('a change, a new note, a rename and a removal are each followed by an ingest', async () => {
  const options = { content: folder.dir, ...READING }
  const memory = newMemory({ watching: true })
  await ingestInto(store, options, memory)
  const results = new EventEmitter<{ result: [Awaited<ReturnType<typeof ingestInto>>] }>()
  const errors: Error[] = []
  const watching = watchContent(
    store,
    options,
    { memory, before: [] },
    {
      onResult: (result) => results.emit('result', result),
      onError: (error) => errors.push(error),
    },
  )
  await watching.ready
  const next = () => new Promise<Awaited<ReturnType<typeof ingestInto>>>((resolve) => results.once('result', resolve))
  const slugs = async () =>
    (await store.prisma.paper.findMany({ where: { status: 'DOCUMENTED' }, orderBy: { slug: 'asc' } })).map(({ slug }) => slug)
  let result = next()
  folder.write('b.md', note('BoxNet', '00002', 'BoxNet improves on GridNet.'))
  expect((await result).run).toMatchObject({ changed: 1, unchanged: 1 })
  expect(await store.prisma.relation.count()).toBe(1)
  result = next()
  folder.write('c/d.md', note('CellNet', '00003', 'Cells.'))
  expect((await result).run).toMatchObject({ added: 1 })
  expect(await slugs()).toHaveLength(3)
  result = next()
  folder.remove('c')
  expect((await result).run).toMatchObject({ removed: 1 })
  expect(await slugs()).toHaveLength(2)
  expect(errors).toEqual([])
  await watching.close()
}, 60_000)

test('events are told to those who listen, and the end of listening is noticed', async () => {
  const changes = new EventEmitter<GraphChanges>()
  const server = await startServer(folder.dir, changes)
  const abort = new AbortController()
  const response = await fetch(new URL('events', server.url), { signal: abort.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe(': listening\n\n')
  changes.emit('change', { version: 7, run: null, summary: {} })
  expect((await reader?.read())?.value).toBe('event: change\ndata: {"version":7,"run":null,"summary":{}}\n\n')
  abort.abort()
  await expect.poll(() => changes.listenerCount('change')).toBe(0)
  await server.close()
})
