import { distance } from 'fastest-levenshtein'

/** " Did you mean x?" for the nearest of `names` within a third of the letters; empty when none is near. */
export function didYouMean(wrong: string, names: readonly string[]): string {
  const [best] = names.map((name) => ({ name, d: distance(wrong.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.d - b.d)
  return best && best.d <= Math.max(1, Math.floor(wrong.length / 3)) ? ` Did you mean ${best.name}?` : ''
}
