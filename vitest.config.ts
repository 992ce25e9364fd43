// One place that says which tests there are; tests that start processes get the time a slow machine needs.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,scripts,support,reference,test,bench}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
