/** A bar on a terminal, for whoever reads many files; nothing elsewhere. */
export async function progressBar(): Promise<{ onProgress?: (done: number, total: number) => void }> {
  if (!process.stderr.isTTY) return {}
  const { SingleBar } = await import('cli-progress')
  const bar = new SingleBar({ format: 'reading {bar} {value}/{total}', stream: process.stderr, clearOnComplete: true })
  return {
    onProgress(done, total) {
      if (done === 1) bar.start(total, 0)
      bar.update(done)
      if (done === total) bar.stop()
    },
  }
}
