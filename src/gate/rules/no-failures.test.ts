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
})

test('cannot tell from nothing', () => {
  expect(askRule(noFailures, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
})
