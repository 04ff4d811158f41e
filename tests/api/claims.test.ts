/** Claims over GraphQL, on the project's own content. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../server.ts'
import { CONTENT } from '../stores.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

// an answer is plain JSON; each test says what it must look like
async function query(source: string, variables: object = {}): Promise<any> {
  const response = await fetch(new URL('graphql', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: source, variables }),
  })
  return response.json()
}

test('a claim carries its quote, verdict, condition, table, closed forms, and since when it stands', async () => {
  const { data } = await query(`{ claim(slug: "mobilenet-eighth-to-ninth") {
    verdict condition reason margin quote quotedAt { file line column } paper { slug }
    checks { expect solutions rows { at { name value } holds value bounds margin } }
    formulas { name of formula { macs where } } since { at verdict run { graphVersion } } history { verdict } } }`)
  expect(data.claim).toMatchObject({
    verdict: 'HOLDS_IF',
    condition: 'out >= 72',
    quotedAt: { file: 'notes/backbones.md', line: 70, column: 1 },
    paper: { slug: 'mobilenet' },
    checks: [{ expect: 'a.macs / b.macs between 1/9 and 1/8', solutions: ['72'] }],
    since: { verdict: 'HOLDS_IF', run: { graphVersion: 1 } },
    history: [{ verdict: 'HOLDS_IF' }],
  })
  const at64 = data.claim.checks[0].rows.find((row: any) => row.at[0].value === 64)
  expect(at64).toMatchObject({ holds: false, value: 1 / 9 + 1 / 64, bounds: [1 / 9, 1 / 8] })
  expect(data.claim.formulas).toMatchObject([
    { name: 'a', of: 'depthwise-separable', formula: { macs: expect.stringContaining('in*out') } },
    { name: 'b', of: 'standard-convolution', formula: { macs: 'in*out*kernel^2*h*w' } },
  ])
})

test('every quote stands in the note, and no verdict of content/ is stale', async () => {
  const { data } = await query('{ claims(first: 100) { totalCount nodes { slug verdict quote source quotedAt { line } } } }')
  const files = readdirSync(path.join(CONTENT, 'claims'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /[a-z0-9-]+\.md$/.test(file),
  )
  expect(data.claims.totalCount).toBe(files.length)
  for (const { slug, quote, quotedAt, source } of data.claims.nodes)
    expect([slug, quote === null ? source !== null : quotedAt !== null]).toEqual([slug, true])
  expect(data.claims.nodes.filter((claim: any) => claim.verdict === 'STALE')).toEqual([])
})

test('what papers print and is not so here is known by name', async () => {
  const { data } = await query('{ claims(first: 100, verdict: FAILS) { nodes { slug } } }')
  expect(data.claims.nodes.map((claim: any) => claim.slug)).toEqual([
    'printed-convnext-base-384',
    'printed-megvii-wiring-shufflenetv2-0-5x',
    'printed-mobilenetv2-1-4-paper-table-4',
    'printed-resnet-101-v1-5-stride-in-3x3',
    'printed-resnet-152-v1-5-stride-in-3x3',
    'printed-resnet-50-v1-5-stride-in-3x3',
    'printed-shufflenet-v2-x0-5',
    'printed-shufflenet-v2-x1-0',
    'printed-shufflenet-v2-x1-5',
    'printed-shufflenet-v2-x2-0',
    'printed-vit-l-16-384',
    'resnext-block-is-cheaper',
  ])
})

test('the claims of a paper are those about it', async () => {
  const { data } = await query('{ paper(slug: "vit") { claims(verdict: UNSUPPORTED) { slug reason } } }')
  expect(data.paper.claims).toEqual([
    { slug: 'vit-more-data', reason: 'Data and accuracy are no cost of a network; nothing here is trained.' },
  ])
})

test('a claim sent with the query is checked by the same rules', async () => {
  const check = 'query ($claim: JSON!) { checkClaim(claim: $claim) { verdict condition reason } }'
  const claim = { let: { a: 'resnet50', b: 'vit-b-16' }, sweep: { size: [112, 224, 448] }, expect: 'b.macs > 4 * a.macs' }
  expect((await query(check, { claim })).data.checkClaim).toMatchObject({ verdict: 'HOLDS' })
  const { errors } = await query(check, { claim: { ...claim, expect: 'b.macs >' } })
  expect(errors[0]).toMatchObject({ message: expect.stringContaining('is no expression'), extensions: { code: 'BAD_USER_INPUT' } })
  expect((await query(check, { claim: { ...claim, sweep: { size: { from: 1, to: 1e9 } } } })).errors[0].message).toContain(
    'over 2000 values',
  )
  expect((await query(check, { claim: { let: { a: 'no-such-block' }, expect: 'a.macs > 1' } })).data.checkClaim).toMatchObject({
    verdict: 'UNSUPPORTED',
  })
})

test('history is kept by run', async () => {
  const { data } = await query('{ claimHistory(slug: "vit-more-data") { claim verdict run { id } } }')
  expect(data.claimHistory).toMatchObject([
    { claim: 'vit-more-data', verdict: 'UNSUPPORTED', run: { id: expect.stringContaining('IngestRun:') } },
  ])
})

test('every step of a lineage says what it costs', async () => {
  const { data } = await query(
    '{ lineage(slug: "mobilenet-v2") { edges { kind costDelta(with: { stride: 1 }) { from { slug } to { slug } macs macsRatio layers { change } } } } }',
  )
  expect(data.lineage.edges).toContainEqual({
    kind: 'EXTENDS',
    costDelta: {
      from: { slug: 'depthwise-separable' },
      to: { slug: 'inverted-residual' },
      macs: 569_698_304,
      macsRatio: expect.closeTo(11.9, 1),
      layers: expect.arrayContaining([{ change: 'ADDED' }]),
    },
  })
  const { errors } = await query('{ relations(first: 100) { nodes { costDelta(from: "no-such-block") { macs } } } }')
  expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
})

test('a roofline is data and a plot', async () => {
  const { data } = await query(
    '{ roofline(of: "resnet50", hardware: "a100-sxm-40gb", dtype: FP16, batch: 32) { peak ridge latency bound layers { bound } svg hardware { id sources } } }',
  )
  expect(data.roofline).toMatchObject({
    peak: 312e12,
    ridge: expect.closeTo(200.6, 1),
    bound: 'MEMORY',
    hardware: { id: 'Hardware:a100-sxm-40gb' },
  })
  expect(data.roofline.svg).toMatch(/^<svg /)
  const { errors } = await query('{ roofline(of: "resnet50", hardware: "abacus") { latency } }')
  expect(errors[0]).toMatchObject({ message: 'There is no hardware abacus.', extensions: { code: 'BAD_USER_INPUT' } })
  expect((await query('{ hardware(first: 10) { nodes { slug } } }')).data.hardware.nodes).toHaveLength(6)
})
