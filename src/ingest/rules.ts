/** By what documents are read: when it moves, every one is read again. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PACKAGE_ROOT } from '../config.ts'

/** Moves when the readers change so that every document must be read again. */
const READER = 10

const LANGUAGES = ['zh', 'en'] as const

const source = (file: string) => readFileSync(path.join(PACKAGE_ROOT, 'src/ingest', file), 'utf8')

/** The tables of cues as they are written, read once. To add a language, add its file and its name above. */
export const CUE_SOURCES: readonly string[] = LANGUAGES.map((language) => source(`relations/cues/${language}.yaml`))

export const COMMON_TERMS_SOURCE = source('common-terms.yaml')

/** The words of labelled lines, and those of headings. */
export const KEYS_SOURCE = source('formats/keys.yaml')
export const HEADINGS_SOURCE = source('formats/headings.yaml')

export const rulesOf = (formats: Readonly<Record<string, string>> = {}): string =>
  createHash('sha256')
    .update(JSON.stringify([READER, CUE_SOURCES, COMMON_TERMS_SOURCE, KEYS_SOURCE, HEADINGS_SOURCE, formats]))
    .digest('hex')
