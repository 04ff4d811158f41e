/** content/claims/README.md is the whole of what a claim can say: each form and figure stands in it, and its examples are checked. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { checkClaim } from '../../src/compute/claims/check.ts'
import { claimOf, claimShape } from '../../src/compute/claims/claim.ts'
import { METRICS } from '../../src/compute/claims/metrics.ts'
import { CONTENT } from '../stores.ts'
import { libraryOf } from './library.ts'

const readme = readFileSync(path.join(CONTENT, 'claims/README.md'), 'utf8')

test('its examples hold, or hold under a condition', async () => {
  const library = await libraryOf()
  const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) =>
    parse(text.replaceAll('---\n', ''), { schema: 'failsafe' }),
  )
  const claims = examples.filter((data) => 'expect' in data)
  const verdicts = claims.map(({ kind: _kind, slug: _slug, paper: _paper, quote: _quote, ...data }) => {
    return checkClaim(claimOf('example', z.strictObject(claimShape).parse(data)), library).verdict
  })
  expect(verdicts).toEqual(['HOLDS_IF', 'HOLDS'])
})

test.each(Object.keys(METRICS))('the table has %s', (name) => {
  const [first = '', rest] = name.split('.')
  expect(readme).toContain(rest === undefined ? `\`${first}\`` : first)
  if (rest !== undefined && first !== 'macs') expect(readme).toContain(`.${rest}\``)
})
