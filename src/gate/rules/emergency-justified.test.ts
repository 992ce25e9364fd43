// An emergency says why it is one, and somebody besides its author has called it that.
import { expect, test } from 'vitest'
import { askRule, sampleRelease } from '../../../test/acceptance/sample-evidence.ts'
import type { Release } from '../../release/release.ts'
import { emergencyJustified } from './emergency-justified.ts'

const emergency = {
  reason: 'Wallets cannot be opened',
  declaredBy: 'd.person@example.com',
  reference: 'INC-7',
}
const ask = (change: Partial<Release> = {}) =>
  askRule(emergencyJustified, { release: { ...sampleRelease, kind: 'emergency', emergency, ...change } })

test('holds with a reason, a reference, and another who declared it', () => {
  expect(ask()).toMatchObject({ outcome: 'pass', actual: { declaredBy: 'd.person@example.com' } })
})

test('fails without a word of it', () => {
  expect(ask({ emergency: undefined })).toMatchObject({
    outcome: 'fail',
    actual: { missing: ['reason', 'declaredBy', 'reference'] },
  })
})

test.each(['reason', 'declaredBy', 'reference'])('fails with an empty %s', (field) => {
  expect(ask({ emergency: { ...emergency, [field]: ' ' } })).toMatchObject({
    outcome: 'fail',
    actual: { missing: [field] },
  })
})

test.each(['A.Person@example.com ', 'A Person <a.person@example.com>'])(
  'fails where its author, %j, did',
  (by) => {
    const declared = { ...emergency, declaredBy: by }
    expect(ask({ emergency: declared })).toMatchObject({ outcome: 'fail', actual: { byAuthor: true } })
  },
)

test('other kinds are not asked', () => {
  expect(ask({ kind: 'patch', emergency: undefined })).toMatchObject({
    outcome: 'pass',
    actual: { asked: false, kind: 'patch' },
  })
})

test('cannot tell without a release or its author', () => {
  expect(askRule(emergencyJustified).outcome).toBe('inconclusive')
  expect(ask({ author: undefined }).outcome).toBe('inconclusive')
})
