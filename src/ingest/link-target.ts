/** What an address points at: kind, host and the ids in it. One row of the table per site; the first that fits decides. */
import type { LinkFact, LinkKind } from '../graph.ts'

export type LinkTarget = Pick<LinkFact, 'kind' | 'host' | 'arxivId' | 'doi' | 'owner' | 'repository'>

type Site = {
  host: RegExp
  path?: RegExp
  kind: LinkKind
  /** named groups `arxivId`, `doi`, `owner`, `repository` of the path */
  ids?: RegExp
}

/** Since 2015 the number has five digits. */
const ARXIV_ID = String.raw`(?<arxivId>(?:0\d|1[0-4])\d{2}\.\d{4}(?!\d)|\d{4}\.\d{5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?`
const REPOSITORY = /^\/(?<owner>[\w.-]+)\/(?<repository>[\w.-]+?)(?:\.git)?(?:\/|$)/

/** The DOI that a publisher's page has in its address; 10.5555 is given where none is registered. */
const DOI_IN_PATH =
  /\/(?<doi>10\.(?!5555\/)\d{4,9}\/[^/\s]+?(?:\/(?!full|short|abstract|pdf)[^/\s]+?)?)(?:\.(?:pdf|full|short|abstract|html)|v\d+(?:\.full)?)*(?:\/(?:full|short|abstract|pdf|html)?)?$/i

/** Who prints papers, and lists them page by page. */
const PUBLISHERS = new RegExp(
  `(?:^|\\.)(?:${[
    'ieeexplore\\.ieee\\.org|computer\\.org|dl\\.acm\\.org|link\\.springer\\.com|sciencedirect\\.com|nature\\.com|science\\.org',
    'mdpi\\.com|papers\\.n(?:eur)?ips\\.cc|proceedings\\.neurips\\.cc|nips\\.cc|proceedings\\.mlr\\.press|jmlr\\.org|aaai\\.org|ijcai\\.org',
    'aclweb\\.org|ecva\\.net|roboticsproceedings\\.org|usenix\\.org|vldb\\.org|isca-(?:archive|speech)\\.org|semanticscholar\\.org',
    '(?:bio|med)rxiv\\.org|pubmed\\.ncbi\\.nlm\\.nih\\.gov|ncbi\\.nlm\\.nih\\.gov|hal\\.science|researchgate\\.net|ssrn\\.com|eprint\\.iacr\\.org',
    'jstor\\.org|tandfonline\\.com|onlinelibrary\\.wiley\\.com|cell\\.com|pnas\\.org|frontiersin\\.org|journals\\.plos\\.org|pubs\\.acs\\.org',
    'journals\\.aps\\.org|iopscience\\.iop\\.org|sagepub\\.com|opg\\.optica\\.org|spiedigitallibrary\\.org|paperswithcode\\.com|distill\\.pub',
  ].join('|')})$`,
)

