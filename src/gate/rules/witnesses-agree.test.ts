// Two accounts of one run; where they differ the run is not believed.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  problem,
  sampleAttempt,
  sampleCase,
  sampleEvidence,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import { witnessesAgree } from './witnesses-agree.ts'

const ask = (change: Parameters<typeof sampleEvidence>[0]) =>
  askRule(witnessesAgree, { evidence: sampleEvidence(change) })

test('holds when every attempt is witnessed', () => {
  expect(ask({})).toMatchObject({ outcome: 'pass', actual: { attempts: 2, witnessed: 2 } })
})

test.each(['unreadable-witness', 'witness-missing', 'witness-disagrees', 'witness-surplus'] as const)(
  'fails on %s',
  (kind) => {
    expect(ask({ problems: [problem(kind)] })).toMatchObject({
      outcome: 'fail',
      cases: ['case-1'],
      tenants: ['maple'],
    })
  },
)

test('fails on an account that breaks off, unless the whole run did', () => {
  const problems = [problem('witness-unfinished')]
  expect(ask({ problems }).outcome).toBe('fail')
  expect(ask({ problems, seal: null }).outcome).toBe('inconclusive')
  expect(ask({ problems, seal: sampleSeal({ interrupted: true }) }).outcome).toBe('inconclusive')
})

test('does not call what a cut-off run left behind a contradiction, but a contradiction it does', () => {
  const gaps = ['unreadable-witness', 'witness-missing', 'witness-surplus'] as const
  for (const kind of gaps) expect(ask({ problems: [problem(kind)], seal: null }).outcome).toBe('inconclusive')
  expect(ask({ problems: [problem('witness-disagrees')], seal: null }).outcome).toBe('fail')
})

test('cannot tell without a witness, nor when no attempt is witnessed', () => {
  expect(ask({ has: { plan: true, seal: true, witness: false } }).outcome).toBe('inconclusive')
  expect(ask({ cases: [sampleCase({ attempts: [sampleAttempt({ witness: null })] })] }).outcome).toBe(
    'inconclusive',
  )
  expect(askRule(witnessesAgree, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
})
