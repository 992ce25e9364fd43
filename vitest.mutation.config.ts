// The tests that mutation testing runs: those of pure code and of the gate in one process. Laws and fuzz come to each
// line thousands of times and would take longer than all others together.
import { defineConfig } from 'vitest/config'

const slow = ['fuzz', 'laws', 'rule-laws', 'policy-strength', 'false-passes']
// A process of its own does not know which mutant is active, so these can kill none; and no thread can become another user.
const apart = ['gate-command', 'verify-command', 'unreadable-files']

export default defineConfig({
  test: {
    globalSetup: 'test/temp-folder.ts',
    include: ['src/{evidence,gate}/**/*.test.ts', 'test/acceptance/*.test.ts', 'test/gate/*.test.ts'],
    exclude: [...slow, ...apart].map((name) => `test/gate/${name}.test.ts`),
    isolate: false,
    testTimeout: 60_000,
  },
})
