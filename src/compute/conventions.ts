/**
 * How other counters count, so that their figures can be told from ours. Each rule says what one node adds to what
 * the counter prints. `pure` is ours, and torchvision's `_ops`: multiply-accumulates of convolutions, linear layers and
 * matrix products. The rules of the others were rebuilt from what they print for 44 networks; the README of this folder
 * names their versions. Two things about the code that they look at matter to them, so specifications can
 * say them: an attention that is one module (`module`), and a pool that is called as a function (`function`).
 */

import { measure } from './cost.ts'
import type { Graph } from './graph.ts'
import { flagOf, type Measure, type Node } from './ops/op.ts'
import { SpecError } from './spec-error.ts'

type Rule = (node: Node<number>, measured: Measure<number>) => number

export type Convention = {
  /** what the counter calls what it prints */
  prints: 'MACs' | 'FLOPs'
  says: string
  /** by the name of the op; what has no rule adds its multiply-accumulates */
  rules: Readonly<Record<string, Rule>>
}

const inputSize = (node: Node<number>) => node.inputs[0]?.size ?? 0
const bias = (node: Node<number>) => (flagOf(node.attributes, 'bias') ? node.size : 0)
const inModule = (node: Node<number>) => node.attributes.module === true
const asFunction = (node: Node<number>) => node.attributes.function === true
const overChannels = (node: Node<number>) => node.attributes.axis === 'channels'
const times =
  (n: number): Rule =>
  ({ size }) =>
    n * size
const none: Rule = () => 0

export const CONVENTIONS = {
  pure: { prints: 'MACs', says: 'Multiply-accumulates of convolutions, linear layers and matrix products.', rules: {} },
  fvcore: {
    prints: 'FLOPs',
    says: 'As pure, and 2 for each element of a batch norm, 5 for each of a layer norm, 1 for each input of an adaptive average pool.',
    rules: { batchnorm: times(2), layernorm: times(5), groupnorm: times(5), adaptiveavgpool: inputSize },
  },
  ptflops: {
    prints: 'MACs',
    says: 'As pure without matrix products outside an attention module, and 1 for each bias, 2 for each element of a batch norm, a ReLU or a GELU, 1 for each of a layer norm, a ReLU6 or a SiLU, and pools twice over their inputs, once where they are functions.',
    rules: {
      conv: (node, { macs }) => macs + bias(node),
      linear: (node, { macs }) => macs + bias(node),
      matmul: (node, { macs }) => (inModule(node) ? macs : 0),
      softmax: (node) => (inModule(node) ? node.size : 0),
      scale: (node) => (inModule(node) ? node.size : 0),
      batchnorm: times(2),
      layernorm: (node) => (overChannels(node) ? 0 : node.size),
      relu: times(2),
      gelu: times(2),
      relu6: times(1),
      silu: times(1),
      maxpool: (node) => 2 * inputSize(node),
      avgpool: (node) => 2 * inputSize(node),
      adaptiveavgpool: (node) => (asFunction(node) ? 1 : 2) * inputSize(node),
      adaptivemaxpool: (node) => (asFunction(node) ? 1 : 2) * inputSize(node),
    },
  },
  thop: {
    prints: 'MACs',
    says: 'As pure without matrix products and attention modules, and 4 for each element of a batch or layer norm, 1 for each output of an average pool, k + 1 for each output of an adaptive one over k inputs.',
    rules: {
      linear: (node, { macs }) => (inModule(node) ? 0 : macs),
      matmul: none,
      batchnorm: times(4),
      layernorm: (node) => (overChannels(node) ? 0 : 4 * node.size),
      avgpool: times(1),
      adaptiveavgpool: (node) => (asFunction(node) ? 0 : inputSize(node) + node.size),
    },
  },
  torchinfo: {
    prints: 'MACs',
    says: 'Weights and biases times the positions at which they are used; the params of norms once; matrix products and attention modules not at all.',
    rules: {
      conv: (node, { macs }) => macs + bias(node),
      linear: (node, { macs }) => (inModule(node) ? 0 : macs + bias(node)),
      matmul: none,
      batchnorm: (_, { params }) => params,
      layernorm: (_, { params }) => params,
      groupnorm: (_, { params }) => params,
    },
  },
  deepspeed: {
    prints: 'FLOPs',
    says: 'Twice pure without matrix products outside an attention module, and 1 for each bias of a convolution, 2 for each element of a batch norm, 5 for each of a layer norm, 1 for each of a ReLU, GELU or SiLU, of the softmax of an attention module, and for each input of a pool that is a module.',
    rules: {
      conv: (node, { macs }) => 2 * macs + bias(node),
      linear: (_, { macs }) => 2 * macs,
      matmul: (node, { macs }) => (inModule(node) ? 2 * macs : 0),
      softmax: (node) => (inModule(node) ? node.size : 0),
      batchnorm: times(2),
      layernorm: times(5),
      groupnorm: times(5),
      relu: times(1),
      gelu: times(1),
      silu: times(1),
      maxpool: inputSize,
      avgpool: inputSize,
      adaptiveavgpool: (node) => (asFunction(node) ? 0 : inputSize(node)),
      adaptivemaxpool: (node) => (asFunction(node) ? 0 : inputSize(node)),
    },
  },
} as const satisfies Record<string, Convention>

export type ConventionName = keyof typeof CONVENTIONS

/** What a counter prints, by op. */
export type Counted = { total: number; byOp: Record<string, number> }

/** A network as `name` counts it. Exact up to 2⁵³; past that it throws SpecError. */
export function countAs(graph: Graph<number>, name: ConventionName, batch = 1): Counted {
  const rules: Readonly<Record<string, Rule>> = CONVENTIONS[name].rules
  const byOp: Record<string, number> = {}
  let total = 0
  for (const node of graph.nodes) {
    const measured = measure(node, graph.algebra)
    const count = batch * (rules[node.op.name]?.(node, measured) ?? measured.macs)
    if (count === 0) continue
    byOp[node.op.name] = (byOp[node.op.name] ?? 0) + count
    total += count
  }
  if (!Number.isSafeInteger(total)) throw new SpecError(`the count of ${name} is past 2⁵³.`, ['convention'])
  return { total, byOp }
}

/** One reason why two counters print different figures for the same network. */
export type DifferenceItem = {
  op: string
  from: number
  to: number
  difference: number
  /** the difference, of the first counter's total */
  share: number
}

/** Why `to` prints something else than `from`, op by op, the largest first. The items add up to the whole difference. */
export function difference(graph: Graph<number>, from: ConventionName, to: ConventionName, batch = 1): DifferenceItem[] {
  const [a, b] = [countAs(graph, from, batch), countAs(graph, to, batch)]
  return [...new Set([...Object.keys(a.byOp), ...Object.keys(b.byOp)])]
    .map((op) => ({ op, from: a.byOp[op] ?? 0, to: b.byOp[op] ?? 0 }))
    .filter((item) => item.from !== item.to)
    .map((item) => ({ ...item, difference: item.to - item.from, share: (item.to - item.from) / a.total }))
    .sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference))
}
