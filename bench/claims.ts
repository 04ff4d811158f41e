/** How long it takes to check every claim of content/ anew, with the specifications already read. */
import path from 'node:path'
import type { ClaimSpec } from '../src/compute/claims/claim.ts'
import type { Spec } from '../src/compute/spec.ts'
import { PACKAGE_ROOT, readConfig } from '../src/config.ts'

// what is installed is measured, not what a loader makes of the sources
const load = async <Module>(file: string) => (await import(path.join(PACKAGE_ROOT, 'dist', file))) as Module
const { checkClaim } = await load<typeof import('../src/compute/claims/check.ts')>('compute/claims/check.js')
const { readDocuments } = await load<typeof import('../src/ingest/ingest.ts')>('ingest/ingest.js')

const ROUNDS = 15
const { documents } = await readDocuments(readConfig({}))
const specs = new Map(documents.flatMap(({ architectures }) => architectures.map(({ slug, spec }) => [slug, JSON.parse(spec) as Spec])))
const library = { get: (slug: string) => specs.get(slug), slugs: () => [...specs.keys()] }
const claims = documents.flatMap((document) => document.claims.map(({ spec }) => JSON.parse(spec) as ClaimSpec))
const times: number[] = []
const slowest = new Map<string, number>()
for (let round = 0; round < ROUNDS; round++) {
  const started = process.cpuUsage()
  for (const claim of claims) {
    const before = performance.now()
    checkClaim(claim, library)
    slowest.set(claim.slug, performance.now() - before)
  }
  const { user, system } = process.cpuUsage(started)
  times.push((user + system) / 1000)
}
const [first] = times
const median = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]
console.log(`${claims.length} claims checked: ${median?.toFixed(0)} ms CPU (the first time ${first?.toFixed(0)}); target 100`)
for (const [slug, ms] of [...slowest].sort((a, b) => b[1] - a[1]).slice(0, 5)) console.log(`  ${slug} ${ms.toFixed(1)} ms`)
