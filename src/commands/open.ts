import type { Config } from '../config.ts'
import type { Store } from '../store/open.ts'

/** The store, with a word where a damaged one was begun anew. */
export async function openForCommand(config: Config): Promise<Store> {
  const { openStore } = await import('../store/open.ts')
  const store = await openStore(config)
  if (store.setAside) process.stderr.write(`The embedded database was damaged; it was moved to ${store.setAside} and is rebuilt.\n`)
  return store
}
