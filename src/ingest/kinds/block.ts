import { z } from 'zod'
import { readImages, readLinks } from '../links.ts'
import { type Kind, NO_IDENTITY, readData, reportUnknownKeys, slug, text, texts } from './kind.ts'

/** A number or an expression over parameters, as text; what it means is for the cost engine to say. */
const expression = text
const parameterName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, { error: 'a parameter is named by a letter in lower case, then letters and digits' })
const number = z
  .string({ error: 'expected a number' })
  .regex(/^\d{1,15}(?:\.\d{1,15})?$/, { error: (issue) => `expected a number, got ${JSON.stringify(String(issue.input).slice(0, 40))}` })
  .transform(Number)

const attributes = z.record(z.string(), expression, { error: 'expected the attributes of a layer' })
type Layer = string | { residual: { branch: Layer[]; shortcut: string } } | Record<string, Record<string, string>>

/** One layer: a bare name (`relu`), a name with attributes (`conv: { out: mid }`), or a residual with a branch and a shortcut. */
const layer: z.ZodType<Layer> = z.lazy(() =>
  z.union(
    [
      text,
      z.strictObject({
        residual: z.strictObject({ branch: z.array(layer).min(1), shortcut: z.enum(['identity', 'project']).default('identity') }),
      }),
      z
        .record(z.string(), attributes)
        .refine((one) => Object.keys(one).length === 1 && !('residual' in one), { error: 'a layer has one name' }),
    ],
    { error: 'expected a layer: a name, a name with attributes, or residual with branch and shortcut' },
  ),
)

const schema = z.object({
  kind: text,
  slug,
  name: text,
  paper: slug.optional(),
  aliases: texts.optional(),
  parameters: z.record(parameterName, number, { error: 'expected parameters, each with its default' }),
  input: z.array(expression, { error: 'expected the input shape, such as [in, 56, 56]' }).min(1).max(4),
  layers: z.array(layer, { error: 'expected a list of layers' }).min(1, { error: 'a block has a layer' }),
})

/** An architecture building block: its parameters, its input and its layers. */
export const block: Kind = {
  understand(reading) {
    const data = readData(reading, schema)
    if (!data) return null
    reportUnknownKeys(reading, Object.keys(schema.shape))
    const { file } = reading
    const { slug, name, aliases = [], parameters, input, layers, paper = null } = data
    const paperAt = reading.offsetOf(['paper'])
    return {
      kind: 'block',
      format: null,
      title: name,
      author: file.header.author,
      createdAt: null,
      modifiedAt: null,
      identity: { ...NO_IDENTITY, blocks: [slug] },
      parts: [],
      links: readLinks(reading, []),
      images: readImages(reading, []),
      declared: [],
      techniques: [],
      blocks: [
        {
          slug,
          name,
          paper,
          place: reading.places.span(paperAt, paperAt),
          aliases,
          parameters,
          input,
          layers,
          markdown: file.text.slice(file.frontMatter.bodyStart).trim(),
        },
      ],
    }
  },
}
