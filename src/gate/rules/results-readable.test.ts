// What cannot be read, and what can be read in two ways, counts as not read.
import { expect, test } from 'vitest'
import { askRule, emptyEvidence, problem, sampleEvidence } from '../../../test/acceptance/sample-evidence.ts'
import { resultsReadable } from './results-readable.ts'

const ask = (kinds: Parameters<typeof problem>[0][], settings = {}) =>
  askRule(resultsReadable, {
    evidence: sampleEvidence({ problems: kinds.map((kind) => problem(kind)) }),
    settings,
  })

test('holds when every file was read in one way', () => {
  expect(ask([])).toMatchObject({ outcome: 'pass', actual: { results: 2 } })
})

test.each([
  'unreadable-result',
  'unreadable-container',
  'malformed-result',
  'duplicate-uuid',
  'shared-identity',
  'time-tie',
] as const)('fails on %s', (kind) => {
  expect(ask([kind]).outcome).toBe('fail')
})

test('names the files, at most twenty of them', () => {
  const files = Array.from({ length: 25 }, (_, at) => `allure-results/${at}-result.json`)
  const problems = files.map((file) => problem('unreadable-result', file))
  expect(askRule(resultsReadable, { evidence: sampleEvidence({ problems }) })).toMatchObject({
    actual: { unreadable: 25, files: files.slice(0, 20) },
  })
})

test('names the case and its tenant where it knows them', () => {
  expect(ask(['shared-identity'])).toMatchObject({ cases: ['case-1'], tenants: ['maple'] })
})

test('fails on a missing attachment, or warns where the policy says so', () => {
  expect(ask(['missing-attachment']).outcome).toBe('fail')
  expect(ask(['missing-attachment'], { missingAttachments: 'warn' }).outcome).toBe('warn')
  expect(ask(['missing-attachment', 'time-tie'], { missingAttachments: 'warn' }).outcome).toBe('fail')
})

test('cannot tell from nothing', () => {
  expect(askRule(resultsReadable, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
})
