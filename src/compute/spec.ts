/**
 * The grammar of an architecture as authors write it, as zod schemas made from the tables of ops and structures:
 * a layer is a bare name (`relu`), a name with a value (`linear: 1000`) or with attributes (`conv: { out: 64 }`).
 */
import { z } from 'zod'
import { didYouMean } from '../did-you-mean.ts'
import { parse, type Written } from './expression.ts'
import { OPS } from './ops/index.ts'
import type { Field, Op } from './ops/op.ts'
import { SpecError } from './spec-error.ts'
import { type Parts, STRUCTURES } from './structures/index.ts'
import { type Bare, isMap, partsOf } from './written.ts'

/** A layer as written, after validation. */
export type Layer = string | Readonly<Record<string, unknown>>

/** A block or network as its document specifies it. */
export type Spec = {
  slug: string
  /** each with its default; a default may be an expression over those before it */
  parameters: Readonly<Record<string, Written>>
  /** shape without the batch */
  input: readonly Written[]
  layers: readonly Layer[]
}

const MAX_LAYERS = 2_000
const MAX_DEPTH = 24

const written = z.union([z.string(), z.number()], { error: 'expected a number or an expression' }).superRefine((value, context) => {
  if (typeof value === 'number') return
  try {
    parse(value)
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
  }
})
const flag = z.union([z.boolean(), written], { error: 'expected true, false or a condition' })

/** What may be written for a field. */
const schemaOf = (field: Field): z.ZodType => {
  switch (field.is) {
    case 'dimension':
    case 'number':
      return written
    case 'pair':
      return z.union([z.literal('same'), written, z.array(written).length(2)], { error: 'expected a number, or two: height and width' })
    case 'flag':
      return flag
    case 'word':
      return z.enum(field.of, { error: `expected one of ${field.of.join(', ')}` })
    case 'list':
    case 'shape':
      return z.array(written, { error: 'expected a list of numbers' }).max(8)
  }
}

const required = (field: Field) => 'required' in field && field.required === true

const attributesOf = (op: Op): z.ZodType =>
  strict(
    Object.fromEntries(
      Object.entries(op.fields).map(([name, field]) => [name, required(field) ? schemaOf(field) : schemaOf(field).optional()]),
    ),
    op.name,
  )

/** An object with no other keys; a strange one is answered with the nearest known. */
function strict(shape: Record<string, z.ZodType>, what: string): z.ZodType {
  const known = Object.keys(shape)
  return z
    .record(z.string(), z.unknown(), {
      error: `${what} takes ${known.length > 0 ? `its attributes, such as { ${known[0]}: … }` : 'no attributes'}`,
    })
    .superRefine((value, context) => {
      for (const name of Object.keys(value))
        if (!Object.hasOwn(shape, name))
          context.addIssue({
            code: 'custom',
            message: `${what} has no attribute ${name}${/[()]/.test(name) ? '; an expression with a comma goes between quotes' : ''}${known.length > 0 ? `; it has ${known.join(', ')}` : ''}.${didYouMean(name, known)}`,
            path: [name],
          })
      for (const [name, schema] of Object.entries(shape)) {
        const result = schema.safeParse(value[name])
        if (result.success) continue
        const missing = value[name] === undefined
        for (const issue of result.error.issues)
          context.addIssue({
            code: 'custom',
            message: missing ? `${what} needs ${name}` : issue.message,
            path: missing ? [] : [name, ...issue.path],
          })
      }
    })
}

/** What each part of a structure may be. */
const PARTS = (depth: number): Record<Parts, z.ZodType> => ({
  written,
  flag,
  layers: layersSchema(depth),
  optional: layersSchema(depth, 0),
  branches: z.array(layersSchema(depth, 0), { error: 'expected a list of branches, each a list of layers' }).min(1).max(64),
  values: z.record(z.string(), written, { error: 'expected names with values' }),
  rows: z
    .array(z.record(z.string(), written, { error: 'expected names with values' }), { error: 'expected a list of rows' })
    .min(1)
    .max(1_000)
    .superRefine(alike),
  sizes: z.union([written, z.array(written).min(1).max(64)], { error: 'expected a number of parts, or the size of each' }),
  shortcut: z.union([z.enum(['identity', 'project']), layersSchema(depth, 0), z.record(z.literal('project'), layersSchema(depth))], {
    error: 'expected identity, project, a list of layers, or project with a list of layers',
  }),
  join: z.enum(['concat', 'add', 'mul'], { error: 'expected concat, add or mul' }),
  slug: z.string({ error: 'expected the slug of a block' }),
  relative: z.enum(['none', 'table', 'mlp'], { error: 'expected none, table or mlp' }),
})

