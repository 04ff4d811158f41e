import type { NoteFormat } from './format.ts'

/** A note about no paper: kept with its links and images. */
export const plain: NoteFormat = {
  name: 'plain',
  read: () => [],
}
