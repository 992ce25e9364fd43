// One place that says which tests there are. Tests of pure code share their workers, which spares half of their time;
// those that start processes have a worker each, and the time a slow machine needs.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
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
