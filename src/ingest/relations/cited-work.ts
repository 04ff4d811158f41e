/** The work that an entry of a list of references cites: "Su et al. *RoFormer: Enhanced Transformer …*. Neurocomputing, 2024." */
import { isCommonTerm, isThing } from '../common-terms.ts'
import { authorsIn, citationIn, titleAmong } from '../formats/authors.ts'
import { yearIn } from '../formats/metadata.ts'
import { arxivIdIn } from '../link-target.ts'
import { isDistinctive, nameAtEnd, nameBeforeColon } from '../names.ts'

/** `name` is the short name that the title has, or that stands in parentheses after it; else the title. */
export type CitedWork = { title: string; name: string; arxivId: string | null }

/** A longer entry says more than what it cites. */
const MAX_ENTRY = 1_500
/** Characters after a title that say where and when it was printed. */
const PRINTED_WITHIN = 150

/** The work that `text` cites, of which `marked` is the Markdown; null of anything that does not say who wrote it, or where and when. */
export function citedWork(text: string, marked: string): CitedWork | null {
  if (text.length > MAX_ENTRY || marked.length > 2 * MAX_ENTRY) return null
  const [plain, raw] = [bare(text), bare(marked)]
  const found = setApart(raw) ?? named(plain) ?? inWords(plain)
  if (!found) return null
  const title = found.title.replace(
    /^[\s.,;:]+|[\s.,;:，。；：]+(?:[(]?(?:19|20)\d{2}[a-z]?[)]?)?[\s.,;:，。；：]*$|\s[(](?:19|20)\d{2}[)]$/g,
    '',
  )
  if (!isTitle(title)) return null
  const name = nameAfter(found.after) ?? nameAtEnd(title) ?? nameBeforeColon(title) ?? title
  return { title, name, arxivId: arxivIdIn(plain.slice(Math.max(0, plain.indexOf(title)))) }
}

/** A title, and what stands after it. */
type Found = { title: string; after: string }

/** On one line, without the mark and the number of its item. */
const bare = (text: string) =>
  text
    .trim()
    .replace(/\s*\n[\s>]*/g, ' ')
    .replace(/^(?:[-*+]\s+)?(?:\[[ x]\]\s+)?(?:\[\d{1,3}\]|\d{1,3}[.)])?\s*/i, '')

