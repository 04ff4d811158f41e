/** Which names of papers are most often something else: words of English in small letters, venues, measures, fields. */
import english from 'dictionary-en'
import { parse } from 'yaml'
import { z } from 'zod'
import { comparable } from './names.ts'
import { COMMON_TERMS_SOURCE } from './rules.ts'

/** The dictionary's stems, each on a line of its own before its flags. */
const STEMS: ReadonlySet<string> = new Set(
  new TextDecoder()
    .decode(english.dic)
    .toLowerCase()
    .split('\n')
    .map((line) => line.split('/', 1)[0]?.trim() ?? ''),
)

export const isEnglishWord = (text: string): boolean => /^[a-z]+$/i.test(text) && STEMS.has(text.toLowerCase())

const terms = z.record(z.string(), z.array(z.string()))

/** In the form in which names are compared. */
export const COMMON_TERMS: ReadonlySet<string> = new Set(
  Object.values(terms.parse(parse(COMMON_TERMS_SOURCE)))
    .flat()
    .map(comparable),
)
