import type { Written } from '../expression.ts'
import { INNER_OPS } from '../ops/index.ts'
import type { Layer } from '../spec.ts'
import { inside, type Structure } from './structure.ts'

/** Layers that see a channels-last image as square windows of tokens. A shifted or a dilated (grid) partition costs the same. */
export const windows: Structure = {
  says: 'Layers that see a channels-last image as windows of size·size tokens, `[windows, tokens, channels]`; shifted and grid windows cost the same.',
  parts: { size: { is: 'written', required: true }, layers: { is: 'layers', required: true } },
  build(parts, from, place) {
    const { size, layers } = parts as { size: Written; layers: readonly Layer[] }
    const { builder } = place
    const side = builder.whole(size, from, place, ['size'])
    const parted = builder.add(INNER_OPS.partition, [from], { size: side }, place, 'partition')
    const end = builder.layers(layers, parted, { ...inside(place, 'window', ['layers']), windowed: true })
    const [height, width] = from.shape
    if (height === undefined || width === undefined) return end
    return builder.add(INNER_OPS.unpartition, [end], { height, width }, place, 'unpartition')
  },
}
