/** Keeps values for later, so that what a folder holds in memory does not grow with the number of its notes. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Characters of text whose values are held in memory; a value takes many times as much as its text. */
const IN_MEMORY = 500_000

/** The first values in memory, the others in a file of its own. To be closed after use. */
export class Shelf {
  #held = 0
  #file: number | null = null
  #end = 0

  /** `value` is plain data, of about so many `characters`; resolves to it again by the function that comes back. */
  keep<Value>(value: Value, characters: number): () => Value {
    if (this.#held + characters > IN_MEMORY) return this.#store(serialize(value))
    this.#held += characters
    return () => value
  }

  #store<Value>(bytes: Buffer): () => Value {
    const [file, position, length] = [this.#open(), this.#end, bytes.length]
    for (let at = 0; at < length; ) at += writeSync(file, bytes, at, length - at, position + at)
    this.#end += length
    return () => {
      const read = Buffer.allocUnsafe(length)
      for (let at = 0; at < length; ) at += readSync(file, read, at, length - at, position + at)
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
