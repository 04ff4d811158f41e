/** What a note calls its paper, where no title says it: "AKA the Ape-X paper", 本文提出MoCo, "Value Iteration Networks (VIN)". */
import { isCommonTerm, isKindOfThing, isThing, isTopic } from './common-terms.ts'
import { comparable, isDistinctive, nameBeforeColon } from './names.ts'

const NAME = String.raw`(?<name>\p{Lu}[\p{sc=Latin}\p{N}]*(?:[-.][\p{sc=Latin}\p{N}]+)*\+{0,2})(?![\p{sc=Latin}\p{N}])`
const QUOTED = `["“'‘「]?`
/** A name of two words or three: "Mean Teacher" */
const PHRASE = String.raw`(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2})`
const KINDS = '(?:method|model|algorithm|approach|network|architecture|framework|system|technique|agent)'
const PROPOSE = 'propose|introduce|present'
/** What tells one of several apart. */
const OTHER = '(?:first|second|third|other|last|next|previous|baseline|original|best) '
/** After which stands what something is for, or made of. */
const OF_ANOTHER = String.raw`\b(?:for|to|in|with|using|via|from|on|by|that|which)\b`
/** In the order in which they are believed. */
const SAYS = [
  String.raw`\b(?:AKA|a\.k\.a\.),?\s+(?:the\s+)?${QUOTED}${NAME}`,
  String.raw`\bThis is the (?:\p{Ll}+ ){0,2}${QUOTED}${NAME}["”'’]? paper`,
  String.raw`(?:本文|论文|作者|文章|该文)[^。\n]{0,12}提出(?:了|的)?\s*(?:一种|一个)?\s*${QUOTED}${NAME}`,
  String.raw`\b(?:[Rr]efers?|[Rr]eferred) to (?:\p{Ll}+ ){1,3}as ${QUOTED}${NAME}`,
  String.raw`(?:称为|称之为|命名为|名为|叫做|简称)\s*${QUOTED}${NAME}`,
  String.raw`\b(?:method|model|algorithm|approach|network|architecture|framework|system|technique|agent)s?,? (?:is |was |they )?(?:call(?:ed)?|named?|dubbed|termed|coined)(?: it)? (?:the )?${QUOTED}${NAME}`,
  String.raw`\b(?:[Tt]heir|[Tt]his|[Tt]he|[Oo]ur)(?: (?!${OTHER})\p{Ll}+)? ${KINDS}, ${QUOTED}${NAME}[,)]`,
  `${NAME}を提案`,
].map((pattern) => new RegExp(pattern, 'u'))
/** What is proposed has a name, which may stand in the title, too. */
const PROPOSES = [
  String.raw`\b(?:[Aa]uthors|[Tt]hey|[Ww]e|paper) (?:${PROPOSE})s? (?:an? |the )?${QUOTED}${NAME}(?:[,.;:()"”]| (?:which|that|an?|for|as)\b)`,
  String.raw`\b(?:[Aa]uthors|[Tt]hey|[Ww]e|paper) (?:${PROPOSE})s? (?:an? |the )?["“]?${PHRASE}(?:["”]|, (?:which|an?)\b)`,
  String.raw`\b(?:[Aa]uthors|[Tt]hey|[Ww]e|paper) (?:${PROPOSE})s? (?:(?!${OF_ANOTHER})[^.;()]){1,80}? ?\((?:called |or |aka )?${QUOTED}${NAME}["”]?\)`,
  String.raw`\b(?:[Aa]uthors|[Tt]hey|[Ww]e|paper) (?:${PROPOSE})s? [^.;(),]{1,80}, ${NAME},`,
  String.raw`\b(?:authors|they|we) (?:title|call|name|dub|term|coin)(?:d|ed)? ${QUOTED}${NAME}`,
].map((pattern) => new RegExp(pattern, 'u'))

/** The line below the heading: "GridNet Paper" */
const ALONE = new RegExp(String.raw`^\s*(?:#[^\n]*\n\s*)?(?:[Tt]he\s)?${NAME}\s?(?:[Pp]aper|论文)[.。]?\s*(?:\n|$)`, 'u')

/** `Value Iteration Networks (VIN)` */
const IN_PARENTHESES = new RegExp(`[(（]${NAME}[)）]`, 'gu')

/** So much of a text says what it is about, and of so much a name is looked for again. */
const HEAD = 3_000
const READ = 12_000
/** A name is used again. */
const TIMES = 2
/** Letters of an abbreviation that is hardly that of another title. */
const LETTERS = 4

/** The name by which a text calls the paper of a title that has none itself; null where it calls it none. */
export function ownName(title: string | null, written: string): string | null {
  const isNamed = /^\S+(?:\s+\S+)?$/.test(nameBeforeColon(title ?? '') ?? '')
  if (title === null || isNamed || title.trim().split(/\s+/).length < 2) return null
  const text = written
    .slice(0, READ)
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
  const isAgain = (name: string) => {
    const at = text.indexOf(name)
    return at >= 0 && text.indexOf(name, at + name.length) > 0 && wordsIn(text, name) >= TIMES
  }
  const isName = (name: string) =>
    (isDistinctive(name) || (/\s/.test(name) && !isTopic(name))) &&
    !/(?:19|20)\d{2}$/.test(name) &&
    !isCommonTerm(name) &&
    !isThing(name) &&
    !isKindOfThing(name)
  // what stands in a title may be the name of another paper, which that one is about
  const isNew = (name: string) => isName(name) && !comparable(title).includes(comparable(name))
  const head = text.slice(0, HEAD)
  const spelled = [...head.matchAll(IN_PARENTHESES)].find(
    ({ groups, index }) =>
      isNew(groups?.name ?? '') && comparable(head.slice(Math.max(0, index - title.length * 2), index)).endsWith(comparable(title)),
  )
  if (spelled?.groups?.name !== undefined) return spelled.groups.name
  const saidBy = (patterns: readonly RegExp[]) => patterns.flatMap((pattern) => pattern.exec(head)?.groups?.name ?? [])
  const alone = ALONE.exec(written)?.groups?.name
  if (alone !== undefined && isName(alone)) return alone
  const said = saidBy(SAYS).find((name) => isNew(name) && isAgain(name)) ?? saidBy(PROPOSES).find((name) => isName(name) && isAgain(name))
  if (said !== undefined) return said
  return abbreviations(title).find((name) => name.length >= LETTERS && isNew(name) && isAgain(name)) ?? null
}

const wordsIn = (text: string, name: string): number =>
  text.split(new RegExp(`(?<![\\p{sc=Latin}\\p{N}-])${escaped(name)}(?![\\p{sc=Latin}\\p{N}])`, 'u')).length - 1

/** The first letters of a title's words, of all of them and of those that are no particles. */
function abbreviations(title: string): string[] {
  const words = title.match(/\p{sc=Latin}+/gu) ?? []
  const initials = (of: readonly string[]) => of.map((word) => word[0]?.toUpperCase()).join('')
  return [initials(words), initials(words.filter((word) => !PARTICLES.test(word)))]
}
const PARTICLES = /^(?:a|an|the|of|for|in|on|and|with|via|by|to|from|using|as)$/i

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
