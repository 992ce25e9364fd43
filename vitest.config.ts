// One place that says which tests there are. Tests of pure code share their workers, which spares half of their time;
// those that start processes have a worker each, and the time a slow machine needs.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Most of these wait for processes; on two cores one file at a time would leave one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { name: 'pure', include: ['{src,support,reference}/**/*.test.ts'], isolate: false } },
      {
        test: {
          name: 'real',
          include: ['{scripts,test,bench}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
