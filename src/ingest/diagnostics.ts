import type { Diagnostic, Severity } from '../graph.ts'

/**
 * Every finding about content. An ERROR means that the file was refused and what was stored of it stays;
 * a WARNING that something in it is broken; INFO that something was left as it is. To add one, add a line.
 */
export const DIAGNOSTICS = {
  'file-unreadable': 'ERROR',
  'file-too-large': 'ERROR',
  'file-not-utf8': 'ERROR',
  'file-nul-character': 'ERROR',
  'file-name': 'ERROR',
  'file-changed': 'WARNING',
  'symlink-skipped': 'INFO',
  'folder-too-deep': 'WARNING',
  'parse-timeout': 'ERROR',
  'parse-failed': 'ERROR',
  'front-matter-language': 'ERROR',
  'front-matter-syntax': 'ERROR',
  'front-matter-too-large': 'ERROR',
  'front-matter-value': 'ERROR',
  'front-matter-ignored': 'WARNING',
  'front-matter-unknown-key': 'WARNING',
  'front-matter-missing': 'WARNING',
  'slug-duplicate': 'ERROR',
  architecture: 'ERROR',
  'claim-fails': 'WARNING',
  'claim-stale': 'WARNING',
  'claim-unsupported': 'INFO',
  'claim-changed': 'WARNING',
  'arxiv-id-mismatch': 'WARNING',
  'paper-twice': 'INFO',
  'title-of-two-papers': 'WARNING',
  'id-of-two-papers': 'WARNING',
  'fence-unclosed': 'WARNING',
  'comment-unclosed': 'WARNING',
  'section-not-a-paper': 'INFO',
  'paper-unknown': 'WARNING',
  'link-without-url': 'INFO',
  'link-refused': 'WARNING',
  'link-broken': 'WARNING',
  'anchor-broken': 'WARNING',
  'image-missing': 'WARNING',
  'image-refused': 'WARNING',
  'image-unreadable': 'WARNING',
  'relation-to-itself': 'WARNING',
  'relation-backwards': 'WARNING',
} as const satisfies Record<string, Severity>

export type DiagnosticCode = keyof typeof DIAGNOSTICS

/** A place in a file; a whole file is its first line. */
export type Place = { path: string; line: number; column: number }

export function diagnostic(code: DiagnosticCode, message: string, place: Place): Diagnostic {
  return { code, severity: DIAGNOSTICS[code], message, path: place.path, line: place.line, column: place.column }
}

export const wholeFile = (path: string): Place => ({ path, line: 1, column: 1 })
