/** Which names are most often something else: venues, measures, fields. */
import { parse } from 'yaml'
import { z } from 'zod'
import { comparable } from './names.ts'
import { COMMON_TERMS_SOURCE } from './rules.ts'

const terms = z.record(z.string(), z.array(z.string()))

/** In the form in which names are compared. */
export const COMMON_TERMS: ReadonlySet<string> = new Set(
  Object.values(terms.parse(parse(COMMON_TERMS_SOURCE)))
    .flat()
    .map(comparable),
)
