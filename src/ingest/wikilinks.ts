/** Links and images by the name of a file, as Obsidian writes them. */
import type { InlineParser } from '@lezer/markdown'
import { kindOfLabel } from './link-target.ts'

/** `[[name]]`, `[[folder/name#heading|words]]` and `![[image.png]]`; a label such as `[[code]]` is a slot for a link, and `[[n, d^2]]` a formula. */
export const WIKI = /^!?\[\[([^[\]|#^*=\n]*)(#[^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\](?!\()/
export const wikiLink: InlineParser = {
  name: 'WikiLink',
  before: 'Link',
  parse(context, next, position) {
    const open = next === 33 ? position + 1 : position // after an exclamation mark
    if (context.char(open) !== 91 || context.char(open + 1) !== 91) return -1
    const match = WIKI.exec(context.slice(position, Math.min(position + 400, context.end)))
    if (!match || /\\[a-z]/i.test(match[1] ?? '') || (match[1] === '' && !match[2]) || kindOfLabel(match[1] ?? '') !== null) return -1
    return context.addElement(context.elt(next === 33 ? 'WikiImage' : 'WikiLink', position, position + match[0].length))
  },
}