const SITES: readonly Site[] = [
  { host: /(?:^|\.)arxiv\.org$/, path: /^\/abs\//, kind: 'ABSTRACT', ids: new RegExp(`^/abs/${ARXIV_ID}`) },
  { host: /(?:^|\.)arxiv\.org$/, path: /^\/pdf\//, kind: 'PDF', ids: new RegExp(`^/pdf/${ARXIV_ID}`) },
  { host: /(?:^|\.)arxiv\.org$/, kind: 'ABSTRACT', ids: new RegExp(`^/[a-z]+/${ARXIV_ID}`) },
  {
    host: /^(?:ar5iv\.(?:labs\.)?(?:arxiv\.)?org|(?:www\.)?alphaxiv\.org|(?:www\.)?arxiv-vanity\.com)$/,
    kind: 'ABSTRACT',
    ids: new RegExp(`/${ARXIV_ID}`),
  },
  {
    host: /^(?:dx\.)?doi\.org$/,
    path: /^\/10\.48550\/arxiv\./i,
    kind: 'ABSTRACT',
    ids: new RegExp(`^/10\\.48550/arxiv\\.${ARXIV_ID}`, 'i'),
  },
  { host: /^(?:dx\.)?doi\.org$/, kind: 'ABSTRACT', ids: /^\/(?<doi>10\.\d{4,9}\/\S+)$/ },
  { host: /^openreview\.net$/, path: /^\/pdf/, kind: 'PDF' },
  { host: /^openreview\.net$/, kind: 'ABSTRACT' },
  { host: /^openaccess\.thecvf\.com$/, path: /\.pdf$/i, kind: 'PDF' },
  { host: /^openaccess\.thecvf\.com$/, kind: 'ABSTRACT' },
  { host: /^(?:www\.)?aclanthology\.org$/, path: /\.pdf$/i, kind: 'PDF' },
  { host: /^(?:www\.)?aclanthology\.org$/, kind: 'ABSTRACT' },
  { host: /^huggingface\.co$/, path: /^\/papers\//, kind: 'ABSTRACT', ids: new RegExp(`^/papers/${ARXIV_ID}`) },
  { host: PUBLISHERS, path: /\.pdf\/?$|\/doi\/e?pdf\//i, kind: 'PDF', ids: DOI_IN_PATH },
  { host: PUBLISHERS, kind: 'ABSTRACT', ids: DOI_IN_PATH },
  { host: /^research\.google(?:\.com)?$/, path: /^\/pubs?\//, kind: 'ABSTRACT' },
  { host: /^(?:www\.)?(?:github|gitlab|gitee|bitbucket)\.(?:com|org)$/, path: REPOSITORY, kind: 'CODE', ids: REPOSITORY },
  { host: /./, path: /\.pdf\/?$/i, kind: 'PDF' },
  { host: /\.github\.io$/, kind: 'PROJECT' },
  { host: /^(?:www\.)?(?:youtube\.com|youtu\.be|bilibili\.com|vimeo\.com)$/, kind: 'VIDEO' },
]

/** What authors write in the brackets of a link, and what it then is, whatever its address. */
const LABELS: Readonly<Record<string, LinkKind>> = {
  abstract: 'ABSTRACT',
  abs: 'ABSTRACT',
  paper: 'ABSTRACT',
  arxiv: 'ABSTRACT',
  摘要: 'ABSTRACT',
  论文: 'ABSTRACT',
  pdf: 'PDF',
  code: 'CODE',
  github: 'CODE',
  codes: 'CODE',
  official: 'CODE',
  implementation: 'CODE',
  代码: 'CODE',
  源码: 'CODE',
  project: 'PROJECT',
  'project page': 'PROJECT',
  homepage: 'PROJECT',
  website: 'PROJECT',
  主页: 'PROJECT',
  项目: 'PROJECT',
  video: 'VIDEO',
  talk: 'VIDEO',
  视频: 'VIDEO',
}

const NOTHING = { host: null, arxivId: null, doi: null, owner: null, repository: null }

/** The kind that a label says; null for a label that says none. */
export function kindOfLabel(label: string): LinkKind | null {
  if (label.length > MAX_LABEL) return null
  const word = label
    .toLowerCase()
    .replace(/^\W*(?:link|url) to (?:the )?|\s*(?:link|链接|地址)\W*$/g, '')
    .trim()
  return Object.hasOwn(LABELS, word) ? (LABELS[word] ?? null) : null
}

/** A longer label names no kind. */
const MAX_LABEL = 100

/** Reads an address that starts with http or https; `url` must have passed `parseAddress`. */
export function linkTarget(label: string, url: URL | null): LinkTarget {
  if (!url) return { kind: kindOfLabel(label) ?? 'OTHER', ...NOTHING }
  const inner = behindSearch(url)
  if (inner) return linkTarget(label, inner)
  const host = url.hostname.toLowerCase()
  const site = SITES.find((s) => s.host.test(host) && (s.path?.test(url.pathname) ?? true))
  const ids = site?.ids?.exec(url.pathname)?.groups ?? {}
  const says = kindOfLabel(label)
  // "paper" and "arxiv" are said of a PDF too: there the address knows better
  const kind =
    says === 'ABSTRACT' && site?.kind === 'PDF' && label.trim().toLowerCase() !== 'abstract' ? 'PDF' : (says ?? site?.kind ?? 'OTHER')
  return {
    kind,
    host,
    arxivId: ids.arxivId ?? null,
    doi: ids.doi ? decoded(ids.doi) : null,
    owner: ids.owner ?? null,
    repository: ids.repository ?? null,
  }
}

/** Where the address of a result that was copied from a search leads; null of any other. */
function behindSearch({ hostname, pathname, searchParams }: URL): URL | null {
  if (!/^(?:www\.)?google\.[a-z.]{2,6}$/.test(hostname) || pathname !== '/url') return null
  const address = parseAddress(searchParams.get('url') ?? searchParams.get('q') ?? '')
  return 'web' in address && address.web.pathname !== '/url' ? address.web : null
}

/** The path, as an address writes it, of a file within a repository whose page on GitHub that is; not of a page that every repository has. */
export function pathInRepository(written: string): string | null {
  if (!/github/i.test(written)) return null
  const address = parseAddress(written)
  if (!('web' in address)) return null
  const { hostname, pathname } = address.web
  const page = PAGES.find(({ host }) => host.test(hostname))?.path
  const path = page?.exec(pathname)?.[1] ?? null
  return path === null || /^(?:readme|license|index|contributing)\b/i.test(path) ? null : path
}

/** Where GitHub shows a file of a repository, and where it has the file itself. */
const PAGES = [
  { host: /^(?:www\.)?github\.com$/i, path: /^\/[^/]+\/[^/]+\/(?:blob|tree|raw)\/[^/]+\/(.+)$/ },
  { host: /^raw\.githubusercontent\.com$/i, path: /^\/[^/]+\/[^/]+\/(?:refs\/heads\/)?[^/]+\/(.+)$/ },
]

/** Null where it is no text: a sequence that decodes to nothing, or to control characters. */
function decoded(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return /\p{Cc}/u.test(text) ? null : text
  } catch {
    return null
  }
}

export type Address = { web: URL } | { relative: string } | { refused: string }

/** Sorts an address as written: a web address, a path into the content folder, or one that is refused. */
export function parseAddress(written: string): Address {
  const text = written.trim()
  if (/^https?:\/\//i.test(text)) {
    try {
      const web = new URL(text)
      return web.username || web.password ? { refused: 'an address with a user name or password' } : { web }
    } catch {
      return { refused: 'not an address' }
    }
  }
  // browsers skip control characters, and HTML decodes entities, before they read a protocol
  if (/\p{Cc}|&(?:#|tab;|newline;|colon;)/iu.test(text)) return { refused: 'an address with control characters or entities' }
  if (text.startsWith('//')) return { refused: 'an address without a protocol' }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text.replace(/\s/g, ''))?.[1]
  if (scheme?.length === 1) return { refused: 'a path on a disk of one computer' }
  if (scheme && scheme.toLowerCase() !== 'mailto') return { refused: `the protocol ${scheme.toLowerCase()}` }
  return scheme ? { refused: 'a mail address' } : { relative: text }
}

/** The id by which a place that prints papers knows one: its review, its page in an anthology; null of any other address. */
export function printedId(written: string): string | null {
  const address = parseAddress(written)
  if (!('web' in address)) return null
  const { hostname, pathname, searchParams } = address.web
  const name = pathname.replace(/\/$/, '').replace(/^.*\/|\.(?:pdf|html)$/gi, '')
  if (/^openreview\.net$/i.test(hostname)) return searchParams.get('id') && `openreview:${searchParams.get('id')}`
  if (/^(?:www\.)?(?:aclanthology\.org|aclweb\.org)$/i.test(hostname)) return /\d/.test(name) ? `acl:${name.toLowerCase()}` : null
  if (/^openaccess\.thecvf\.com$/i.test(hostname)) return /_paper$/.test(name) ? `cvf:${name.toLowerCase()}` : null
  return null
}

/** Year and month of a new-style arXiv id: 1603.05027 is of 2016-03. Old ones (hep-th/9901001) say theirs too. */
export function arxivDate(id: string | null): { year: number; month: number } | null {
  const digits = /(?:^|\/)(\d{2})(\d{2})/.exec(id ?? '')
  if (!digits) return null
  const [year, month] = [Number(digits[1]), Number(digits[2])]
  if (month < 1 || month > 12) return null
  return { year: year > 90 ? 1900 + year : 2000 + year, month }
}

/** The id that running text gives with its kind: "ECCV 2020 (arXiv:2005.12872)"; null where it gives none. */
export const arxivIdIn = (text: string): string | null => new RegExp(`arxiv[:：\\s]*${ARXIV_ID}`, 'i').exec(text)?.groups?.arxivId ?? null

/** The id of a DOI that arXiv gives itself: 10.48550/arXiv.1512.03385; null of any other. */
export const arxivIdOfDoi = (doi: string): string | null =>
  new RegExp(`10\\.48550/arxiv\\.${ARXIV_ID}`, 'i').exec(doi)?.groups?.arxivId ?? null

/** The bare id in "arXiv:1801.04381v4", an address, or the id itself; null when there is none. */
export function readArxivId(text: string): string | null {
  return new RegExp(`(?:^|[/:\\s])${ARXIV_ID}(?:\\.pdf)?$`).exec(text.trim())?.groups?.arxivId ?? null
}
