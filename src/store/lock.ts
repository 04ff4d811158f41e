import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { dataInUse } from '../errors.ts'

/**
 * One process at a time on an embedded data directory: PGlite takes no lock, and a second process
 * silently loses writes. The lock is a listening local socket, which the kernel frees when the process
 * ends, however it ends. Returns the function that frees it; throws `dataInUse` when another holds it.
 */
export async function lockDirectory(dir: string): Promise<() => Promise<void>> {
  mkdirSync(dir, { recursive: true })
  const address = socketAddress(realpathSync(dir))
  let server: net.Server
  try {
    server = await listen(address)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    const pid = await holder(address)
    // macOS keeps the socket file of a process that was killed
    if (pid !== undefined || process.platform !== 'darwin') throw dataInUse(dir, pid ?? 'unknown')
    rmSync(address, { force: true })
    server = await listen(address)
  }
  return () => new Promise((resolve) => server.close(() => resolve()))
}

function socketAddress(dir: string): string {
  const name = `papergraph-${createHash('sha256').update(dir).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  if (process.platform === 'linux') return `\0${name}`
  return path.join(os.tmpdir(), `${name}.sock`)
}

function listen(address: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.end(String(process.pid)))
    server.once('error', reject)
    server.listen(address, () => {
      server.unref()
      resolve(server)
    })
  })
}

/** The process id that the holder answers with; undefined when nobody answers. */
function holder(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let pid = ''
    const socket = net.connect(address)
    socket.on('data', (data) => {
      pid += data
    })
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(pid || 'unknown'))
    socket.setTimeout(2000, () => socket.destroy())
  })
}
