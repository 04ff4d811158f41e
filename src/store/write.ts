/** Writes what an ingest changed, in one transaction: a document is stored whole or not at all. */

import { Prisma } from '../generated/prisma/client.ts'
import { type Changes, type DocumentFacts, type FileChange, NAME_SOURCES, type NodeType, type Severity } from '../graph.ts'
import { batches, beginFiles, insert } from './bulk.ts'
import type { Store } from './open.ts'
import { type Run, transact } from './sql.ts'

const { sql } = Prisma

/** Characters of notes that are held at once, several times over. */
const CHARACTERS_AT_ONCE = 2 ** 20

/**
 * So many documents at once may change which plan is best for a query, which the embedded database does not notice by itself;
 * and they are worth new files to begin with.
 */
const MANY = 1_000

/** Another ingest has changed the graph since the changes were made out: they are to be made out anew. */
export class GraphMoved extends Error {}

/**
 * Stores the changes, derives papers and relations anew where they are touched; returns the graph version. Waits for another
 * ingest that is under way; throws GraphMoved where the graph does not stand at the version `since` which the changes begin
 * from, null where it was empty.
 */
export async function writeChanges(
  { pool, embedded }: Pick<Store, 'pool' | 'embedded'>,
  changes: Changes,
  since: number | null,
): Promise<number> {
  const version = await transact(pool, async (run) => {
    await takeTurn(run, since)
    if (embedded && since === null && changes.written.length >= MANY) await beginFiles(run)
    return writeAll(run, changes, embedded)
  })
  if (changes.written.length >= MANY) await pool.query('ANALYZE')
  return version
}

/** The graph's one row is held to the end of the transaction: there are engines without advisory locks. */
async function takeTurn(run: Run, since: number | null): Promise<void> {
  await run(sql`INSERT INTO "Graph" (id, version, rules) VALUES (1, 0, '') ON CONFLICT DO NOTHING`)
  const [graph] = await run<{ version: number }>(sql`SELECT version FROM "Graph" WHERE id = 1 FOR UPDATE`)
  if (graph?.version !== (since ?? 0)) throw new GraphMoved(`the graph stands at version ${graph?.version}, not at ${since ?? 0}`)
}

/**
 * `alone`: no other process writes meanwhile. Then rows that are inserted are not checked one by one against the rows that
 * they name, which stand in the same transaction before them: that takes a fifth of all that it costs to write them.
 */
async function writeAll(run: Run, changes: Changes, alone: boolean): Promise<number> {
  const paths = [...changes.written, ...changes.removed]
  const touched = await touchedBefore(run, paths)
  const findings = { ERROR: 0, WARNING: 0, INFO: 0 }
  for (const { severity } of changes.standing) findings[severity]++
  await run(sql`DELETE FROM "Document" WHERE path = ANY(${paths})`)
  await run(sql`DELETE FROM "File" WHERE path = ANY(${changes.removed})`)
  if (alone) await run(sql`SET LOCAL session_replication_role = replica`)
  for (const some of batches(changes.files, CHARACTERS_AT_ONCE, ({ document }) => document?.markdown.length ?? 0)) {
    await insertFiles(run, some)
    for (const { diagnostics } of some) for (const { severity } of diagnostics) findings[severity]++
    await insertDocuments(
      run,
      some.flatMap(({ document }) => document ?? []),
      touched,
    )
  }
  if (alone) await run(sql`SET LOCAL session_replication_role = origin`)
  await derivePapers(run, [...touched.named])
  await deriveRelations(run, [...touched.relations])
  await removeOrphans(run, [...touched.papers])
  await recordVerdicts(run, [...touched.claims], changes.run)
  return recordRun(run, changes, findings)
}

/** `named`: those of the papers that a section or a name says something of. */
type Touched = { papers: Set<string>; named: Set<string>; relations: Set<string>; claims: Set<string> }

