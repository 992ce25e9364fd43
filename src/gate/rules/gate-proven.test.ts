// Who watches the rules: what they did with their planted faults is all this rule knows.
import { expect, test } from 'vitest'
import { askRule } from '../../../test/acceptance/sample-evidence.ts'
import { gateProven } from './gate-proven.ts'

const sound = { rule: 'no-failures', flaw: null }
const broken = { rule: 'flake-budget', flaw: 'lets its fault pass (pass)' }

test('holds when each rule stopped its fault', () => {
  expect(askRule(gateProven, { proofs: [sound] })).toMatchObject({ outcome: 'pass', actual: { proven: 1 } })
})

test('fails on one that did not, and names it', () => {
  expect(askRule(gateProven, { proofs: [sound, broken] })).toMatchObject({
    outcome: 'fail',
    actual: { rules: 2, proven: 1, unproven: ['flake-budget lets its fault pass (pass)'] },
  })
})

test('cannot tell when no rule was tried', () => {
  expect(askRule(gateProven, { proofs: [] }).outcome).toBe('inconclusive')
})