/** Every row of a table has the names of the first. */
function alike(rows: readonly Record<string, unknown>[], context: z.RefinementCtx): void {
  const names = Object.keys(rows[0] ?? {})
  for (const [i, row] of rows.entries()) {
    const missing = names.filter((name) => !Object.hasOwn(row, name))
    if (missing.length > 0)
      context.addIssue({ code: 'custom', message: `the row has no ${missing.join(', ')}, which the first has`, path: [i] })
  }
}

const NAMES = [...Object.keys(OPS), ...Object.keys(STRUCTURES)]

/** A list of layers. Depth is bounded, so that a bad list can't exhaust the stack. */
function layersSchema(depth: number, least = 1): z.ZodType {
  if (depth > MAX_DEPTH) return z.any().refine(() => false, { error: `layers are nested over ${MAX_DEPTH} deep` })
  return z.lazy(() =>
    z
      .array(
        z.unknown().superRefine((layer, context) => checkLayer(layer, depth, context)),
        { error: 'expected a list of layers' },
      )
      .min(least, { error: 'expected at least one layer' })
      .max(MAX_LAYERS, { error: `expected at most ${MAX_LAYERS} layers; use repeat or each` }),
  )
}

function checkLayer(layer: unknown, depth: number, context: z.RefinementCtx): void {
  const issue = (message: string, path: PropertyKey[] = []) => context.addIssue({ code: 'custom', message, path })
  if (typeof layer === 'string') return checkNamed(layer, undefined, depth, issue, [])
  if (typeof layer !== 'object' || layer === null || Array.isArray(layer))
    return issue('expected a layer: a name, or a name with attributes')
  const { name, ...rest } = layer as Record<string, unknown>
  if (name !== undefined && (typeof name !== 'string' || !/^[\w-]{1,40}$/.test(name)))
    issue('name: expected letters, digits, - and _', ['name'])
  const [op, ...more] = Object.keys(rest)
  if (op === undefined || more.length > 0)
    return issue(
      op === undefined
        ? 'a layer has one name, this one has none'
        : `a layer has one name, this one has ${[op, ...more].join(', ')}: begin each with - on a line of its own, or indent what belongs to ${op}.${didYouMean(more[0] ?? '', ['name'])}`,
    )
  checkNamed(op, rest[op], depth, issue, [op])
}

function checkNamed(
  name: string,
  value: unknown,
  depth: number,
  issue: (message: string, path?: PropertyKey[]) => void,
  path: PropertyKey[],
): void {
  const op = Object.hasOwn(OPS, name) ? OPS[name as keyof typeof OPS] : undefined
  const structure = Object.hasOwn(STRUCTURES, name) ? STRUCTURES[name as keyof typeof STRUCTURES] : undefined
  if (!op && !structure)
    return issue(
      `unknown op '${name.slice(0, 40)}'${didYouMean(name, NAMES).replace(' Did you mean ', ': did you mean ') || `; there are ${NAMES.join(', ')}`}`,
      path,
    )
  const bare: Bare = op ?? structure ?? {}
  const { main } = bare
  // what takes no bare value is handed over as it is, to be refused by its schema
  const attributes = main === undefined && value !== undefined && value !== null && !isMap(value) ? value : partsOf(value, bare)
  const schema = op ? attributesOf(op) : structureSchema(name, structure as NonNullable<typeof structure>, depth) // one of the two is there
  const result = schema.safeParse(attributes)
  for (const found of result.error?.issues ?? []) {
    const inMain = main !== undefined && !isMap(value) && found.path[0] === main
    issue(found.message, [...path, ...(inMain ? found.path.slice(1) : found.path)])
  }
}

const structureSchema = (
  name: string,
  { parts }: { parts: Readonly<Record<string, { is: Parts; required?: boolean }>> },
  depth: number,
) => {
  const kinds = PARTS(depth + 1)
  return strict(
    Object.fromEntries(Object.entries(parts).map(([part, { is, required }]) => [part, required ? kinds[is] : kinds[is].optional()])),
    name,
  )
}

export const PARAMETER = /^[A-Za-z][A-Za-z0-9]*$/

/** The three parts of a front matter or an input that specify an architecture. */
export const specShape = {
  parameters: z
    .record(z.string().regex(PARAMETER, { error: 'a parameter is named by a letter, then letters and digits' }), written, {
      error: 'expected parameters, each with its default',
    })
    .default({}),
  input: z
    .array(written, { error: 'expected the input shape, such as [in, 56, 56]' })
    .min(1)
    .max(3, { error: 'expected at most three sizes: channels, height, width' }),
  layers: layersSchema(0),
}

/** The slugs of the blocks that a specification names, each once. */
export function blocksUsed({ layers }: Spec): string[] {
  const slugs = new Set<string>()
  const pending: unknown[] = [...layers]
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (Array.isArray(at)) pending.push(...at)
    if (!isMap(at)) continue
    const use = typeof at.block === 'string' ? at.block : isMap(at.block) ? at.block.use : undefined
    if (typeof use === 'string') slugs.add(use)
    pending.push(...Object.values(at))
  }
  return [...slugs].sort()
}
