// Every verdict the gate makes fits itself; one that somebody has changed does not.
import { expect, test } from 'vitest'
import { noPast, sampleCase, sampleEvidence, sampleRelease } from '../../test/acceptance/sample-evidence.ts'
import { usualNowMs } from '../../test/acceptance/gate-environment.ts'
import { samplePromised } from '../../test/acceptance/sample-promise.ts'
import { decide } from './decide.ts'
import { findContradiction } from './find-contradiction.ts'
import { makeDefaultPolicy } from './policy/parse-policy.ts'
import type { Verdict } from './verdict.ts'

const evidence = sampleEvidence({
  cases: [sampleCase({ id: 'a' }), sampleCase({ id: 'b', outcome: 'failed' })],
})
const verdict = decide({
  evidence,
  release: sampleRelease,
  promised: samplePromised(),
  policy: makeDefaultPolicy('scheduled'),
  now: usualNowMs,
  history: noPast,
  preview: false,
  inputs: [],
})
const [tenant = ''] = Object.keys(verdict.tenants)
const own = verdict.tenants[tenant]!

test('what the gate has made fits', () => {
  expect(verdict.verdict).toBe('block')
  expect(findContradiction(verdict, evidence.counts)).toBeNull()
})

const changes: Readonly<Record<string, Partial<Verdict>>> = {
  'it says pass, and its findings come to block': { verdict: 'pass' },
  [`it says pass for ${tenant}, and its findings come to something else`]: {
    tenants: { ...verdict.tenants, [tenant]: { ...own, verdict: 'pass' } },
  },
  'its counts do not add up': { counts: { ...verdict.counts, failed: 0 } },
  [`its counts for ${tenant} do not add up`]: {
    tenants: { ...verdict.tenants, [tenant]: { ...own, failed: own.failed + 1 } },
  },
  'its counts are not those of the evidence': {
    counts: { ...verdict.counts, failed: 0, passed: verdict.counts.passed + verdict.counts.failed },
  },
  'its finding of results-present is waived by something else than its waivers': {
    findings: verdict.findings.map((one) =>
      one.rule === 'results-present' ? { ...one, waiver: 'OPS-1' } : one,
    ),
  },
  'it has a finding of no-failures, which is off': { policy: { ...verdict.policy, off: ['no-failures'] } },
  'it has two findings of results-present': { findings: [...verdict.findings, verdict.findings[0]!] },
}

test.each(Object.entries(changes))('%s', (told, change) => {
  expect(findContradiction({ ...verdict, ...change }, evidence.counts)).toBe(told)
})
