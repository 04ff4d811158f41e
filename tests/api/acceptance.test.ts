import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingestInto } from '../../src/ingest/ingest-into.ts'
import { createContext } from '../../src/resolvers/context.ts'
import { createApollo } from '../../src/server/apollo.ts'
import { readExamples } from '../../src/server/examples.ts'
import type { Store } from '../../src/store/open.ts'
import { CONTENT, DATABASES, emptyStore, READING } from '../stores.ts'

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, '../fixtures', name), 'utf8')
type Row = { from: string; kind: string; to: string; quoteHas: string; line?: number; hedged?: boolean }
const expected = JSON.parse(fixture('seed.expected.json')) as {
  documented: { slug: string; links: string[]; images: number; codeUrl?: null }[]
  noted: string[]
  relations: Row[]
}
/** Plain JSON. `any`: what an answer holds is what each test says it must look like, and no type of ours says it. */
type Json = any
const apollo = createApollo(pino({ level: 'silent' }))

describe.each(DATABASES)('the seed on %s', (database) => {
  let store: Store
  let statements = 0
  beforeAll(async () => {
    store = await emptyStore(database)
    // Prisma's statements and ours go through the same pool
    const send = store.pool.query.bind(store.pool) as (...args: unknown[]) => unknown
    store.pool.query = ((...args: unknown[]) => {
      statements++
      return send(...args)
    }) as typeof store.pool.query
    await ingestInto(store, { content: CONTENT, ...READING })
  })
  afterAll(() => store.close())

  async function query(source: string, variables = {}): Promise<Json> {
    const { body } = await apollo.executeOperation({ query: source, variables }, { contextValue: createContext(store) })
    if (body.kind !== 'single') throw new Error('one answer was expected')
    return JSON.parse(JSON.stringify(body.singleResult))
  }

  test('answers the acceptance query with every expected row', async () => {
    const { data, errors } = await query(fixture('seed.graphql'))
    expect(errors).toBeUndefined()
    const papers = new Map<string, Json>(data.papers.nodes.map((paper: Json) => [paper.slug, paper]))
    for (const { links, images, codeUrl, ...row } of expected.documented) {
      const paper = papers.get(row.slug)
      expect(paper).toMatchObject({ ...row, status: 'DOCUMENTED', note: { path: 'notes/backbones.md' } })
      expect(paper.links.map((link: Json) => link.kind)).toEqual(links)
      expect(paper.images.map((image: Json) => image.exists)).toEqual(Array(images).fill(false))
      if (codeUrl === null) expect(paper.links.find((link: Json) => link.kind === 'CODE')).toEqual({ kind: 'CODE', url: null, host: null })
    }
    expect(data.papers.nodes.filter((paper: Json) => paper.status === 'NOTED').map((paper: Json) => paper.slug)).toEqual(expected.noted)
    for (const { from, kind, to, quoteHas, line, hedged } of expected.relations) {
      const relation = papers.get(from).relations.nodes.find((r: Json) => r.kind === kind && r.target.slug === to)
      expect(relation, `${from} ${kind} ${to}`).toBeDefined()
      const evidence = relation.evidence.find((e: Json) => e.quote.includes(quoteHas))
      expect(evidence, quoteHas).toMatchObject({ file: 'notes/backbones.md', ...(line ? { line } : {}) })
      if (hedged !== undefined) expect(relation.hedged).toBe(hedged)
    }
  })

  test('holds these relations and no others', async () => {
    const { data } = await query(
      '{ relations(first: 100) { nodes { kind source { slug } target { ... on Paper { slug } ... on Technique { slug } } } } }',
    )
    expect(data.relations.nodes.map((r: Json) => `${r.source.slug} ${r.kind} ${r.target.slug}`).sort()).toEqual([
      'convnext IMPROVES mobilenet-v2',
      'mobilenet USES depthwise-separable-convolution',
      'mobilenet USES pointwise-convolution',
      'mobilenet-v2 CONTRASTS_WITH resnet',
      'mobilenet-v2 EXTENDS mobilenet',
      'mobilenet-v2 IMPROVES mobilenet',
      'mobilenet-v2 USES depthwise-convolution',
      'mobilenet-v2 USES inverted-residual',
      'mobilenet-v2 VARIANT_OF resnet',
      'resnet USES pre-activation',
      'resnext COMBINES inception',
      'resnext COMBINES resnet',
      'resnext EXTENDS resnet',
      'resnext USES cardinality',
      'resnext USES group-convolution',
      'shufflenet-v2 USES channel-shuffle',
      'shufflenet-v2 USES channel-split',
      'vit USES transformer',
    ])
  })

  test('every quote stands in the file where its offsets say', async () => {
    const { data } = await query(
      '{ relations(first: 100) { nodes { evidence { quote file start end line column } } } note(path: "notes/backbones.md") { markdown } }',
    )
    const { markdown } = data.note
    for (const { quote, start, end, line, column } of data.relations.nodes.flatMap((r: Json) => r.evidence)) {
      expect(markdown.slice(start, end)).toBe(quote)
      expect(
        markdown
          .split('\n')
          [line - 1].slice(column - 1)
          .startsWith(quote.split('\n')[0]),
      ).toBe(true)
    }
  })

  test('has the note with its header', async () => {
    const { data } = await query(
      '{ notes(first: 10) { totalCount nodes { path title author language createdAt modifiedAt format } } links(first: 1) { totalCount } images(first: 1) { totalCount nodes { capturedAt } } }',
    )
    expect(data).toEqual({
      notes: {
        totalCount: 1,
        nodes: [
          {
            path: 'notes/backbones.md',
            title: '网络主干',
            author: 'Li Xiang',
            language: 'zh',
            createdAt: '2022-01-23T12:05:34',
            modifiedAt: '2022-01-26T20:49:18',
            format: 'sections',
          },
        ],
      },
      links: { totalCount: 21 },
      images: { totalCount: 17, nodes: [{ capturedAt: '2022-01-20T22:04:08' }] },
    })
  })

  test('walks lineage and the shortest path', async () => {
    const { data } = await query(
      '{ lineage(slug: "mobilenet-v2") { ancestors { slug } descendants { slug } } path(from: "inception", to: "resnet") { length nodes { ... on Paper { slug } } } none: path(from: "vit", to: "resnet") { length } }',
    )
    expect(data).toEqual({
      lineage: { ancestors: [{ slug: 'mobilenet' }], descendants: [{ slug: 'convnext' }] },
      path: { length: 2, nodes: [{ slug: 'inception' }, { slug: 'resnext' }, { slug: 'resnet' }] },
      none: null,
    })
  })

  test('pages forwards and backwards through the same list', async () => {
    const pages: string[] = []
    for (let after: string | null = null; ; ) {
      const { data }: Json = await query(
        'query($after: String) { papers(first: 4, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
      pages.push(...data.papers.nodes.map((paper: Json) => paper.slug))
      if (!data.papers.pageInfo.hasNextPage) break
      after = data.papers.pageInfo.endCursor
    }
    const { data } = await query('{ papers(last: 100) { nodes { slug } } }')
    expect(pages).toEqual(data.papers.nodes.map((paper: Json) => paper.slug))
    expect(pages).toHaveLength(9)
  })

  test('every list is filtered, and runs either way', async () => {
    const { data } = await query(`{
      notes(first: 5, language: "zh", format: "sections", order: DESC) { nodes { path } }
      none: notes(first: 5, author: "nobody") { totalCount }
      techniques(first: 2, contains: "CONVOLUTION", order: DESC) { nodes { slug } }
      blocks(first: 2, order: DESC) { nodes { slug } }
      links(first: 9, paper: "vit", kind: CODE) { nodes { url } }
      images(last: 1, paper: "resnet", order: DESC) { nodes { line } }
      relations(first: 9, hedged: true, kind: IMPROVES) { nodes { source { slug } kind } }
      declared: relations(first: 1, minConfidence: 1) { totalCount }
      diagnostics(first: 1, order: DESC, severity: WARNING) { nodes { line } }
      ingestRuns(first: 1, order: ASC) { nodes { graphVersion } }
    }`)
    expect(data).toEqual({
      notes: { nodes: [{ path: 'notes/backbones.md' }] },
      none: { totalCount: 0 },
      techniques: { nodes: [{ slug: 'pre-activation' }, { slug: 'pointwise-convolution' }] },
      blocks: { nodes: [{ slug: 'vit-encoder-block' }, { slug: 'standard-convolution' }] },
      links: { nodes: [{ url: 'https://github.com/google-research/vision_transformer' }] },
      images: { nodes: [{ line: 36 }] },
      relations: { nodes: [{ source: { slug: 'convnext' }, kind: 'IMPROVES' }] },
      declared: { totalCount: 0 },
      diagnostics: { nodes: [{ line: 158 }] },
      ingestRuns: { nodes: [{ graphVersion: 1 }] },
    })
  })

  test('a list costs the same number of SQL statements whatever its length', async () => {
    const cost = async (n: number) => {
      statements = 0
      await query(
        `{ papers(first: ${n}) { nodes { links { url } images { path } blocks { slug } relations(first: 20) { nodes { target { ... on Paper { slug } ... on Technique { slug } } evidence { quote } } } mentions(first: 5) { nodes { quote } } } } }`,
      )
      return statements
    }
    expect(await cost(9)).toBeLessThanOrEqual(10)
    expect(await cost(9)).toBe(await cost(4))
  })

  test.each([
    ['{ papers(first: 0) { totalCount } }', 'BAD_USER_INPUT'],
    ['{ papers { totalCount } }', 'BAD_USER_INPUT'],
    ['{ papers(first: 1, after: "nonsense!") { nodes { slug } } }', 'BAD_USER_INPUT'],
    ['{ paper { slug } }', 'BAD_USER_INPUT'],
    ['{ paper(slug: "a\\u0000b") { slug } }', 'BAD_USER_INPUT'],
    [
      `{ paper(slug: "resnet") { ${'relations(first: 1) { nodes { source { '.repeat(6)} slug ${'} } }'.repeat(6)} } }`,
      'QUERY_TOO_EXPENSIVE',
    ],
    [
      '{ papers(first: 100) { nodes { relations(first: 100) { nodes { source { relations(first: 100) { nodes { id } } } } } } } }',
      'QUERY_TOO_EXPENSIVE',
    ],
    ['{ papr { slug } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s is refused with %s', async (source, code) => {
    const { errors } = await query(source)
    expect(errors[0].extensions.code).toBe(code)
    expect(errors[0].message).not.toContain('Did you mean')
  })

  test('every example of the playground answers something', async () => {
    const examples = await readExamples(CONTENT)
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) {
      const { data, errors } = await query(example.query)
      expect(errors, example.name).toBeUndefined()
      expect(
        Object.values(data).every((value) => value !== null),
        example.name,
      ).toBe(true)
    }
  })
})
