/** The blocks and networks of content/, and of a folder of fixtures, as the compute tests build them. */
import path from 'node:path'
import { NUMBERS } from '../../src/compute/algebra.ts'
import { analyze, type Question } from '../../src/compute/analyze.ts'
import { type Built, buildOver, type Library } from '../../src/compute/build.ts'
import type { Spec } from '../../src/compute/spec.ts'
import { readArchitectures } from '../../src/ingest/read-architectures.ts'
import { CONTENT, READING } from '../stores.ts'

export const FAMILIES = path.resolve(import.meta.dirname, '../fixtures/compute/families')

export async function libraryOf(content = CONTENT): Promise<Library> {
  const { library, diagnostics } = await readArchitectures({ content, ...READING })
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  return library
}

export function specOf(library: Library, slug: string): Spec {
  const spec = library.get(slug)
  if (!spec) throw new Error(`there is no ${slug}`)
  return spec
}

export const analyzed = (library: Library, slug: string, question: Question = {}) => analyze(specOf(library, slug), question, library)

/** A specification of these layers over an image of 8 channels. */
export const specOfLayers = (
  layers: unknown[],
  input: (string | number)[] = [8, 16, 16],
  parameters: Record<string, string | number> = {},
): Spec => ({
  slug: 'test',
  parameters,
  input,
  layers: layers as Spec['layers'],
})

export const built = (layers: unknown[], input?: (string | number)[]): Built<number> => buildOver(specOfLayers(layers, input), {}, NUMBERS)
