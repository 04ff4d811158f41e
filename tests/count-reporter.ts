import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one line that says how many tests passed, failed and were left out. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const count = (state: string) => states.filter((s) => s === state).length
    // a file that does not load, or an error outside any test, is a failure too
    const broken =
      modules.filter((module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0).length + errors.length
    const skipped = count('skipped')
    const line = `${count('passed')} passed, ${count('failed') + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
    process.on('exit', () => console.log(line))
  }
}
