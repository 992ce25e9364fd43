// What nobody calls breaks unseen; nothing to call is nothing covered.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleCoverage,
  sampleEvidence,
} from '../../../test/acceptance/sample-evidence.ts'
import { operationsCovered } from './operations-covered.ts'

const { operations } = sampleCoverage()
const withFirst = (change: object) =>
  sampleEvidence({
    coverage: sampleCoverage({
      operations: operations.map((operation, at) => (at === 0 ? { ...operation, ...change } : operation)),
    }),
  })

test('holds when each operation was seen to succeed and to refuse', () => {
  expect(askRule(operationsCovered)).toMatchObject({ outcome: 'pass', actual: { operations: 2, covered: 2 } })
})

test.each([
  [{ succeeded: [] }, 'createWallet: no success'],
  [{ refused: [] }, 'createWallet: no refusal'],
  [{ succeeded: [], refused: [] }, 'createWallet: no success and no refusal'],
])('fails on an operation with %j', (change, lacking) => {
  expect(askRule(operationsCovered, { evidence: withFirst(change) })).toMatchObject({
    outcome: 'fail',
    actual: { lacking: [lacking] },
  })
})

test('two operations of one id that lack something are two', () => {
  const lost = operations.map((operation) => ({ ...operation, operationId: 'wallet', succeeded: [] }))
  const evidence = sampleEvidence({ coverage: sampleCoverage({ operations: lost }) })
  expect(askRule(operationsCovered, { evidence, settings: { min: 0.5 } })).toMatchObject({
    outcome: 'fail',
    actual: { covered: 0 },
  })
})

test('an operation that cannot refuse need not, and refusals may be left out by the policy', () => {
  expect(
    askRule(operationsCovered, { evidence: withFirst({ refused: [], isRefusable: false }) }).outcome,
  ).toBe('pass')
  const settings = { refusals: false }
  expect(askRule(operationsCovered, { evidence: withFirst({ refused: [] }), settings }).outcome).toBe('pass')
})

test('a part may be enough, and one that is excluded with a reason does not count', () => {
  const evidence = withFirst({ succeeded: [] })
  expect(askRule(operationsCovered, { evidence, settings: { min: 0.5 } }).outcome).toBe('pass')
  const exclude = [{ operation: 'createWallet', reason: 'Made by hand only' }]
  expect(askRule(operationsCovered, { evidence, settings: { exclude } }).outcome).toBe('pass')
})

test('an exclusion that fits nothing is told', () => {
  const exclude = [{ operation: 'noSuchOperation', reason: 'Gone' }]
  expect(askRule(operationsCovered, { settings: { exclude } })).toMatchObject({
    outcome: 'warn',
    actual: { unusedExclusions: ['noSuchOperation'] },
  })
})

const unread = [{ operationId: 'GET /health', services: [], reason: 'operation: no object' }]

test('cannot tell where an operation could not be read, and says which and why', () => {
  const evidence = sampleEvidence({ coverage: sampleCoverage({ unread }) })
  expect(askRule(operationsCovered, { evidence })).toMatchObject({
    outcome: 'inconclusive',
    actual: { operations: 2, covered: 2, unread: ['GET /health: operation: no object'] },
  })
  const nothingElse = sampleEvidence({ coverage: sampleCoverage({ operations: [], unread }) })
  expect(askRule(operationsCovered, { evidence: nothingElse }).outcome).toBe('inconclusive')
})

test('one that could not be read may be excluded, and may be what is missing to the part that is enough', () => {
  const exclude = [{ operation: 'GET /health', reason: 'Asked by the load balancer' }]
  const evidence = sampleEvidence({ coverage: sampleCoverage({ unread }) })
  expect(askRule(operationsCovered, { evidence, settings: { exclude } }).outcome).toBe('pass')
  const lacking = sampleEvidence({
    coverage: { ...sampleCoverage({ unread }), ...withFirst({ succeeded: [] }).coverage, unread },
  })
  expect(askRule(operationsCovered, { evidence: lacking }).outcome).toBe('fail')
  expect(askRule(operationsCovered, { evidence: lacking, settings: { min: 0.6 } }).outcome).toBe(
    'inconclusive',
  )
})

test('cannot tell without a contract or with an empty one', () => {
  expect(askRule(operationsCovered, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
  const evidence = sampleEvidence({ coverage: sampleCoverage({ operations: [] }) })
  expect(askRule(operationsCovered, { evidence }).outcome).toBe('inconclusive')
})
