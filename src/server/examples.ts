import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export type Example = { name: string; query: string }

/** The example queries of a content folder, `examples/*.graphql`, in the order of their names; none where there is no folder. */
export async function readExamples(content: string): Promise<Example[]> {
  const dir = path.join(content, 'examples')
  const files = await readdir(dir).catch(() => [])
  const names = files.filter((file) => file.endsWith('.graphql')).sort()
  return Promise.all(
    names.map(async (file) => ({ name: path.basename(file, '.graphql'), query: await readFile(path.join(dir, file), 'utf8') })),
  )
}
