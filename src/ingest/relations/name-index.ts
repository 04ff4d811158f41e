/** Finds the names of papers and techniques in running text, in one pass over it. */
import AhoCorasick from 'modern-ahocorasick'
import { NAME_SOURCES, type NameFact, type NodeType } from '../../graph.ts'
import { comparable } from '../names.ts'

export type Node = { nodeType: NodeType; slug: string }
/** A name in a text, at offsets in UTF-16 code units. */
export type Found = { start: number; end: number; node: Node }

/** Names of up to so many letters must be written as they are: "ViT" is a paper, "vit" may be anything. */
const EXACT_CASE_LENGTH = 4
const LATIN = /[\p{sc=Latin}\p{N}]/u

export class NameIndex {
  readonly #matcher: AhoCorasick<{ node: Node; exact: string | null }> | null

  /** Of one name for two nodes the better source wins; a mere mention is no source of names. */
  constructor(names: readonly NameFact[]) {
    const best = new Map<string, NameFact>()
    for (const name of [...names].sort(bySource)) {
      const key = comparable(name.text)
      if (name.source !== 'MENTION' && key.length >= 2 && !best.has(key)) best.set(key, name)
    }
    const patterns = new Map<string, { node: Node; exact: string | null }>()
    for (const { text, nodeType, slug } of names.filter((name) => isSameNode(best.get(comparable(name.text)), name))) {
      const exact = LATIN.test(text) && comparable(text).length <= EXACT_CASE_LENGTH ? text : null
      for (const form of writtenForms(text)) if (!patterns.has(form)) patterns.set(form, { node: { nodeType, slug }, exact })
    }
    const entries = [...patterns].map(([pattern, data]) => ({ pattern, data }))
    this.#matcher = entries.length > 0 ? new AhoCorasick(entries) : null
  }

  /** Non-overlapping names in order; of two that overlap the earlier, then the longer. */
  find(text: string): Found[] {
    const folded = fold(text)
    const hits = (this.#matcher?.search(folded) ?? [])
      .filter(
        (hit) => standsAlone(folded, hit.start, hit.end) && (hit.data?.exact == null || text.slice(hit.start, hit.end) === hit.data.exact),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end)
    const found: Found[] = []
    for (const { start, end, data } of hits) if (data && start >= (found.at(-1)?.end ?? 0)) found.push({ start, end, node: data.node })
    return found
  }
}

const isSameNode = (a: NameFact | undefined, b: NameFact) => a?.nodeType === b.nodeType && a.slug === b.slug

const bySource = (a: NameFact, b: NameFact) =>
  NAME_SOURCES.indexOf(a.source) - NAME_SOURCES.indexOf(b.source) || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)

/** Lower case where that keeps the length, so that offsets stay. */
const fold = (text: string) => text.replace(/\p{Lu}/gu, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char))

/** "MobileNetV2" is also written "MobileNet V2" and "MobileNet-V2", "group convolution" also "group-convolution". */
function writtenForms(name: string): string[] {
  const folded = fold(name.normalize('NFC').trim())
  const versioned = /^(.*?[\p{L}\p{N}])[\s-]?(v\d+(?:\.\d+)?)$/u.exec(folded)
  const forms = versioned ? ['', ' ', '-'].map((joint) => `${versioned[1]}${joint}${versioned[2]}`) : [folded]
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('-', ' '), form.replaceAll(' ', '-')]))]
}

/** Letters in Latin script on both sides of an edge make it the inside of a word; a plural s does not. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ''
  const after = text.slice(end, end + 2)
  if (LATIN.test(text[start] ?? '') && LATIN.test(before)) return false
  if (!LATIN.test(text[end - 1] ?? '') || !LATIN.test(after[0] ?? '')) return true
  return after[0] === 's' && !LATIN.test(after[1] ?? '')
}
