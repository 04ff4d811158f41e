import { location } from 'vfile-location'
import type { Span } from '../graph.ts'
import type { Place } from './diagnostics.ts'

/** Turns offsets of one file's text into spans and places with line and column. */
export class Places {
  readonly path: string
  readonly #location: ReturnType<typeof location>
  readonly #length: number

  constructor(path: string, text: string) {
    this.path = path
    this.#location = location(text)
    this.#length = text.length
  }

  at(offset: number): Place {
    const point = this.#location.toPoint(Math.max(0, Math.min(offset, this.#length)))
    return { path: this.path, line: point?.line ?? 1, column: point?.column ?? 1 }
  }

  span(start: number, end: number): Span {
    const { line, column } = this.at(start)
    return { start, end, line, column }
  }
}
