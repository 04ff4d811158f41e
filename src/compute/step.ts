/** What the step from one paper's block to another's costs: the pair that is most alike, at one input, layer by layer. */
import { diffArrays } from 'diff'
import { type Analysis, analyze, type Question } from './analyze.ts'
import type { Library } from './build.ts'
import { type LayerCost, layerCosts } from './layers.ts'
import type { Spec } from './spec.ts'
import { SpecError } from './spec-error.ts'

/** A layer that is in both and costs or gives something else, or is in one alone. */
export type LayerChange = { change: 'CHANGED' | 'ADDED' | 'REMOVED'; op: string; from: LayerCost | null; to: LayerCost | null }

export type Step = {
  from: Analysis
  to: Analysis
  /** whether both give the same shape */
  sameOutput: boolean
  changes: LayerChange[]
}

/**
 * Of all pairs of blocks, the one whose ops are most alike in their order; of equals, that of the first slugs. Both are
 * given the input of the first; the second takes over one parameter of the first where that gives it the same output.
 * Null where no pair can be built at one input. Throws SpecError for parameters that neither has.
 */
export function step(from: readonly Spec[], to: readonly Spec[], question: Question, library: Library): Step | null {
  checkParameters([...from, ...to], question)
  let best: { alike: number; from: Analysis; to: Analysis } | null = null
  for (const one of bySlug(from)) {
    const first = attempt(() => analyze(one, own(one, question), library))
    if (!first) continue
    for (const other of bySlug(to)) {
      const second = beside(first, other, question, library)
      const alike = second ? likeness(first, second) : 0
      if (second && (!best || alike > best.alike)) best = { alike, from: first, to: second }
    }
  }
  if (!best) return null
  return { from: best.from, to: best.to, sameOutput: sameShape(best.from, best.to), changes: changes(best.from, best.to) }
}

const bySlug = (specs: readonly Spec[]) => specs.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))

function checkParameters(specs: readonly Spec[], { with: values = {} }: Question): void {
  for (const name of Object.keys(values))
    if (!specs.some(({ parameters }) => Object.hasOwn(parameters, name)))
      throw new SpecError(`none of ${specs.map(({ slug }) => slug).join(', ')} has a parameter ${name}.`, ['with', name])
}

/** What was asked, as far as it speaks of this block's parameters. */
const own = ({ parameters }: Spec, { with: values = {}, ...rest }: Question): Question => ({
  ...rest,
  with: Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(parameters, name))),
})

/** What does not fit is no answer here. */
function attempt(work: () => Analysis): Analysis | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof SpecError && error.path[0] !== 'batch' && error.path[0] !== 'dtype') return null
    throw error
  }
}

/** The second block at the input of the first, with the output of the first if one parameter that both have can do that. */
function beside(first: Analysis, spec: Spec, question: Question, library: Library): Analysis | null {
  const input = first.graph.nodes[0]?.shape ?? []
  const asked = { ...own(spec, question), input }
  const plain = attempt(() => analyze(spec, asked, library))
  if (plain && sameShape(first, plain)) return plain
  for (const [name, value] of first.parameters) {
    if (!Object.hasOwn(spec.parameters, name) || Object.hasOwn(asked.with ?? {}, name)) continue
    const given = attempt(() => analyze(spec, { ...asked, with: { ...asked.with, [name]: value } }, library))
    if (given && sameShape(first, given)) return given
  }
  return plain
}

const sameShape = ({ graph: a }: Analysis, { graph: b }: Analysis) => a.output.shape.join() === b.output.shape.join()

const ops = ({ graph }: Analysis) => graph.nodes.map(({ op }) => op.name)

/** The share of their ops that they have in common, in order: 0 to 1. */
function likeness(a: Analysis, b: Analysis): number {
  const [one, other] = [ops(a), ops(b)]
  const common = diffArrays(one, other).reduce((sum, { added, removed, count }) => (added || removed ? sum : sum + (count ?? 0)), 0)
  return common / Math.max(one.length, other.length)
}

function changes(from: Analysis, to: Analysis): LayerChange[] {
  const [before, after] = [layerCosts(from.graph, from), layerCosts(to.graph, to)]
  const found: LayerChange[] = []
  let [i, j] = [0, 0]
  for (const { added, removed, value } of diffArrays(before, after, { comparator: (a, b) => a.op === b.op })) {
    for (const { op } of value) {
      const [one, other] = [added ? null : (before[i++] ?? null), removed ? null : (after[j++] ?? null)]
      if (!one || !other) found.push({ change: one ? 'REMOVED' : 'ADDED', op, from: one, to: other })
      else if (differs(one, other)) found.push({ change: 'CHANGED', op, from: one, to: other })
    }
  }
  return found
}

const differs = (a: LayerCost, b: LayerCost) =>
  a.params !== b.params || a.macs !== b.macs || a.memoryAccess.elements !== b.memoryAccess.elements || a.output.join() !== b.output.join()
