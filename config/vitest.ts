import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first.ts'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // No module has side effects, so files may share what was loaded: that is a third of the time.
    isolate: false,
    // One more than the cores of a small machine: some tests wait for a lock to run out or a browser to give up.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
})
