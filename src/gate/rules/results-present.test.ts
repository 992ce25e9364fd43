// No results, no tests, no test that ran: three ways of nothing, and none of them passes.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  problem,
  sampleCase,
  sampleEvidence,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import { resultsPresent } from './results-present.ts'

const ask = (evidence = sampleEvidence(), settings = {}) => askRule(resultsPresent, { evidence, settings })

test('holds when a test ran', () => {
  expect(ask()).toMatchObject({ outcome: 'pass', actual: { executed: 2 }, tenants: ['cedar', 'maple'] })
})

test.each(['skipped', 'unknown', 'missing', 'lost'] as const)('fails when all tests are %s', (outcome) => {
  expect(ask(sampleEvidence({ cases: [sampleCase({ outcome })] })).outcome).toBe('fail')
})

test('fails when fewer ran than the policy asks for', () => {
  expect(ask(sampleEvidence(), { minTests: 2 }).outcome).toBe('pass')
  expect(ask(sampleEvidence(), { minTests: 3 })).toMatchObject({ outcome: 'fail', expected: { minTests: 3 } })
})

test('fails on nothing', () => {
  expect(ask(emptyEvidence('results')).outcome).toBe('fail')
})

test('fails when one of several folders is empty or not there, whatever the others hold', () => {
  const both = [problem('no-results', 'a'), problem('no-results-folder', 'b')]
  expect(ask(sampleEvidence({ problems: both.slice(0, 1) })).outcome).toBe('fail')
  expect(ask(sampleEvidence({ problems: both.slice(1) })).outcome).toBe('fail')
  expect(ask(sampleEvidence({ problems: both }))).toMatchObject({
    outcome: 'fail',
    actual: { emptyFolders: ['a'], absentFolders: ['b'], absentReports: [] },
    tenants: [],
  })
})

test('cannot tell where a report is not there, and names it', () => {
  const found = ask(sampleEvidence({ problems: [problem('no-reports', 'junit/*.xml')] }))
  expect(found).toMatchObject({
    outcome: 'inconclusive',
    actual: { emptyFolders: [], absentReports: ['junit/*.xml'] },
    tenants: [],
  })
})

test('cannot tell when the run was stopped before its first case', () => {
  expect(ask(emptyEvidence('run')).outcome).toBe('inconclusive')
  expect(ask(sampleEvidence({ cases: [], seal: sampleSeal({ interrupted: true }) })).outcome).toBe(
    'inconclusive',
  )
})
