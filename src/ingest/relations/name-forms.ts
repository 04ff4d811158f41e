/** How each name is written in running text, and what the written form stands for. */
import { NAME_SOURCES, type NameFact, type NodeType } from '../../graph.ts'
import { isCommonTerm, NAMES_OF_PAPERS } from '../common-terms.ts'
import { isEnglishWord } from '../english.ts'
import { comparable, isDistinctive, slugify } from '../names.ts'

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

/** What a written form of a name stands for; `wellKnown` where no document says so; `exact` where its case counts; `words` where it is one only among other words: see standsAsName. */
export type NameForm = { node: Node; exact: string | null; words?: boolean; wellKnown?: boolean }

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
    const isCommon = key.length <= EXACT_CASE_LENGTH ? /\p{sc=Latin}/u.test(text) : nodeType === 'paper' && isEnglishWord(text)
    const words = nodeType === 'paper' && source === 'TITLE' && !isDistinctive(text) && (text.includes(' ') || isEnglishWord(text))
    const standsFor = { node: { nodeType, slug }, exact: isCommon ? text : null, words }
    for (const form of writtenForms(text)) if (!forms.has(form)) forms.set(form, standsFor)
  }
  return forms
}

const isSameNode = (a: NameFact, b: NameFact) => a.nodeType === b.nodeType && a.slug === b.slug

const bySource = (a: NameFact, b: NameFact) =>
  NAME_SOURCES.indexOf(a.source) - NAME_SOURCES.indexOf(b.source) || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)

/** "π₀" is written "π0", too. */
const SUBSCRIPT = /[₀-₉]/
const SUBSCRIPTS = /[₀-₉]/g

/** Lower case where that keeps the length, so that offsets stay. */
export function fold(written: string): string {
  const text = SUBSCRIPT.test(written) ? written.replace(SUBSCRIPTS, (digit) => String(digit.charCodeAt(0) - 0x2080)) : written
  const lower = text.toLowerCase()
  // of two letters in Unicode the lower case is longer
  return lower.length === text.length
    ? lower
    : text.replace(/\p{Lu}/gu, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char))
}

/** "MobileNetV2" is also written "MobileNet V2" and "MobileNet-V2", "SAM2" also "SAM 2", "group convolution" also "group-convolution", "Faster R-CNN" also "Faster-RCNN", "π0" also "\\pi_0". */
function writtenForms(written: string): string[] {
  const folded = fold(written.normalize('NFC').trim())
  const versioned = /^(.*?[\p{L}\p{N}])[\s-]?(v\d+(?:\.\d+)?)$|^(\p{sc=Latin}{3,}?)[\s-]?(\d(?:\.\d)?)$/u.exec(folded)
  const [, name = versioned?.[3], version = versioned?.[4]] = versioned ?? []
  const forms = name && version ? ['', ' ', '-'].map((joint) => `${name}${joint}${version}`) : [folded]
  const [, letter = '', index = ''] = /^([α-ω])[\s_-]?(\d+(?:\.\d+)?)$/u.exec(folded) ?? []
  const tex = GREEK[letter] === undefined ? [] : [`\\${GREEK[letter]}_${index}`, `\\${GREEK[letter]}_{${index}}`]
  const joined = forms.flatMap((form) => (LONE_LETTER.test(form) ? [form, form.replace(LONE_LETTER, '$1')] : form))
  return [
    ...new Set([
      ...joined.flatMap((form) => [form, form.replaceAll('-', ' '), form.replaceAll(' ', '-'), form.replaceAll(' ', '_')]),
      ...tex,
    ]),
  ]
}
/** The R of R-CNN. */
const LONE_LETTER = /(?<![\p{L}\p{N}])(\p{sc=Latin})-(?=\p{sc=Latin}{2})/u
/** Letters that are the names of methods, as TeX writes them. */
const GREEK: Readonly<Record<string, string>> = { α: 'alpha', β: 'beta', γ: 'gamma', λ: 'lambda', π: 'pi', σ: 'sigma', ψ: 'psi' }

/** The forms of names that everybody knows, but for those that documents give to what they are about. */
export function withKnownNames(forms: ReadonlyMap<string, NameForm>): Map<string, NameForm> {
  const all = new Map(forms)
  for (const [form, known] of KNOWN) if (!all.has(form)) all.set(form, known)
  return all
}
const KNOWN = new Map(
  NAMES_OF_PAPERS.flatMap((text) =>
    writtenForms(text).map((form): [string, NameForm] => [
      form,
      { node: { nodeType: 'paper', slug: slugify(text) }, exact: text, wellKnown: true },
    ]),
  ),
)
/** Of forms that nothing stands for any more, those that are names which everybody knows. */
export const knownAmong = (forms: Iterable<string>): [string, NameForm][] =>
  [...forms].flatMap((form): [string, NameForm][] => {
    const known = KNOWN.get(form)
    return known ? [[form, known]] : []
  })
