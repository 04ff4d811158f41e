/** How each name is written in running text, and what the written form stands for. */
import { NAME_SOURCES, type NameFact, type NodeType } from '../../graph.ts'
import { isCommonTerm } from '../common-terms.ts'
import { isEnglishWord } from '../english.ts'
import { comparable } from '../names.ts'

export type Node = { nodeType: NodeType; slug: string }

/** Names of up to so many letters must be written as they are, and those that are words of English: "ViT" and "SCoRe" are papers, "vit" and "score" may be anything. */
const EXACT_CASE_LENGTH = 4
export const LATIN = /[\p{sc=Latin}\p{N}]/u

/** Of letters of the Latin script and digits, without asking a regular expression of each character. */
export const isWordCode = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code > 127 && code < 0x2e80 && LATIN.test(String.fromCharCode(code)))

/** What a written form of a name stands for; `exact` where its case counts. */
export type NameForm = { node: Node; exact: string | null }

/** The forms of all names. */
export function nameForms(names: readonly NameFact[]): Map<string, NameForm> {
  const alike = new Map<string, NameFact[]>()
  for (const name of names) {
    const key = comparable(name.text)
    const others = alike.get(key)
    if (others) others.push(name)
    else alike.set(key, [name])
  }
  return new Map([...alike].flatMap(([key, names]) => [...formsOf(key, names)]))
}

/**
 * The forms of names that compare alike, by their `key`. Of one name for two nodes the better source wins; of two as good it
 * names neither. A mere mention is no source of names.
 */
export function formsOf(key: string, alike: readonly NameFact[]): Map<string, NameForm> {
  const forms = new Map<string, NameForm>()
  if (key.length < 2) return forms
  const [best, ...others] = alike.filter(({ source }) => source !== 'MENTION').sort(bySource)
  if (!best || others.some((other) => other.source === best.source && !isSameNode(best, other))) return forms
  for (const name of alike) {
    const { text, nodeType, slug, source } = name
    // an alias was chosen; what a heading says of itself may mean anything elsewhere
    const isCommonToo = isCommonTerm(text) && nodeType === 'paper' && source !== 'CARD' && source !== 'ALIAS'
    if (!isSameNode(best, name) || isCommonToo) continue
    const isCommon = key.length <= EXACT_CASE_LENGTH ? LATIN.test(text) : nodeType === 'paper' && isEnglishWord(text)
    const standsFor = { node: { nodeType, slug }, exact: isCommon ? text : null }
    for (const form of writtenForms(text)) if (!forms.has(form)) forms.set(form, standsFor)
  }
  return forms
}

const isSameNode = (a: NameFact, b: NameFact) => a.nodeType === b.nodeType && a.slug === b.slug

const bySource = (a: NameFact, b: NameFact) =>
  NAME_SOURCES.indexOf(a.source) - NAME_SOURCES.indexOf(b.source) || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)

/** Lower case where that keeps the length, so that offsets stay. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  // of two letters in Unicode the lower case is longer
  return lower.length === text.length
    ? lower
    : text.replace(/\p{Lu}/gu, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char))
}

/** "MobileNetV2" is also written "MobileNet V2" and "MobileNet-V2", "SAM2" also "SAM 2", "group convolution" also "group-convolution". */
function writtenForms(written: string): string[] {
  const folded = fold(written.normalize('NFC').trim())
  const versioned = /^(.*?[\p{L}\p{N}])[\s-]?(v\d+(?:\.\d+)?)$|^(\p{sc=Latin}{3,}?)[\s-]?(\d(?:\.\d)?)$/u.exec(folded)
  const [, name = versioned?.[3], version = versioned?.[4]] = versioned ?? []
  const forms = name && version ? ['', ' ', '-'].map((joint) => `${name}${joint}${version}`) : [folded]
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('-', ' '), form.replaceAll(' ', '-'), form.replaceAll(' ', '_')]))]
}
