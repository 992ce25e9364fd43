// The contract as it is served, and as it was at the last release.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleCoverage,
  sampleEvidence,
  sampleRelease,
} from '../../../test/acceptance/sample-evidence.ts'
import type { ContractChange } from '../../evidence/contract/contract-evidence.ts'
import { contractKept } from './contract-kept.ts'

const change: ContractChange = {
  operationId: 'getWallet',
  what: 'field-removed',
  place: '200.points',
  detail: '',
}
const violation = {
  operationId: 'getWallet',
  method: 'GET',
  template: '/wallet/{walletId}',
  status: 200,
  problem: 'walletId: must be string',
  cases: ['case-1'],
}
const changed = { contract: { baseline: 'earlier', changes: [change] } }

test('holds where every answer fits and nothing was taken away', () => {
  const evidence = sampleEvidence({ contract: { baseline: 'earlier', changes: [] } })
  expect(askRule(contractKept, { evidence })).toMatchObject({
    outcome: 'pass',
    expected: { violations: 0, undeclaredChanges: 0, requireBaseline: false },
    actual: { baseline: 'earlier' },
  })
  const { actual } = askRule(contractKept, { evidence })
  expect(actual).not.toHaveProperty('unread')
  expect(actual).not.toHaveProperty('problem')
})

test('without a contract there are neither operations nor violations, and nothing to compare by itself', () => {
  const judged = askRule(contractKept, { evidence: sampleEvidence({ coverage: null, contract: null }) })
  expect(judged).toMatchObject({
    outcome: 'inconclusive',
    actual: { operations: 0, violations: [], hasContract: false },
  })
  expect(askRule(contractKept, { evidence: sampleEvidence({ contract: null }) }).outcome).toBe('pass')
})

test('fails on an answer that the contract does not allow, and names its cases', () => {
  const evidence = sampleEvidence({ coverage: sampleCoverage({ violations: [violation] }) })
  expect(askRule(contractKept, { evidence })).toMatchObject({
    outcome: 'fail',
    actual: { violations: ['getWallet 200: walletId: must be string'] },
    cases: ['case-1'],
  })
})

test('fails on a breaking change unless the release declares that operation', () => {
  const evidence = sampleEvidence(changed)
  expect(askRule(contractKept, { evidence }).outcome).toBe('fail')
  const declare = (operation: string) => ({
    ...sampleRelease,
    contractChanges: [{ operation, reason: 'It moved' }],
  })
  expect(askRule(contractKept, { evidence, release: declare('getWallet') }).outcome).toBe('pass')
  expect(askRule(contractKept, { evidence, release: declare('createWallet') }).outcome).toBe('fail')
})

test.each<[Partial<ContractChange>, string]>([
  [{}, 'getWallet: field removed, 200.points'],
  [{ detail: 'was integer' }, 'getWallet: field removed, 200.points was integer'],
  [{ what: 'operation-removed', place: '' }, 'getWallet: operation removed'],
])('tells what was changed and where: %j', (rest, told) => {
  const evidence = sampleEvidence({ contract: { baseline: 'earlier', changes: [{ ...change, ...rest }] } })
  expect(askRule(contractKept, { evidence })).toMatchObject({ actual: { undeclaredChanges: [told] } })
})

test('the first release has nothing to be compared with, unless the policy wants that', () => {
  expect(askRule(contractKept).outcome).toBe('pass')
  expect(askRule(contractKept, { settings: { requireBaseline: true } }).outcome).toBe('inconclusive')
})

test('cannot tell without a contract, or where scenarios report what cannot be read', () => {
  expect(askRule(contractKept, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
  const evidence = sampleEvidence({ coverage: sampleCoverage({ unreadable: 1 }) })
  expect(askRule(contractKept, { evidence }).outcome).toBe('inconclusive')
})

const unread = { operationId: 'getWallet', services: ['wallet'], reason: 'operation.tags: no list' }
const told = 'getWallet: operation.tags: no list'

test('cannot tell of an operation that could not be read, whatever the release declares', () => {
  const evidence = sampleEvidence({ coverage: sampleCoverage({ unread: [unread] }) })
  const release = { ...sampleRelease, contractChanges: [{ operation: 'getWallet', reason: 'It moved' }] }
  for (const asked of [{ evidence }, { evidence, release }]) {
    expect(askRule(contractKept, asked)).toMatchObject({
      outcome: 'inconclusive',
      actual: { unread: [told] },
    })
  }
})

test('cannot tell of one that could not be compared, unless the release declares it', () => {
  const evidence = sampleEvidence({ contract: { baseline: 'earlier', changes: [], unread: [unread] } })
  expect(askRule(contractKept, { evidence })).toMatchObject({
    outcome: 'inconclusive',
    actual: { unread: [told] },
  })
  const release = { ...sampleRelease, contractChanges: [{ operation: 'getWallet', reason: 'It moved' }] }
  expect(askRule(contractKept, { evidence, release }).outcome).toBe('pass')
  const both = sampleEvidence({
    coverage: sampleCoverage({ violations: [violation] }),
    contract: { baseline: 'earlier', changes: [], unread: [unread] },
  })
  expect(askRule(contractKept, { evidence: both }).outcome).toBe('fail')
})

test('cannot tell where the history cannot be read, but fails on what is seen to be gone', () => {
  const history = {
    source: 'sqlite' as const,
    problem: 'file is not a database',
    runs: 0,
    lastPassed: null,
    capabilities: [],
    flakes: [],
    releases: [],
    regressions: [],
  }
  expect(askRule(contractKept, { history })).toMatchObject({
    outcome: 'inconclusive',
    actual: { problem: 'file is not a database' },
  })
  expect(askRule(contractKept, { history: { ...history, problem: null } }).outcome).toBe('pass')
  expect(askRule(contractKept, { history, evidence: sampleEvidence(changed) }).outcome).toBe('fail')
})
