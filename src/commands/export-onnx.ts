/** papergraph export onnx: one block or network as an ONNX model with random weights. */
import { writeFileSync } from 'node:fs'
import { toOnnx } from '../compute/onnx/export.ts'
import { SpecError } from '../compute/spec-error.ts'
import type { Config } from '../config.ts'
import { EXIT, OperatorError } from '../errors.ts'
import { analyzeNamed, type QuestionOptions } from './architecture.ts'

export type ExportOptions = QuestionOptions & { out?: string }

export async function exportOnnxCommand(slug: string, config: Config, options: ExportOptions): Promise<string> {
  const { graph, cost } = await analyzeNamed(slug, config, options)
  const file = options.out ?? `${slug}.onnx`
  try {
    const bytes = toOnnx(graph, slug)
    writeFileSync(file, bytes)
    return `${file}: ${bytes.length} bytes, ${cost.params} params\n`
  } catch (error) {
    if (error instanceof SpecError || error instanceof RangeError) throw new OperatorError(error.message, EXIT.failed)
    throw new OperatorError(`${file} can't be written: ${(error as Error).message}.`, EXIT.failed)
  }
}
