// The digest by which the gate sees whether a client has read of the changes as they are now.
import { expect, test } from 'vitest'
import { samplePromised, sampleTenants } from '../../test/acceptance/sample-promise.ts'
import type { Change } from '../release/changes.ts'
import { digestChanges } from './digest-changes.ts'

const [change] = samplePromised().changes
const [maple] = sampleTenants
if (!change || !maple) throw new Error('The sample has no change, or no tenant.')
const digest = (...changes: Partial<Change>[]): string =>
  digestChanges(maple, { changes: changes.map((one) => ({ ...change, ...one })) })

test.each<[string, Partial<Change>]>([
  ['another title', { title: 'Balances show' }],
  ['other words', { prose: 'Much has to be done.' }],
  ['another kind', { type: 'removed' }],
  ['something to do', { actionRequired: 'Ask anew.' }],
])('%s makes it another one', (_, other) => {
  expect(digest(other)).not.toBe(digest({}))
})

test('so do another day, one more, and none', () => {
  const asked = { actionRequired: 'Ask anew.' }
  expect(digest({ ...asked, actionBy: '2026-12-01' })).not.toBe(digest(asked))
  expect(digest({}, {})).not.toBe(digest({}))
  expect(digest()).not.toBe(digest({}))
})

test('what the tenant does not read, or nobody sees, makes no difference', () => {
  expect(digest({}, { audience: ['cedar'] })).toBe(digest({}))
  expect(digest({}, { services: ['pos'] })).toBe(digest({}))
  expect(digest({ file: 'x.md', prose: 'Nothing has to\n be done. ' })).toBe(digest({}))
})
