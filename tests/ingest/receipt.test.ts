/** Where nothing changed an ingest does not open the database; where anything that it reads did, it does. */
import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ingestCommand } from '../../src/commands/ingest.ts'
import { readConfig } from '../../src/config.ts'
import { discover, hashOf, readStable } from '../../src/ingest/discover.ts'
import type { IngestResult } from '../../src/ingest/ingest-into.ts'
import { leaveReceipt, readReceipt } from '../../src/ingest/receipt.ts'
import { contentFolder } from '../stores.ts'

let folder: ReturnType<typeof contentFolder>
let data: string
beforeEach(() => {
  folder = contentFolder({ 'a.md': '# GridNet\n\n![](b.png)\n', 'b.png': 'x', 'c/d.md': '# BoxNet\n' })
  data = mkdtempSync(path.join(os.tmpdir(), 'papergraph-receipt-'))
})
afterEach(() => {
  folder.remove()
  rmSync(data, { recursive: true })
})

const settings = () => ({ content: folder.dir, maxNoteBytes: 1_000, formats: {} })
const leave = (diagnostics: Parameters<typeof leaveReceipt>[4]['diagnostics'] = []) =>
  leaveReceipt(data, settings(), discover(folder.dir), (at) => hashOf(readStable(folder.dir, at, 1_000)), { graphVersion: 3, diagnostics })

test('a receipt is what was told, as long as all is as it was', () => {
  expect(readReceipt(data, settings())).toBeNull()
  leave()
  expect(readReceipt(data, settings())).toEqual({ graphVersion: 3, diagnostics: [] })
})

test.each<[string, () => void]>([
  [
    'a note of the same size and time',
    () => {
      const { atime, mtime } = statSync(path.join(folder.dir, 'a.md'))
      folder.write('a.md', '# GridNot\n\n![](b.png)\n')
      utimesSync(path.join(folder.dir, 'a.md'), atime, mtime)
    },
  ],
  ['a note that came', () => folder.write('e.md', '# E\n')],
  ['a note that went', () => folder.remove('a.md')],
  ['a note of another name', () => renameSync(path.join(folder.dir, 'a.md'), path.join(folder.dir, 'b.md'))],
  ['an image that went', () => folder.remove('b.png')],
  ['another image', () => folder.write('b.png', 'xy')],
  ['a receipt that was cut off', () => writeFileSync(path.join(data, 'ingested.json'), '{"state":')],
])('%s is seen', (_, change) => {
  leave()
  change()
  expect(readReceipt(data, settings())).toBeNull()
})

test('so are other settings', () => {
  leave()
  expect(readReceipt(data, { ...settings(), maxNoteBytes: 2_000 })).toBeNull()
  expect(readReceipt(data, { ...settings(), formats: { c: 'metadata' } })).toBeNull()
})

test('none is left where a file was refused for want of time', () => {
  leave([{ code: 'parse-timeout', severity: 'ERROR', message: '', path: 'a.md', line: 1, column: 1 }])
  expect(readReceipt(data, settings())).toBeNull()
})

test('an ingest leaves one, the next goes by it, and one that writes takes it away', async () => {
  const config = readConfig({ content: folder.dir, data })
  const ingest = async () => {
    let told: IngestResult | undefined
    await ingestCommand(config, {}, (result) => {
      told = result
    })
    return told
  }
  const opened = () => statSync(path.join(data, 'db/global/pg_control')).mtimeMs // written whenever it is closed
  expect(await ingest()).toMatchObject({ changed: true, graphVersion: 1, run: { added: 2 } })
  const before = opened()
  expect(await ingest()).toMatchObject({ changed: false, graphVersion: 1, run: null })
  expect(opened()).toBe(before)
  folder.write('a.md', '# GridNet\n\n![](gone.png)\n')
  expect(await ingest()).toMatchObject({ changed: true, graphVersion: 2, run: { changed: 1 }, summary: { warnings: 1 } })
  expect(await ingest()).toMatchObject({ changed: false, graphVersion: 2, summary: { warnings: 1 } })
  // a process that has it open, or ended without closing it
  writeFileSync(path.join(data, 'db.open'), 'another boot')
  expect(await ingest()).toMatchObject({ changed: true, graphVersion: 1 })
}, 60_000)
