/**
 * What holds layers: branches, repeats, blocks of other documents. To add one: an entry here, with what its parts
 * are and what it makes of them.
 */
import { attention } from './attention.ts'
import { gate, parallel, residual, split } from './branches.ts'
import { block, each, repeat, set, when } from './control.ts'
import type { Structure } from './structure.ts'
import { windows } from './windows.ts'

export const STRUCTURES = { residual, parallel, split, gate, repeat, each, when, let: set, block, windows, attention } satisfies Record<
  string,
  Structure
>

export type { Parts } from './structure.ts'
