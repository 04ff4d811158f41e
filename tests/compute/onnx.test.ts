/** A second, independent word: onnxruntime runs what we export, and its shapes and weights are ours. */
import onnxProto from 'onnx-proto'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { beforeAll, expect, test } from 'vitest'
import type { Question } from '../../src/compute/analyze.ts'
import type { Library } from '../../src/compute/build.ts'
import { toOnnx } from '../../src/compute/onnx/export.ts'
import { analyzed, FAMILIES, libraryOf } from './library.ts'

let library: Library
let families: Library
beforeAll(async () => {
  ;[library, families] = await Promise.all([libraryOf(), libraryOf(FAMILIES)])
})

async function agrees(from: Library, slug: string, question: Question = {}) {
  const { graph, cost } = analyzed(from, slug, question)
  const bytes = toOnnx(graph, slug)
  const session = await InferenceSession.create(bytes, { graphOptimizationLevel: 'disabled', logSeverityLevel: 3 })
  const shape = [1, ...(graph.nodes[0]?.shape ?? [])]
  const input = new Tensor('float32', new Float32Array(shape.reduce((size, n) => size * n, 1)).fill(0.5), shape)
  const answer = await session.run({ input })
  const [output] = Object.values(answer)
  await session.release()
  const { graph: proto } = onnxProto.onnx.ModelProto.decode(bytes)
  const weights = (proto?.initializer ?? []).filter(({ name }) => /\.(?:weight|bias)$/.test(name ?? ''))
  const count = weights.reduce((sum, { dims }) => sum + (dims ?? []).reduce<number>((size, n) => size * Number(n), 1), 0)
  expect({ shape: output?.dims, params: count }).toEqual({ shape: [1, ...graph.output.shape], params: Number(cost.params) })
}

const BLOCKS: [string, Question][] = [
  ['basic-block', { with: { in: 8, out: 16, stride: 2 }, input: [8, 14, 14] }],
  ['resnet-bottleneck', { input: [256, 14, 14] }],
  ['preact-bottleneck', { with: { out: 512, stride: 2 }, input: [256, 14, 14] }],
  ['resnext-bottleneck', { input: [256, 14, 14] }],
  ['depthwise-separable', {}],
  ['standard-convolution', { with: { in: 16, out: 24 } }],
  ['inverted-residual', {}],
  ['shufflenet-v2-unit', { with: { stride: 2, in: 24 }, input: [24, 28, 28] }],
  ['shufflenet-v2-unit', {}],
  ['shufflenet-v2-unit-paper', {}],
  ['vit-encoder-block', { with: { dim: 192, heads: 3 } }],
  ['convnext-block', { input: [96, 14, 14] }],
  ['squeeze-excitation', { input: [256, 14, 14] }],
]
test.each(BLOCKS)('block %s %j', (slug, question) => agrees(library, slug, question))

test.each([
  ['resnet50', [3, 64, 64]],
  ['mobilenet-v2', [3, 64, 64]],
  ['shufflenet-v2-x1-0', [3, 64, 64]],
  ['vit-b-16', [3, 32, 32]],
  ['convnext-tiny', [3, 64, 64]],
] as [string, number[]][])('network %s at %j', (slug, input) => agrees(library, slug, { input }))

test.each([
  ['googlenet', [3, 64, 64]],
  ['densenet121', [3, 64, 64]],
  ['squeezenet1-1', [3, 64, 64]],
  ['efficientnet-b0', [3, 64, 64]],
  ['swin-t', [3, 64, 64]],
  ['swin-v2-t', [3, 64, 64]],
] as [string, number[]][])('network %s at %j', (slug, input) => agrees(families, slug, { input }))
