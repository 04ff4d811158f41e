/** Relations that front matter declares: `relations:` with their kinds, and `related:` without. */
import { didYouMean } from '../did-you-mean.ts'
import type { EvidenceFact } from '../graph.ts'
import type { Reading, Understood } from './kinds/kind.ts'
import { readArxivId } from './link-target.ts'
import type { Node } from './relations/name-forms.ts'
import type { PartReading } from './relations/read.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the author of front matter declared has one of these rules' names, and confidence 1. */
const DECLARED = 'declared'
const RELATED = 'related'

/** The relations of front matter as evidence. A target that nothing names becomes a noted paper, with a warning. */
export function declaredEvidence(reading: Reading, understood: Understood, slugs: readonly string[], vocabulary: Vocabulary) {
  const evidence: EvidenceFact[] = []
  const discovered: PartReading['discovered'] = []
  for (const { from, kind, to, quote, start, end, line, column } of understood.declared) {
    const source = from ?? (slugs.length === 1 ? slugs[0] : undefined)
    if (source === undefined) {
      reading.report('front-matter-value', `relations: this note is about ${slugs.length} papers; say which one with from.`, start)
      continue
    }
    if (source === to) {
      reading.report('relation-to-itself', `relations: ${to} can't be related to itself.`, start)
      continue
    }
    const technique = !vocabulary.papers.has(to) && vocabulary.techniques.has(to)
    for (const slug of technique ? [source] : [source, to]) {
      if (vocabulary.papers.has(slug)) continue
      reading.report(
        'paper-unknown',
        `relations: no document names ${slug}; it is noted as a paper.${didYouMean(slug, [...vocabulary.papers, ...vocabulary.techniques])}`,
        start,
      )
      discovered.push({ slug, surface: slug, arxivId: null })
    }
    const place = { start, end, line, column }
    evidence.push({
      source,
      kind,
      targetType: technique ? 'technique' : 'paper',
      target: to,
      quote,
      cue: kind,
      rule: DECLARED,
      confidence: 1,
      hedged: false,
      ...place,
    })
  }
  return { evidence, discovered }
}

/** The papers of `related:` in front matter, of which nothing more is said than that; what nothing is called is a finding. */
export function relatedEvidence(
  reading: Reading,
  { related }: Understood,
  slugs: readonly string[],
  vocabulary: Vocabulary,
): EvidenceFact[] {
  return related.flatMap(({ name, quote, ...place }) => {
    const node = nodeOf(name, vocabulary)
    if (!node && documentsCalled(name, vocabulary).length === 0)
      reading.report(
        'paper-unknown',
        `related: no document is about ${JSON.stringify(name.slice(0, 80))}.${didYouMean(name, [...vocabulary.papers])}`,
        place.start,
      )
    return slugs.flatMap((source) =>
      node && !(node.nodeType === 'paper' && node.slug === source)
        ? [
            {
              ...place,
              source,
              kind: 'CITES' as const,
              targetType: node.nodeType,
              target: node.slug,
              quote,
              cue: RELATED,
              rule: RELATED,
              confidence: 1,
              hedged: false,
            },
          ]
        : [],
    )
  })
}

/** What a slug, a name, an arXiv id, an address or the path of a note about one paper stands for; null where nothing. */
function nodeOf(written: string, vocabulary: Vocabulary): Node | null {
  const { papers, techniques, index, byArxivId, identities } = vocabulary
  const name = bareName(written)
  if (papers.has(name)) return { nodeType: 'paper', slug: name }
  if (techniques.has(name)) return { nodeType: 'technique', slug: name }
  const byId = byArxivId.get(readArxivId(name) ?? '')
  if (byId !== undefined) return { nodeType: 'paper', slug: byId }
  const [found] = index.find(name)
  if (found && found.start === 0 && found.end === name.length) return found.node
  const about = documentsCalled(written, vocabulary).filter((path) => identities.slugs.has(path))
  const [only, another] = about.length === 1 ? (identities.slugs.get(about[0] ?? '') ?? []) : []
  return only !== undefined && another === undefined ? { nodeType: 'paper', slug: only } : null
}

/** Without the brackets of a link by the name of a file, and what it shows instead. */
const bareName = (written: string): string => written.replace(/^\[\[|(?:\|[^\]]*)?\]\]$/g, '').trim()

/** The documents that are called so: by the whole path or the end of it, with or without what the file's name ends with. */
function documentsCalled(written: string, vocabulary: Vocabulary): string[] {
  const name = bareName(written)
  const isCalled = (path: string) => [path, withoutEnding(path)].some((one) => one === name || one.endsWith(`/${name}`))
  return (pathsByName(vocabulary).get(fileName(name)) ?? []).filter(isCalled)
}

const withoutEnding = (path: string) => path.replace(/\.\w+$/, '')
const fileName = (path: string) => withoutEnding(path.replace(/^.*\//, ''))

const byName = new WeakMap<Vocabulary, Map<string, string[]>>()

/** All documents by the names of their files. */
function pathsByName(vocabulary: Vocabulary): ReadonlyMap<string, string[]> {
  const known = byName.get(vocabulary)
  if (known) return known
  const paths = new Map<string, string[]>()
  for (const path of vocabulary.names.keys()) {
    const others = paths.get(fileName(path))
    if (others) others.push(path)
    else paths.set(fileName(path), [path])
  }
  byName.set(vocabulary, paths)
  return paths
}
