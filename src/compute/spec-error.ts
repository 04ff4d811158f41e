/** Where in a specification: keys and positions from its root, such as `['layers', 0, 'conv', 'out']`. */
export type SpecPath = readonly (string | number)[]

/** What is wrong with a specification, and where. An author's fault, never ours. */
export class SpecError extends Error {
  readonly path: SpecPath

  constructor(message: string, path: SpecPath = []) {
    super(message)
    this.name = 'SpecError'
    this.path = path
  }

  /** The same error, from further out. */
  within(path: SpecPath): SpecError {
    return new SpecError(this.message, [...path, ...this.path])
  }
}
