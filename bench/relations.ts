/**
 * How well relations are read from prose, against sentences labelled by hand: a JSON Lines file whose rows have
 * `sentence`, `mention`, `lang`, `relation` and `direction` (`src->dst`, `dst->src`, `symmetric` or null). A relation counts as
 * found when its kind and direction are those of the label; `cites` and `none` are labels of no relation. With --five, kinds
 * that readers often take for each other count as one: extends, improves, uses, compares and outperforms are left.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { outline } from '../src/ingest/markdown.ts'
import { nameBeforeColon } from '../src/ingest/names.ts'
import { Places } from '../src/ingest/place.ts'
import { CUE_TABLES } from '../src/ingest/relations/cue.ts'
import { nameForms } from '../src/ingest/relations/name-forms.ts'
import { NameIndex } from '../src/ingest/relations/name-index.ts'
import { readRelations } from '../src/ingest/relations/read.ts'

type Label = {
  id: string
  /** the note that it stands in */
  path?: string
  sentence: string
  mention: string
  source_title?: string
  lang: string
  relation: string
  direction: string | null
}

const [file, ...flags] = process.argv.slice(2)
if (file === undefined)
  throw new Error('name a file of labels: node --import tsx bench/relations.ts LABELS.jsonl [--five] [--wrong] [--rules]')
const told = flags.includes('--wrong')
const labels = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Label)

const NO_IDS = { arxivId: null, doi: null }
/** What is read between the section's own paper and the mention; of several the surest. */
function read({ path: note, sentence, mention, source_title: title }: Label) {
  const names = [
    { nodeType: 'paper' as const, slug: 'target', text: mention, source: 'CARD' as const, ...NO_IDS },
    ...[title, nameBeforeColon(title ?? '')].flatMap((text) =>
      text ? [{ nodeType: 'paper' as const, slug: 'source', text, source: 'HEADING' as const, ...NO_IDS }] : [],
    ),
  ]
  const { prose, links } = outline(sentence)
  const linked = links
    .filter(({ label, url }) => label === mention || url?.endsWith('.md'))
    .map(({ start, end, label, url }) => {
      const isSource = note !== undefined && path.basename(url ?? '') === path.basename(note)
      return { start, end, node: { nodeType: 'paper' as const, slug: label === mention ? 'target' : isSource ? 'source' : label } }
    })
  const part = { paper: 'source', prose, links: linked, language: null, places: new Places('x.md', sentence), source: sentence }
  const { evidence } = readRelations(part, new NameIndex(nameForms(names)), CUE_TABLES)
  const [best] = evidence
    .filter((e) => e.kind !== 'CITES' && [e.source, e.target].includes('target') && [e.source, e.target].includes('source'))
    .sort((a, b) => b.confidence - a.confidence)
  return (
    best && {
      rule: best.rule,
      cue: best.cue,
      kind: best.kind.toLowerCase(),
      direction: best.source === 'source' ? 'src->dst' : 'dst->src',
      confidence: best.confidence,
    }
  )
}

const FIVE: Record<string, string> = { inspired_by: 'extends', variant_of: 'extends', combines: 'uses', contrasts_with: 'compares_with' }
const kindOf = (kind: string) => (flags.includes('--five') ? (FIVE[kind] ?? kind) : kind)
const isRelation = (relation: string) => relation !== 'none' && relation !== 'cites'
const share = (part: number, of: number) => (of === 0 ? '   –' : `${((100 * part) / of).toFixed(0).padStart(3)}%`)

const byRule = new Map<string, { right: number; wrong: number }>()
for (const lang of [...new Set(labels.map((label) => label.lang)), 'all']) {
  const counts = { gold: 0, read: 0, kind: 0, both: 0, sure: 0, sureRight: 0 }
  for (const label of labels) {
    if (lang !== 'all' && label.lang !== lang) continue
    const found = read(label)
    const kind = found !== undefined && kindOf(found.kind) === kindOf(label.relation)
    const both = kind && (label.direction === 'symmetric' || found?.direction === label.direction)
    if (isRelation(label.relation)) counts.gold++
    if (found) counts.read++
    if (kind) counts.kind++
    if (both) counts.both++
    if (found && found.confidence >= 0.8) counts.sure++
    if (found && both && found.confidence >= 0.8) counts.sureRight++
    if (found && lang === 'all') {
      const counted = byRule.get(found.rule) ?? { right: 0, wrong: 0 }
      byRule.set(found.rule, counted)
      if (both) counted.right++
      else counted.wrong++
    }
    if (told && lang === 'all' && !both && (found || isRelation(label.relation)))
      console.log(
        `  ${label.id} ${label.relation} ${label.direction} → ${found ? `${found.rule} “${found.cue}” ${found.kind} ${found.direction} ${found.confidence}` : 'nothing'}: ${label.sentence.slice(0, 260)} [${label.mention}]`,
      )
  }
  const f1 = share(2 * counts.both, counts.read + counts.gold)
  console.log(
    `${lang.padEnd(4)} ${String(counts.gold).padStart(3)} relations: precision ${share(counts.both, counts.read)} recall ${share(counts.both, counts.gold)} F1 ${f1}; kind alone: precision ${share(counts.kind, counts.read)} recall ${share(counts.kind, counts.gold)}; at confidence 0.8: precision ${share(counts.sureRight, counts.sure)} of ${counts.sure}`,
  )
}
if (flags.includes('--rules'))
  for (const [rule, { right, wrong }] of [...byRule].sort(([, a], [, b]) => b.wrong - a.wrong))
    console.log(`${rule.padEnd(28)} ${right} right, ${wrong} wrong`)
