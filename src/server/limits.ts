/** What one query may ask for, found in one pass before it runs: depth, aliases, and how many nodes it can answer with. */
import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValueNode,
} from 'graphql'
import { operationUnknown, tooExpensive } from '../errors.ts'

export const MAX_TOKENS = 2_000
export const MAX_DEPTH = 15
export const MAX_FIELDS = 500
/** as GitHub counts: the product of the page sizes on the way to each list, summed */
export const MAX_NODES = 50_000

/** Fields that take more work than the value that they answer with; as many nodes as they weigh. */
const WEIGHTS: Readonly<Record<string, number>> = {
  cost: 5,
  byKind: 50,
  tree: 100,
  difference: 20,
  formula: 1_000,
  costOf: 2_500,
  compare: 1_000,
  sweep: 5,
  formulas: 2_000,
  solutions: 1_000,
  checkClaim: 5_000,
  costDelta: 200,
  roofline: 500,
  svg: 1_000,
}

/** What a selection can cost; of a fragment it is worked out once. */
type Cost = { depth: number; fields: number; nodes: number }
const NOTHING: Cost = { depth: 0, fields: 0, nodes: 0 }

/** A validation rule: refuses documents beyond the limits with QUERY_TOO_EXPENSIVE, and what is no query. */
export function limits(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Cost | 'open'>()
  const measure = (set: SelectionSetNode | undefined): Cost => (set ? set.selections.map(one).reduce(sum, NOTHING) : NOTHING)
  const one = (selection: SelectionSetNode['selections'][number]): Cost => {
    if (selection.kind === Kind.FIELD) return costOfField(selection, measure(selection.selectionSet))
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet)
    return ofFragment(context.getFragment(selection.name.value))
  }
  const ofFragment = (fragment: FragmentDefinitionNode | null | undefined): Cost => {
    if (!fragment) return NOTHING
    const known = fragments.get(fragment.name.value)
    if (known === 'open') return NOTHING // a cycle, which another rule reports
    if (known) return known
    fragments.set(fragment.name.value, 'open')
    const cost = measure(fragment.selectionSet)
    fragments.set(fragment.name.value, cost)
    return cost
  }
  return {
    OperationDefinition(operation) {
      if (!context.getSchema().getRootType(operation.operation)) context.reportError(operationUnknown(operation.operation))
      const { depth, fields, nodes } = measure(operation.selectionSet)
      if (depth > MAX_DEPTH) context.reportError(tooExpensive(`The query is ${depth} levels deep; ${MAX_DEPTH} are allowed.`))
      else if (fields > MAX_FIELDS) context.reportError(tooExpensive(`The query has ${fields} fields; ${MAX_FIELDS} are allowed.`))
      else if (nodes > MAX_NODES)
        context.reportError(tooExpensive(`The query can answer with ${nodes} nodes; ${MAX_NODES} are allowed. Ask for smaller pages.`))
    },
  }
}

const sum = (a: Cost, b: Cost): Cost => ({ depth: Math.max(a.depth, b.depth), fields: a.fields + b.fields, nodes: a.nodes + b.nodes })

/** A page, or a list of values, multiplies what is under it by its size, which a variable may give; then the largest counts. */
function costOfField(field: FieldNode, under: Cost): Cost {
  const size = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')
  const values = field.arguments?.find(({ name }) => name.value === 'values' || name.value === 'items')
  const items = (size ? sizeOf(size.value) : 1) * (values ? lengthOf(values.value, values.name.value === 'items' ? 10 : 1_000) : 1)
  const introspection = field.name.value.startsWith('__')
  const own = WEIGHTS[field.name.value] ?? 0
  return {
    depth: introspection ? under.depth : under.depth + 1,
    fields: under.fields + 1,
    nodes: size || values || under.nodes > 0 || own > 0 ? items * Math.max(1, under.nodes + own) : 0,
  }
}

const sizeOf = (value: ValueNode) => (value.kind === Kind.INT ? Math.max(1, Math.min(100, Number(value.value))) : 100)
/** of a list that a variable gives, the most that the resolvers take */
const lengthOf = (value: ValueNode, most: number) => (value.kind === Kind.LIST ? Math.max(1, value.values.length) : most)
