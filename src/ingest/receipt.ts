/**
 * What an ingest leaves in the folder of an embedded database: by it the next one knows, without opening the database, that
 * the content folder is as it was. An ingest that is about to write takes it away.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Config, PACKAGE_ROOT } from '../config.ts'
import type { Diagnostic } from '../graph.ts'
import { type Discovery, discover, hashOf, readStable } from './discover.ts'
import { rulesOf } from './rules.ts'

export type Receipt = { graphVersion: number | null; diagnostics: Diagnostic[] }

type Settings = Pick<Config, 'content' | 'maxNoteBytes' | 'formats'>

const fileOf = (folder: string) => path.join(folder, 'ingested.json')

/** What the last ingest told, where it went through all of the folder, and would go through the same again. */
export function readReceipt(folder: string, settings: Settings): Receipt | null {
  if (!existsSync(fileOf(folder))) return null
  const { state, ...receipt } = parsed(readFileSync(fileOf(folder), 'utf8')) ?? {}
  if (!('graphVersion' in receipt)) return null
  const found = discover(settings.content)
  const read = (at: string) => hashOf(readStable(settings.content, at, settings.maxNoteBytes))
  return state === stateOf(settings, found, read) ? receipt : null
}

/** A file that was refused for what this machine could do at the time may be read the next time. */
const MAY_PASS: readonly string[] = ['parse-timeout', 'parse-failed', 'file-changed']

/** `sha256Of` says what was read of each document. */
export function leaveReceipt(
  folder: string,
  settings: Settings,
  found: Discovery,
  sha256Of: (path: string) => string,
  { graphVersion, diagnostics }: Receipt,
): void {
  if (diagnostics.some(({ code }) => MAY_PASS.includes(code))) return
  writeFileSync(fileOf(folder), JSON.stringify({ state: stateOf(settings, found, sha256Of), graphVersion, diagnostics }))
}

export const takeReceiptAway = (folder: string): void => rmSync(fileOf(folder), { force: true })

/** All that an ingest goes by, as one hash. */
function stateOf({ maxNoteBytes, formats }: Settings, found: Discovery, sha256Of: (path: string) => string): string {
  const program = readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8')
  const hash = createHash('sha256').update(JSON.stringify([program, rulesOf(formats), maxNoteBytes, found.diagnostics]))
  for (const asset of [...found.assets].sort()) hash.update(JSON.stringify(asset))
  for (const document of found.documents) hash.update(JSON.stringify([document, sha256Of(document)]))
  return hash.digest('hex')
}

function parsed(text: string): (Receipt & { state: string }) | null {
  try {
    return JSON.parse(text)
  } catch {
    return null // cut off while it was written
  }
}
