import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ingestInto, newMemory } from '../../src/ingest/ingest-into.ts'
import type { Store } from '../../src/store/open.ts'
import { contentFolder, DATABASES, emptyStore, READING } from '../stores.ts'

const one = (name: string, id: string, body = '') =>
  `## ${name}\n\n${name} title\n\n[[abstract](https://arxiv.org/abs/${id})]\n\n${body}\n\n`
const NOTE = one('AlphaNet', '2001.00001', '在BetaNet的基础上，提出新的结构。') + one('BetaNet', '2002.00002', '很好的文章，值得一读。')

describe.each(DATABASES)('ingest into %s', (database) => {
  let store: Store
  let folder: ReturnType<typeof contentFolder>
  beforeEach(async () => {
    store = await emptyStore(database)
    folder = contentFolder({ 'notes/a.md': NOTE })
  })
  afterEach(async () => {
    folder.remove()
    await store.close()
  })
  const ingest = () => ingestInto(store, { content: folder.dir, ...READING })
  /** Everything but runs and versions. */
  const graph = async (of = store) =>
    JSON.stringify(
      await Promise.all([
        of.prisma.paper.findMany({ orderBy: { slug: 'asc' } }),
        of.prisma.relation.findMany({ orderBy: { id: 'asc' } }),
        of.prisma.evidence.findMany({ orderBy: { id: 'asc' } }),
        of.prisma.section.findMany({ orderBy: { id: 'asc' } }),
        of.prisma.mention.findMany({ orderBy: { id: 'asc' } }),
        of.prisma.diagnostic.findMany({ orderBy: { id: 'asc' } }),
      ]),
    )
  const slugs = async () =>
    (await store.prisma.paper.findMany({ orderBy: { slug: 'asc' } })).map((paper) => `${paper.slug} ${paper.status}`)

  test.each([
    ['GridNet: Grids for All', 'GridNet'],
    ['GridNet - Grids for All', 'GridNet'],
    ['GridNet：万物的网格', 'GridNet'],
    ['An Image Is Worth 16x16 Words: Transformers', 'An Image Is Worth 16x16 Words: Transformers'],
    ['Grids for All', 'Grids for All'],
  ])('a note headed %j is about what is called %j', async (heading, name) => {
    writeFileSync(`${folder.dir}/notes/b.md`, `# [${heading}](https://arxiv.org/abs/2003.00003)\n\nText.\n`)
    await ingest()
    expect(await store.prisma.paper.findFirst({ where: { arxivId: '2003.00003' } })).toMatchObject({ name, title: heading })
  })

  test('a second ingest writes nothing and does not move the graph version', async () => {
    expect(await ingest()).toMatchObject({ changed: true, graphVersion: 1 })
    const before = await graph()
    expect(await ingest()).toMatchObject({ changed: false, graphVersion: 1 })
    expect(await graph()).toBe(before)
    expect(await store.prisma.ingestRun.count()).toBe(1)
  })

  test('what the first section of a paper does not say comes from the next that does', async () => {
    folder.write(
      'a.md',
      '# Index\n\n## GridNet\n\n[pdf](https://arxiv.org/abs/2101.00001)\n\nGood.\n\n## BoxNet\n\n[pdf](https://arxiv.org/abs/2101.00002)\n',
    )
    folder.write(
      'b.md',
      '# Grids for All of Us\n\n- Authors: Ada Lovelace\n- Year: 2020\n- arXiv: 2101.00001\n- DOI: 10.1234/grid\n\nGrids.\n',
    )
    await ingest()
    expect(await store.prisma.paper.findUnique({ where: { slug: 'gridnet' } })).toMatchObject({
      name: 'GridNet',
      title: 'Grids for All of Us',
      arxivId: '2101.00001',
      doi: '10.1234/grid',
      authors: ['Ada Lovelace'],
      summary: 'Good.',
    })
  })

  test('a file whose name is no text is refused, and is none of those that did not change', async () => {
    writeFileSync(Buffer.concat([Buffer.from(`${folder.dir}/notes/`), Buffer.from([0xff]), Buffer.from('.md')]), 'x')
    expect((await ingest()).run).toMatchObject({ added: 1, unchanged: 0, refused: 1 })
  })

  test('of two ingests at once one waits, and finds nothing left to do', async () => {
    const results = await Promise.all([ingest(), ingest()])
    expect(results.map(({ changed, graphVersion }) => [changed, graphVersion]).sort()).toEqual([
      [false, 1],
      [true, 1],
    ])
    expect(await store.prisma.ingestRun.count()).toBe(1)
  })

  test('of two at once that read different things, the later begins from what the other left', async () => {
    await ingest()
    const other = contentFolder({ 'notes/a.md': NOTE, 'notes/b.md': one('GammaNet', '2003.00003') })
    folder.write('notes/c.md', one('DeltaNet', '2003.00005'))
    const results = await Promise.all([ingest(), ingestInto(store, { content: other.dir, ...READING })])
    expect(results.map(({ graphVersion }) => graphVersion).sort()).toEqual([2, 3])
    const last = results[0]?.graphVersion === 3 ? 'deltanet' : 'gammanet'
    expect((await slugs()).filter((slug) => slug.includes('DOCUMENTED'))).toEqual([
      'alphanet DOCUMENTED',
      'betanet DOCUMENTED',
      `${last} DOCUMENTED`,
    ])
    other.remove()
  })

  test('step by step or at once, the graph is the same', async () => {
    await ingest()
    folder.write('notes/b.md', one('GammaNet', '2003.00003', '综合了AlphaNet和DeltaNet的结构。') + one('EpsilonNet', '2003.00004'))
    folder.write('notes/a.md', `${NOTE}\n`)
    await ingest()
    const stepwise = await graph()
    await store.close()
    store = await emptyStore(database)
    await ingest()
    expect(await graph()).toBe(stepwise)
  })

  test('only what writes a name that changed is read again, and the graph is that of a fresh start', async () => {
    const memory = newMemory({ watching: true })
    // as a watch tells it: only this document changed, came or went
    const step = (path?: string) => {
      memory.only = path === undefined ? null : new Set([path])
      return ingestInto(store, { content: folder.dir, ...READING }, memory)
    }
    const fresh = async () => {
      const other = await emptyStore(database)
      await ingestInto(other, { content: folder.dir, ...READING })
      const whole = await graph(other)
      await other.close()
      return whole
    }
    const titled = (name: string, id: string, body: string) => `# [${name}: Words of a Title](https://arxiv.org/abs/${id})\n\n${body}\n`
    folder.write(
      'notes/c.md',
      titled(
        'GammaNet',
        '2003.00003',
        'It improves on DeltaNet. See [it](d.md), [[e]], [a page](pages/), [a list](list.md) and 2004.00004.',
      ),
    )
    await step()
    const edits: [string, string | null][] = [
      ['notes/d.md', titled('DeltaNet', '2004.00004', 'Plain.')], // named before, now documented
      ['notes/e.md', titled('Other-Delta', '2005.00005', 'It is **Gamma**Net with more.')],
      ['notes/e.md', titled('DeltaNet', '2005.00005', 'A twin: the name is ambiguous.')],
      ['notes/d.md', titled('DeltaNet', '2004.00004', 'Only words changed, of GammaNet.')],
      ['notes/e.md', null],
      ['notes/a.md', NOTE.replace('## BetaNet', '## BetaNetwork')],
      ['techniques/t.md', '---\nkind: technique\nslug: plain-words\nname: plain words\naliases: [title]\n---\n'],
      ['notes/list.md', 'A list.\n'],
      ['notes/list.md', null],
      ['notes/pages/other.md', 'Of a folder that came.\n'],
      ['notes/pages/index.md', '# A page\n\nOf [GammaNet](../c.md#gammanet-words-of-a-title).\n'],
      ['notes/pages/index.md', null],
      ['notes/pages/other.md', null],
      ['notes/c.md', null],
    ]
    for (const [path, text] of edits) {
      if (text === null) folder.remove(path)
      else folder.write(path, text)
      await step(path)
      expect(await graph(), path).toBe(await fresh())
    }
  }, 60_000)

  test('what could not be stored is new to the next ingest, too', async () => {
    const memory = newMemory()
    await ingestInto(store, { content: folder.dir, ...READING }, memory)
    folder.write('notes/c.md', one('GammaNet', '2003.00003', '在DeltaNet基础上改进。'))
    await ingestInto(store, { content: folder.dir, ...READING }, memory)
    folder.write('notes/d.md', one('Delta-Net', '2004.00004').replace('Delta-Net title', 'DeltaNet: a title'))
    const broken = { ...store, pool: { connect: () => Promise.reject(new Error('gone')) } as never }
    await expect(ingestInto(broken, { content: folder.dir, ...READING }, memory)).rejects.toThrow('gone')
    await ingestInto(store, { content: folder.dir, ...READING }, memory)
    expect(await store.prisma.relation.findMany({ where: { sourceSlug: 'gammanet' } })).toMatchObject([{ targetPaper: 'delta-net' }])
  })

  test('a deleted note leaves the papers that others name as noted ones', async () => {
    folder.write('notes/b.md', one('GammaNet', '2003.00003', '在AlphaNet基础上改进。') + one('EpsilonNet', '2003.00004'))
    await ingest()
    folder.remove('notes/a.md')
    await ingest()
    expect(await slugs()).toEqual(['alphanet NOTED', 'epsilonnet DOCUMENTED', 'gammanet DOCUMENTED'])
  })

  test('a link to a paper that no note is about makes a noted one, until one is', async () => {
    const linking = '并优于 [Grids for All of Us](https://arxiv.org/abs/2009.00009)，也优于 [this](https://arxiv.org/abs/2009.00010)。'
    folder.write('notes/b.md', one('GammaNet', '2003.00003', linking))
    await ingest()
    const noted = await store.prisma.paper.findMany({ where: { slug: { startsWith: 'arxiv-' } }, orderBy: { slug: 'asc' } })
    expect(noted).toMatchObject([
      { slug: 'arxiv-2009-00009', name: 'Grids for All of Us', arxivId: '2009.00009', status: 'NOTED' },
      { slug: 'arxiv-2009-00010', name: 'arXiv 2009.00010', arxivId: '2009.00010', status: 'NOTED' },
    ])
    folder.write('notes/c.md', one('GridNet', '2009.00009'))
    await ingest()
    const relations = await store.prisma.relation.findMany({ where: { sourceSlug: 'gammanet' }, orderBy: { targetPaper: 'asc' } })
    expect(relations.map(({ kind, targetPaper }) => [kind, targetPaper])).toEqual([
      ['OUTPERFORMS', 'arxiv-2009-00010'],
      ['OUTPERFORMS', 'gridnet'],
    ])
    expect(await store.prisma.paper.findUnique({ where: { slug: 'arxiv-2009-00009' } })).toBeNull()
  })

  test('a broken file is reported, what was stored of it stays, and the rest is ingested', async () => {
    await ingest()
    folder.write('notes/a.md', '---\ntitle: [\n---\n')
    folder.write('notes/b.md', '---\ntitle: Solo\nslug: solo\narxiv: 1801.04380\n---\nText.\n')
    const result = await ingest()
    expect(result.diagnostics.filter((d) => d.severity === 'ERROR')).toMatchObject([{ code: 'front-matter-syntax', path: 'notes/a.md' }])
    expect(await slugs()).toEqual(['alphanet DOCUMENTED', 'betanet DOCUMENTED', 'solo DOCUMENTED'])
    expect(await store.prisma.paper.findUnique({ where: { slug: 'solo' } })).toMatchObject({ arxivId: '1801.04380', year: 2018, month: 1 })
    expect(await ingest()).toMatchObject({ changed: false, summary: { errors: 1 } })
  })

  test('a block that no longer builds is refused by itself: what uses it goes on with what was stored', async () => {
    const block = (layer: string) => `---\nkind: block\nslug: part\nname: Part\ninput: [8, 4, 4]\nlayers: [${layer}]\n---\n`
    const model = (use: string) => `---\nkind: model\nslug: whole\nname: Whole\ninput: [8, 4, 4]\nlayers: [{ block: ${use} }]\n---\n`
    folder.write('blocks/z.md', block('relu'))
    folder.write('models/a.md', model('part'))
    await ingest()
    folder.write('blocks/z.md', block('{ channelshuffle: 3 }'))
    folder.write('models/a.md', model('{ use: part, repeat: 2 }'))
    const problems = ({ diagnostics }: Awaited<ReturnType<typeof ingest>>) =>
      diagnostics.filter((d) => d.severity === 'ERROR').map((d) => `${d.path}:${d.line} ${d.message}`)
    expect(problems(await ingest())).toEqual([
      'blocks/z.md:6 layers.0.channelshuffle.groups: groups 3 does not divide the 8 channels that come in.',
    ])
    folder.write('blocks/other.md', block('{ channelshuffle: 3 }').replace('slug: part', 'slug: other'))
    folder.write('models/b.md', model('other').replace('slug: whole', 'slug: more'))
    expect(problems(await ingest())).toContain('models/b.md:6 layers.0.block: other was refused; its own finding says why.')
  })

  test('of two notes with one slug for two papers the later path is refused, and both are named', async () => {
    folder.write('notes/b.md', '---\nslug: same\ntitle: One\narxiv: 2101.00001\n---\n')
    folder.write('notes/c.md', '---\nslug: same\ntitle: Two\narxiv: 2101.00002\n---\n')
    const { diagnostics } = await ingest()
    const [finding] = diagnostics.filter((d) => d.code === 'slug-duplicate')
    expect(finding).toMatchObject({ path: 'notes/c.md', line: 2 })
    expect(finding?.message).toContain('notes/b.md')
    expect(await store.prisma.paper.findUnique({ where: { slug: 'same' } })).toMatchObject({ title: 'One' })
  })

  test('a relation in front matter has confidence 1, its own rule, and its lines as the quote', async () => {
    folder.write(
      'notes/b.md',
      '---\nslug: solo\ntitle: Solo\nrelations:\n  - kind: extends\n    to: alphanet\n  - { kind: USES, to: unknown-net }\nyear: 2020\n---\nText.\n',
    )
    const { diagnostics } = await ingest()
    const evidence = await store.prisma.evidence.findMany({ where: { rule: 'declared' }, orderBy: { id: 'asc' } })
    expect(evidence).toMatchObject([
      { relationId: 'solo:EXTENDS:paper/alphanet', confidence: 1, quote: 'kind: extends\n    to: alphanet', line: 5, column: 5 },
      { relationId: 'solo:USES:paper/unknown-net', quote: '{ kind: USES, to: unknown-net }', line: 7 },
    ])
    expect(diagnostics.map((d) => d.code)).toContain('paper-unknown')
  })

  test('an image that appears is noticed, though its note did not change', async () => {
    folder.write('notes/a.md', `${NOTE}\n![x](pic.png)\n`)
    expect((await ingest()).diagnostics.map((d) => d.code)).toEqual(['image-missing'])
    const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    folder.write('notes/pic.png', pixel)
    expect((await ingest()).diagnostics).toEqual([])
    expect(await store.prisma.image.findFirst()).toMatchObject({
      exists: true,
      width: 1,
      height: 1,
      bytes: pixel.length,
      mediaType: 'image/png',
      file: 'notes/pic.png',
    })
  })

  test.each(['../../etc/passwd', 'file:///etc/passwd', '/../secret.png', 'javascript:alert(1)'])(
    'the image %s is refused',
    async (path) => {
      folder.write('notes/a.md', `${NOTE}\n![x](${path})\n`)
      expect((await ingest()).diagnostics.map((d) => d.code)).toEqual(['image-refused'])
      expect(await store.prisma.image.count({ where: { exists: true } })).toBe(0)
    },
  )
})
