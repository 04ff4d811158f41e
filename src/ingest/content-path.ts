import path from 'node:path'

/**
 * The path within the content folder that `written` in the document `from` points at; null when it leaves
 * the folder. A leading slash means the root of the content folder, as on a published site.
 */
export function contentPath(from: string, written: string): string | null {
  const bare = rendered(written).split(/[?#]/, 1)[0] ?? ''
  const decoded = safelyDecoded(bare).replaceAll('\\', '/')
  if (decoded.includes('\0')) return null
  const joined = decoded.startsWith('/')
    ? path.posix.normalize(decoded.slice(1))
    : path.posix.normalize(path.posix.join(path.posix.dirname(from), decoded))
  return joined === '..' || joined.startsWith('../') || joined.startsWith('/') ? null : joined
}

/** What Jekyll makes of its variables: `{{ site.baseurl }}/images/a.png`, `{{ "/images/a.png" | relative_url }}` */
const rendered = (written: string): string =>
  written
    .replace(/^\{\{\s*site\.(?:baseurl|url)\s*\}\}/, '')
    .replace(/^\{\{\s*["']([^"']{1,500})["']\s*\|\s*(?:relative_url|prepend:\s*site\.baseurl)\s*\}\}$/, '$1')

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a lone percent sign in a file name
  }
}
