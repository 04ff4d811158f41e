import { Prisma } from '../generated/prisma/client.ts'
import type { Changes, Diagnostic, FileChange, Known, KnownFile, VerdictFact } from '../graph.ts'
import type { Run } from './sql.ts'

/** The graph version that the store stands at; null where nothing was ever ingested. */
export async function graphVersion(run: Run): Promise<number | null> {
  const [graph] = await run<{ version: number }>(Prisma.sql`SELECT version FROM "Graph"`)
  return graph?.version ?? null
}

/** The same changes, listened to as they are gone through: then `after` says what the store holds, for whoever knew what it held before. */
export function remembering(known: Known, changes: Changes): { changes: Changes; after: (version: number) => Known } {
  const [held, verdicts] = [new Map(known.files), new Map(known.verdicts)]
  for (const path of [...changes.removed, ...changes.written])
    for (const slug of claimsOf(known.files.get(path)?.identity)) verdicts.delete(slug)
  for (const path of changes.removed) held.delete(path)
  function* files(): Generator<FileChange> {
    for (const change of changes.files) {
      yield change
      const { file, document, diagnostics } = change
      // of a file that was refused, what was stored before stays
      const { kind = null, identity = null } = document ?? known.files.get(file.path) ?? {}
      held.set(file.path, { ...file, kind, identity, diagnostics })
      for (const { slug, verdict, condition } of document?.claims ?? []) verdicts.set(slug, { verdict, condition })
    }
  }
  const after = (version: number) => ({ files: held, verdicts, rules: changes.rules, version })
  return { changes: { ...changes, files: files() }, after }
}

/** Identities are ingest's own; of claims they have the slugs. */
const claimsOf = (identity: unknown): string[] =>
  ((identity as { claims?: { slug: string }[] } | null | undefined)?.claims ?? []).map(({ slug }) => slug)

/** What the store holds of each file, and found of each claim, in three statements. */
export async function knownFiles(run: Run): Promise<Known> {
  // first: what another ingest stores meanwhile is then a version that is not known
  const [graph] = await run<{ rules: string; version: number }>(Prisma.sql`SELECT rules, version FROM "Graph"`)
  type Row = Omit<KnownFile, 'identity' | 'diagnostics'> & { identity: string | null; diagnostics: Diagnostic[] }
  const rows = await run<Row>(Prisma.sql`
    SELECT f.path, f.sha256, f.assets, f.refused, d.kind, d.identity, COALESCE(g.findings, '[]') AS diagnostics
    FROM "File" f LEFT JOIN "Document" d ON d.path = f.path
    LEFT JOIN (SELECT path, jsonb_agg(to_jsonb(x) - 'id' ORDER BY id) AS findings FROM "Diagnostic" x GROUP BY path) g ON g.path = f.path`)
  type Found = { slug: string } & Pick<VerdictFact, 'verdict' | 'condition'>
  const verdicts = await run<Found>(Prisma.sql`SELECT slug, verdict, condition FROM "Claim"`)
  return {
    verdicts: new Map(verdicts.map(({ slug, ...found }) => [slug, found])),
    files: new Map(rows.map((row) => [row.path, { ...row, identity: JSON.parse(row.identity ?? 'null') }])),
    rules: graph?.rules ?? '',
    version: graph?.version ?? null,
  }
}
