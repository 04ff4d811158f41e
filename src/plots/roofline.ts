/** The roofline of a network as an SVG of 800 pixels, right on light and on dark ground. */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { type Bound, type Roofline, type RooflineLayer, showSeconds } from '../compute/roofline.ts'

const [WIDTH, HEIGHT] = [800, 480]

/** Colours that are told apart by those who see few, on white and on black (Okabe and Ito, Color Universal Design, 2008). */
const COLOURS: Record<Bound, { light: string; dark: string; says: string }> = {
  compute: { light: '#0072b2', dark: '#56b4e9', says: 'bound by compute' },
  memory: { light: '#d55e00', dark: '#e69f00', says: 'bound by memory' },
  overhead: { light: '#8a4f7d', dark: '#cc79a7', says: 'bound by launches' },
}

/** The class of the drawing: its styles reach nothing else of a page that it is put into. */
const NAME = 'papergraph-roofline'

const STYLE = `
  .${NAME} { color: #1b1b1b; background: #ffffff; }
  ${Object.entries(COLOURS)
    .map(([bound, { light }]) => `.${NAME} .${bound} { fill: ${light}; }`)
    .join(' ')}
  @media (prefers-color-scheme: dark) {
    .${NAME} { color: #e6e6e6; background: #14171a; }
    ${Object.entries(COLOURS)
      .map(([bound, { dark }]) => `.${NAME} .${bound} { fill: ${dark}; }`)
      .join(' ')}
  }`

const METRIC = [
  [1e15, 'P'],
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const
const short = (n: number, unit: string) => {
  const [size, prefix] = METRIC.find(([least]) => n >= least) ?? [1, '']
  return `${Number((n / size).toPrecision(3))} ${prefix}${unit}`
}
/** Layers as points below the roofs: across, flops a byte; up, operations a second that they can reach; as large as their share of the time. */
export function rooflineSvg(slug: string, { hardware, dtype, batch, fused, peak, ridge, latency, layers }: Roofline): string {
  const { document } = parseHTML('<!doctype html><body></body>')
  const drawn = layers.filter(({ flops, latency: takes }) => flops > 0 && takes > 0)
  const reached = ({ flops, latency: takes }: RooflineLayer) => flops / takes
  const from = Math.min(ridge / 100, ...drawn.map(({ intensity }) => intensity)) / 1.5
  const to = Math.max(ridge * 10, ...drawn.map(({ intensity }) => intensity)) * 1.5
  const least = Math.min(from * hardware.bandwidth, ...drawn.map(reached)) / 1.5
  const roof = [from, ridge, to].map((x) => ({ x, y: Math.min(peak, x * hardware.bandwidth) }))
  const svg = Plot.plot({
    document: document as unknown as Document, // what Plot uses of it is there
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 80,
    marginTop: 60,
    marginBottom: 45,
    className: NAME,
    style: { fontSize: '13px', fontFamily: 'system-ui, sans-serif' },
    x: { type: 'log', domain: [from, to], label: 'flops a byte of memory access →', grid: true, tickFormat: '~g' },
    y: {
      type: 'log',
      domain: [least, peak * 2],
      label: 'flops a second →',
      labelAnchor: 'center',
      grid: true,
      tickFormat: (n: number) => short(n, ''),
    },
    r: { type: 'sqrt', domain: [0, Math.max(...drawn.map(({ latency: takes }) => takes), 0)], range: [2.5, 16] },
    marks: [
      Plot.line(roof, { x: 'x', y: 'y', stroke: 'currentColor', strokeWidth: 2 }),
      Plot.text([{ x: to, y: peak }], {
        x: 'x',
        y: 'y',
        text: () => `${short(peak, 'flop/s')} at ${dtype}`,
        textAnchor: 'end',
        dx: -4,
        dy: -9,
        fill: 'currentColor',
      }),
      Plot.text([{ x: ridge / 6, y: (hardware.bandwidth * ridge) / 6 }], {
        x: 'x',
        y: 'y',
        text: () => short(hardware.bandwidth, 'B/s'),
        textAnchor: 'end',
        dx: -8,
        dy: -8,
        fill: 'currentColor',
      }),
      ...Object.entries(COLOURS).map(([bound]) =>
        Plot.dot(
          drawn.filter((layer) => layer.bound === bound),
          {
            className: bound,
            x: 'intensity',
            y: reached,
            r: 'latency',
            fillOpacity: 0.6,
            stroke: 'none',
            title: (layer: RooflineLayer) =>
              `${layer.path} (${layer.op})\n${showSeconds(layer.latency)} at least, ${(100 * layer.attainable).toPrecision(2)} % of peak`,
          },
        ),
      ),
    ],
  })
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.setAttribute('role', 'img')
  const title = `${slug} on ${hardware.name}: ${showSeconds(latency)} at least for ${batch === 1 ? 'one input' : `a batch of ${batch}`}${fused ? ', fused' : ''}`
  const element = (name: string, attributes: Record<string, string>, text = '') => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    made.textContent = text
    return made
  }
  const style = element('style', {}, STYLE)
  const heading = element(
    'text',
    { x: '80', y: '22', 'font-size': '16', 'font-weight': '600', 'text-anchor': 'start', fill: 'currentColor' },
    title,
  )
  const legend = Object.entries(COLOURS).flatMap(([bound, { says }], i) => [
    element('circle', { class: bound, cx: String(86 + 170 * i), cy: '40', r: '5' }),
    element('text', { x: String(96 + 170 * i), y: '44', 'text-anchor': 'start', fill: 'currentColor' }, says),
  ])
  // for those who hear it; as text, since names are their authors' and an attribute would take their markup
  svg.prepend(element('title', {}, title) as never)
  svg.append(style as never, heading as never, ...(legend as never[]))
  return `${svg.outerHTML}\n`
}
