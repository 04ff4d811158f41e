/**
 * Content folder to graph: discover → parse → understand → link → store. Only what changed is read, and what writes a name
 * that changed; each document is linked when it is stored, and let go of.
 */
import { contentEmpty } from '../errors.ts'
import type { Changes, Diagnostic, DocumentFacts, FileChange, Known, KnownFile } from '../graph.ts'
import { architecturesNow, changedArchitectures, checkArchitectures, dependents } from './architectures.ts'
import { changesOf } from './changes.ts'
import { checkClaims, claimDependents } from './claims.ts'
import { identitiesKnown, namesDiffer, settleConflicts } from './conflicts.ts'
import { differenceOf } from './difference.ts'
import { type Discovery, discover, foundAgain, presentIn } from './discover.ts'
import { prepareToIdentifyAgain } from './identify-again.ts'
import { isUnchanged, type Outcome, Reader, type ReadOptions, refusedPath, type Seen } from './reader.ts'
import { rulesOf } from './rules.ts'
import type { Targets } from './targets.ts'
import type { TextIndex } from './text-index.ts'
import { buildVocabulary, sectionsOf, type Vocabulary } from './vocabulary.ts'

export const NOTHING_KNOWN: Known = { files: new Map(), rules: '', version: null, verdicts: new Map() }

/** What one reading of a folder leaves for the next in the same process. */
export type ReadMemory = {
  seen: Seen
  found: Discovery | null
  vocabulary: Vocabulary | null
  /** what the notes hold, where names may change again and again */
  texts: TextIndex | null
  /** documents that may have changed, come or gone since, where nothing else did: then nothing else is looked at */
  only: ReadonlySet<string> | null
}

/**
 * Reads the folder; `take` is given what to change in a store that holds `known`, where something changed. Resolves to all
 * findings, those of files that did not change among them.
 */
export async function readContent(
  options: ReadOptions,
  known: Known,
  take: (changes: Changes) => Promise<void> | void,
  memory?: ReadMemory,
): Promise<Diagnostic[]> {
  const startedAt = new Date()
  const rules = rulesOf(options.formats)
  const again = memory?.only && memory.found && foundAgain(options.content, memory.found, memory.only)
  const found = again ?? discover(options.content)
  if (found.documents.length === 0) throw contentEmpty(options.content)
  const reader = new Reader(memory ? { ...options, seen: memory.seen, texts: memory.texts } : options, found)
  try {
    const paths = again && memory?.only ? touchedBy(memory.only, known, found, reader.targets) : found.documents
    const outcomes = await reader.read(paths, (path, sha256) => isUnchanged(known.files.get(path), sha256, reader.targets))
    const vocabulary = await settleNames({
      outcomes,
      known,
      found,
      reader,
      rules,
      before: memory?.vocabulary ?? null,
      texts: memory?.texts ?? null,
    })
    const changed = changedArchitectures(outcomes, known, found)
    let sections: ReturnType<typeof sectionsOf> | undefined
    const sectionsAbout = (paper: string) => {
      sections ??= sectionsOf(vocabulary.documents, vocabulary.identities)
      return sections.get(paper) ?? []
    }
    const concerned = [
      ...dependents(changed, outcomes, known, found),
      ...claimDependents({ changed, outcomes, known, found, sectionsAbout }),
    ]
    for (const [path, outcome] of await reader.read(concerned, () => false)) outcomes.set(path, outcome)
    checkArchitectures(outcomes, known, found)
    const verdicts = checkClaims({ outcomes, known, sectionsAbout, library: architecturesNow(outcomes, known, found), options })
    for (const problem of found.diagnostics) outcomes.set(problem.path, refusedPath(problem))
    const { changes, standing } = changesOf({ startedAt, outcomes, vocabulary, known, found, verdicts, rules })
    const diagnostics = [...standing]
    const tell = ({ diagnostics: of }: FileChange) => {
      // one by one: a file may have more findings than a call takes arguments
      for (const finding of of) diagnostics.push(finding)
    }
    if (changes) await take({ ...changes, files: listened(changes.files, tell) })
    // not before: what was not taken is new to the next reading, too
    if (memory) Object.assign(memory, { found, vocabulary })
    if (memory?.texts) {
      memory.texts.keepOnly(presentIn(found))
      prepareToIdentifyAgain(vocabulary.documents)
    }
    return diagnostics
  } finally {
    await reader.close()
  }
}

