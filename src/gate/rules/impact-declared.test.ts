// What the release says it touches, against everything else that says so.
import { expect, test } from 'vitest'
import { askRule, sampleEvidence, sampleRelease } from '../../../test/acceptance/sample-evidence.ts'
import { samplePromised, sampleTenants } from '../../../test/acceptance/sample-promise.ts'
import type { ContractChange } from '../../evidence/contract/contract-evidence.ts'
import { impactDeclared } from './impact-declared.ts'

const release = sampleRelease
const change = samplePromised().changes[0]

function withContract(said: Partial<ContractChange>) {
  const found = { operationId: 'payBill', what: 'field-removed' as const, place: '200', detail: '', ...said }
  return sampleEvidence({ contract: { baseline: 'earlier', changes: [found] } })
}

test('holds where no source names more than the release declares', () => {
  expect(askRule(impactDeclared, { release })).toMatchObject({
    outcome: 'pass',
    actual: { touched: ['wallet'], tenants: ['maple', 'cedar'], undeclared: [] },
  })
})

test('fails on a service that a change file names and the release does not', () => {
  const promised = samplePromised({ changes: change ? [{ ...change, services: ['wallet', 'pos'] }] : [] })
  expect(askRule(impactDeclared, { release, promised })).toMatchObject({
    outcome: 'fail',
    actual: { undeclared: ['pos by changes/01-balance.md'] },
  })
})

test('fails on a service whose operation has changed, also when that operation is gone', () => {
  const evidence = withContract({ services: ['pos'] })
  expect(askRule(impactDeclared, { release, evidence })).toMatchObject({
    outcome: 'fail',
    actual: { undeclared: ['pos by operation payBill'] },
  })
})

test('fails on a service that stands on a part that has changed', () => {
  const promised = samplePromised({ components: [{ name: 'ledger', services: ['pos'] }] })
  expect(askRule(impactDeclared, { release, promised })).toMatchObject({
    outcome: 'fail',
    actual: { undeclared: ['pos by component ledger'] },
  })
})

test('cannot tell what an operation or a part without services touches, unless all services are declared', () => {
  const tenants = sampleTenants.map((tenant) => ({ ...tenant, services: ['wallet', 'pos'] }))
  const promised = samplePromised({ tenants, components: [{ name: 'ledger', services: null }] })
  const asked = { promised, evidence: withContract({}) }
  expect(askRule(impactDeclared, { ...asked, release })).toMatchObject({
    outcome: 'inconclusive',
    actual: { unmapped: ['operation payBill', 'component ledger'], everybody: true },
  })
  const all = { ...release, services: ['wallet', 'pos'] }
  expect(askRule(impactDeclared, { ...asked, release: all }).outcome).toBe('pass')
})

test('an operation that could not be compared may have changed', () => {
  const lost = (services: string[]) => {
    const unread = [{ operationId: 'payBill', services, reason: 'operation.tags: no list' }]
    return sampleEvidence({ contract: { baseline: 'earlier', changes: [], unread } })
  }
  expect(askRule(impactDeclared, { release, evidence: lost(['pos']) })).toMatchObject({
    outcome: 'fail',
    actual: { undeclared: ['pos by operation payBill'] },
  })
  const tenants = sampleTenants.map((tenant) => ({ ...tenant, services: ['wallet', 'pos'] }))
  const promised = samplePromised({ tenants })
  expect(askRule(impactDeclared, { release, promised, evidence: lost([]) })).toMatchObject({
    outcome: 'inconclusive',
    actual: { unmapped: ['operation payBill'] },
  })
})

test('cannot tell without a release, without a promise, or where nothing is declared', () => {
  expect(askRule(impactDeclared).outcome).toBe('inconclusive')
  expect(askRule(impactDeclared, { release, promised: null }).outcome).toBe('inconclusive')
  const nothing = { release: { ...release, services: [] }, promised: samplePromised({ changes: [] }) }
  expect(askRule(impactDeclared, nothing).outcome).toBe('inconclusive')
})
