import { Prisma } from '../generated/prisma/client.ts'
import type { Changes, Diagnostic, Known, KnownFile, VerdictFact } from '../graph.ts'
import type { Run } from './sql.ts'

/** The graph version that the store stands at; null where nothing was ever ingested. */
export async function graphVersion(run: Run): Promise<number | null> {
  const [graph] = await run<{ version: number }>(Prisma.sql`SELECT version FROM "Graph"`)
  return graph?.version ?? null
}

/** What the store holds after these changes, for whoever knew what it held before. */
export function knownAfter(known: Known, { documents, files, removed, diagnostics, vocabulary }: Changes, version: number): Known {
  const [held, verdicts] = [new Map(known.files), new Map(known.verdicts)]
  const written = new Map(documents.map((document) => [document.path, document]))
  const findings = new Map<string, Diagnostic[]>()
  for (const finding of diagnostics) findings.set(finding.path, [...(findings.get(finding.path) ?? []), finding])
  for (const path of [...removed, ...written.keys()]) for (const slug of claimsOf(known.files.get(path)?.identity)) verdicts.delete(slug)
  for (const path of removed) held.delete(path)
  for (const file of files) {
    // of a file that was refused, what was stored before stays
    const { kind = null, identity = null } = written.get(file.path) ?? known.files.get(file.path) ?? {}
    held.set(file.path, { ...file, kind, identity, diagnostics: findings.get(file.path) ?? [] })
  }
  for (const { claims } of documents) for (const { slug, verdict, condition } of claims) verdicts.set(slug, { verdict, condition })
  return { files: held, verdicts, vocabulary, version }
}

/** Identities are ingest's own; of claims they have the slugs. */
const claimsOf = (identity: unknown): string[] =>
  ((identity as { claims?: { slug: string }[] } | null | undefined)?.claims ?? []).map(({ slug }) => slug)

/** What the store holds of each file, and found of each claim, in three statements. */
export async function knownFiles(run: Run): Promise<Known> {
  type Row = Omit<KnownFile, 'identity' | 'diagnostics'> & { identity: string | null; diagnostics: Diagnostic[] }
  const rows = await run<Row>(Prisma.sql`
    SELECT f.path, f.sha256, f.assets, f.refused, d.kind, d.identity, COALESCE(g.findings, '[]') AS diagnostics
    FROM "File" f LEFT JOIN "Document" d ON d.path = f.path
    LEFT JOIN (SELECT path, jsonb_agg(to_jsonb(x) - 'id' ORDER BY id) AS findings FROM "Diagnostic" x GROUP BY path) g ON g.path = f.path`)
  const [graph] = await run<{ vocabulary: string; version: number }>(Prisma.sql`SELECT vocabulary, version FROM "Graph"`)
  type Found = { slug: string } & Pick<VerdictFact, 'verdict' | 'condition'>
  const verdicts = await run<Found>(Prisma.sql`SELECT slug, verdict, condition FROM "Claim"`)
  return {
    verdicts: new Map(verdicts.map(({ slug, ...found }) => [slug, found])),
    files: new Map(rows.map((row) => [row.path, { ...row, identity: JSON.parse(row.identity ?? 'null') }])),
    vocabulary: graph?.vocabulary ?? '',
    version: graph?.version ?? null,
  }
}
