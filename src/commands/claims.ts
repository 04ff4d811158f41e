/** papergraph claims: each claim with its verdict, its reason and the sentence that it is about. What was refused is told on stderr. */
import type { Config } from '../config.ts'
import { EXIT, OperatorError } from '../errors.ts'
import type { ClaimFact, Verdict } from '../graph.ts'
import { readDocuments } from '../ingest/ingest.ts'
import { reportText } from '../ingest/report.ts'

export type ClaimsOptions = { verdict?: string; paper?: string; json?: boolean }

const VERDICTS: readonly Verdict[] = ['HOLDS', 'HOLDS_IF', 'FAILS', 'STALE', 'UNSUPPORTED']

export async function claimsCommand(config: Config, { verdict, paper, json }: ClaimsOptions): Promise<string> {
  const wanted = verdict?.toUpperCase().replaceAll('-', '_')
  if (wanted !== undefined && !VERDICTS.some((one) => one === wanted))
    throw new OperatorError(`--verdict must be one of ${VERDICTS.join(', ')}.`, EXIT.usage)
  const { documents, diagnostics } = await readDocuments(config)
  const errors = diagnostics.filter(({ severity }) => severity === 'ERROR')
  if (errors.length > 0) process.stderr.write(`${reportText(errors)}\n`)
  const claims = documents
    .flatMap((document) => document.claims.map((claim) => ({ ...claim, file: document.path })))
    .filter((claim) => (wanted === undefined || claim.verdict === wanted) && (paper === undefined || claim.paperSlug === paper))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
  if (json) return `${JSON.stringify(claims.map(asJson), null, 2)}\n`
  const counts = VERDICTS.map((one) => [one, claims.filter((claim) => claim.verdict === one).length] as const).filter(([, n]) => n > 0)
  return `${claims.map(asText).join('\n')}\n${counts.map(([one, n]) => `${n} ${one}`).join(', ') || 'no claims'}\n`
}

const asJson = ({
  spec,
  checks,
  markdown: _,
  quotePath,
  quoteLine,
  quoteColumn,
  quoteStart: __,
  ...claim
}: ClaimFact & { file: string }) => ({
  ...claim,
  quotedAt: quotePath === null ? null : { file: quotePath, line: quoteLine, column: quoteColumn },
  spec: JSON.parse(spec) as unknown,
  checks: JSON.parse(checks) as unknown,
})

function asText({ slug, verdict, condition, reason, quote, source, quotePath, quoteLine }: ClaimFact): string {
  const said = quote === null ? source : `“${quote}”${quotePath === null ? '' : ` (${quotePath}:${quoteLine})`}`
  return `${condition === null ? verdict : `${verdict} ${condition}`}  ${slug}\n  ${said}\n  ${reason}\n`
}
