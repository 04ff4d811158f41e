/** The three ways to write a layer: a bare name, a name with its main value, a name with attributes. */

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What can be written bare: `main` is the attribute that a bare value stands for, and `names` says that this value is itself a map. */
export type Bare = { readonly main?: string; readonly names?: boolean }

/** The attributes of a layer by name, however they were written. What has no main attribute takes no bare value: it is handed back under ''. */
export function partsOf(value: unknown, { main = '', names = false }: Bare): Record<string, unknown> {
  if (isMap(value) && !names) return value
  return value === undefined || value === null ? {} : { [main]: value }
}
