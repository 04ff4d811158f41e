/** Whatever is edited, comes or goes while a folder is watched, the graph is that of a fresh start. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ingestInto, newMemory } from '../../src/ingest/ingest-into.ts'
import type { Store } from '../../src/store/open.ts'
import { contentFolder, emptyStore, READING } from '../stores.ts'

const NAMES = ['Alpha', 'Beta', 'Gamma', 'Delta']
const title = (name: string) => `${name}Net: Grids for ${name} and All`
const note = (name: string, other: string) =>
  `# ${title(name)}\n\n[paper](https://arxiv.org/abs/2101.0000${NAMES.indexOf(name)})\n\nIt builds on ${other}Net, and is better than [this](${other}.md).\n`

/** What may be written into a note, or stand for a line of it. */
const LINES = [
  ...NAMES.map((name) => `- [${title(name)}](${name}.md) [[arXiv](https://arxiv.org/abs/2102.0000${NAMES.indexOf(name)})] [CVPR 2019]`),
  ...NAMES.map((name, i) => `- [${title(name)}](${name}.md) [[pdf](https://example.org/${name}.pdf)] [CVPR 201${i}]`),
  ...NAMES.map((name) => `It extends ${name}Net.`),
  ...NAMES.map((name) => `# ${title(name)}`),
  '# Boxes for Some of Us',
  'Nothing.',
]

/** Numbers that look random and are the same each time. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const graphOf = async ({ prisma }: Store) =>
  JSON.stringify([
    await prisma.paper.findMany({ orderBy: { slug: 'asc' } }),
    await prisma.relation.findMany({ orderBy: { id: 'asc' } }),
    await prisma.evidence.findMany({ orderBy: { id: 'asc' } }),
    await prisma.section.findMany({ orderBy: { id: 'asc' } }),
    await prisma.mention.findMany({ orderBy: { id: 'asc' } }),
    await prisma.link.findMany({ orderBy: { id: 'asc' } }),
    await prisma.name.findMany({ orderBy: { id: 'asc' } }),
    await prisma.diagnostic.findMany({ orderBy: { id: 'asc' } }),
    await prisma.ingestRun.findFirst({ orderBy: { graphVersion: 'desc' }, select: { errors: true, warnings: true } }),
  ])

/** Changes one file of a folder; the paths that may have changed, come or gone. */
function edit(dir: string, next: (below: number) => number): string[] {
  const files = readdirSync(dir).sort()
  const file = files[next(files.length)] ?? ''
  const at = path.join(dir, file)
  const lines = readFileSync(at, 'utf8').split('\n')
  const line = LINES[next(LINES.length)] ?? ''
  const kind = next(5)
  if (kind === 0 && files.length > 3) rmSync(at)
  else if (kind === 1) {
    renameSync(at, path.join(dir, `${NAMES[next(NAMES.length)]}.md`))
    return [...files, ...readdirSync(dir)]
  } else if (kind === 2) writeFileSync(path.join(dir, `${NAMES[next(NAMES.length)]}.md`), note('Alpha', 'Beta') + line)
  else if (kind === 3) writeFileSync(at, lines.toSpliced(next(lines.length), 1, line).join('\n'))
  else writeFileSync(at, `${lines.join('\n')}\n${line}\n`)
  return [...new Set([...files, ...readdirSync(dir)])]
}

test('a watched folder gives the graph of a fresh start', async () => {
  const notes = Object.fromEntries(NAMES.map((name, i) => [`${name}.md`, note(name, NAMES[(i + 1) % NAMES.length] ?? '')]))
  const folder = contentFolder({
    ...notes,
    'README.md': `# Index\n\n${LINES.slice(0, 3).join('\n')}\n`,
    'plain.md': 'AlphaNet, and more.\n',
  })
  const options = { content: folder.dir, ...READING }
  const next = numbers(3)
  const [store, memory] = [await emptyStore(), newMemory({ watching: true })]
  await ingestInto(store, options, memory)
  for (let round = 1; round <= 24; round++) {
    memory.only = new Set(edit(folder.dir, next))
    await ingestInto(store, options, memory)
    if (round % 6 !== 0) continue
    const fresh = await emptyStore()
    await ingestInto(fresh, options)
    expect(await graphOf(store), `round ${round}`).toBe(await graphOf(fresh))
    await fresh.close()
  }
  await store.close()
  folder.remove()
})
