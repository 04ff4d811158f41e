/** content/README.md is the whole grammar: every op and structure stands in it, and every example builds. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { analyze } from '../../src/compute/analyze.ts'
import type { Library } from '../../src/compute/build.ts'
import { OPS } from '../../src/compute/ops/index.ts'
import { type Spec, specShape } from '../../src/compute/spec.ts'
import { STRUCTURES } from '../../src/compute/structures/index.ts'
import { CONTENT } from '../stores.ts'
import { libraryOf } from './library.ts'

const readme = readFileSync(path.join(CONTENT, 'README.md'), 'utf8')
const rows = new Map(
  [...readme.matchAll(/^\| `(\w+)` +\| (.*?) +\| (.*?) +\|$/gm)].map(([, name, attributes, says]) => [name, [attributes?.trim(), says]]),
)

let library: Library
beforeAll(async () => {
  library = await libraryOf()
})

test.each(Object.entries(OPS))('the table says of %s what the code does', (name, op) => {
  const attributes = Object.entries(op.fields).map(([attribute, field]) => {
    const words = field.is === 'word' ? ` (${field.of.join(', ')})` : ''
    return `${attribute}${words}${'required' in field && field.required ? '' : ` = ${String('default' in field ? field.default : '')}`}`
  })
  expect(rows.get(name)).toEqual([attributes.join(', '), op.says])
})

test.each(Object.entries(STRUCTURES))('the table says of %s what the code does', (name, structure) => {
  const parts = Object.entries(structure.parts as Record<string, { required?: boolean }>).map(([part, { required }]) =>
    required ? `**${part}**` : part,
  )
  expect(rows.get(name)).toEqual([parts.join(', '), structure.says])
})

test.each(Object.keys(STRUCTURES))('%s stands in an example', (name) => {
  const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text).join('\n')
  expect(examples).toMatch(new RegExp(`^\\s*(?:- )*${name}:`, 'm'))
})

const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text)
test.each(examples)('an example builds: %#', (text) => {
  // front matter hands every value over as its author's text
  const { layers, input, parameters = {} } = parse(text.replaceAll('---\n', ''), { schema: 'failsafe' }) as Record<string, unknown>
  const spec = z.strictObject(specShape).parse({ layers, input, parameters })
  expect(Number(analyze({ slug: 'example', ...spec } as Spec, {}, library).cost.flops)).toBeGreaterThan(0)
})
