/** What the commands about one architecture share: finding it, and reading what is asked of it. */
import { type Analysis, analyze, type Question } from '../compute/analyze.ts'
import { BYTES, type DataType } from '../compute/cost.ts'
import type { Spec } from '../compute/spec.ts'
import { SpecError } from '../compute/spec-error.ts'
import type { Config } from '../config.ts'
import { didYouMean } from '../did-you-mean.ts'
import { EXIT, OperatorError } from '../errors.ts'
import { type Architectures, readArchitectures } from '../ingest/read-architectures.ts'
import { reportText } from '../ingest/report.ts'

export type QuestionOptions = { with?: string[]; input?: string; batch?: string; dtype?: string }

/** The architecture of the content folder with this slug, analyzed. Throws OperatorError. */
export const analyzeNamed = async (slug: string, config: Config, options: QuestionOptions): Promise<Analysis> =>
  analyzeIn(await readArchitectures(config), slug, options)

/** The same, of a folder that was read. */
export function analyzeIn(found: Architectures, slug: string, options: QuestionOptions): Analysis {
  const spec = specNamed(found, slug)
  return usersFault(() => analyze(spec, questionOf(options), found.library))
}

/** Throws OperatorError. */
export function specNamed({ library, diagnostics }: Architectures, slug: string): Spec {
  const errors = diagnostics.filter(({ severity }) => severity === 'ERROR')
  const spec = library.get(slug)
  if (spec) return spec
  if (errors.length > 0)
    throw new OperatorError(`there is no block or model ${slug} without errors.\n${reportText(errors)}`, EXIT.contentErrors)
  throw new OperatorError(`There is no block or model ${slug}.${didYouMean(slug, library.slugs())}`, EXIT.usage)
}

/** What does not fit in what was asked is told to who asked. */
export function usersFault<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    throw new OperatorError(`${error.path.length > 0 ? `${error.path.join('.')}: ` : ''}${error.message}`, EXIT.usage)
  }
}

export function questionOf({ with: values = [], input, batch, dtype }: QuestionOptions): Question {
  if (dtype !== undefined && !Object.hasOwn(BYTES, dtype))
    throw new OperatorError(`--dtype must be one of ${Object.keys(BYTES).join(', ')}.`, EXIT.usage)
  return {
    with: Object.fromEntries(values.flatMap((text) => text.split(',')).map(pairOf)),
    ...(input === undefined ? {} : { input: input.split(/[,x×]/).map((size) => numberOf(size, '--input')) }),
    ...(batch === undefined ? {} : { batch: numberOf(batch, '--batch') }),
    ...(dtype === undefined ? {} : { dtype: dtype as DataType }),
  }
}

function pairOf(text: string): [string, number] {
  const [name = '', value, ...rest] = text.split('=')
  if (value === undefined || rest.length > 0)
    throw new OperatorError(`--with takes name=number, such as --with stride=2; got ${text}.`, EXIT.usage)
  return [name.trim(), numberOf(value, `--with ${name}`)]
}

function numberOf(text: string, what: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value))
    throw new OperatorError(`${what} takes a number, got ${JSON.stringify(text)}.`, EXIT.usage)
  return value
}
