/** Text as its reader sees it, and where that stands in the source. */
import type { Range } from './ranges.ts'

/** What kind of block a piece of prose stands in. */
export type ProseRole = 'paragraph' | 'item' | 'quote' | 'cell'

/** One block's visible text, and where each piece of it stands in the source. */
export type Prose = Range & {
  role: ProseRole
  text: string
  /** `text` from `at[i]` on is the source from `from[i]` on; both ascend */
  pieces: { at: number[]; from: number[] }
  /** nothing but links, images and lone brackets: a list of links, and no sentence */
  linksOnly: boolean
}

/** The offset in the source of `offset` in the text of `prose`. */
export function sourceOffset(prose: Pick<Prose, 'pieces'>, offset: number): number {
  const { at, from } = prose.pieces
  let low = 0
  let high = at.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((at[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return (from[low] ?? 0) + offset - (at[low] ?? 0)
}

/** The offset in the text of `prose` of what stands at `offset` in the source; of what its reader does not see, that of the next that is seen. */
export function textOffset({ pieces: { at, from }, text }: Pick<Prose, 'pieces' | 'text'>, offset: number): number {
  let low = 0
  let high = at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  if (low === 0) return 0
  const start = at[low - 1] ?? 0
  return Math.min(start + offset - (from[low - 1] ?? 0), at[low] ?? text.length)
}
