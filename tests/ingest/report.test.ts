import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PACKAGE_ROOT } from '../../src/config.ts'
import type { Diagnostic } from '../../src/graph.ts'
import { DIAGNOSTICS } from '../../src/ingest/diagnostics.ts'
import { REPORT_FORMATS } from '../../src/ingest/report.ts'

const broken = (path: string, line: number): Diagnostic => ({
  code: 'link-broken',
  severity: 'WARNING',
  message: 'There is no file x\u202E.md.',
  path,
  line,
  column: 3,
})

test('every code has its section in docs/diagnostics.md, in the order of the table', () => {
  const page = readFileSync(path.join(PACKAGE_ROOT, 'docs/diagnostics.md'), 'utf8')
  expect([...page.matchAll(/^## (.+)$/gm)].map(([, code]) => code).sort()).toEqual(Object.keys(DIAGNOSTICS).sort())
})

test('ten thousand findings stay readable', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => broken(i < 9_990 ? 'todo.md' : `n${i}.md`, i + 1))
  const lines = REPORT_FORMATS.text?.(many).split('\n') ?? []
  expect(lines).toHaveLength(10 + 10 + 1 + 2)
  expect(lines[0]).toBe('todo.md:1:3: warning link-broken: There is no file x\\u202e.md.')
  expect(lines.slice(-3)).toEqual(['todo.md: 9980 more of link-broken', '10000 link-broken', '0 errors, 10000 warnings, 0 notes'])
  const everywhere = Array.from({ length: 10_000 }, (_, i) => broken(`n${Math.floor(i / 5)}.md`, i + 1))
  const told = REPORT_FORMATS.text?.([...everywhere, { ...broken('z.md', 1), severity: 'ERROR' }]).split('\n') ?? []
  expect(told).toHaveLength(50 + 1 + 1 + 2)
  expect(told.slice(50, 52)).toEqual([
    'z.md:1:3: error link-broken: There is no file x\\u202e.md.',
    '9950 more of link-broken in 1990 files, 5 of them in n10.md',
  ])
})

test('SARIF has each finding with its rule and place', () => {
  const { runs } = JSON.parse(REPORT_FORMATS.sarif?.([broken('a b/ü.md', 7)]) ?? '')
  const [{ ruleId, ruleIndex, level, locations }] = runs[0].results
  expect([ruleId, level, runs[0].tool.driver.rules[ruleIndex].id]).toEqual(['link-broken', 'warning', 'link-broken'])
  expect(locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'a%20b/%C3%BC.md', uriBaseId: 'CONTENT' },
    region: { startLine: 7, startColumn: 3 },
  })
})

test('JSON has all of them, counted', () => {
  expect(JSON.parse(REPORT_FORMATS.json?.([broken('a.md', 1), broken('a.md', 2)]) ?? '')).toMatchObject({
    errors: 0,
    warnings: 2,
    counts: { 'link-broken': 2 },
    diagnostics: [{ line: 1 }, { line: 2 }],
  })
})
