/** A claim from its YAML, checked over the architectures of content/. */
import { parse } from 'yaml'
import { z } from 'zod'
import type { Library } from '../../src/compute/build.ts'
import { type Checked, checkClaim } from '../../src/compute/claims/check.ts'
import { type ClaimSpec, claimOf, claimShape } from '../../src/compute/claims/claim.ts'
import { libraryOf } from './library.ts'

export const library: Library = await libraryOf()

/** As front matter says it: every scalar is text. */
export const claim = (yaml: string): ClaimSpec => claimOf('test', z.strictObject(claimShape).parse(parse(yaml, { schema: 'failsafe' })))

export const checked = (yaml: string): Checked => checkClaim(claim(yaml), library)

/** 128·n multiply-accumulates */
export const CONV = 'c: { parameters: { n: 8 }, input: [n, 4, 4], layers: [{ conv: { out: 8, kernel: 1 } }] }'
