// A test that is gone fails no more: each needs somebody else's approval.
import { describe, expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  noPast,
  sampleCase,
  sampleEvidence,
  sampleId,
  samplePast,
  sampleRelease,
} from '../../../test/acceptance/sample-evidence.ts'
import type { EvidenceCase } from '../../evidence/evidence.ts'
import { makeCaseId } from '../../plan/case-id.ts'
import { inventoryKept } from './inventory-kept.ts'

const history = samplePast()
const cases = ['maple', 'cedar'].map((tenant) => sampleCase({ id: sampleId(tenant), tenant }))
const evidence = sampleEvidence({ cases })
const name = 'A new customer gets an empty wallet'
const other: EvidenceCase = sampleCase({ id: 'other', scenario: 'Another scenario' })
const gone = sampleEvidence({ cases: [other] })
const release = (approvedBy: string, scenario = name) => ({
  ...sampleRelease,
  author: 'a.person@example.com',
  removals: [{ scenario, reason: 'Wallets open themselves now', approvedBy }],
})

test('holds while every scenario is planned for whom it was', () => {
  expect(askRule(inventoryKept, { evidence, history })).toMatchObject({
    outcome: 'pass',
    actual: { baseline: '2026.23', scenarios: 1, gone: [] },
  })
})

test('fails on a scenario that nobody runs any more; under another name it is gone as well', () => {
  expect(askRule(inventoryKept, { evidence: gone, history })).toMatchObject({
    outcome: 'fail',
    actual: { gone: [`${name} in features/wallets/open.feature`] },
    tenants: [],
  })
})

test('a result that nobody planned keeps no scenario', () => {
  const unplanned = cases.map((found) => ({ ...found, planned: false }))
  const strange = sampleEvidence({ cases: [other, ...unplanned] })
  expect(askRule(inventoryKept, { evidence: strange, history }).outcome).toBe('fail')
})

test('fails on an example that is gone while others of its scenario are there', () => {
  const [scenario] = history.lastPassed!.scenarios
  const example = [{ name: 'points', value: '10' }]
  const past = samplePast({ scenarios: [scenario!, { ...scenario!, example }] })
  expect(askRule(inventoryKept, { evidence, history: past })).toMatchObject({
    outcome: 'fail',
    actual: { gone: [`${name} (10) in features/wallets/open.feature`] },
  })
  const id = makeCaseId({ ...scenario!, example: ['10'] }, 'maple')
  const both = sampleEvidence({ cases: [...cases, sampleCase({ id, example })] })
  const forMaple = { ...scenario!, example, cases: [{ id, tenant: 'maple' }] }
  expect(
    askRule(inventoryKept, { evidence: both, history: samplePast({ scenarios: [scenario!, forMaple] }) }),
  ).toMatchObject({ outcome: 'pass' })
})

test('a scenario for one tenant may be for another one, as when a client comes, and not for none', () => {
  const [scenario] = history.lastPassed!.scenarios
  const once = { ...scenario!, oneTenant: true, cases: [{ id: sampleId('maple'), tenant: 'maple' }] }
  const past = samplePast({ scenarios: [once] })
  const moved = sampleEvidence({ cases: cases.slice(1) })
  expect(askRule(inventoryKept, { evidence: moved, history: past }).outcome).toBe('pass')
  expect(askRule(inventoryKept, { evidence: gone, history: past }).outcome).toBe('fail')
  const own = samplePast({ scenarios: [{ ...once, oneTenant: undefined }] })
  expect(askRule(inventoryKept, { evidence: moved, history: own }).outcome).toBe('fail')
})

