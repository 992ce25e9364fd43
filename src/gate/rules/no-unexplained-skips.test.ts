// A skip is excused by its own reason and by the policy's, never by one of them alone.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleAttempt,
  sampleCase,
  sampleEvidence,
} from '../../../test/acceptance/sample-evidence.ts'
import type { EvidenceCase } from '../../evidence/evidence.ts'
import { noUnexplainedSkips } from './no-unexplained-skips.ts'

const allow = [{ tag: '@wip', reason: 'comes with 7.8' }]
const attempt = { status: 'skipped', message: 'needs a till', witness: 'skipped' } as const

function ask(change: Partial<EvidenceCase> = {}, settings: object = { allow }) {
  const skipped = sampleCase({
    outcome: 'skipped',
    tags: ['@wip'],
    attempts: [sampleAttempt(attempt)],
    ...change,
  })
  return askRule(noUnexplainedSkips, {
    evidence: sampleEvidence({ cases: [skipped, sampleCase({ id: 'case-2' })] }),
    settings,
  })
}

test('holds when nothing is skipped', () => {
  expect(askRule(noUnexplainedSkips)).toMatchObject({ outcome: 'pass', actual: { skipped: 0 } })
})

test('holds for a skip with a reason that the policy allows by tag or by scenario', () => {
  expect(ask()).toMatchObject({ outcome: 'pass', actual: { skipped: 1, unexplained: 0 } })
  expect(ask({ tags: ['wip'] }).outcome).toBe('pass')
  expect(ask({ scenario: 'S' }, { allow: [{ scenario: 'S', reason: 'r' }] }).outcome).toBe('pass')
})

test.each([
  ['that nobody allows', { tags: ['@other'] }],
  ['whose tag only ends like an allowed one', { tags: ['@not@wip'] }],
  ['without a reason', { attempts: [sampleAttempt({ ...attempt, message: ' ' })] }],
  ['with a reason that nobody sees', { attempts: [sampleAttempt({ ...attempt, message: '\u200B\uFE0F ' })] }],
  ['that is pending', { attempts: [sampleAttempt({ ...attempt, pending: true })] }],
  ['after a failure', { attempts: [sampleAttempt({ status: 'failed' }), sampleAttempt(attempt)] }],
])('fails on a skip %s', (_name, change) => {
  expect(ask(change)).toMatchObject({ outcome: 'fail', cases: ['case-1'], tenants: ['maple'] })
})

test('warns of an allowance that nothing needs', () => {
  expect(askRule(noUnexplainedSkips, { settings: { allow } })).toMatchObject({
    outcome: 'warn',
    actual: { unusedAllowances: ['@wip'] },
  })
})

test('an allowance for one scenario is none for another', () => {
  expect(ask({ scenario: 'S' }, { allow: [{ scenario: 'another', reason: 'r' }] }).outcome).toBe('fail')
  expect(ask({ tags: ['@x'] }, { allow: [{ scenario: 'another', reason: 'r' }] }).outcome).toBe('fail')
})

test('takes no allowance without a reason, or for everything', () => {
  expect(() => ask({}, { allow: [{ tag: '@wip' }] })).toThrow('reason')
  expect(() => ask({}, { allow: [{ reason: 'r' }] })).toThrow('either a tag or a scenario')
})

test('cannot tell from nothing', () => {
  expect(askRule(noUnexplainedSkips, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
  expect(askRule(noUnexplainedSkips, { evidence: emptyEvidence(), settings: { allow } }).outcome).toBe(
    'inconclusive',
  )
})
