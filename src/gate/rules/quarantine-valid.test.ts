// A quarantine is in order, or it stops the release.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleCase,
  sampleEvidence,
} from '../../../test/acceptance/sample-evidence.ts'
import { usualNowMs } from '../../../test/acceptance/gate-environment.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { parseQuarantine, type QuarantineEntry } from '../../release/quarantine.ts'
import { judgeQuarantine } from '../quarantine.ts'
import { quarantineValid } from './quarantine-valid.ts'

const entry: QuarantineEntry = {
  case: 'case-1',
  owner: 'a.person@example.com',
  link: 'https://tracker.example.com/1',
  reason: 'Rounds wrongly',
  created: '2026-11-20',
  expires: '2026-12-01',
}
type Asked = { evidence?: Evidence; settings?: object }

function ask(
  entries: readonly QuarantineEntry[],
  { evidence = sampleEvidence(), settings = {} }: Asked = {},
) {
  const quarantine = judgeQuarantine({ entries, problems: [] }, { evidence, now: usualNowMs, maxDays: 30 })
  return askRule(quarantineValid, { evidence, quarantine, settings })
}

test('holds with nothing in it, and with entries that are in order', () => {
  expect(ask([])).toMatchObject({ outcome: 'pass', cases: [] })
  const evidence = sampleEvidence({ cases: [sampleCase({ outcome: 'failed' })] })
  expect(ask([entry], { evidence })).toMatchObject({
    outcome: 'pass',
    cases: ['case-1'],
    actual: { entries: 1, failing: 1 },
  })
})

test.each([
  [{ expires: '2026-11-22' }, 'expired'],
  [{ created: '2026-11-25' }, 'notYet'],
  [{ expires: '2026-12-21' }, 'tooLong'],
  [{ case: 'nothing' }, 'unmatched'],
] as const)('fails on an entry with %j: %s', (change, key) => {
  expect(ask([{ ...entry, ...change }])).toMatchObject({
    outcome: 'fail',
    actual: { [key]: [{ ...entry, ...change }.case] },
  })
})

test.each(['skipped', 'missing', 'lost', 'unknown'] as const)(
  'fails on a case that did not run: %s',
  (outcome) => {
    const evidence = sampleEvidence({ cases: [sampleCase({ outcome }), sampleCase({ id: 'x' })] })
    expect(ask([entry], { evidence })).toMatchObject({
      outcome: 'fail',
      tenants: ['maple'],
      actual: { notRun: ['case-1'] },
    })
  },
)

test('an entry that names nothing is everybody’s, whatever is wrong besides', () => {
  const evidence = sampleEvidence({ cases: [sampleCase({ outcome: 'skipped' }), sampleCase({ id: 'x' })] })
  expect(ask([entry, { ...entry, case: 'nothing' }], { evidence })).toMatchObject({
    outcome: 'fail',
    actual: { notRun: ['case-1'], unmatched: ['nothing'] },
    tenants: [],
  })
})

test('cannot tell of a case that a run without an end did not come to, or from nothing', () => {
  const evidence = sampleEvidence({ cases: [sampleCase({ outcome: 'missing' })], seal: null })
  expect(ask([entry], { evidence }).outcome).toBe('inconclusive')
  expect(ask([{ ...entry, expires: '2026-11-22' }], { evidence }).outcome).toBe('fail')
  expect(ask([], { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
})

test('fails on more entries than allowed, and holds at the number', () => {
  const second = { ...entry, case: 'case-2' }
  expect(ask([entry, second], { settings: { maxEntries: 2 } }).outcome).toBe('pass')
  expect(ask([entry, second], { settings: { maxEntries: 1 } })).toMatchObject({
    outcome: 'fail',
    actual: { over: 1 },
    tenants: [],
  })
})

test('fails on a file that is not right, with its places', () => {
  const parsed = parseQuarantine({ file: 'policy/quarantine.yaml', text: '- case: a\n  owner: b\n' })
  const problems = parsed.ok ? [] : parsed.problems
  const evidence = sampleEvidence()
  const quarantine = judgeQuarantine({ entries: [], problems }, { evidence, now: usualNowMs, maxDays: 30 })
  const { outcome, actual } = askRule(quarantineValid, { quarantine })
  expect(outcome).toBe('fail')
  expect(actual['problems']).toContainEqual(expect.stringMatching(/^policy\/quarantine.yaml:1:3 at \[0\]/))
})
