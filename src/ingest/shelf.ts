/** Keeps values for later, so that what a folder holds in memory does not grow with the number of its notes. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Characters of text whose values are held in memory; a value takes many times as much as its text. */
const IN_MEMORY = 4_000_000

/** The first values in memory, the others in a file of its own. To be closed after use. */
export class Shelf {
  #held = 0
  #file: number | null = null
  #end = 0

  /** `value` is plain data, of about so many `characters`; resolves to it again by the function that comes back. */
  keep<Value>(value: Value, characters: number): () => Value {
    if (this.#held + characters <= IN_MEMORY) {
      this.#held += characters
      return () => value
    }
    const bytes = serialize(value)
    const [file, position] = [this.#open(), this.#end]
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written, bytes.length - written, position + written)
    this.#end += bytes.length
    return () => {
      const read = Buffer.allocUnsafe(bytes.length)
      for (let length = 0; length < read.length; ) length += readSync(file, read, length, read.length - length, position + length)
      return deserialize(read)
    }
  }

  /** The file has no name as soon as it is open: nothing of it is left, however the process ends. */
  #open(): number {
    if (this.#file !== null) return this.#file
    const folder = mkdtempSync(path.join(tmpdir(), 'papergraph-'))
    this.#file = openSync(path.join(folder, 'shelf'), 'wx+', 0o600)
    rmSync(folder, { recursive: true, force: true })
    return this.#file
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }
}
