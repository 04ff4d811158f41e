/**
 * Does the roofline put networks in the order in which they were measured, and better than multiply-accumulates alone? Spearman's
 * rank correlation with the times of ShuffleNet V2's tables; 1 is the same order. What the paper leaves open is taken
 * as: ten units; fragments of equal multiply-accumulates; channels
 * that the groups do not divide (180 by 8) rounded to the next that they do; the bottleneck of table 4 narrowed to a quarter.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sampleRankCorrelation } from 'simple-statistics'
import { type Analysis, analyze } from '../src/compute/analyze.ts'
import { type Hardware, roofline } from '../src/compute/roofline.ts'
import type { Layer } from '../src/compute/spec.ts'
import { readConfig } from '../src/config.ts'
import { readArchitectures } from '../src/ingest/read-architectures.ts'

const speeds = JSON.parse(readFileSync(path.join(import.meta.dirname, 'speeds.json'), 'utf8'))
const { library, hardware } = await readArchitectures(readConfig({}))
const machine = (slug: string): Hardware => {
  const row = hardware.find((one) => one.slug === slug)
  if (!row) throw new Error(`content/ has no hardware ${slug}`)
  return { ...row, peak: JSON.parse(row.peak) }
}
const DEVICES = { gpu: { machine: machine('gtx-1080-ti'), batch: 8 }, arm: { machine: machine('snapdragon-810'), batch: 1 } }
type Device = keyof typeof DEVICES
const UNITS = 10

type Measured = { analysis: Analysis; seconds: number }
const of = (input: number, layers: Layer[], batch: number): Analysis =>
  analyze({ slug: 'bench', parameters: {}, input: [input, 56, 56], layers: [{ repeat: { times: UNITS, layers } }] }, { batch }, library)
const conv = (out: number, groups = 1, kernel = 1): Layer => ({ conv: { out, kernel, groups } })
const WIDTHS = [1, 2, 4]

function fragments(kind: string, c: number): Layer[] {
  const [n = '1', how] = kind.split(' ')
  const width = Math.round(c / Math.sqrt(Number(n)))
  const one = conv(width)
  if (how !== 'parallel') return Array.from({ length: Number(n) }, () => one)
  // each fragment sees the whole width, and they are added
  return [{ parallel: { branches: Array.from({ length: Number(n) }, () => [one]), join: 'add' } }]
}
const widthOf = (kind: string, c: number) => Math.round(c / Math.sqrt(Number(kind.split(' ')[0])))

function unit(c: number, relu: boolean, shortcut: boolean): Layer[] {
  const act: Layer[] = relu ? ['relu'] : []
  const branch = [conv(c / 4), ...act, conv(c / 4, 1, 3), ...act, conv(c)]
  return [...(shortcut ? [{ residual: { branch } }] : branch), ...act]
}

const TABLES: Record<string, (device: Device) => Measured[]> = {
  'table 1, channels': (device) =>
    speeds.table1.flatMap((row: Record<Device, { c: [number, number]; speed: number[] }>) =>
      WIDTHS.map((width, i) => {
        const [a, b] = row[device].c.map((c) => c * width) as [number, number]
        return { analysis: of(a, [conv(b), conv(a)], DEVICES[device].batch), seconds: 1 / (row[device].speed[i] ?? 0) }
      }),
    ),
  'table 2, groups': (device) =>
    speeds.table2.flatMap(({ groups, ...row }: { groups: number } & Record<Device, { c: number; speed: number[] }>) =>
      WIDTHS.map((width, i) => {
        const c = Math.ceil((row[device].c * width) / groups) * groups
        return { analysis: of(c, [conv(c, groups)], DEVICES[device].batch), seconds: 1 / (row[device].speed[i] ?? 0) }
      }),
    ),
  'table 3, fragments': (device) =>
    speeds.table3.flatMap((row: { fragments: string } & Record<Device, number[]>) =>
      WIDTHS.map((width, i) => {
        const c = (device === 'gpu' ? 128 : 64) * width
        return {
          analysis: of(widthOf(row.fragments, c), fragments(row.fragments, c), DEVICES[device].batch),
          seconds: 1 / (row[device][i] ?? 0),
        }
      }),
    ),
  'table 4, element-wise': (device) =>
    speeds.table4.flatMap((row: { relu: boolean; shortcut: boolean } & Record<Device, number[]>) =>
      WIDTHS.map((width, i) => ({
        analysis: of(32 * width, unit(32 * width, row.relu, row.shortcut), DEVICES[device].batch),
        seconds: 1 / (row[device][i] ?? 0),
      })),
    ),
  'table 8, networks': (device) =>
    speeds.table8.map((row: { of: string; with: Record<string, number> } & Record<Device, number>) => {
      const spec = library.get(row.of)
      if (!spec) throw new Error(`content/ has no ${row.of}`)
      return { analysis: analyze(spec, { with: row.with, batch: DEVICES[device].batch }, library), seconds: 1 / row[device] }
    }),
}

console.log(`rank correlation with the times of ${speeds.source}`)
console.log('                             roofline   fused    macs   memory access')
for (const device of Object.keys(DEVICES) as Device[])
  for (const [name, measured] of Object.entries(TABLES)) {
    const rows = measured(device)
    const times = rows.map(({ seconds }) => seconds)
    const figures = [
      (analysis: Analysis) => roofline(analysis, DEVICES[device].machine).latency,
      (analysis: Analysis) => roofline(analysis, DEVICES[device].machine, true).latency,
      ({ cost }: Analysis) => Number(cost.macs),
      ({ cost }: Analysis) => Number(cost.memoryAccess.bytes),
    ]
    const told = figures.map((figure) =>
      sampleRankCorrelation(
        rows.map(({ analysis }) => figure(analysis)),
        times,
      )
        .toFixed(3)
        .padStart(8),
    )
    console.log(`  ${device} ${name.padEnd(22)} ${told.join(' ')}   (${rows.length} points)`)
  }
