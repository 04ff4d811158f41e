import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PACKAGE_ROOT } from '../../src/config.ts'
import { startServer } from '../server.ts'

type Point = { x: number; y: number }

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const missing = !existsSync(CHROMIUM)
if (missing && process.env.CI) throw new Error('CI must run the browser tests: apt-get install chromium')
if (missing) console.log('Left out: the browser tests. To run them: apt-get install chromium, or set CHROMIUM.')

const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

describe.skipIf(missing)('the playground', () => {
  let server: Awaited<ReturnType<typeof startServer>>
  let browser: Browser
  let url: string
  beforeAll(async () => {
    expect(existsSync(path.join(PACKAGE_ROOT, 'dist/web/index.html')), 'npm run build first').toBe(true)
    server = await startServer()
    url = server.url
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('runs an example, draws it with its quote, and asks no other host', async () => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    const foreign: string[] = []
    const errors: string[] = []
    page.on('request', (request) => {
      if (!/^(?:http:\/\/localhost[:/]|data:|blob:)/.test(request.url())) foreign.push(request.url())
    })
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(url)
    // a click before the editor has its query and its workers runs nothing
    await page.locator('.graphiql-query-editor .view-line', { hasText: 'WhoExtendsWhom' }).waitFor()
    await page.waitForLoadState('networkidle')
    await page.locator('.graphiql-execute-button').click()
    const canvas = page.locator('.picture .canvas')
    await expect.poll(() => canvas.getAttribute('data-edges'), { timeout: 20_000 }).toContain('resnext EXTENDS resnet')
    await expect.poll(() => page.locator('.graphiql-response').innerText(), { timeout: 20_000 }).toContain('EXTENDS')
    const quotes = await page.locator('.quotes').innerText()
    expect(quotes).toContain('在ResNet基础上')
    expect(quotes).toContain('notes/backbones.md:50:1')
    // Cytoscape draws on a canvas: where a thing lies, it says itself
    const place = (selector: string) =>
      canvas.evaluate((element, wanted) => {
        const cy = (
          element as unknown as {
            _cyreg: { cy: { $(s: string): { isEdge(): boolean; renderedMidpoint(): Point; renderedPosition(): Point } } }
          }
        )._cyreg.cy
        const thing = cy.$(wanted)
        const { x, y } = thing.isEdge() ? thing.renderedMidpoint() : thing.renderedPosition()
        const box = element.getBoundingClientRect()
        return { x: box.x + x, y: box.y + y }
      }, selector)
    // the picture may still be coming to rest: a click where the edge was a moment ago hits nothing
    const quotesOfEdge = async () => {
      const edge = await place('edge[source = "resnext"]')
      await page.mouse.click(edge.x, edge.y)
      return page.locator('.quotes li').count()
    }
    await expect.poll(quotesOfEdge, { interval: 300, timeout: 10_000 }).toBe(1)
    expect(await page.locator('.quotes').innerText()).toContain('resnext EXTENDS resnet')
    const before = (await canvas.getAttribute('data-nodes'))?.split(' ') ?? []
    const node = await place('node[id = "resnext"]')
    await page.mouse.click(node.x, node.y)
    await expect.poll(() => canvas.getAttribute('data-nodes')).toContain('group-convolution')
    expect(before).not.toContain('group-convolution')
    if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-graph.png` })
    expect(foreign).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })

  test('shows verdicts and draws a roofline', async () => {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    await page.goto(url)
    await page.locator('.graphiql-query-editor .view-line', { hasText: 'WhoExtendsWhom' }).waitFor()
    await page.waitForLoadState('networkidle')
    const open = async (name: string) => {
      await page.locator('.graphiql-tab', { hasText: name }).first().click()
      await page.locator('.graphiql-query-editor .view-line', { hasText: name }).waitFor()
    }
    // for a moment after a tab is opened, what is run is called by the name of the tab before
    const run = async <Shown>(shown: () => Promise<Shown>): Promise<Shown> => {
      await page.locator('.graphiql-execute-button').click()
      await page.waitForLoadState('networkidle')
      return shown()
    }
    const RUN = { interval: 500, timeout: 20_000 }
    await open('IsThatTrue')
    const verdict = page.locator('.verdicts li', { hasText: 'mobilenet-eighth-to-ninth' })
    await expect.poll(() => run(async () => (await verdict.allInnerTexts()).join()), RUN).toContain('◐ HOLDS IF out >= 72')
    expect(await verdict.innerText()).toContain('对于3x3的卷积')
    if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-claims.png` })
    await open('WhatBoundsANetwork')
    const plot = page.locator('.picture .plot')
    const width = () => plot.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth)[0])
    await expect.poll(() => run(width), RUN).toBe(800)
    if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-roofline.png` })
    await page.close()
  })

  test.each(['/images/..%2f..%2fpackage.json', '/../package.json', '/images/notes/backbones.md'])('%s is not served', async (address) => {
    const response = await fetch(new URL(address, url))
    expect(response.status).toBeGreaterThanOrEqual(400)
  })
})
