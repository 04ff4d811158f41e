/**
 * Families that nothing here was made for: other classification networks of torchvision, described in
 * fixtures/compute/families, beside the num_params and _ops that torchvision publishes with their weights.
 */
import { beforeAll, expect, test } from 'vitest'
import type { Library } from '../../src/compute/build.ts'
import { analyzed, FAMILIES, libraryOf } from './library.ts'

let library: Library
beforeAll(async () => {
  library = await libraryOf(FAMILIES)
})

test.each([
  ['alexnet', 61_100_840, '0.714'],
  ['vgg16', 138_357_544, '15.470'],
  ['vgg16-bn', 138_365_992, '15.470'],
  ['googlenet', 6_624_904, '1.498'],
  // without the auxiliary classifier, which weights carry and inference does not run: 27,161,264 with it
  ['inception-v3', 23_834_568, '5.713'],
  ['densenet121', 7_978_856, '2.834'],
  ['squeezenet1-1', 1_235_496, '0.349'],
  ['mnasnet1-0', 4_383_312, '0.314'],
  ['mobilenet-v3-large', 5_483_032, '0.217'],
  ['efficientnet-b0', 5_288_548, '0.386'],
  ['efficientnet-v2-s', 21_458_488, '8.366'],
  ['regnet-y-400mf', 4_344_144, '0.402'],
  ['swin-t', 28_288_354, '4.491'],
  ['swin-v2-t', 28_351_570, '5.940'],
  ['maxvit-t', 30_919_624, '5.558'],
])('%s has %i params and %s G multiply-accumulates', (slug, params, gmacs) => {
  const { cost } = analyzed(library, slug)
  expect({ params: cost.params, gmacs: (Number(cost.macs) / 1e9).toFixed(3) }).toEqual({ params, gmacs })
})
