// Release notes count once a server has taken them, for this version.
import { expect, test } from 'vitest'
import { askRule, sampleRelease } from '../../../test/acceptance/sample-evidence.ts'
import { sampleLedger, samplePromised, sampleTenants } from '../../../test/acceptance/sample-promise.ts'
import { digestChanges } from '../../notice/digest-changes.ts'
import { parseLedger, type Told } from '../../notice/ledger-line.ts'
import { notesPublished } from './notes-published.ts'

const release = sampleRelease

const ask = (change: (told: Told) => readonly Told[]) =>
  askRule(notesPublished, {
    release,
    promised: samplePromised({ ledger: parseLedger(sampleLedger(change)) }),
  })
const ofCedar = ({ kind, tenant }: Told): boolean => kind === 'notes' && tenant === 'cedar'

test('holds where each tenant has the notes of this version', () => {
  expect(askRule(notesPublished, { release })).toMatchObject({ outcome: 'pass', actual: { published: 2 } })
})

test('fails for the tenant whose notes were not sent, were refused, or were of another version', () => {
  const lacking = { outcome: 'fail', actual: { missing: ['cedar'] }, tenants: ['cedar'] }
  expect(ask((told) => (ofCedar(told) ? [] : [told]))).toMatchObject(lacking)
  const refuse = (told: Told): Told => ({
    ...told,
    accepted: [],
    refused: told.accepted.map((recipient) => ({ recipient, answer: '550 no such user' })),
  })
  expect(ask((told) => [ofCedar(told) ? refuse(told) : told])).toMatchObject(lacking)
  expect(ask((told) => [ofCedar(told) ? { ...told, version: '7.6.0' } : told])).toMatchObject(lacking)
})

test('does not believe what a server is to take tomorrow', () => {
  const at = '2027-01-01T10:00:00Z'
  expect(ask((told) => [ofCedar(told) ? { ...told, at } : told]).outcome).toBe('fail')
})

test('fails for the tenant that was told of other changes last', () => {
  const lacking = { outcome: 'fail', actual: { outdated: ['cedar'], missing: [] }, tenants: ['cedar'] }
  const [cedar] = sampleTenants.filter(({ id }) => id === 'cedar')
  if (!cedar) throw new Error('There is no cedar.')
  const now = digestChanges(cedar, samplePromised())
  const tell = (changesSha256: string, told: Told): Told => ({ ...told, changesSha256 })
  const after = (...digests: string[]) =>
    ask((told) => (ofCedar(told) ? digests.map((one) => tell(one, told)) : [told]))
  expect(after('other')).toMatchObject(lacking)
  expect(after(now, 'other')).toMatchObject(lacking)
  expect(after('other', now).outcome).toBe('pass')
})

test('fails for a tenant without a contact', () => {
  const tenants = sampleTenants.map((tenant) => ({ ...tenant, contacts: [] }))
  expect(askRule(notesPublished, { release, promised: samplePromised({ tenants }) })).toMatchObject({
    outcome: 'fail',
    actual: { withoutContact: ['maple', 'cedar'] },
  })
})

test('cannot tell without a release, without tenants, or from a ledger with a flaw', () => {
  expect(askRule(notesPublished).outcome).toBe('inconclusive')
  expect(askRule(notesPublished, { release, promised: null }).outcome).toBe('inconclusive')
  const nobody = samplePromised({ tenants: [] })
  expect(askRule(notesPublished, { release, promised: nobody }).outcome).toBe('inconclusive')
  const ledger = parseLedger(`${sampleLedger()}{`)
  expect(askRule(notesPublished, { release, promised: samplePromised({ ledger }) })).toMatchObject({
    outcome: 'inconclusive',
    actual: { flaw: 'line 5 was cut: it has no end' },
  })
})
