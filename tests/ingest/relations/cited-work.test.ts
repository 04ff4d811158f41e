/** Entries of lists of references, as people write them. */
import { expect, test } from 'vitest'
import { citedWork } from '../../../src/ingest/relations/cited-work.ts'

const read = (marked: string) => citedWork(marked.replace(/\*\*|\*|^(?:-|\d+\.) /g, ''), marked)

test.each([
  [
    '1. Lovelace et al. *GridForm: Grids with Rotary Boxes.* Neurocomputing, 2024.（本文骨干）',
    'GridForm',
    'GridForm: Grids with Rotary Boxes',
    null,
  ],
  ['- A. Lovelace, A. Turing. *Mastering Grids by Boxes*(GridPlay 3). Nature, 2025.', 'GridPlay 3', 'Mastering Grids by Boxes', null],
  ['- Lovelace, A. et al. BoxWorld: Learning adaptable boxes. ICML, 2025.', 'BoxWorld', 'BoxWorld: Learning adaptable boxes', null],
  [
    '- Lovelace, A. and Turing, A. Learning to grid without grids. ICLR, 2024.',
    'Learning to grid without grids',
    'Learning to grid without grids',
    null,
  ],
  ['- **POLE**（Lovelace et al., 2023）：问答基准', 'POLE', 'POLE', null],
  ['- **GridLoss (2023)**：基线', 'GridLoss', 'GridLoss', null],
  ['- GridSight（Lovelace et al., 2023）：分割', 'GridSight', 'GridSight', null],
  ['- **GridDet / BoxDet** — Lovelace et al., 2021: a baseline', null, null, null],
  ['1. **GridServe: A Distributed Server** — Lovelace et al., OSDI 2022: batching.', 'GridServe', 'GridServe: A Distributed Server', null],
  [
    '[3] GridLab. *Grid Platform for All of Us.* arXiv:2501.03575, 2025.',
    'Grid Platform for All of Us',
    'Grid Platform for All of Us',
    '2501.03575',
  ],
  ['[1] Lovelace et al., 2022. Training grids to follow boxes.', 'Training grids to follow boxes', 'Training grids to follow boxes', null],
  ['[2] Ada Lovelace, Alan Turing, and Kurt Gödel. Gated grids. In ECCV, 2020.', 'Gated grids', 'Gated grids', null],
  [
    'Lovelace, A. & Turing, A. 2017, "Grid to Grid Translation", CoRR, vol. abs/1712.00479.',
    'Grid to Grid Translation',
    'Grid to Grid Translation',
    null,
  ],
  ['- GridSim: Grids for Reliable Boxes, arXiv:2605.22446, 2026', 'GridSim', 'GridSim: Grids for Reliable Boxes', '2605.22446'],
  ['[4] Lovelace, A., Turing, A.: Exploring grids. In: CVPR (2020)', 'Exploring grids', 'Exploring grids', null],
  [
    'Ada Lovelace and Alan Turing. GridChat: An instruction-following grid, 2023.',
    'GridChat',
    'GridChat: An instruction-following grid',
    null,
  ],
  ['- **GridNet 的优点**：快', null, null, null],
  ['- **快但糙**：少数派信息', null, null, null],
  ["- Lovelace's blog (May 2019)", null, null, null],
  ['- some words of boxes. More words on grids are there. See arXiv:2605.22446.', null, null, null],
  ['- See how the boxes are set up in the manual (in Chinese).', null, null, null],
  ['- The grid (100 boxes) is trained for 90 epochs on *all* of them.', null, null, null],
  ['- **Note**: the grids are 2023 boxes wide', null, null, null],
  ['- https://example.org/grids-2023', null, null, null],
])('%s', (entry, name, title, arxivId) => {
  expect(read(entry)).toEqual(name === null ? null : { name, title, arxivId })
})

test('a long entry is none', () => {
  expect(read(`- **POLE** (Lovelace et al., 2023): ${'grids '.repeat(300)}`)).toBeNull()
  expect(citedWork('POLE (Lovelace et al., 2023)', `**POLE** (Lovelace et al., 2023)${' '.repeat(10_000)}`)).toBeNull()
})
