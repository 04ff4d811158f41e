/**
 * What a machine leaves of a network's speed: each op takes at least the time of its operations at peak, of its bytes at
 * full bandwidth, and of a launch, whichever is longest (Williams, Waterman and Patterson, Roofline, CACM 52(4), 2009,
 * with a third roof for launches). The sum over the ops is a lower bound: nothing overlaps, and nothing is slower than
 * its bound.
 */
import type { Analysis } from './analyze.ts'
import type { DataType } from './cost.ts'
import { layerCosts } from './layers.ts'
import { SpecError } from './spec-error.ts'

export type Hardware = {
  slug: string
  name: string
  /** operations a second, by data type; a multiply-accumulate is two */
  peak: Readonly<Partial<Record<DataType, number>>>
  /** bytes a second between memory and the chip */
  bandwidth: number
  /** seconds that a launch takes at least; 0 where nothing is launched */
  overhead: number
}

export type Bound = 'compute' | 'memory' | 'overhead'

export type RooflineLayer = {
  path: string
  op: string
  flops: number
  bytes: number
  /** flops a byte */
  intensity: number
  bound: Bound
  /** seconds, at least */
  latency: number
  /** of the peak, at most */
  attainable: number
}

export type Roofline = {
  hardware: Hardware
  dtype: DataType
  batch: number
  fused: boolean
  /** operations a second at the data type */
  peak: number
  /** flops a byte from which memory is no bound */
  ridge: number
  /** seconds for the batch, at least */
  latency: number
  /** of the peak, at most, over the whole */
  attainable: number
  /** what bounds the most of the latency, and the shares of all three */
  bound: Bound
  shares: Record<Bound, number>
  layers: RooflineLayer[]
}

/** `fused`: ops that work on each element alone run as the op before them writes. Throws SpecError where the machine states no peak for the data type. */
export function roofline(analysis: Analysis, hardware: Hardware, fused = false): Roofline {
  const { graph, batch, dtype } = analysis
  const peak = hardware.peak[dtype]
  if (peak === undefined)
    throw new SpecError(`${hardware.slug} states no peak for ${dtype}; it does for ${Object.keys(hardware.peak).join(', ')}.`, ['dtype'])
  const layers: RooflineLayer[] = []
  const nodes = graph.nodes.filter(({ op }) => op.name !== 'input')
  layerCosts(graph, analysis).forEach((layer, i) => {
    const access = fused ? layer.fusedMemoryAccess : layer.memoryAccess
    const [flops, bytes] = [Number(layer.flops), Number(access.bytes)]
    if (layer.memoryAccess.elements === 0n) return
    // what is folded into the op before it is launched with it
    const folded = fused && graph.uses.takes[nodes[i]?.index ?? 0] != null
    layers.push(bounded(layer.path, layer.op, flops, bytes, folded ? 0 : hardware.overhead, peak, hardware.bandwidth))
  })
  const shares: Record<Bound, number> = { compute: 0, memory: 0, overhead: 0 }
  for (const { bound, latency } of layers) shares[bound] += latency
  const latency = shares.compute + shares.memory + shares.overhead
  const flops = layers.reduce((sum, layer) => sum + layer.flops, 0)
  for (const bound of BOUNDS) shares[bound] = latency === 0 ? 0 : shares[bound] / latency
  return {
    hardware,
    dtype,
    batch,
    fused,
    peak,
    ridge: peak / hardware.bandwidth,
    latency,
    attainable: latency === 0 ? 0 : flops / latency / peak,
    bound: BOUNDS.reduce((most, bound) => (shares[bound] > shares[most] ? bound : most)),
    shares,
    layers,
  }
}

export const BOUNDS: readonly Bound[] = ['compute', 'memory', 'overhead']

function bounded(path: string, op: string, flops: number, bytes: number, overhead: number, peak: number, bandwidth: number): RooflineLayer {
  const times: Record<Bound, number> = { compute: flops / peak, memory: bytes / bandwidth, overhead }
  const bound = BOUNDS.reduce((longest, one) => (times[one] > times[longest] ? one : longest))
  const latency = times[bound]
  return {
    path,
    op,
    flops,
    bytes,
    intensity: bytes === 0 ? 0 : flops / bytes,
    bound,
    latency,
    attainable: latency === 0 ? 0 : flops / latency / peak,
  }
}

/** With the unit that fits. */
export const showSeconds = (s: number) =>
  s >= 1 ? `${s.toPrecision(3)} s` : s >= 1e-3 ? `${(s * 1e3).toPrecision(3)} ms` : `${(s * 1e6).toPrecision(3)} µs`
