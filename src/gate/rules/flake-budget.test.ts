// Failed and then passed is not passed; how much of it a release may have is counted here.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleCase,
  sampleEvidence,
} from '../../../test/acceptance/sample-evidence.ts'
import type { EvidenceCase } from '../../evidence/evidence.ts'
import { noQuarantine } from '../quarantine.ts'
import { flakeBudget } from './flake-budget.ts'

const flaky = [
  sampleCase({ outcome: 'flaky', severity: 'minor' }),
  sampleCase({ id: 'case-2', outcome: 'flaky', severity: 'blocker', tenant: 'cedar' }),
]
const ask = (settings: object, cases: EvidenceCase[] = flaky) =>
  askRule(flakeBudget, { evidence: sampleEvidence({ cases }), settings })

test('holds within the budget, and still names the flaky cases', () => {
  expect(ask({ max: 2 })).toMatchObject({ outcome: 'pass', cases: ['case-1', 'case-2'], tenants: [] })
})

test('fails above it; without a policy the budget is none', () => {
  expect(ask({ max: 1 })).toMatchObject({ outcome: 'fail', tenants: ['cedar', 'maple'] })
  expect(ask({}, flaky.slice(0, 1)).outcome).toBe('fail')
})

test('fails above the budget of one severity though the whole is kept', () => {
  expect(ask({ max: 5, maxBySeverity: { blocker: 0 } })).toMatchObject({
    outcome: 'fail',
    actual: { overBySeverity: ['blocker 1'] },
  })
  expect(ask({ max: 5, maxBySeverity: { blocker: 1 } }).outcome).toBe('pass')
})

test('counts each severity against its own number, and those without one against the whole alone', () => {
  const blockers = flaky.map((found) => ({ ...found, severity: 'blocker' as const }))
  expect(ask({ max: 5, maxBySeverity: { blocker: 1 } }, blockers)).toMatchObject({
    outcome: 'fail',
    actual: { overBySeverity: ['blocker 2'] },
  })
  expect(ask({ max: 5, maxBySeverity: { trivial: 0 } }, blockers).outcome).toBe('pass')
})

test('a flaky case in quarantine takes nothing of the budget', () => {
  const quarantine = { ...noQuarantine, excused: new Set(['case-2']) }
  const evidence = sampleEvidence({ cases: flaky })
  const asked = { evidence, quarantine, settings: { max: 1, maxBySeverity: { blocker: 0 } } }
  expect(askRule(flakeBudget, asked)).toMatchObject({
    outcome: 'pass',
    cases: ['case-1'],
    actual: { flaky: 1, quarantined: 1 },
  })
})

test('cannot tell from nothing', () => {
  expect(askRule(flakeBudget, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
})
