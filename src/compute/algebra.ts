/**
 * What numbers the rules are run over: doubles, integers of any size, or symbols. A rule is written once, over
 * an algebra, so that the closed form of a block's cost comes from the same code as its figures.
 */
export type Algebra<T> = {
  of(value: number): T
  add(a: T, b: T): T
  sub(a: T, b: T): T
  mul(a: T, b: T): T
  /** a / b, which leaves no remainder, or is a fraction such as a width of 0.75 */
  div(a: T, b: T): T
  /** what a function of numbers gives, here; its value is known */
  apply(name: string, args: readonly T[], value: number): T
  /** the number that it stands for, to check it or to tell it */
  value(a: T): number
  // What builds on a number holds for that number alone; symbols note it.
  /** the number, to build with: a stride, how many times */
  fix(a: T): number
  /** whether it is not 0, to choose by */
  holds(a: T): boolean
  /** whether two are the same, to choose by */
  same(a: T, b: T): boolean
}

export const NUMBERS: Algebra<number> = {
  of: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  apply: (_name, _args, value) => value,
  value: (a) => a,
  fix: (a) => a,
  holds: (a) => a !== 0,
  same: (a, b) => a === b,
}

/** For totals past 2⁵³. What is divided leaves no remainder here: groups were checked when the graph was built. */
export const INTEGERS: Algebra<bigint> = {
  of: (value) => BigInt(value),
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  apply: (_name, _args, value) => BigInt(value),
  value: (a) => Number(a),
  fix: (a) => Number(a),
  holds: (a) => a !== 0n,
  same: (a, b) => a === b,
}
