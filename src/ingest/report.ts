/** Findings as people, programs and code hosts read them. */
import type { Log, Result } from 'sarif'
import type { Changes, Diagnostic, Severity } from '../graph.ts'
import { DIAGNOSTICS, type DiagnosticCode } from './diagnostics.ts'

export type Summary = { errors: number; warnings: number; infos: number }

const count = (diagnostics: readonly Diagnostic[], severity: Severity) => diagnostics.filter((d) => d.severity === severity).length

export const summarize = (diagnostics: readonly Diagnostic[]): Summary => ({
  errors: count(diagnostics, 'ERROR'),
  warnings: count(diagnostics, 'WARNING'),
  infos: count(diagnostics, 'INFO'),
})

/** What an ingest did, in one line. */
export function describeRun({ graphVersion, run }: { graphVersion: number | null; run: Changes['run'] | null }): string {
  if (run === null) return 'nothing changed'
  const counted = Object.entries(run).filter(([, n]) => typeof n === 'number' && n > 0)
  return `graph version ${graphVersion}: ${counted.map(([what, n]) => `${n} ${what}`).join(', ')}`
}

/** How a report can be written. To add one, add its line. */
export const REPORT_FORMATS: Readonly<Record<string, (diagnostics: readonly Diagnostic[]) => string>> = {
  text: reportText,
  json: (diagnostics) => escaped(JSON.stringify({ ...summarize(diagnostics), counts: counts(diagnostics), diagnostics }, null, 2)),
  sarif: (diagnostics) => JSON.stringify(reportSarif(diagnostics), null, 2),
}

/** Control characters and bidirectional marks of a hostile note must not reach a terminal. */
const visible = (text: string) => text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, asEscape)
/** The same in JSON, which escapes some itself, and where line breaks part what it holds. */
const escaped = (json: string) => json.replace(/[\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g, asEscape)
const asEscape = (char: string) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`

/** Findings of one code in one file, and in all files, that are told; the others are counted. */
const TOLD = 10
const TOLD_OF_A_CODE = 50

/**
 * One line a finding, as compilers write them: path:line:column: severity code: message. Of many alike the first are told,
 * errors before the others, and how many more there are; then how many there are of each code.
 */
export function reportText(diagnostics: readonly Diagnostic[]): string {
  const [inFile, inAll, untold] = [new Map<string, number>(), new Map<string, number>(), new Map<string, Map<string, number>>()]
  const count = (counts: Map<string, number>, key: string) => {
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts.get(key) ?? 0
  }
  const lines: string[] = []
  for (const d of diagnostics) {
    if (d.severity === 'ERROR' || (count(inFile, `${d.path}\n${d.code}`) <= TOLD && count(inAll, d.code) <= TOLD_OF_A_CODE))
      lines.push(`${d.path}:${d.line}:${d.column}: ${d.severity.toLowerCase()} ${d.code}: ${d.message}`)
    else {
      const files = untold.get(d.code) ?? new Map<string, number>()
      untold.set(d.code, files)
      count(files, d.path)
    }
  }
  for (const [code, files] of untold) {
    const [[path, n] = ['', 0]] = [...files].sort(([, a], [, b]) => b - a)
    const total = [...files.values()].reduce((sum, more) => sum + more, 0)
    lines.push(
      files.size === 1 ? `${path}: ${n} more of ${code}` : `${total} more of ${code} in ${files.size} files, ${n} of them in ${path}`,
    )
  }
  const { errors, warnings, infos } = summarize(diagnostics)
  const byCode = Object.entries(counts(diagnostics)).map(([code, n]) => `${n} ${code}`)
  const summary = [`${errors} errors, ${warnings} warnings, ${infos} notes`, ...(diagnostics.length > TOLD ? [byCode.join(', ')] : [])]
  return [...lines.map(visible), ...summary.reverse()].join('\n')
}

/** How many findings there are of each code, the most first. */
function counts(diagnostics: readonly Diagnostic[]): Record<string, number> {
  const counted = new Map<string, number>()
  for (const { code } of diagnostics) counted.set(code, (counted.get(code) ?? 0) + 1)
  return Object.fromEntries([...counted].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))
}

const LEVELS = { ERROR: 'error', WARNING: 'warning', INFO: 'note' } as const

/** SARIF 2.1.0, which code hosts show beside the lines of a change. */
function reportSarif(diagnostics: readonly Diagnostic[]): Log {
  const codes = Object.keys(DIAGNOSTICS) as DiagnosticCode[]
  const result = ({ code, severity, message, path, line, column }: Diagnostic): Result => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code as DiagnosticCode),
    level: LEVELS[severity],
    message: { text: visible(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'CONTENT' },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  })
  const rules = codes.map((id) => ({
    id,
    defaultConfiguration: { level: LEVELS[DIAGNOSTICS[id]] },
    help: { text: `docs/diagnostics.md#${id}` },
  }))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'papergraph', rules } }, columnKind: 'utf16CodeUnits', results: diagnostics.map(result) }],
  }
}
