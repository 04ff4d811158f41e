/** Whether the architectures of the folder fit together: groups that divide, branches that agree, blocks that are there. */
import { build, type Library } from '../compute/build.ts'
import { blocksUsed, type Spec } from '../compute/spec.ts'
import { SpecError } from '../compute/spec-error.ts'
import type { Known } from '../graph.ts'
import { diagnostic } from './diagnostics.ts'
import { type Discovery, presentIn } from './discover.ts'
import type { Identity } from './kinds/kind.ts'
import type { Outcome } from './reader.ts'

/** Architectures that changed, came or went, and those that use one of them, through others or not. */
export function changedArchitectures(outcomes: ReadonlyMap<string, Outcome>, known: Known, found: Discovery): ReadonlySet<string> {
  const before = specsOf(known, found)
  const now = currentSpecs(outcomes, known, found)
  const changed = new Set(
    [...before, ...now]
      .filter(([slug]) => JSON.stringify(before.get(slug)?.spec) !== JSON.stringify(now.get(slug)?.spec))
      .map(([slug]) => slug),
  )
  for (let more = changed.size > 0; more; ) {
    more = false
    for (const [slug, { spec }] of now) {
      if (changed.has(slug) || !blocksUsed(spec).some((used) => changed.has(used))) continue
      changed.add(slug)
      more = true
    }
  }
  return changed
}

/** Documents that were not read again and specify an architecture that changed, or uses one that did. */
export const dependents = (
  changed: ReadonlySet<string>,
  outcomes: ReadonlyMap<string, Outcome>,
  known: Known,
  found: Discovery,
): string[] =>
  [...currentSpecs(outcomes, known, found)].flatMap(([slug, { path }]) => (changed.has(slug) && !outcomes.has(path) ? [path] : []))

/** Every architecture, by what was read or is stored. */
export function architecturesNow(outcomes: ReadonlyMap<string, Outcome>, known: Known, found: Discovery): Library {
  const specs = currentSpecs(outcomes, known, found)
  return { get: (slug) => specs.get(slug)?.spec, slugs: () => [...specs.keys()] }
}

type Specs = Map<string, { path: string; spec: Spec }>

/** Identities come out of the store as JSON; they went in as what this module's types say. */
const architecturesOf = (identity: unknown) => (identity as Identity | null | undefined)?.architectures ?? []

/** Specifications by the documents that have some, which are few. */
type ByDocument = ReadonlyMap<string, readonly Spec[]>
const stored = new WeakMap<Known, ByDocument>()

function storedIn(known: Known): ByDocument {
  const before = stored.get(known)
  if (before) return before
  const found = new Map<string, readonly Spec[]>()
  for (const [path, { identity }] of known.files) {
    const specs = architecturesOf(identity)
    if (specs.length > 0) found.set(path, specs)
  }
  stored.set(known, found)
  return found
}

/** By the order of their documents, those that are there. */
function specsBy(byDocument: ByDocument, found: Discovery): Specs {
  const specs: Specs = new Map()
  if (byDocument.size === 0) return specs
  const present = presentIn(found)
  for (const [path, given] of [...byDocument].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (present.has(path)) for (const spec of given) specs.set(spec.slug, { path, spec })
  return specs
}

const specsOf = (known: Known, found: Discovery): Specs => specsBy(storedIn(known), found)

function currentSpecs(outcomes: ReadonlyMap<string, Outcome>, known: Known, found: Discovery): Specs {
  const current = new Map(storedIn(known))
  for (const [path, { document }] of outcomes) {
    if (!document) continue
    if (document.identity.architectures.length > 0) current.set(path, document.identity.architectures)
    else current.delete(path)
  }
  return specsBy(current, found)
}

/**
 * Builds every architecture that was read, with the parameters and the input that it states, what it is made of first.
 * One that can't be built is refused; others go on with what was stored of it.
 */
export function checkArchitectures(outcomes: Map<string, Outcome>, known: Known, found: Discovery): void {
  const specs = currentSpecs(outcomes, known, found)
  const stored = specsOf(known, found)
  const refused = new Set<string>()
  const library: Library = {
    get(slug) {
      if (refused.has(slug)) throw new SpecError(`${slug} was refused; its own finding says why.`)
      return specs.get(slug)?.spec
    },
    slugs: () => [...specs.keys()],
  }
  const checked = new Set<string>()
  const check = (slug: string) => {
    const entry = specs.get(slug)
    if (!entry || checked.has(slug)) return
    checked.add(slug)
    blocksUsed(entry.spec).forEach(check)
    const outcome = outcomes.get(entry.path)
    const document = outcome?.document
    if (!document) return
    try {
      build(entry.spec, { library })
    } catch (error) {
      if (!(error instanceof SpecError)) throw error
      const { reading } = document.take()
      const place = reading.places.at(reading.offsetOf(error.path))
      outcomes.set(entry.path, {
        file: { ...outcome.file, refused: true },
        document: null,
        diagnostics: [...outcome.diagnostics, diagnostic('architecture', `${error.path.join('.')}: ${error.message}`, place)],
      })
      const before = stored.get(slug)
      if (before) specs.set(slug, before)
      else refused.add(slug)
    }
  }
  for (const slug of specs.keys()) check(slug)
}
