import { stringify } from 'csv-stringify/sync'
import type { GraphRecord } from './graph.ts'

/** A cell that begins as a formula does is text to a spreadsheet, too. */
const table = (rows: readonly object[]): string => stringify([...rows], { header: true, escape_formulas: true, cast: { boolean: String } })

export const papersToCsv = ({ papers }: GraphRecord): string =>
  table(papers.map((paper) => ({ ...paper, authors: paper.authors.join('; ') })))

export const relationsToCsv = ({ relations }: GraphRecord): string => table(relations)
