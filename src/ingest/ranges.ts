/** Stretches of a file in ascending order, as an outline has them: found without going over all of them. */

/** A stretch of the source, in UTF-16 code units. */
export type Range = { start: number; end: number }

/** The place of the first of `items`, which ascend, that begins at `start` or later. */
function firstFrom(items: readonly Range[], start: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** The first of `items`, which ascend, that begins at `start` or later. */
export const firstAfter = <T extends Range>(items: readonly T[], start: number): T | undefined => items[firstFrom(items, start)]

/** The last of `items`, which ascend, that begins before `start`. */
export const lastBefore = <T extends Range>(items: readonly T[], start: number): T | undefined => items[firstFrom(items, start) - 1]

/** Those of `items`, which ascend, that stand between two offsets: found without going over all of them. */
export function within<T extends Range>(items: readonly T[], { start, end }: Range): T[] {
  const found: T[] = []
  for (let i = firstFrom(items, start); i < items.length; i++) {
    const item = items[i]
    if (!item || item.start >= end) break
    if (item.end <= end) found.push(item)
  }
  return found
}

/** The place among `items`, which ascend and do not overlap, of the one that a range stands in; −1 where none does. */
export function indexAround(items: readonly Range[], { start, end }: Range): number {
  const at = firstFrom(items, start + 1) - 1
  const item = items[at]
  return item && item.end >= end ? at : -1
}

/** Whether one of `items`, which ascend and do not overlap, has something in common with a range. */
export function overlaps(items: readonly Range[], { start, end }: Range): boolean {
  const at = firstFrom(items, start)
  return (items[at]?.start ?? Infinity) < end || (items[at - 1]?.end ?? -1) > start
}
