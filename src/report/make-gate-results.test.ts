// Whoever reads only the Allure report must not take green tests for a release.
import { ruleIds } from '../gate/rules/rules.ts'
import { describe, expect, test } from 'vitest'
import { manyFailures } from '../../test/report/sample-events.ts'
import { runId } from '../../test/report/sample-plan.ts'
import { makeSample, type SampleOptions } from '../../test/report/sample-run.ts'
import type { Finding } from '../gate/verdict.ts'
import { makeGateResults } from './make-gate-results.ts'

const cases = new Map()
const resultsOf = (options: SampleOptions = {}) =>
  makeGateResults(makeSample(options).verdict, { runId, cases })
const withFinding = (changes: Partial<Finding>) => {
  const { verdict } = makeSample({ events: manyFailures })
  const findings = verdict.findings.map((one) => (one.rule === 'no-failures' ? { ...one, ...changes } : one))
  return makeGateResults({ ...verdict, findings }, { runId, cases }).find(
    ({ name }) => name === 'no-failures',
  )
}

test('every finding is one result, in a suite of its own by group', () => {
  const results = resultsOf()
  expect(results).toHaveLength(ruleIds.length)
  expect(results.every(({ status }) => status === 'passed')).toBe(true)
  expect(results[0]).toMatchObject({ name: 'results-present', statusDetails: {} })
  expect(results[0]?.['labels']).toEqual(
    expect.arrayContaining([
      { name: 'parentSuite', value: 'Release gate' },
      { name: 'suite', value: 'The evidence is whole' },
      { name: 'severity', value: 'critical' },
    ]),
  )
})

describe('status', () => {
  test.each<[Partial<Finding>, string, string]>([
    [{}, 'failed', 'Release gate: no-failures does not hold\nExpected: '],
    [{ outcome: 'inconclusive' }, 'broken', 'Release gate: no-failures cannot be told\n'],
    [{ level: 'warn' }, 'skipped', 'Release gate: no-failures does not hold, which stops nothing here\n'],
    [{ waiver: 'w-7' }, 'skipped', 'does not hold, which stops nothing here (waived by w-7)\n'],
  ])('%j → %s', (changes, status, message) => {
    const result = withFinding(changes)
    expect(result?.status).toBe(status)
    expect(JSON.stringify(result?.['statusDetails'])).toContain(JSON.stringify(message).slice(1, -1))
  })
})

test('what does not hold is not described by what should', () => {
  expect(withFinding({})?.['description']).toMatch(/^\*\*Cases failed\*\*\n/)
  expect(withFinding({ waiver: 'w-7' })?.['description']).toMatch(/^\*\*Cases failed\*\*\n/)
  expect(withFinding({ outcome: 'inconclusive' })?.['description']).toMatch(/^\*\*No case failed\*\*\n/)
})

test('a rule is the same test in every run and another result in each', () => {
  const { verdict } = makeSample()
  const [first] = makeGateResults(verdict, { runId: 'a', cases })
  const [second] = makeGateResults(verdict, { runId: 'b', cases })
  expect(first?.['testCaseId']).toBe(second?.['testCaseId'])
  expect(first?.uuid).not.toBe(second?.uuid)
  expect(new Set(resultsOf().map(({ uuid }) => uuid)).size).toBe(ruleIds.length)
  expect(resultsOf()).toEqual(resultsOf())
})

test('cases are named in the description, whatever stands in their names', () => {
  const { verdict, evidence } = makeSample({ events: manyFailures })
  const named = new Map(
    evidence.cases.map(({ id }) => [id, { scenario: '<img src=x onerror=alert(1)>', tenant: 'maple' }]),
  )
  const result = makeGateResults(verdict, { runId, cases: named }).find(({ name }) => name === 'no-failures')
  expect(result?.['description']).toContain('- &lt;img src=x onerror=alert(1)&gt; (maple)')
  expect(result?.['description']).not.toContain('<img')
})

test('a run without a verdict does not look like one that passed', () => {
  const results = makeGateResults(null, { runId, cases })
  expect(results).toHaveLength(1)
  expect(results[0]).toMatchObject({ name: 'verdict', status: 'broken' })
})
