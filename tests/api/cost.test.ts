/** Cost through GraphQL, on the blocks and networks of the seed. */
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingestInto } from '../../src/ingest/ingest-into.ts'
import { createContext } from '../../src/resolvers/context.ts'
import { createApollo } from '../../src/server/apollo.ts'
import type { Store } from '../../src/store/open.ts'
import { CONTENT, contentFolder, emptyStore, READING } from '../stores.ts'

const apollo = createApollo(pino({ level: 'silent' }))
let store: Store
beforeAll(async () => {
  store = await emptyStore()
  await ingestInto(store, { content: CONTENT, ...READING })
})
afterAll(() => store.close())

// the answer is plain JSON here; each test says what it must look like
async function query(source: string, variables = {}): Promise<any> {
  const { body } = await apollo.executeOperation({ query: source, variables }, { contextValue: createContext(store) })
  if (body.kind !== 'single') throw new Error('one answer was expected')
  return JSON.parse(JSON.stringify(body.singleResult))
}

test('a block costs what its module does, with its closed form and a page of layers', async () => {
  const { data } = await query(`{ block(slug: "resnext-bottleneck") { paper { slug } parameters { name default } cost {
    input output params macs activations macsBy { kind count } memoryAccess { read weights written bytes } receptiveField isLowerBound
    formula { macs } layers(first: 2) { totalCount nodes { path op output macs macsKind } pageInfo { hasNextPage } } tree { layers groups { path } }
  } } }`)
  expect(data.block).toEqual({
    paper: { slug: 'resnext' },
    parameters: [
      { name: 'in', default: '256' },
      { name: 'mid', default: '128' },
      { name: 'out', default: '256' },
      { name: 'groups', default: '32' },
      { name: 'stride', default: '1' },
    ],
    cost: {
      input: [256, 56, 56],
      output: [256, 56, 56],
      params: 71168,
      macs: 219971584,
      activations: 1605632,
      macsBy: [
        { kind: 'standard', count: 0 },
        // 128 · 128 / 32 · 3 · 3 · 56 · 56
        { kind: 'grouped', count: 14450688 },
        { kind: 'depthwise', count: 0 },
        { kind: 'pointwise', count: 205520896 },
        { kind: 'linear', count: 0 },
        { kind: 'matmul', count: 0 },
      ],
      memoryAccess: { read: 6422528, weights: 71168, written: 5619712, bytes: 48453632 },
      receptiveField: [3, 3],
      isLowerBound: false,
      formula: { macs: '9*mid^2*h*w/groups+in*mid*h*w+mid*out*h*w' },
      layers: {
        totalCount: 10,
        nodes: [
          { path: '0.branch.0-conv', op: 'conv', output: [128, 56, 56], macs: 102760448, macsKind: 'pointwise' },
          { path: '0.branch.1-batchnorm', op: 'batchnorm', output: [128, 56, 56], macs: 0, macsKind: null },
        ],
        pageInfo: { hasNextPage: true },
      },
      tree: { layers: 10, groups: [{ path: '0' }, { path: '1-relu' }] },
    },
  })
})

test('a network at another size, batch, data type and convention; counts past 2⁵³ are their digits', async () => {
  const { data } = await query(`{
    resnet: model(slug: "resnet50") { uses { slug } cost(batch: 2, dtype: FP16, convention: FVCORE) { params macs counted difference(to: PURE) { op difference } } }
    vit: model(slug: "vit-h-14") { cost(input: [3, 518, 518], batch: 1000000) { macs params } }
    wide: model(slug: "mobilenet-v1") { cost(with: { width: 0.25 }, input: [3, 128, 128]) { macs params parameters { name value } } }
  }`)
  expect(data).toEqual({
    resnet: {
      uses: [{ slug: 'resnet-bottleneck' }],
      cost: {
        params: 25557032,
        macs: 2 * 4089184256,
        counted: 2 * 4111512576,
        difference: [
          { op: 'batchnorm', difference: -2 * 22227968 },
          { op: 'adaptiveavgpool', difference: -2 * 100352 },
        ],
      },
    },
    vit: { cost: { macs: '1016716764160000000', params: 633470440 } },
    wide: {
      cost: {
        macs: 13570048,
        params: 470072,
        parameters: [
          { name: 'width', value: 0.25 },
          { name: 'classes', value: 1000 },
        ],
      },
    },
  })
})

test('a specification sent with the query, using blocks of the graph', async () => {
  const spec = {
    parameters: { width: 16 },
    input: [3, 32, 32],
    layers: [{ conv: { out: 'width', kernel: 3 } }, { block: 'squeeze-excitation' }],
  }
  const { data } = await query('query($spec: JSON!) { costOf(spec: $spec, with: { width: 64 }) { params output } }', { spec })
  // 3 · 64 · 9, and 64 · 64 + 64 twice
  expect(data).toEqual({ costOf: { params: 1728 + 2 * (64 * 64 + 64), output: [64, 32, 32] } })
})

