/** A claim's verdict follows the note and the architectures, and is looked at again only where they changed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Prisma } from '../../src/generated/prisma/client.ts'
import { ingestInto, newMemory } from '../../src/ingest/ingest-into.ts'
import { knownFiles } from '../../src/store/known.ts'
import type { Store } from '../../src/store/open.ts'
import { contentFolder, DATABASES, emptyStore, READING } from '../stores.ts'

const NOTE = '---\ntitle: AlphaNet\nslug: alphanet\n---\n\nAlphaNet is cheap.  It has\nfew params. It is quick.\n'
const block = (slug: string, out: number) =>
  `---\nkind: block\nslug: ${slug}\nname: ${slug}\npaper: alphanet\ninput: [8, 4, 4]\nlayers: [{ conv: { out: ${out}, kernel: 1 } }]\n---\n`
const claim = (slug: string, of: string, quote = 'It has few params') =>
  `---\nkind: claim\nslug: ${slug}\npaper: alphanet\nquote: ${quote}\nlet: { a: ${of} }\nexpect: a.params <= 64\n---\n`

describe.each(DATABASES)('claims in %s', (database) => {
  let store: Store
  let folder: ReturnType<typeof contentFolder>
  beforeEach(async () => {
    store = await emptyStore(database)
    folder = contentFolder({
      'notes/a.md': NOTE,
      'blocks/one.md': block('one', 8),
      'blocks/two.md': block('two', 16),
      'claims/one.md': claim('one-is-small', 'one'),
      'claims/two.md': claim('two-is-small', 'two'),
    })
  })
  afterEach(async () => {
    folder.remove()
    await store.close()
  })
  const ingest = () => ingestInto(store, { content: folder.dir, ...READING })
  const verdict = async (slug = 'one-is-small') => {
    const row = await store.prisma.claim.findUniqueOrThrow({ where: { slug } })
    return { verdict: row.verdict, reason: row.reason, line: row.quoteLine, column: row.quoteColumn }
  }
  const found = (diagnostics: Awaited<ReturnType<typeof ingest>>['diagnostics']) =>
    diagnostics.filter(({ code }) => code.startsWith('claim')).map((d) => `${d.path}:${d.line} ${d.code} ${d.message}`)

  test('a quote is found whatever white space is between its words; what fails is a finding', async () => {
    const { diagnostics } = await ingest()
    expect(await verdict()).toEqual({ verdict: 'HOLDS', reason: 'It holds: it is 64, beside 64.', line: 6, column: 21 })
    expect(await verdict('two-is-small')).toMatchObject({ verdict: 'FAILS' })
    expect(found(diagnostics)).toEqual(['claims/two.md:7 claim-fails two-is-small: It fails: it is 128, beside 64.'])
  })

  test('a note that no longer has the quote makes it stale, and the nearest sentence is told', async () => {
    await ingest()
    folder.write('notes/a.md', NOTE.replace('few params', 'very few params'))
    const { diagnostics } = await ingest()
    expect(await verdict()).toMatchObject({ verdict: 'STALE', line: null })
    expect(found(diagnostics)).toContain('claims/one.md:3 claim-changed one-is-small: the verdict was HOLDS, and is now STALE.')
    folder.write('notes/a.md', NOTE.replace('AlphaNet is cheap.  It has\nfew params.', 'It has rather few params.'))
    await ingest()
    expect((await verdict()).reason).toBe('No note about alphanet has this quote; nearest is “It has rather few params.” (notes/a.md:6).')
    folder.write('notes/a.md', NOTE)
    await ingest()
    expect((await verdict()).verdict).toBe('HOLDS')
    const events = await store.prisma.claimEvent.findMany({ where: { claimSlug: 'one-is-small' }, orderBy: { at: 'asc' } })
    expect(events.map((event) => event.verdict)).toEqual(['HOLDS', 'STALE', 'HOLDS'])
  })

  test('a quote stands in what is written about its own paper, not in the section beside', async () => {
    const section = (name: string, text: string) => `## ${name}\n\n[abstract](https://arxiv.org/abs/2001.0000${name.length})\n\n${text}\n\n`
    folder.write('notes/a.md', `# Notes\n\n${section('AlphaNet', 'It is quick.')}${section('BetaNet', 'It has few params.')}`)
    folder.write('claims/one.md', claim('one-is-small', 'one').replace('paper: alphanet', 'paper: betanet'))
    await ingest()
    expect(await verdict('one-is-small')).toMatchObject({ verdict: 'HOLDS', line: 13 })
    expect(await verdict('two-is-small')).toMatchObject({ verdict: 'STALE' })
  })

  test('a block that changes has its claims checked again, and no others', async () => {
    // which transaction wrote each row: PostgreSQL keeps it
    const written = () => store.run<{ slug: string; by: string }>(Prisma.sql`SELECT slug, xmin::text AS by FROM "Claim" ORDER BY slug`)
    await ingest()
    const before = await written()
    folder.write('blocks/one.md', block('one', 32))
    const result = await ingest()
    expect(result.run).toMatchObject({ changed: 1 })
    const after = await written()
    expect(after.map(({ by }, i) => by === before[i]?.by)).toEqual([false, true])
    expect(await verdict()).toMatchObject({ verdict: 'FAILS' })
    expect(await store.prisma.claimEvent.count()).toBe(3)
    folder.remove('blocks/one.md')
    await ingest()
    expect(await verdict()).toMatchObject({ verdict: 'UNSUPPORTED', reason: 'a: there is no block or model one.' })
    expect(await ingest()).toMatchObject({ changed: false })
  })

  test('what one ingest remembers is what the store holds', async () => {
    const memory = newMemory()
    const again = async () => {
      await ingestInto(store, { content: folder.dir, ...READING }, memory)
      const held = await knownFiles(store.run)
      // as the store gives it back: text that was JSON
      expect(JSON.parse(JSON.stringify(Object.fromEntries(memory.known?.files ?? [])))).toEqual(
        JSON.parse(JSON.stringify(Object.fromEntries(held.files))),
      )
      expect(Object.fromEntries(memory.known?.verdicts ?? [])).toEqual(Object.fromEntries(held.verdicts))
      expect([memory.known?.version, memory.known?.rules]).toEqual([held.version, held.rules])
    }
    await again()
    folder.write('notes/a.md', NOTE.replace('few params', 'very few params'))
    folder.write('claims/three.md', claim('three', 'two'))
    await again()
    folder.write('blocks/one.md', '---\nkind: block\nslug: One\n---\n')
    folder.remove('claims/three.md')
    await again()
    // another process changes the store
    folder.remove('claims/two.md')
    await ingest()
    folder.write('notes/a.md', NOTE)
    await again()
  })

  test('two claims with one slug: the later file is refused', async () => {
    folder.write('claims/zwei.md', claim('two-is-small', 'one'))
    const { diagnostics } = await ingest()
    expect(diagnostics.filter((d) => d.severity === 'ERROR')).toMatchObject([{ code: 'slug-duplicate', path: 'claims/zwei.md', line: 3 }])
    expect(await verdict('two-is-small')).toMatchObject({ verdict: 'FAILS' })
  })

  test.each([
    ['a claim without a quote or a source', 'quote: It has few params\n', '', '1:1'],
    ['an expectation that is none', 'a.params <= 64', 'a.params', '7:9'],
    ['an architecture before which the other does not stand', '{ a: one }', '{ a: { of: one, equal: { macs: b, vary: n } } }', '6:29'],
  ])('%s is refused with its place', async (_, from, to, place) => {
    folder.write('claims/one.md', claim('one-is-small', 'one').replace(from, to))
    const [error] = (await ingest()).diagnostics.filter((d) => d.severity === 'ERROR')
    expect(`${error?.path}:${error?.line}:${error?.column}`).toBe(`claims/one.md:${place}`)
  })
})
