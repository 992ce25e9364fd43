// One client never reads the name of another, however the two names look beside each other.
import { expect, test } from 'vitest'
import { sampleRelease } from '../../test/acceptance/sample-evidence.ts'
import { samplePromised } from '../../test/acceptance/sample-promise.ts'
import type { Change } from '../release/changes.ts'
import type { PromisedTenant } from '../release/promised.ts'
import { findLeaks, findNamed } from './find-leaks.ts'

const makeTenant = (id: string, name: string): PromisedTenant => ({
  id,
  name,
  zone: 'UTC',
  calendar: 'GB-ENG',
  services: ['wallet'],
  contacts: [],
})
const oak = makeTenant('t1', 'Oak')
const street = makeTenant('t2', 'Oak Street')
const named = (text: string, reader: PromisedTenant) =>
  findNamed(text, reader, [oak, street]).map(({ name }) => name)

test('the name of another is found in whatever letters, and its id', () => {
  expect(named('for oak  STREET and T2', oak)).toEqual(['Oak Street'])
  expect(named('for t2', oak)).toEqual(['Oak Street'])
  expect(named('oaken streets', oak)).toEqual([])
})

test('a name that begins with the reader’s own is another’s', () => {
  expect(named('Oak Street gets new tills.', oak)).toEqual(['Oak Street'])
})

test('a name that stands within the reader’s own is none', () => {
  expect(named('Oak Street gets new tills.', street)).toEqual([])
  expect(named('Oak Street gets new tills, Oak none.', street)).toEqual(['Oak'])
})

test('a name in letters that know no blanks is found within a sentence', () => {
  const tokyo = makeTenant('t3', '東京ストア𠮷')
  const thai = makeTenant('t4', 'ร้านมะลิ')
  const found = (text: string) => findNamed(text, oak, [oak, tokyo, thai]).map(({ id }) => id)
  expect(found('新しい東京ストア𠮷では')).toEqual(['t3'])
  expect(found('ที่ร้านมะลิจะมี')).toEqual(['t4'])
})

test.each([
  '**Oak** Street',
  '`Oak` Street',
  '[Oak](https://x.example) Street',
  'O\u00ADak Str\u200Beet',
  '- x\n- Oak **Street**',
])('a name is found as it is read: %j', (prose) => {
  const [change] = samplePromised().changes
  if (!change) throw new Error('The sample has no change.')
  const leaksOf = (words: Partial<Change>) =>
    findLeaks({
      changes: [{ ...change, ...words }],
      tenants: [oak, street],
      release: sampleRelease,
      file: 'r',
    })
  const leak = { received: '"Oak Street" or "t2"' }
  expect(leaksOf({ prose })).toContainEqual(expect.objectContaining(leak))
  expect(leaksOf({ actionRequired: prose })).toContainEqual(expect.objectContaining(leak))
  expect(leaksOf({ title: prose })).toContainEqual(expect.objectContaining(leak))
})

test('every client reads the id of the release, its version, and why it cannot wait', () => {
  const emergency = { reason: 'Wallets of Oak Street', declaredBy: 'd', reference: 'r' }
  const leaksOf = (change: object) =>
    findLeaks({ changes: [], tenants: [oak, street], release: { ...sampleRelease, ...change }, file: 'r' })
  expect(leaksOf({})).toEqual([])
  expect(leaksOf({ release: '2026.24-t2' })).toMatchObject([{ received: '"Oak Street" or "t2"' }])
  expect(leaksOf({ candidate: { version: '7.7.0-oak' } })).toMatchObject([{ received: '"Oak" or "t1"' }])
  expect(leaksOf({ emergency })).toMatchObject([{ received: '"Oak Street" or "t2"' }])
})
