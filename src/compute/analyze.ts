/** A specification and a question to an answer: the door through which resolvers and the command line come in. */
import { NUMBERS } from './algebra.ts'
import { buildOver, type Library } from './build.ts'
import { BYTES, type Cost, cost, type DataType } from './cost.ts'
import type { Graph } from './graph.ts'
import type { Spec } from './spec.ts'
import { SpecError } from './spec-error.ts'

export type Question = {
  with?: Readonly<Record<string, number>>
  /** shape without the batch */
  input?: readonly number[]
  batch?: number
  dtype?: DataType
}

export type Analysis = {
  spec: Spec
  library: Library
  parameters: ReadonlyMap<string, number>
  graph: Graph<number>
  cost: Cost<number> | Cost<bigint>
  batch: number
  dtype: DataType
}

/** More inputs at once than any machine holds. */
const MAX_BATCH = 1_000_000

/** Throws SpecError: its path leads into the specification, or begins with `with`, `input`, `batch` or `dtype`. */
export function analyze(spec: Spec, question: Question, library: Library): Analysis {
  const { with: values = {}, input, batch = 1, dtype = 'fp32' } = question
  if (!Number.isInteger(batch) || batch < 1 || batch > MAX_BATCH)
    throw new SpecError(`batch must be a whole number from 1 to ${MAX_BATCH}, got ${batch}.`, ['batch'])
  if (!Object.hasOwn(BYTES, dtype))
    throw new SpecError(`there is no data type ${dtype}; there are ${Object.keys(BYTES).join(', ')}.`, ['dtype'])
  const { graph, parameters } = buildOver(spec, { with: new Map(Object.entries(values)), ...(input ? { input } : {}), library }, NUMBERS)
  return { spec, library, parameters, graph, cost: cost(graph, { batch, dtype }), batch, dtype }
}
