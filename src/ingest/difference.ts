/** What one vocabulary has otherwise than another: which documents are to be read again for it. */
import type { NameForm, Node } from './relations/name-forms.ts'
import { NameIndex } from './relations/name-index.ts'
import { type Hashes, hashesOf, inWords, readings } from './text-index.ts'
import { sameList, type Vocabulary } from './vocabulary.ts'

/** Documents whose papers have other slugs, and names that stand for something else. */
export type Difference = {
  paths: ReadonlySet<string>
  /** each as its words */
  names: readonly string[]
  /** of each of these */
  hashes: readonly Hashes[]
  /** whether a text holds one of the names */
  writes: (text: string) => boolean
}

/** Which documents say something else than before, other than by what they say themselves. */
export function differenceOf(before: Vocabulary, after: Vocabulary): Difference {
  const [was, is] = [before.identities, after.identities]
  const paths = differing(
    was.slugs,
    is.slugs,
    (a, b, path) =>
      sameList(a, b) &&
      a.every((slug) => was.first.get(slug) === is.first.get(slug)) &&
      (was.twins.get(path) === is.twins.get(path) || JSON.stringify(was.twins.get(path)) === JSON.stringify(is.twins.get(path))),
  )
  for (const path of differing(before.told, after.told, (a, b) => JSON.stringify(a) === JSON.stringify(b))) paths.add(path)
  const ids = differing(before.byArxivId, after.byArxivId, (a, b) => a === b)
  const slugs = [...inOneAlone(before.papers, after.papers), ...inOneAlone(before.techniques, after.techniques)]
  const files = [...paths].map((path) => path.replace(/^.*\/|\.\w+$/g, '').toLowerCase())
  const names = [...new Set([...formsBetween(before, after), ...ids, ...slugs, ...files].map(inWords))].filter((name) => name !== '')
  return { paths, names, hashes: names.map(hashesOf), writes: writesOneOf(names) }
}

/** The written forms of names that stand for another node, or for one whose arXiv id is another. */
function formsBetween(before: Vocabulary, after: Vocabulary): string[] {
  const otherwise = differing(before.arxivIds, after.arxivIds, (a, b) => a === b)
  const standsForOther = (forms: ReadonlyMap<string, NameForm>) => {
    const [first] = forms.values()
    return first !== undefined && otherwise.has(first.node.slug)
  }
  const isSame = (a: NameForm, b: NameForm) =>
    a.node.nodeType === b.node.nodeType && a.node.slug === b.node.slug && a.exact === b.exact && !otherwise.has(a.node.slug)
  const keys = differing(before.alike, after.alike, (a, b) => a === b && !(otherwise.size > 0 && standsForOther(a.forms)))
  const formsOf = ({ alike }: Vocabulary, key: string) => alike.get(key)?.forms ?? NO_FORMS
  return [...keys].flatMap((key) => [...differing(formsOf(before, key), formsOf(after, key), isSame)])
}
const NO_FORMS: ReadonlyMap<string, NameForm> = new Map()

function writesOneOf(names: readonly string[]): (text: string) => boolean {
  const index = new NameIndex(new Map(names.map((form) => [form, { node: NO_NODE, exact: null }])))
  return (text) => names.length > 0 && readings(text).some((read) => index.find(read).length > 0)
}

const NO_NODE: Node = { nodeType: 'paper', slug: '' }

/** The keys that one of two maps has alone, or for another value. */
function differing<Value>(
  a: ReadonlyMap<string, Value>,
  b: ReadonlyMap<string, Value>,
  isSame: (a: Value, b: Value, key: string) => boolean,
): Set<string> {
  const keys = new Set<string>()
  for (const [key, was] of a) {
    const is = b.get(key)
    if (is === undefined || !isSame(was, is, key)) keys.add(key)
  }
  for (const key of b.keys()) if (!a.has(key)) keys.add(key)
  return keys
}

const inOneAlone = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [
  ...[...a].filter((slug) => !b.has(slug)),
  ...[...b].filter((slug) => !a.has(slug)),
]
