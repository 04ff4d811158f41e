import { distance } from 'fastest-levenshtein'

/** " Did you mean x?" for the nearest of `names`: within a third of the letters, or two in the wrong order; empty when none is near. */
export function didYouMean(wrong: string, names: readonly string[]): string {
  // kernel_size, out_channels: the name with more behind it
  const begun = names.find((name) => name.length > 2 && name.length < wrong.length && wrong.startsWith(name))
  if (begun) return ` Did you mean ${begun}?`
  const [best] = names.map((name) => ({ name, d: distance(wrong.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.d - b.d)
  return best && best.d <= Math.max(wrong.length > 3 ? 2 : 1, Math.floor(wrong.length / 3)) ? ` Did you mean ${best.name}?` : ''
}