/** The papers and relations that the documents about to be replaced speak of. */
async function touchedBefore(run: Run, paths: readonly string[]): Promise<Touched> {
  const named = await run<{ slug: string }>(sql`
    SELECT "paperSlug" AS slug FROM "Section" WHERE "documentPath" = ANY(${paths})
    UNION SELECT slug FROM "Name" WHERE "nodeType" = 'paper' AND "documentPath" = ANY(${paths})`)
  const papers = await run<{ slug: string }>(sql`
    SELECT slug FROM "Mention" WHERE "nodeType" = 'paper' AND "documentPath" = ANY(${paths})
    UNION SELECT "paperSlug" FROM "Architecture" WHERE "paperSlug" IS NOT NULL AND "documentPath" = ANY(${paths})
    UNION SELECT "paperSlug" FROM "Claim" WHERE "paperSlug" IS NOT NULL AND "documentPath" = ANY(${paths})`)
  const relations = await run<{ id: string }>(sql`
    SELECT DISTINCT "relationId" AS id FROM "Evidence" WHERE "documentPath" = ANY(${paths})`)
  const ends = await run<{ slug: string | null }>(sql`
    SELECT "sourceSlug" AS slug FROM "Relation" WHERE id = ANY(${relations.map((r) => r.id)})
    UNION SELECT "targetPaper" FROM "Relation" WHERE id = ANY(${relations.map((r) => r.id)})`)
  return {
    papers: new Set([...named, ...papers, ...ends].flatMap(({ slug }) => (slug === null ? [] : [slug]))),
    named: new Set(named.map(({ slug }) => slug)),
    relations: new Set(relations.map(({ id }) => id)),
    claims: new Set(),
  }
}

async function insertFiles(run: Run, changes: readonly FileChange[]): Promise<void> {
  const files = changes.map(({ file }) => file)
  const paths = files.map(({ path }) => path)
  await run(sql`DELETE FROM "Diagnostic" WHERE path = ANY(${paths})`)
  await run(sql`DELETE FROM "File" WHERE path = ANY(${paths})`)
  await insert(run, 'File', files)
  const numbered = ({ diagnostics }: FileChange) => diagnostics.map((finding, n) => ({ id: `${finding.path}:${sixDigits(n)}`, ...finding }))
  await insert(run, 'Diagnostic', changes.flatMap(numbered))
}

const relationId = (e: { source: string; kind: string; targetType: string; target: string }) =>
  `${e.source}:${e.kind}:${e.targetType}/${e.target}`

/** Ids in the order of their numbers. */
const sixDigits = (n: number) => String(n).padStart(6, '0')

async function insertDocuments(run: Run, documents: readonly DocumentFacts[], touched: Touched): Promise<void> {
  const rows = <Fact extends object>(of: (document: DocumentFacts) => readonly Fact[], what: string) =>
    documents.flatMap((document) =>
      of(document).map((fact, i) => ({ ...fact, id: `${document.path}:${what}:${sixDigits(i)}`, documentPath: document.path })),
    )
  const evidence = rows((d) => d.evidence, 'evidence').map((fact) => ({ ...fact, relationId: relationId(fact) }))
  const architectures = rows((d) => d.architectures, 'architecture')
  const ofPapers = (facts: readonly { nodeType: NodeType; slug: string }[]) =>
    facts.flatMap(({ nodeType, slug }) => (nodeType === 'paper' ? [slug] : []))
  const named = documents.flatMap((d) => [...d.sections.map((section) => section.paperSlug), ...ofPapers(d.names)])
  const papers = documents.flatMap((d) => [
    ...ofPapers(d.mentions),
    ...[...d.architectures, ...d.claims].flatMap((fact) => fact.paperSlug ?? []),
    ...d.evidence.flatMap((e) => (e.targetType === 'paper' ? [e.source, e.target] : [e.source])),
  ])
  for (const slug of named) touched.named.add(slug)
  for (const slug of [...named, ...papers]) touched.papers.add(slug)
  for (const fact of evidence) touched.relations.add(fact.relationId)
  for (const { claims } of documents) for (const { slug } of claims) touched.claims.add(slug)
  const relations = new Map(
    evidence.map((e) => [
      e.relationId,
      {
        id: e.relationId,
        sourceSlug: e.source,
        kind: e.kind,
        targetType: e.targetType,
        targetPaper: e.targetType === 'paper' ? e.target : null,
        targetTechnique: e.targetType === 'technique' ? e.target : null,
        confidence: 0,
        rule: '',
        hedged: false,
      },
    ]),
  )
  await insert(
    run,
    'Document',
    documents.map((document) => ({ ...document, identity: JSON.stringify(document.identity) })),
  )
  await insert(
    run,
    'Paper',
    [...new Set([...named, ...papers])].map((slug) => ({ slug, name: slug, status: 'NOTED', authors: [], remarks: [] })),
  )
  await insert(
    run,
    'Name',
    rows((d) => d.names, 'name'),
  )
  await insert(
    run,
    'Technique',
    rows((d) => d.techniques, 'technique'),
  )
  await insert(run, 'Architecture', architectures)
  await insert(
    run,
    'Hardware',
    rows((d) => d.hardware, 'hardware'),
  )
  await insert(
    run,
    'Claim',
    rows((d) => d.claims, 'claim'),
  )
  await insert(
    run,
    'Section',
    rows((d) => d.sections, 'section'),
  )
  await insert(
    run,
    'Link',
    rows((d) => d.links, 'link'),
  )
  await insert(
    run,
    'Image',
    rows((d) => d.images, 'image'),
  )
  await insert(
    run,
    'Mention',
    rows((d) => d.mentions, 'mention'),
  )
  await insert(run, 'Relation', [...relations.values()])
  await insert(run, 'Evidence', evidence)
}

