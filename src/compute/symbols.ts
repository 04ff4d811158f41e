/** Expressions as values of the algebra. Each carries the number that it stands for, which decides where one must be decided. */
import type { Algebra } from './algebra.ts'

/** Text of an expression, and its number; `sum` says that it needs parentheses in a product. */
export type Symbol = { value: number; text: string; sum: boolean; constant: boolean }

const constant = (value: number): Symbol => ({ value, text: String(value), sum: value < 0, constant: true })
export const symbol = (name: string, value: number): Symbol => ({ value, text: name, sum: false, constant: false })
const enclosed = ({ text, sum }: Symbol) => (sum ? `(${text})` : text)

/** Functions that closed forms can hold; of any other the value is taken, and noted. */
const FUNCTIONS = new Set(['floor', 'ceil', 'abs', 'min', 'max'])
const OPPOSITE: Readonly<Record<string, string>> = { '==': '!=', '!=': '==', '<': '>=', '>=': '<', '>': '<=', '<=': '>' }

/** The algebra, and what was decided by numbers while it was used: forms hold where the same is decided. */
export function symbols(): { algebra: Algebra<Symbol>; decided: ReadonlySet<string> } {
  const decided = new Set<string>()
  const note = (text: string) => decided.add(text)
  const either = (value: number, text: string, sum: boolean): Symbol => ({ value, text, sum, constant: false })
  const algebra: Algebra<Symbol> = {
    of: constant,
    add(a, b) {
      if (a.constant && b.constant) return constant(a.value + b.value)
      if (a.constant && a.value === 0) return b
      if (b.constant && b.value === 0) return a
      return either(a.value + b.value, `${a.text} + ${enclosed(b)}`, true)
    },
    sub(a, b) {
      if (a.constant && b.constant) return constant(a.value - b.value)
      if (b.constant && b.value === 0) return a
      return either(a.value - b.value, `${a.text} - ${enclosed(b)}`, true)
    },
    mul(a, b) {
      if (a.constant && b.constant) return constant(a.value * b.value)
      if ((a.constant && a.value === 0) || (b.constant && b.value === 0)) return constant(0)
      if (a.constant && a.value === 1) return b
      if (b.constant && b.value === 1) return a
      return either(a.value * b.value, `${enclosed(a)} * ${enclosed(b)}`, false)
    },
    div(a, b) {
      if (a.constant && b.constant) return constant(a.value / b.value)
      if (b.constant && b.value === 1) return a
      if (a.text === b.text) return constant(1)
      return either(a.value / b.value, `${enclosed(a)} / ${b.constant ? b.text : `(${b.text})`}`, false)
    },
    apply(name, args, value) {
      if (args.every((arg) => arg.constant)) return constant(value)
      const [left, right] = args.map(({ text }) => text)
      if (Object.hasOwn(OPPOSITE, name)) return either(value, `${left} ${value ? name : OPPOSITE[name]} ${right}`, true)
      const text = `${name}(${args.map((arg) => arg.text).join(', ')})`
      if (FUNCTIONS.has(name)) return either(value, text, false)
      note(`${text} = ${value}`)
      return constant(value)
    },
    value: (a) => a.value,
    fix(a) {
      if (!a.constant) note(`${a.text} = ${a.value}`)
      return a.value
    },
    holds(a) {
      // a comparison says by its text what was found; of anything else it is the number that was looked at
      if (!a.constant) note(/[=<>]/.test(a.text) ? a.text : `${a.text} = ${a.value}`)
      return a.value !== 0
    },
    same(a, b) {
      if (a.text !== b.text && !(a.constant && b.constant)) note(`${a.text} ${a.value === b.value ? '==' : '!='} ${b.text}`)
      return a.value === b.value
    },
  }
  return { algebra, decided }
}
