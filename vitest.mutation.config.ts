// The tests that mutation testing runs: those of pure code and of frozen evidence, which need no process and no port.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/{evidence,gate}/**/*.test.ts', 'test/acceptance/*.test.ts', 'test/gate/*laws.test.ts'],
  },
})
