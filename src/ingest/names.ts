/** How names are written: slugs, comparison forms, and which of them are distinctive. */
import { isEnglishWord } from './english.ts'

/** Letters and digits of any script, in lower case, joined by single hyphens. */
const SLUG = /^[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{N}]+)*$/u
const MAX_SLUG = 120

export const SLUG_RULE = `lower-case letters and digits joined by single hyphens, at most ${MAX_SLUG} characters`

export const isSlug = (text: string) => text.length <= MAX_SLUG && text === text.normalize('NFC') && SLUG.test(text)

const HAN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/**
 * The short form by which a heading is known: "ResNet 数学推导" is known as "ResNet", the name in Latin
 * letters before a remark in another script. A heading all in one script is its own short form.
 */
export function shortName(heading: string): string {
  const latin = /^[\p{sc=Latin}\p{N}][\p{sc=Latin}\p{N}\s.+&/'’-]*/u.exec(heading.trim())?.[0].trim()
  // of a place of print alone nothing is called
  return latin && HAN.test(heading) && /\p{Lu}/u.test(latin) && !/^\p{Lu}+\s?\d{2,4}$/u.test(latin) ? latin : heading.trim()
}

/** "MobileNetV2" and "MobileNet v2" are one slug, mobilenet-v2; empty when nothing of it can stand in a slug. */
export const slugify = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(?=[Vv]\d+(?:\W|$))/gu, '$1 ')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '')
    .normalize('NFC')

/** Two names with one comparison form are the same name: case, spaces, hyphens and width don't count. */
export function comparable(name: string): string {
  // most names are written in ASCII, which is told and stripped in a fraction of the time
  if (ASCII.test(name)) return name.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
const ASCII = /^[ -~]*$/

/** The names that a list gives a paper beside its title or in place of it: "ViT", "(SAM) Segment Anything", "Segment Anything (SAM)" */
export const shortNamesIn = (title: string): string[] =>
  [/^[([]([^()[\]]+)[)\]]\s+\S/u.exec(title)?.[1], nameAtEnd(title), title].filter(
    (name): name is string => typeof name === 'string' && isShortName(name),
  )

/** A name of one word or two: "GPT-3" */
const isShortName = (text: string): boolean =>
  text.length <= MAX_SHORT_NAME && text.split(/\s+/).length <= 2 && /^\p{sc=Latin}/u.test(text) && isDistinctive(text)
const MAX_SHORT_NAME = 24

/** One word with a capital letter that is no word of English: "Vidar". */
const isCoined = (word: string) => /^\p{Lu}\p{Ll}{3,}$/u.test(word) && !isEnglishWord(word)

/** "MobileNets: Efficient Convolutional…" is also known as "MobileNets", and so is "MobileNets - Efficient …"; without a space after it a wide colon, too, after Latin letters. */
export function nameBeforeColon(title: string): string | null {
  const head = /^([^:：]{2,40}?)(?:(?:[:：]|\s[-–—])\s+|(?<=^[\p{sc=Latin}\p{N}\s-]*)：)\S/u.exec(title.trim())?.[1]?.trim()
  return head && (isDistinctive(head) || isCoined(head)) ? head : null
}

/** "Glow: Generative Flow with Convolutions" is called "Glow", and "Batch Normalization: …" so: a word or two with capital letters, which mean anything elsewhere. */
export function wordsBeforeColon(title: string): string | null {
  const [, head = '', rest = ''] =
    /^(\p{Lu}[\p{sc=Latin}\p{N}'’-]{2,19}(?: \p{Lu}[\p{sc=Latin}\p{N}'’-]{2,19})?)(?:[:：]|\s[-–—])\s*(\S.*)$/u.exec(title.trim()) ?? []
  return head !== '' && (/^\S+\s+\S+\s+\S/.test(rest) || HAN.test(rest)) ? head : null
}

/** "Deep contextualized word representations (ELMo)" is also known as "ELMo". */
export function nameAtEnd(title: string): string | null {
  const name = /\s[(（]([\p{sc=Latin}\p{N}][\p{sc=Latin}\p{N}.+-]{1,19})[)）]$/u.exec(title.trim())?.[1]
  return name !== undefined && isDistinctive(name) && !/^\d+$|^(?:19|20)\d{2}/.test(name) ? name : null
}

/**
 * Whether a name can be told from common words in running text: inner capitals or digits ("ResNet", "ViT",
 * "GPT-3"), or three words and more. "Paper" and "Attention" can't.
 */
export function isDistinctive(name: string): boolean {
  const words = name.trim().split(/\s+/)
  if (words.length >= 3) return true
  if (HAN.test(name)) return [...name].length >= 3
  return words.some((word) => /^(?:\p{L}|\p{N}+\p{L}).*[\p{Lu}\p{N}]/u.test(word)) && comparable(name).length >= 3
}
