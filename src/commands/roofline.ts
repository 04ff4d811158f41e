/** papergraph roofline: the least time that a block or network takes on a machine, and what bounds each layer. */
import { writeFileSync } from 'node:fs'
import Table from 'cli-table3'
import { type Hardware, type Roofline, roofline, showSeconds } from '../compute/roofline.ts'
import type { Config } from '../config.ts'
import { didYouMean } from '../did-you-mean.ts'
import { EXIT, OperatorError } from '../errors.ts'
import { readArchitectures } from '../ingest/read-architectures.ts'
import { analyzeIn, type QuestionOptions, usersFault } from './architecture.ts'
import { PLAIN } from './table.ts'

export type RooflineOptions = QuestionOptions & { hardware?: string; fused?: boolean; svg?: string; json?: boolean }

export async function rooflineCommand(slug: string, config: Config, options: RooflineOptions): Promise<string> {
  const content = await readArchitectures(config)
  const machines = content.hardware
  const names = machines.map((one) => one.slug)
  const row = machines.find((one) => one.slug === options.hardware)
  if (!row)
    throw new OperatorError(
      `--hardware must be one of ${names.join(', ') || 'those in content, which has none'}.${didYouMean(options.hardware ?? '', names)}`,
      EXIT.usage,
    )
  const { slug: machine, name, peak, bandwidth, overhead } = row
  const hardware: Hardware = { slug: machine, name, peak: JSON.parse(peak), bandwidth, overhead }
  const found = usersFault(() => roofline(analyzeIn(content, slug, options), hardware, options.fused))
  if (options.svg !== undefined) await write(options.svg, slug, found)
  if (options.json) return `${JSON.stringify({ of: slug, ...found }, null, 2)}\n`
  return `${asTable(found)}\n${options.svg === undefined ? '' : `wrote ${options.svg}\n`}`
}

async function write(file: string, slug: string, found: Roofline): Promise<void> {
  const { rooflineSvg } = await import('../plots/roofline.ts') // what draws is wanted by this alone
  try {
    writeFileSync(file, rooflineSvg(slug, found))
  } catch (error) {
    throw new OperatorError(`${file} can't be written: ${(error as Error).message}.`, EXIT.failed)
  }
}

const percent = (share: number) => `${Number((100 * share).toPrecision(3))} %`

function asTable({ hardware, dtype, batch, fused, latency, attainable, ridge, shares, layers }: Roofline): string {
  const table = new Table({
    ...PLAIN,
    head: ['layer', 'op', 'flops a byte', 'bound by', 'at least', 'of peak'],
    colAligns: ['left', 'left', 'right', 'left', 'right', 'right'],
  })
  for (const layer of layers)
    table.push([layer.path, layer.op, layer.intensity.toPrecision(3), layer.bound, showSeconds(layer.latency), percent(layer.attainable)])
  const parts = Object.entries(shares).map(([bound, share]) => `${percent(share)} ${bound}`)
  return [
    table.toString(),
    `${hardware.name}, ${dtype}, batch ${batch}, ${fused ? 'fused' : 'unfused'}: at least ${showSeconds(latency)}, ${percent(attainable)} of peak`,
    `bound by ${parts.join(', ')}; memory is no bound from ${ridge.toPrecision(3)} flops a byte`,
  ].join('\n')
}