describe('a tenant that lost a scenario', () => {
  const onlyMaple = { cases: cases.slice(0, 1) }
  const leave = (...services: string[]) => [
    { id: 'maple', name: 'Maple', services: ['wallet'] },
    { id: 'cedar', name: 'Cedar', services },
  ]

  test('is named', () => {
    expect(askRule(inventoryKept, { evidence: sampleEvidence(onlyMaple), history })).toMatchObject({
      outcome: 'fail',
      actual: { gone: [`${name} for cedar`] },
      tenants: ['cedar'],
    })
  })

  test('is none when it has the service no more, or is no tenant any more', () => {
    const without = sampleEvidence({ ...onlyMaple, tenants: leave('pos') })
    expect(askRule(inventoryKept, { evidence: without, history }).outcome).toBe('pass')
    const alone = sampleEvidence({ ...onlyMaple, tenants: leave().slice(0, 1) })
    expect(askRule(inventoryKept, { evidence: alone, history })).toMatchObject({
      outcome: 'warn',
      actual: { gone: [], tenantsLeft: ['cedar'] },
    })
  })

  test('is one while it has the service', () => {
    const still = sampleEvidence({ ...onlyMaple, tenants: leave('pos', 'wallet') })
    expect(askRule(inventoryKept, { evidence: still, history }).outcome).toBe('fail')
  })

  test('is one where the scenario asks for a service more than it did', () => {
    const tags = ['@service:wallet', '@service:dashboard']
    const tenants = [
      { id: 'maple', name: 'Maple', services: ['wallet', 'dashboard'] },
      ...leave('wallet').slice(1),
    ]
    const more = sampleEvidence({ cases: onlyMaple.cases.map((found) => ({ ...found, tags })), tenants })
    const asked = { evidence: more, history }
    expect(askRule(inventoryKept, asked)).toMatchObject({
      outcome: 'fail',
      actual: { gone: [`${name} for cedar`] },
      tenants: ['cedar'],
    })
    const approved = { ...asked, release: release('b.person@example.com') }
    expect(askRule(inventoryKept, approved)).toMatchObject({ outcome: 'pass', actual: { removed: 1 } })
  })

  test('is one, whatever services it has, where an older record does not say which were needed', () => {
    const { services: _services, ...older } = history.lastPassed!.scenarios[0]!
    const asked = {
      evidence: sampleEvidence({ ...onlyMaple, tenants: leave('pos') }),
      history: samplePast({ scenarios: [older] }),
    }
    expect(askRule(inventoryKept, asked).outcome).toBe('fail')
    const approved = { ...asked, release: release('b.person@example.com') }
    expect(askRule(inventoryKept, approved).outcome).toBe('pass')
  })
})

test('what the suite of an emergency leaves out is still there; what the target cannot run is not', () => {
  const leftOut = (reason: 'selection' | 'needs') =>
    sampleEvidence({
      cases: [other],
      leftOut: ['maple', 'cedar'].map((tenant) => ({
        uri: 'features/wallets/open.feature',
        scenario: name,
        tenant,
        reason,
      })),
    })
  expect(askRule(inventoryKept, { evidence: leftOut('selection'), history }).outcome).toBe('pass')
  expect(askRule(inventoryKept, { evidence: leftOut('needs'), history }).outcome).toBe('fail')
})

test.each([
  ['another scenario', { scenario: 'Another one' }],
  ['one of its name in another file', { uri: 'features/wallets/close.feature' }],
])('what is left out keeps no scenario but itself: %s', (_what, change) => {
  const out = {
    uri: 'features/wallets/open.feature',
    scenario: name,
    reason: 'selection' as const,
    ...change,
  }
  const leftOut = ['maple', 'cedar'].map((tenant) => ({ ...out, tenant }))
  expect(
    askRule(inventoryKept, { evidence: sampleEvidence({ cases: [other], leftOut }), history }),
  ).toMatchObject({
    outcome: 'fail',
    actual: { gone: [`${name} in features/wallets/open.feature`] },
  })
})

test('what is left out for one tenant is gone for the other', () => {
  const out = { uri: 'features/wallets/open.feature', scenario: name, reason: 'selection' as const }
  const leftOut = [{ ...out, tenant: 'maple' }]
  expect(
    askRule(inventoryKept, { evidence: sampleEvidence({ cases: [other], leftOut }), history }),
  ).toMatchObject({
    outcome: 'fail',
    actual: { gone: [`${name} for cedar`] },
  })
})

