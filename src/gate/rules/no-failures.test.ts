// Only what is seen to pass passes.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  problem,
  sampleCase,
  sampleEvidence,
} from '../../../test/acceptance/sample-evidence.ts'
import type { EvidenceCase } from '../../evidence/evidence.ts'
import { noQuarantine } from '../quarantine.ts'
import { noFailures } from './no-failures.ts'

const ask = (...outcomes: EvidenceCase['outcome'][]) =>
  askRule(noFailures, {
    evidence: sampleEvidence({
      cases: outcomes.map((outcome, at) => sampleCase({ id: `case-${at}`, outcome })),
    }),
  })

test('holds when nothing failed; skips and flakes are for other rules', () => {
  expect(ask('passed', 'flaky', 'skipped')).toMatchObject({ outcome: 'pass', cases: [] })
})

test.each(['failed', 'broken', 'unknown'] as const)('fails on one %s case among many', (outcome) => {
  expect(ask('passed', outcome, 'passed')).toMatchObject({
    outcome: 'fail',
    cases: ['case-1'],
    tenants: ['maple'],
  })
})

test('cannot tell of a case that was lost with its workers, but a failure beside it is one', () => {
  expect(ask('passed', 'lost')).toMatchObject({ outcome: 'inconclusive', cases: ['case-1'] })
  expect(ask('failed', 'lost').outcome).toBe('fail')
})

test.each(['failed-fixture', 'global-error'] as const)('fails on %s though all cases passed', (kind) => {
  const evidence = sampleEvidence({ problems: [problem(kind)] })
  expect(askRule(noFailures, { evidence })).toMatchObject({ outcome: 'fail', tenants: [] })
  const beside = sampleEvidence({ cases: [sampleCase({ outcome: 'failed' })], problems: [problem(kind)] })
  expect(askRule(noFailures, { evidence: beside })).toMatchObject({ cases: ['case-1'], tenants: [] })
})

test('a case in quarantine does not decide, and no other is excused by it', () => {
  const quarantine = { ...noQuarantine, excused: new Set(['case-1']) }
  const two = (outcome: EvidenceCase['outcome'], other: EvidenceCase['outcome']) => {
    const cases = [sampleCase({ id: 'case-1', outcome }), sampleCase({ id: 'case-2', outcome: other })]
    return askRule(noFailures, { evidence: sampleEvidence({ cases }), quarantine })
  }
  expect(two('failed', 'passed')).toMatchObject({ outcome: 'pass', cases: [], actual: { quarantined: 1 } })
  expect(two('failed', 'broken')).toMatchObject({ outcome: 'fail', cases: ['case-2'] })
  expect(two('unknown', 'passed').outcome).toBe('fail')
  expect(two('lost', 'passed').outcome).toBe('inconclusive')
})

test('cannot tell from nothing', () => {
  expect(askRule(noFailures, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
})
