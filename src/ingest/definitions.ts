/** What stands for an address in Markdown: `[label]: https://…` for a label, and signs that are written otherwise within one. */
import { decodeHTMLStrict } from 'entities'

/** Labels are compared without regard to case and spaces. */
export const normalLabel = (label: string) => label.trim().replace(/\s+/g, ' ').toLowerCase()

/** The address of each label that a note defines, the first where there are several. */
export function readDefinitions(source: string): Map<string, string> {
  const definitions = new Map<string, string>()
  for (const [, label, url] of source.matchAll(DEFINITION))
    if (label !== undefined && url !== undefined && !definitions.has(normalLabel(label)))
      definitions.set(normalLabel(label), unescaped(url))
  return definitions
}

/** After the address only a title may follow: "[Note]: In the first…" defines nothing. */
const DEFINITION = /^ {0,3}\[(?!\^)([^\]\n]{1,300})\]:[ \t]*<?([^\s>]+)>?(?=[ \t]*(?:["'(].*)?$)/gm

/**
 * An address or a label without the backslashes that keep its marks from being read as Markdown, and with what its entities
 * stand for; an address in brackets of its own, as in `[paper]([https://…])`, is one all the same.
 */
export function unescaped(raw: string): string {
  const text = raw.startsWith('[http') && raw.endsWith(']') ? raw.slice(1, -1) : raw
  return /[\\&]/.test(text) ? decodeHTMLStrict(text.replace(/\\([!-/:-@[-`{-~])/g, '$1')) : text
}