/** Every document of a folder at once, for who stores none. */
export async function readDocuments(options: ReadOptions): Promise<{ documents: DocumentFacts[]; diagnostics: Diagnostic[] }> {
  const documents: DocumentFacts[] = []
  const diagnostics = await readContent(options, NOTHING_KNOWN, ({ files }) => {
    for (const { document } of files) if (document) documents.push(document)
  })
  return { documents, diagnostics }
}

/** The items as they are, each told of when it was passed on. */
function* listened<Item>(items: Iterable<Item>, tell: (item: Item) => void): Generator<Item> {
  for (const item of items) {
    yield item
    tell(item)
  }
}

/**
 * Of documents that may have changed, come or gone: these, those that link to a heading of one or to what came or went, and
 * those that were refused, for whose sake another may have changed.
 */
function touchedBy(only: ReadonlySet<string>, { files }: Known, found: Discovery, targets: Targets): string[] {
  const headings = [...only].map((path) => `${path}#`)
  const present = presentIn(found)
  const names = [...only].filter((path) => files.has(path) !== present.has(path)).map(calledInLinks)
  const leadsElsewhere = (path: string, key: string, state: string) =>
    !key.endsWith('#') && names.some((name) => key.toLowerCase().includes(name)) && targets.stateOf(path, key) !== state
  return found.documents.filter((path) => {
    const file = files.get(path)
    if (only.has(path) || !file || file.refused || headings.some((key) => key in file.assets)) return true
    const mayLead = names.length > 0 && names.some((name) => lookedUpIn(file).keys.includes(name))
    return mayLead && Object.entries(file.assets).some(([key, state]) => leadsElsewhere(path, key, state))
  })
}

type LookedUp = { keys: string; found: ReadonlySet<string> }

/** What a document looked up, in lower case, and what was found: of files that stay from one ingest to the next, made out once. */
function lookedUpIn(file: KnownFile): LookedUp {
  const known = lookedUp.get(file)
  if (known) return known
  const made = { keys: Object.keys(file.assets).join('\n').toLowerCase(), found: new Set(Object.values(file.assets)) }
  lookedUp.set(file, made)
  return made
}
const lookedUp = new WeakMap<KnownFile, LookedUp>()

/** What the address of a document holds, however it is written: the name of the file, or of the folder whose page it is. */
function calledInLinks(at: string): string {
  const [name = '', folder = ''] = at.toLowerCase().split('/').reverse()
  const bare = name.replace(/\.\w+$/, '')
  return bare === 'index' || bare === 'readme' ? folder : bare
}

type Names = {
  outcomes: Map<string, Outcome>
  known: Known
  found: Discovery
  reader: Reader
  rules: string
  before: Vocabulary | null
  texts: TextIndex | null
}

/** The names of all documents. Where some are not as they were, documents that write one of them are read again. */
async function settleNames({ outcomes, known, found, reader, rules, before, texts }: Names): Promise<Vocabulary> {
  const differ = namesDiffer({ outcomes, known, found })
  const vocabulary = settleConflicts({ outcomes, known, found, before, settled: !differ })
  const rest = () => found.documents.filter((path) => !outcomes.has(path))
  const losers = new Set(vocabulary.identities.conflicts.map(({ path }) => path))
  let again = new Map<string, Outcome>()
  if (known.rules !== rules) again = await reader.read(rest(), () => false)
  else if (differ) {
    const { paths, hashes, writes } = differenceOf(before ?? buildVocabulary(identitiesKnown(known)), vocabulary)
    const leadsThere = (path: string) => {
      const file = known.files.get(path)
      if (!file) return false
      const { found: targets } = lookedUpIn(file)
      const [few, many] = targets.size < paths.size ? [targets, paths] : [paths, targets]
      for (const target of few) if (many.has(target)) return true
      return false
    }
    const isTouched = (path: string) => paths.has(path) || losers.has(path) || leadsThere(path)
    // what is not in `outcomes` holds what it held
    const mayWrite = (path: string) => texts?.mayHold(path, known.files.get(path)?.sha256 ?? '', hashes) ?? true
    const concerned = rest().filter((path) => isTouched(path) || mayWrite(path))
    again = await reader.read(concerned, (path, _, text) => !isTouched(path) && !writes(text()))
  }
  for (const [path, outcome] of again) outcomes.set(path, outcome)
  return settleConflicts({ outcomes, known, found, before: vocabulary, settled: again.size === 0 || losers.size === 0 })
}