/**
 * What a paper is follows from its sections, first path first, but an entry of a list last; what the first does not say,
 * from the next that does. What it is called, from its heading, where that is a title from the name before its colon or in brackets after it, or
 * from the short name that its document gives it; else from its best name.
 */
async function derivePapers(run: Run, slugs: readonly string[]): Promise<void> {
  const sections = sql`FROM "Section" WHERE "paperSlug" = t.slug`
  const inOrder = sql`ORDER BY listed, summary = '', "documentPath", ordinal LIMIT 1`
  const next = (column: Prisma.Sql, isSaid: Prisma.Sql) =>
    sql`CASE WHEN s.others > 0 THEN (SELECT ${column} ${sections} AND ${isSaid} ${inOrder}) END`
  const title = next(sql`title`, sql`title IS NOT NULL`)
  const words = next(sql`title`, sql`title ~ '\\s'`)
  const arxivId = next(sql`"arxivId"`, sql`"arxivId" IS NOT NULL`)
  const doi = next(sql`doi`, sql`doi IS NOT NULL`)
  const authors = next(sql`authors`, sql`authors <> '{}'`)
  const [year, month] = [next(sql`year`, sql`year IS NOT NULL`), next(sql`month`, sql`year IS NOT NULL`)]
  await run(sql`
    UPDATE "Paper" p SET
      status = CASE WHEN s."paperSlug" IS NULL THEN 'NOTED' ELSE 'DOCUMENTED' END,
      name = COALESCE(short.text, s.heading, n.text, p.slug), title = COALESCE(CASE WHEN s.title ~ '\\s' THEN s.title END, ${words}, s.title, ${title}),
      "arxivId" = COALESCE(s."arxivId", ${arxivId}, c."arxivId"), doi = COALESCE(s.doi, ${doi}, c.doi),
      year = COALESCE(s.year, ${year}), month = CASE WHEN s.year IS NULL THEN ${month} ELSE s.month END,
      authors = COALESCE(NULLIF(s.authors, '{}'), ${authors}, '{}'),
      summary = s.summary, remarks = COALESCE(s.remarks, '{}')
    FROM unnest(${slugs}::text[]) AS t(slug)
    LEFT JOIN LATERAL (SELECT *, count(*) OVER () - 1 AS others ${sections} ${inOrder}) s ON true
    LEFT JOIN LATERAL (
      SELECT text FROM "Name" WHERE "nodeType" = 'paper' AND slug = t.slug AND "documentPath" = s."documentPath" AND text !~ '(\\S+\\s+){3}\\S' AND (
        (source IN ('TITLE', 'HEADING') AND lower(left(s.heading, length(text))) = lower(text) AND substr(s.heading, length(text) + 1) ~ '^(\\s*[:：]|\\s+[-–—]|\\s*——)')
        OR (source = 'TITLE' AND right(s.heading, length(text) + 1) IN (text || ')', text || '）'))
        OR (source = 'ALIAS' AND s.heading ~ '(\\S+\\s+){3}\\S' AND text !~ '\\s|(19|20)\\d\\d' AND length(text) BETWEEN 2 AND 24))
      ORDER BY source = 'ALIAS', left(s.heading, length(text)) = text DESC, length(text) LIMIT 1) short ON true
    LEFT JOIN LATERAL (
      SELECT best.text FROM unnest(${[...NAME_SOURCES]}::text[]) WITH ORDINALITY AS o(source, rank)
      CROSS JOIN LATERAL (
        SELECT text FROM "Name" WHERE "nodeType" = 'paper' AND slug = t.slug AND source = o.source
        ORDER BY "documentPath", id LIMIT 1) best
      ORDER BY o.rank LIMIT 1) n ON true
    LEFT JOIN LATERAL (
      SELECT "arxivId", doi FROM "Name" WHERE "nodeType" = 'paper' AND slug = t.slug AND COALESCE("arxivId", doi) IS NOT NULL ORDER BY source <> 'CARD', "documentPath" LIMIT 1) c ON true
    WHERE p.slug = t.slug`)
}

