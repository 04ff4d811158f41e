/** What each layer costs, flat, by op and nested by name. The sums are those of the whole: a test holds them to it. */
import { type Algebra, INTEGERS } from './algebra.ts'
import { BYTES, type CostOptions, type MemoryAccess, measure } from './cost.ts'
import { convert, type Graph } from './graph.ts'
import type { MacsKind, Node } from './ops/op.ts'
import { receptiveFields } from './receptive-field.ts'

export type LayerCost = {
  path: string
  op: string
  status: 'counted' | 'free' | 'unsupported'
  inputs: readonly (readonly number[])[]
  output: readonly number[]
  params: bigint
  macs: bigint
  macsKind: MacsKind | null
  elementwise: bigint
  flops: bigint
  activations: bigint
  memoryAccess: MemoryAccess<bigint>
  /** less what it need not read or write, since it runs as the op before it writes, or the op after it as it does */
  fusedMemoryAccess: MemoryAccess<bigint>
  /** flops a byte of memoryAccess; null where no memory moves */
  intensity: number | null
  /** activation elements alive while it runs, its output among them */
  alive: bigint
  receptiveField: readonly [number, number] | null
}

/** Every op but the input, in the order in which they run, for the whole batch. */
export function layerCosts(graph: Graph<number>, { batch = 1, dtype = 'fp32' }: CostOptions = {}): LayerCost[] {
  const fields = receptiveFields(graph)
  const { nodes, algebra, uses } = convert(graph, INTEGERS)
  const [images, bytes] = [BigInt(batch), BigInt(BYTES[dtype])]
  const taken = new Set(uses.takes)
  const layers: LayerCost[] = []
  let alive = 0n
  for (const node of nodes) {
    if (uses.owns[node.index]) alive += node.size
    const plain = graph.nodes[node.index]
    if (plain !== undefined && node.op.name !== 'input') {
      const fused = { read: uses.takes[node.index] !== null, written: taken.has(node) }
      layers.push(layerCost(node, plain, algebra, { images, bytes, field: fields.get(plain) ?? null, fused, alive: images * alive }))
    }
    for (const ended of uses.ends[node.index] ?? []) alive -= ended.size
  }
  return layers
}

type Around = {
  images: bigint
  bytes: bigint
  field: readonly [number, number] | null
  /** whether its first input is at hand, and its output taken as it is written */
  fused: { read: boolean; written: boolean }
  alive: bigint
}

function layerCost(node: Node<bigint>, plain: Node<number>, a: Algebra<bigint>, { images, bytes, field, fused, alive }: Around): LayerCost {
  const { params, macs, macsKind, elementwise } = measure(node, a)
  const moves = !node.op.view
  const read = moves ? images * node.inputs.reduce((sum, input) => sum + input.size, 0n) : 0n
  const written = moves && node.op.arity !== 0 ? images * node.size : 0n
  const access = (reads: bigint, writes: bigint): MemoryAccess<bigint> => {
    const elements = reads + params + writes
    return { read: reads, weights: params, written: writes, elements, bytes: elements * bytes }
  }
  const memoryAccess = access(read, written)
  const flops = images * (2n * macs + elementwise)
  return {
    path: node.path,
    op: node.op.name,
    status: node.op.cost,
    inputs: plain.inputs.map((input) => input.shape),
    output: plain.shape,
    params,
    macs: images * macs,
    macsKind,
    elementwise: images * elementwise,
    flops,
    activations: node.op.activates ? images * node.size : 0n,
    memoryAccess,
    fusedMemoryAccess: access(fused.read ? read - images * (node.inputs[0]?.size ?? 0n) : read, fused.written ? 0n : written),
    intensity: memoryAccess.bytes === 0n ? null : Number(flops) / Number(memoryAccess.bytes),
    alive,
    receptiveField: field,
  }
}

export type Sum = { layers: number; params: bigint; macs: bigint; flops: bigint; memoryAccess: bigint }

const NOTHING: Sum = { layers: 0, params: 0n, macs: 0n, flops: 0n, memoryAccess: 0n }
const plus = (sum: Sum, { params, macs, flops, memoryAccess }: LayerCost): Sum => ({
  layers: sum.layers + 1,
  params: sum.params + params,
  macs: sum.macs + macs,
  flops: sum.flops + flops,
  memoryAccess: sum.memoryAccess + memoryAccess.elements,
})

/** Cost by op, the most multiply-accumulates first, then the most memory access. */
export function byKind(layers: readonly LayerCost[]): (Sum & { op: string })[] {
  const sums = new Map<string, Sum>()
  for (const layer of layers) sums.set(layer.op, plus(sums.get(layer.op) ?? NOTHING, layer))
  const order = (x: bigint, y: bigint) => (x < y ? 1 : x > y ? -1 : 0)
  return [...sums].map(([op, sum]) => ({ op, ...sum })).sort((x, y) => order(x.macs, y.macs) || order(x.memoryAccess, y.memoryAccess))
}

export type Group = Sum & { path: string; groups: Group[] }

/** Layers as their names nest them. */
export function tree(layers: readonly LayerCost[]): Group {
  const root: Group = { path: '', ...NOTHING, groups: [] }
  for (const layer of layers) {
    let group = root
    Object.assign(group, plus(group, layer))
    const names = layer.path.split('.')
    for (let i = 0; i < names.length; i++) {
      const path = names.slice(0, i + 1).join('.')
      let next = group.groups.at(-1)?.path === path ? group.groups.at(-1) : undefined
      if (!next) {
        next = { path, ...NOTHING, groups: [] }
        group.groups.push(next)
      }
      group = next
      Object.assign(group, plus(group, layer))
    }
  }
  return root
}
