import { z } from 'zod'
import { BYTES, type DataType } from '../../compute/cost.ts'
import type { Hardware } from '../../compute/roofline.ts'
import { didYouMean } from '../../did-you-mean.ts'
import { readImages, readLinks } from '../links.ts'
import { type Kind, NO_IDENTITY, readData, reportUnknownKeys, slug, text } from './kind.ts'

const positive = (least: 'zero' | 'more') =>
  text.transform(Number).refine((n) => Number.isFinite(n) && (least === 'zero' ? n >= 0 : n > 0), {
    error: `expected a number ${least === 'zero' ? 'from' : 'over'} 0`,
  })
const TYPES = Object.keys(BYTES)
const dataType = z.string().refine((name) => TYPES.includes(name), {
  error: (issue) =>
    `there is no data type ${String(issue.input).slice(0, 40)}; there are ${TYPES.join(', ')}.${didYouMean(String(issue.input), TYPES)}`,
})
const FIGURES = ['peak', 'bandwidth', 'overhead'] as const
const schema = z.object({
  kind: text,
  slug,
  name: text,
  peak: z.record(dataType, positive('more'), { error: 'expected operations a second by data type, such as { fp32: 19.5e12 }' }),
  bandwidth: positive('more'),
  overhead: positive('zero').default(0),
  sources: z.object(Object.fromEntries(FIGURES.map((figure) => [figure, text.optional()])), {
    error: `expected who says each figure: ${FIGURES.join(', ')}`,
  }),
})

/** A machine: operations a second by data type, bytes a second, seconds a launch, and who says so. */
export const hardware: Kind = {
  understand(reading) {
    reportUnknownKeys(reading, Object.keys(schema.shape))
    const data = readData(reading, schema)
    if (!data) return null
    const { file } = reading
    const { slug, name, bandwidth, overhead } = data
    const peak = data.peak as Hardware['peak'] & Record<DataType, number> // its keys were checked
    const markdown = file.text.slice(file.frontMatter.bodyStart).trim()
    return {
      kind: 'hardware',
      format: null,
      title: name,
      author: file.header.author,
      createdAt: null,
      modifiedAt: null,
      identity: { ...NO_IDENTITY, hardware: [slug] },
      parts: [],
      links: readLinks(reading, []),
      images: readImages(reading, []),
      declared: [],
      related: [],
      techniques: [],
      architectures: [],
      claims: [],
      hardware: [{ slug, name, bandwidth, overhead, peak: JSON.stringify(peak), sources: JSON.stringify(data.sources), markdown }],
    }
  },
}
