import { Prisma } from '../generated/prisma/client.ts'
import type { Diagnostic, Known, KnownFile, VerdictFact } from '../graph.ts'
import type { Run } from './sql.ts'

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
