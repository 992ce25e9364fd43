// One place that says which tests there are. Tests of pure code share their workers, which spares half of their time;
// those that start processes have a worker each, and the time a slow machine needs; those that are about limits of time
// and memory come last, and have the machine to themselves.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests wait for processes a fifth of their time; one file more than there are cores keeps all of those busy. */
const maxWorkers = availableParallelism() + 1

const patience = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    globalSetup: 'test/temp-folder.ts',
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{src,support,reference}/**/*.test.ts'],
          isolate: false,
          maxWorkers,
          ...patience,
        },
      },
      {
        test: {
          name: 'real',
          include: ['{bundle,scripts,test,bench}/**/*.test.ts'],
          exclude: ['test/faults/**'],
          maxWorkers,
          ...patience,
        },
      },
      {
        test: {
          name: 'limits',
          include: ['test/faults/**/*.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
    ],
  },
})