const SET_APART = /(?<mark>\*\*|(?<!\*)\*|(?<!\w)_|["“《])(?<title>(?:(?!\k<mark>)[^"”》\n]){2,250}?)(?:\k<mark>|["”》])/u

/** A title in emphasis or quotation marks: after the authors, or before them in parentheses or after a dash. */
function setApart(raw: string): Found | null {
  const match = SET_APART.exec(raw)
  const { mark = '', title: marked = '' } = match?.groups ?? {}
  if (!match || marked === '') return null
  // "**SAM (2023)**"
  const [, title = marked, inside = ''] = /^(.{2,}?)\s*([（(][^（）()]{4,}[)）])$/u.exec(marked) ?? []
  const [before, after] = [raw.slice(0, match.index).trim(), inside + raw.slice(match.index + match[0].length)]
  if (before === '') {
    const isNamed = mark === '**' && WORD.test(title) && isDistinctive(title) && /^\s*(?:[:：]|[（(](?:19|20)\d{2}[)）])/u.test(after)
    return isNamed || saysWhoOrWhen(BESIDE.exec(after)?.slice(1).join('') ?? '') ? { title, after } : null
  }
  const who = before.replace(/[\s,.，：:(（]*(?:19|20)\d{2}[a-z]?[)）]?[\s.,，：:]*$/, '')
  if (OTHERS.test(who) || authorsIn(who).length > 0) return { title, after }
  const printed = after.slice(0, PRINTED_WITHIN)
  return TEAM.test(who) && (yearIn(printed) ?? yearIn(before) ?? arxivIdIn(printed)) !== null ? { title, after } : null
}

/** A name of one word, or of two */
const WORD = /^\p{sc=Latin}[^\s\p{sc=Han}]*(?: [\p{sc=Latin}\p{N}][^\s\p{sc=Han}]*)?$/u

/** In parentheses after a title, or after a dash up to a colon. */
const BESIDE = /^[\s,，.]*(?:[（([]([^（）()\]]{2,120})[)）\]]|[—–-]{1,2}\s*([^:：]{2,120}))/u
const NAMED = /^(?<title>[^（()—"“*]{2,200}?)\s*(?<after>[（(].*)$/su
/** A title, or a name and what it stands for, before an arXiv id: "Grids: For All of Us, arXiv:2605.22446" */
const BEFORE_ID = /^(?<title>[^.（()—"“*]{8,200}?)[,，.]\s*arxiv[:：\s]/isu

/** A title that authors and a year follow in parentheses, or an arXiv id: "SAM (Kirillov et al., 2023)" */
function named(plain: string): Found | null {
  const { title = '', after = '' } = NAMED.exec(plain)?.groups ?? {}
  const isNamed = title !== '' && (title.split(/\s+/).length <= 3 || nameBeforeColon(title) !== null)
  if (isNamed && saysWhoOrWhen(BESIDE.exec(after)?.[1] ?? '')) return { title, after }
  const before = BEFORE_ID.exec(plain)?.groups?.title ?? ''
  return nameBeforeColon(before) === null ? null : { title: before, after: '' }
}

/** Others beside the first author, an arXiv id, or names or a venue before a year: "Li et al.", "ICML 2022" */
const saysWhoOrWhen = (said: string): boolean =>
  /^\p{Lu}.*(?:\bet\.? al\b|等人?(?:[，,\s]|$))/u.test(said) ||
  arxivIdIn(said) !== null ||
  /^(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.?\s)\p{Lu}[\p{L}'’&.,，/\s-]*[,，\s]\s?['’]?(?:(?:19|20)\d{2}|(?<=['’])\d{2})(?![\d%])/u.test(
    said,
  )

const OTHERS = /^\p{Lu}.{0,300}(?:\bet\.? al\.?|等人?|\bothers)[\s,.，：:]*$/su
const TEAM = /^(?:\p{Lu}[\p{L}\d'’-]*[\s.,:：&/]*){1,4}$/u

const AFTER_OTHERS =
  /^(?<who>\p{Lu}[^:：()（）[\]]{0,300}?\bet\.? al\.?)[,，]?\s*(?:[（(]?(?:19|20)\d{2}[a-z]?[)）]?)?[.:,，]*\s+(?<rest>\S.*)$/su
/** One of a list of names, and what joins it to the next: "Lovelace, A. B., and " */
const FAMILY_NAME_FIRST = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,\s\p{Lu}\.(?:[\s-]?\p{Lu}\.){0,3}[\s,;&]*(?:and\s+)?/uy
const AFTER_YEAR = /^(?:[(（]?(?:19|20)\d{2}[a-z]?[)）]?)?[.:,\s]*/u

/** What follows a list of names and initials; null where there is none. */
function afterFamilyNames(plain: string): string | null {
  let end = 0
  for (let next = endOfName(plain, 0); next > end; next = endOfName(plain, end)) end = next
  return end === 0 ? null : plain.slice(end).replace(AFTER_YEAR, '')
}

function endOfName(plain: string, start: number): number {
  FAMILY_NAME_FIRST.lastIndex = start
  return FAMILY_NAME_FIRST.test(plain) ? FAMILY_NAME_FIRST.lastIndex : start
}

/** "GridLab. Grids: For All of Us. arXiv:…" */
const OF_TEAM = /^\p{Lu}[\p{L}\d&-]*(?: \p{Lu}[\p{L}\d&-]*){0,3}[.,]\s+(?<rest>\S.*\b[Aa]r[Xx]iv.*)$/su

/** Authors, title, where and when, parted by full stops alone. */
function inWords(plain: string): Found | null {
  if (yearIn(plain) === null && arxivIdIn(plain) === null) return null
  const rest = AFTER_OTHERS.exec(plain)?.groups?.rest ?? afterFamilyNames(plain)
  const title = rest ? titleAmong(rest, 2) : (citationIn(plain, 2)?.title ?? titleAmong(OF_TEAM.exec(plain)?.groups?.rest ?? ''))
  return title ? { title: title.replace(/[,，.]\s*arxiv\b.*$/isu, ''), after: '' } : null
}

/** The short name of a work in parentheses after its title: "*Mastering Control*(Dreamer 3)" */
function nameAfter(after: string): string | null {
  const name = /^[\s.]*[（(]([^（）()]{2,24})[)）]/u.exec(after)?.[1] ?? ''
  return name.split(/\s+/).length <= 2 && isDistinctive(name) && !isCommonTerm(name) && yearIn(name) === null ? name : null
}

/** No address, no two works that a slash parts, no initials among names, and no word for something else. */
const isTitle = (title: string): boolean =>
  !/https?:|\s[/|]\s|\p{Lu}\.,/u.test(title) && /\p{L}/u.test(title) && !isCommonTerm(title) && !isThing(title)