describe('a removal', () => {
  const ask = (approvedBy: string) =>
    askRule(inventoryKept, { evidence: gone, history, release: release(approvedBy) })

  test('approved by somebody else excuses its scenario', () => {
    expect(ask('b.person@example.com')).toMatchObject({ outcome: 'pass', actual: { removed: 1, gone: [] } })
  })

  test.each(['a.person@example.com', ' A.Person@example.com ', 'A Person <A.Person@example.com>', ' '])(
    'approved by the author, %j, does not',
    (by) => {
      expect(ask(by)).toMatchObject({ outcome: 'fail', actual: { notApproved: [name] } })
    },
  )

  test('is approved by nobody known to be another where the release names no author', () => {
    const { author: _author, ...anonymous } = release('b.person@example.com')
    expect(askRule(inventoryKept, { evidence: gone, history, release: anonymous }).outcome).toBe('fail')
  })

  test('excuses no other scenario, and is told when nothing needs it', () => {
    const strange = release('b.person@example.com', 'A scenario of long ago')
    expect(askRule(inventoryKept, { evidence: gone, history, release: strange })).toMatchObject({
      outcome: 'fail',
      actual: { unusedRemovals: ['A scenario of long ago'], notApproved: [] },
    })
    expect(askRule(inventoryKept, { evidence, history, release: strange })).toMatchObject({
      outcome: 'warn',
      actual: { unusedRemovals: ['A scenario of long ago'], notApproved: [] },
    })
  })
})

describe('a removal of a scenario whose name others have too', () => {
  const [scenario] = history.lastPassed!.scenarios
  const uri = 'features/points/earn.feature'
  const twin = { ...scenario!, uri, cases: [] }
  const past = samplePast({ scenarios: [scenario!, twin] })
  const ask = (removals: readonly object[], found = gone) => {
    const [removal] = release('b.person@example.com').removals
    const own = { ...sampleRelease, author: 'a.person@example.com' }
    const all = removals.map((change) => ({ ...removal!, ...change }))
    return askRule(inventoryKept, { evidence: found, history: past, release: { ...own, removals: all } })
  }

  test('is for none of them where it does not say which, and for the one that it names', () => {
    expect(ask([{}])).toMatchObject({
      outcome: 'fail',
      actual: { vagueRemovals: [name], notApproved: [], removed: 0 },
    })
    expect(ask([{ feature: uri }])).toMatchObject({
      outcome: 'fail',
      actual: { gone: [`${name} in features/wallets/open.feature`], removed: 1 },
    })
    expect(ask([{ feature: uri }, { feature: scenario!.uri }])).toMatchObject({ outcome: 'pass' })
    expect(ask([{ feature: uri }, {}]).outcome).toBe('fail')
    expect(ask([{ feature: 'features/none.feature' }]).actual['unusedRemovals']).toEqual([name])
  })

  test('for one tenant lets no scenario go that is gone for all', () => {
    const only = samplePast({ scenarios: [scenario!] })
    const removals = [{ ...release('b.person@example.com').removals[0]!, tenant: 'cedar' }]
    const own = { ...sampleRelease, author: 'a.person@example.com', removals }
    const askOne = (found: typeof gone) =>
      askRule(inventoryKept, { evidence: found, history: only, release: own })
    expect(askOne(sampleEvidence({ cases: cases.slice(0, 1) }))).toMatchObject({ outcome: 'pass' })
    expect(askOne(sampleEvidence({ cases: cases.slice(1) }))).toMatchObject({ outcome: 'fail' })
    expect(askOne(gone)).toMatchObject({ outcome: 'fail', actual: { unusedRemovals: [name] } })
  })
})

test('a first release has nothing to keep, unless the policy wants one to compare with', () => {
  const first = { evidence, history: noPast }
  expect(askRule(inventoryKept, first)).toMatchObject({ outcome: 'pass', actual: { baseline: null } })
  expect(askRule(inventoryKept, { ...first, settings: { requireBaseline: true } }).outcome).toBe(
    'inconclusive',
  )
})

test('cannot tell from a history that does not read, from none that was asked, and without a plan', () => {
  const damaged = { ...noPast, problem: 'file is not a database' }
  expect(askRule(inventoryKept, { evidence, history: damaged })).toMatchObject({
    outcome: 'inconclusive',
    actual: { problem: 'file is not a database' },
  })
  expect(askRule(inventoryKept, { evidence, history: null }).outcome).toBe('inconclusive')
  expect(askRule(inventoryKept, { evidence: emptyEvidence(), history }).outcome).toBe('inconclusive')
})
