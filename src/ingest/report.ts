import type { Diagnostic, Severity } from '../graph.ts'

export type Summary = { errors: number; warnings: number; infos: number }

const count = (diagnostics: readonly Diagnostic[], severity: Severity) => diagnostics.filter((d) => d.severity === severity).length

export const summarize = (diagnostics: readonly Diagnostic[]): Summary => ({
  errors: count(diagnostics, 'ERROR'),
  warnings: count(diagnostics, 'WARNING'),
  infos: count(diagnostics, 'INFO'),
})

/** Control characters and bidirectional marks of a hostile note must not reach a terminal. */
const visible = (text: string) =>
  text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)

/** One line a finding, as compilers write them: path:line:column: severity code: message. */
export function reportText(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.map((d) => visible(`${d.path}:${d.line}:${d.column}: ${d.severity.toLowerCase()} ${d.code}: ${d.message}`))
  const { errors, warnings, infos } = summarize(diagnostics)
  return [...lines, `${errors} errors, ${warnings} warnings, ${infos} notes`].join('\n')
}