test('a sweep over a parameter and over the size of the input', async () => {
  const { data } = await query(`{
    groups: sweep(of: "resnext-bottleneck", parameter: "groups", values: [1, 2, 32]) { value cost { macs } }
    sizes: sweep(of: "resnet18", parameter: "size", values: [112, 224]) { value cost { macs } }
  }`)
  expect(data.groups).toEqual(
    [1, 2, 32].map((groups) => ({ value: groups, cost: { macs: 205520896 + (128 * 128 * 9 * 56 * 56) / groups } })),
  )
  expect(data.sizes[1]).toEqual({ value: 224, cost: { macs: 1814073344 } })
})

test('a comparison at equal input, and at equal multiply-accumulates', async () => {
  const items = [{ of: 'standard-convolution' }, { of: 'depthwise-separable' }]
  const { data } = await query(
    `query($items: [CompareItem!]!, $wider: [CompareItem!]!) {
      equal: compare(items: $items) { of cost { macs } macsRatio }
      macs: compare(items: $wider, at: MACS) { varied { name value } cost { macs } macsRatio }
    }`,
    { items, wider: [items[0], { ...items[1], vary: 'out' }] },
  )
  // 1/512 + 1/9
  expect(data.equal[1].macsRatio).toBeCloseTo(1 / 512 + 1 / 9, 12)
  // 512 · 14 · 14 · (9 + out) comes nearest to 512 · 512 · 9 · 14 · 14 at out = 512 · 9 − 9
  expect(data.macs[1]).toEqual({ varied: { name: 'out', value: 4599 }, cost: { macs: 462422016 }, macsRatio: 1 })
})

test.each([
  ['{ block(slug: "resnet-bottleneck") { cost(with: { midd: 3 }) { macs } } }', 'with.midd: resnet-bottleneck has no parameter midd'],
  ['{ block(slug: "resnet-bottleneck") { cost(with: [3]) { macs } } }', 'with must name parameters with numbers'],
  [
    '{ block(slug: "resnext-bottleneck") { cost(with: { groups: 7 }) { macs } } }',
    'layers.0.residual.branch.3.conv.groups: groups 7 does not divide in 128.',
  ],
  ['{ model(slug: "resnet50") { cost(input: [3, 8]) { macs } } }', 'input: the input has 3 sizes'],
  ['{ model(slug: "resnet50") { cost(batch: 0) { macs } } }', 'batch must be a whole number'],
  ['{ costOf(spec: { input: [8], layers: [{ con: {} }] }) { macs } }', "layers.0.con: unknown op 'con': did you mean conv?"],
  ['{ costOf(spec: 3) { macs } }', 'expected object'],
  ['{ sweep(of: "nothing", parameter: "x", values: [1]) { value } }', 'There is no block or model nothing.'],
  ['{ sweep(of: "resnet50", parameter: "x", values: []) { value } }', 'Give 1 to 1000 values'],
  ['{ compare(items: [{ of: "resnet50" }]) { of } }', 'Compare 2 to 10 architectures'],
  ['{ compare(items: [{ of: "resnet50" }, { of: "resnet18" }], at: MACS) { of } }', 'names the parameter to vary'],
])('%s is the client’s to mend', async (source, message) => {
  const { errors } = await query(source)
  expect(errors[0].extensions.code).toBe('BAD_USER_INPUT')
  expect(errors[0].message).toContain(message)
})

describe('architectures in a folder of one’s own', () => {
  const BLOCK =
    '---\nkind: block\nslug: cell\nname: Cell\nparameters: { groups: 2 }\ninput: [8, 4, 4]\nlayers:\n  - conv: { out: 8, kernel: 3, groups: groups }\n---\n'
  const MODEL = '---\nkind: model\nslug: net\nname: Net\ninput: [8, 4, 4]\nlayers:\n  - block: { use: cell, with: { groups: 4 } }\n---\n'

  test('what does not fit is refused at its line, and what uses it is checked again when it changes', async () => {
    const folder = contentFolder({ 'cell.md': BLOCK, 'net.md': MODEL })
    const own = await emptyStore()
    const ingest = async () =>
      (await ingestInto(own, { content: folder.dir, ...READING })).diagnostics.map((d) => `${d.path}:${d.line}:${d.column} ${d.message}`)
    expect(await ingest()).toEqual([])
    folder.write('cell.md', BLOCK.replace('groups: 2', 'groups: 3'))
    expect(await ingest()).toEqual(['cell.md:8:40 layers.0.conv.groups: groups 3 does not divide in 8.'])
    // the block as it was stays, and the network with it
    expect(await own.prisma.architecture.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } })).toEqual([
      { slug: 'cell' },
      { slug: 'net' },
    ])
    folder.write('cell.md', BLOCK.replaceAll('out: 8', 'out: 6'))
    expect(await ingest()).toEqual(['net.md:7:12 layers.0.block: in block cell, layers.0.conv.groups: groups 4 does not divide out 6.'])
    folder.write('cell.md', BLOCK)
    expect(await ingest()).toEqual([])
    await own.close()
    folder.remove()
  })
})
