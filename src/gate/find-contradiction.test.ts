// Every verdict the gate makes fits itself; one that somebody has changed does not.
import { describe, expect, test } from 'vitest'
import { noPast, sampleCase, sampleEvidence, sampleRelease } from '../../test/acceptance/sample-evidence.ts'
import { usualNowMs } from '../../test/acceptance/gate-environment.ts'
import { samplePromised } from '../../test/acceptance/sample-promise.ts'
import { decideWord } from './decide-word.ts'
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

const sampleWaiver: Verdict['waivers'][number] = {
  rule: 'no-failures',
  cases: [],
  tenants: [],
  reason: 'A known defect',
  owner: 'qa@example.com',
  link: 'OPS-1',
  created: '2026-11-20',
  expires: '2026-12-01',
  state: 'used',
}

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

test('what is missing has no result to count', () => {
  const cases = [sampleCase({ id: 'a' }), sampleCase({ id: 'b', outcome: 'missing', attempts: [] })]
  const { counts } = sampleEvidence({ cases })
  const tenants = { [tenant]: { ...own, ...counts } }
  expect(findContradiction({ ...verdict, counts, tenants })).toBeNull()
})

describe('a waived finding', () => {
  const rule = 'no-failures'
  const waiver = (link: string, change: Partial<Verdict['waivers'][number]> = {}) => ({
    ...sampleWaiver,
    link,
    rule,
    ...change,
  })
  const tell = (written: string, ...waivers: Verdict['waivers'][number][]) => {
    const findings = verdict.findings.map((one) => (one.rule === rule ? { ...one, waiver: written } : one))
    return findContradiction({ ...verdict, verdict: decideWord(findings), findings, waivers, tenants: {} })
  }
  const other = 'its finding of no-failures is waived by something else than its waivers'

  test('names the waivers of its rule that were used, all of them', () => {
    expect(tell('OPS-1', waiver('OPS-1'))).toBeNull()
    expect(tell('OPS-1, OPS-2', waiver('OPS-2'), waiver('OPS-1'))).toBeNull()
    expect(tell('OPS-1', waiver('OPS-1'), waiver('OPS-9', { rule: 'approved' }))).toBeNull()
    expect(tell('OPS-1', waiver('OPS-1'), waiver('OPS-9', { state: 'unmatched' }))).toBeNull()
  })

  test.each([
    ['without any', 'OPS-1', []],
    ['by one that was not used', 'OPS-1', [waiver('OPS-1', { state: 'unmatched' })]],
    ['by one of another rule', 'OPS-1', [waiver('OPS-1', { rule: 'approved' })]],
    ['by another', 'OPS-1', [waiver('OPS-2')]],
    ['by one more than it says', 'OPS-1', [waiver('OPS-1'), waiver('OPS-2')]],
    ['by one fewer than it says', 'OPS-1, OPS-2', [waiver('OPS-1')]],
    ['by nothing', '', []],
  ])('is not believed %s', (_, written, waivers) => {
    expect(tell(written, ...waivers)).toBe(other)
  })
})

test.each(Object.entries(changes))('%s', (told, change) => {
  expect(findContradiction({ ...verdict, ...change }, evidence.counts)).toBe(told)
})