async function deriveRelations(run: Run, ids: readonly string[]): Promise<void> {
  await run(sql`
    UPDATE "Relation" r SET confidence = best.confidence, rule = best.rule, hedged = best.hedged
    FROM unnest(${ids}::text[]) AS t(id)
    CROSS JOIN LATERAL (
      SELECT confidence, rule, bool_and(hedged) OVER () AS hedged FROM "Evidence" WHERE "relationId" = t.id
      ORDER BY confidence DESC, "documentPath", start LIMIT 1) best
    WHERE r.id = t.id`)
  await run(sql`
    DELETE FROM "Relation" r WHERE id = ANY(${ids}) AND NOT EXISTS (SELECT 1 FROM "Evidence" WHERE "relationId" = r.id)`)
}

/** A paper that nothing documents, names or relates any more is gone. */
async function removeOrphans(run: Run, slugs: readonly string[]): Promise<void> {
  await run(sql`
    DELETE FROM "Paper" p WHERE slug = ANY(${slugs})
      AND NOT EXISTS (SELECT 1 FROM "Section" WHERE "paperSlug" = p.slug)
      AND NOT EXISTS (SELECT 1 FROM "Name" WHERE "nodeType" = 'paper' AND slug = p.slug)
      AND NOT EXISTS (SELECT 1 FROM "Mention" WHERE "nodeType" = 'paper' AND slug = p.slug)
      AND NOT EXISTS (SELECT 1 FROM "Relation" WHERE "sourceSlug" = p.slug OR "targetPaper" = p.slug)
      AND NOT EXISTS (SELECT 1 FROM "Architecture" WHERE "paperSlug" = p.slug)
      AND NOT EXISTS (SELECT 1 FROM "Claim" WHERE "paperSlug" = p.slug)`)
}

/** Of claims that were checked, those whose verdict or condition is not the one last recorded. */
async function recordVerdicts(run: Run, slugs: readonly string[], { startedAt }: Changes['run']): Promise<void> {
  if (slugs.length === 0) return
  await run(sql`
    INSERT INTO "ClaimEvent" (id, "claimSlug", "runId", at, verdict, condition, reason)
    SELECT c.slug || ':' || ${startedAt.toISOString()}, c.slug, ${startedAt.toISOString()}, ${startedAt}, c.verdict, c.condition, c.reason
    FROM "Claim" c LEFT JOIN LATERAL (
      SELECT verdict, condition FROM "ClaimEvent" WHERE "claimSlug" = c.slug ORDER BY at DESC LIMIT 1) last ON true
    WHERE c.slug = ANY(${slugs}) AND (last.verdict, last.condition) IS DISTINCT FROM (c.verdict, c.condition)`)
}

async function recordRun(run: Run, { run: counted, rules }: Changes, findings: Record<Severity, number>): Promise<number> {
  const [row] = await run<{ version: number }>(sql`
    INSERT INTO "Graph" (id, version, rules) VALUES (1, 1, ${rules})
    ON CONFLICT (id) DO UPDATE SET version = "Graph".version + 1, rules = EXCLUDED.rules
    RETURNING version`)
  const graphVersion = row?.version ?? 1
  const { startedAt, added, changed, removed, unchanged, refused } = counted
  await run(sql`
    INSERT INTO "IngestRun" (id, "startedAt", "finishedAt", "graphVersion", added, changed, removed, unchanged, refused, errors, warnings)
    VALUES (${startedAt.toISOString()}, ${startedAt}, ${new Date()}, ${graphVersion}, ${added}, ${changed}, ${removed}, ${unchanged}, ${refused},
      ${findings.ERROR}, ${findings.WARNING})`)
  return graphVersion
}
