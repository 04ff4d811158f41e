/** Arithmetic in specifications: parsed by jsep, evaluated here over numbers and names. Nothing else can be said. */
import jsep, { type Expression } from 'jsep'
import { didYouMean } from '../did-you-mean.ts'
import type { Algebra } from './algebra.ts'
import { SpecError } from './spec-error.ts'

/** An expression as text, or a number. */
export type Written = string | number

export const MAX_EXPRESSION = 500

/** What names stand for; undefined where there is none. */
export type Scope<T> = { get(name: string): T | undefined; names(): readonly string[] }

/** What functions an expression can call. To add one, add its line. `divisible` is the rounding of MobileNet's authors: to a multiple, never 10 % down. */
export const FUNCTIONS: Record<string, { arity: readonly [number, number]; value(...args: number[]): number }> = {
  floor: { arity: [1, 1], value: Math.floor },
  ceil: { arity: [1, 1], value: Math.ceil },
  round: { arity: [1, 1], value: Math.round },
  abs: { arity: [1, 1], value: Math.abs },
  min: { arity: [1, 9], value: Math.min },
  max: { arity: [1, 9], value: Math.max },
  sqrt: { arity: [1, 1], value: Math.sqrt },
  divisible: {
    arity: [1, 3],
    value(x, by = 8, least = by) {
      const rounded = Math.max(least, Math.floor((x + by / 2) / by) * by)
      return rounded < 0.9 * x ? rounded + by : rounded
    },
  },
}

/** Parses text. Throws SpecError for what is no expression. */
export function parse(text: string): Expression {
  if (text.length > MAX_EXPRESSION)
    throw new SpecError(`An expression has at most ${MAX_EXPRESSION} characters, this one has ${text.length}.`)
  try {
    return jsep(text)
  } catch (error) {
    const open = text.split('(').length > text.split(')').length
    throw new SpecError(
      `${show(text)} is no expression: ${(error as Error).message.replace(/ at character \d+$/, '')}.${open ? ' An expression with a comma goes between quotes.' : ''}`,
    )
  }
}

/** Evaluates what was written to a value of the algebra. `parsed` keeps what was parsed before. Throws SpecError. */
export function evaluate<T>(written: Written, scope: Scope<T>, a: Algebra<T>, parsed: Map<string, Expression>): T {
  if (typeof written === 'number') return a.of(written)
  const number = Number(written)
  if (written.trim() !== '' && Number.isFinite(number)) return a.of(number)
  let expression = parsed.get(written)
  if (!expression) {
    expression = parse(written)
    parsed.set(written, expression)
  }
  return valueAt(expression, scope, a, written)
}

const YES_OR_NO = /^(?:yes|no|on|off|true|false)$/i

type Node = Expression & Record<string, unknown>

/** Evaluates what was parsed; `text` is what it stands in, for messages. Throws SpecError. */
export function valueAt<T>(node: Expression, scope: Scope<T>, a: Algebra<T>, text: string): T {
  const n = node as Node
  const part = (child: unknown) => valueAt(child as Expression, scope, a, text)
  switch (node.type) {
    case 'Literal':
      if (typeof n.value === 'number') return a.of(n.value)
      if (typeof n.value === 'boolean') return a.of(n.value ? 1 : 0)
      break
    case 'Identifier': {
      const name = String(n.name)
      const value = scope.get(name)
      if (value === undefined)
        throw new SpecError(
          `${show(text)}: there is no ${name} here.${YES_OR_NO.test(name) ? ' Say true or false.' : didYouMean(name, [...scope.names(), ...Object.keys(FUNCTIONS)])}`,
        )
      return value
    }
    case 'MemberExpression': {
      const name = chain(n)
      const value = name === null ? undefined : scope.get(name)
      if (value !== undefined) return value
      if (name !== null) throw new SpecError(`${show(text)}: there is no ${name} here.${didYouMean(name, scope.names())}`)
      break
    }
    case 'UnaryExpression':
      if (n.operator === '-') return a.sub(a.of(0), part(n.argument))
      if (n.operator === '+') return part(n.argument)
      if (n.operator === '!') {
        const negated = part(n.argument)
        return a.apply('!', [negated], a.value(negated) === 0 ? 1 : 0)
      }
      break
    case 'LogicalExpression': // jsep gives && and || either type
    case 'BinaryExpression':
      return binary(String(n.operator), part(n.left), () => part(n.right), a, text)
    case 'ConditionalExpression':
      return a.holds(part(n.test)) ? part(n.consequent) : part(n.alternate)
    case 'CallExpression':
      return call(n, part, a, text)
  }
  throw new SpecError(
    `${show(text)}: only arithmetic can stand here: numbers, names, + - * / % ** ( ), comparisons, && || !, ? :, and ${Object.keys(FUNCTIONS).join(', ')}.`,
  )
}

/** `a.macs.depthwise`, of names alone. */
function chain(node: Node): string | null {
  if (node.type === 'Identifier') return String(node.name)
  if (node.type !== 'MemberExpression' || node.computed) return null
  const [object, property] = [chain(node.object as Node), chain(node.property as Node)]
  return object === null || property === null ? null : `${object}.${property}`
}

const COMPARISONS: Record<string, (x: number, y: number) => boolean> = {
  '<': (x, y) => x < y,
  '<=': (x, y) => x <= y,
  '>': (x, y) => x > y,
  '>=': (x, y) => x >= y,
  '==': (x, y) => x === y,
  '!=': (x, y) => x !== y,
}

function binary<T>(operator: string, left: T, other: () => T, a: Algebra<T>, text: string): T {
  if (operator === '&&') return a.holds(left) ? other() : left
  if (operator === '||') return a.holds(left) ? left : other()
  const right = other()
  switch (operator) {
    case '+':
      return a.add(left, right)
    case '-':
      return a.sub(left, right)
    case '*':
      return a.mul(left, right)
    case '/':
    case '%':
      if (a.value(right) === 0) throw new SpecError(`${show(text)} divides by zero.`)
      return operator === '/' ? a.div(left, right) : a.apply('mod', [left, right], a.value(left) % a.value(right))
    case '**':
      return a.apply('pow', [left, right], a.value(left) ** a.value(right))
  }
  const compare = COMPARISONS[operator]
  if (!compare) throw new SpecError(`${show(text)}: the operator ${operator} is not known.`)
  return a.apply(operator, [left, right], compare(a.value(left), a.value(right)) ? 1 : 0)
}

function call<T>(node: Node, part: (child: unknown) => T, a: Algebra<T>, text: string): T {
  const callee = node.callee as Node
  const name = callee.type === 'Identifier' ? String(callee.name) : ''
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (!known)
    throw new SpecError(`${show(text)}: there is no function ${name || 'of that kind'}; there are ${Object.keys(FUNCTIONS).join(', ')}.`)
  const args = (node.arguments as unknown[]).map(part)
  const [least, most] = known.arity
  if (args.length < least || args.length > most)
    throw new SpecError(`${show(text)}: ${name} takes ${least === most ? least : `${least} to ${most}`} values, not ${args.length}.`)
  return a.apply(name, args, known.value(...args.map((arg) => a.value(arg))))
}

const show = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text)
