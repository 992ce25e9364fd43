// The build that runs now is the one that was judged, in every answer and by its digest.
import { expect, test } from 'vitest'
import type { Observation } from '../../run/seal.ts'
import { checkRunning } from './check-running.ts'

const digest = `sha256:${'a'.repeat(64)}`
const seen = (change: Partial<Observation> = {}): Observation => ({
  service: 'wallet',
  tenant: 'maple',
  url: 'https://wallet.example/version',
  version: '7.7.0',
  digest,
  error: null,
  ...change,
})
const subject = { version: '7.7.0', digest, source: 'declared' as const }

test('the same build is, also where its verdict named no version', () => {
  expect(checkRunning(subject, [seen(), seen()])).toEqual({ ok: true, found: 'it, in all 2 answers' })
  expect(checkRunning({ ...subject, version: null }, [seen({ version: '9' })]).ok).toBe(true)
})

test.each<[string, Partial<Observation>]>([
  ['another version', { version: '7.6.0' }],
  ['another digest', { digest: `sha256:${'b'.repeat(64)}` }],
  ['no digest', { digest: null }],
  ['no answer', { error: 'ECONNREFUSED' }],
])('%s is not, and one is enough', (_what, change) => {
  expect(checkRunning(subject, [seen(), seen(change)]).ok).toBe(false)
})

test('nothing asked and nothing judged prove nothing', () => {
  expect(checkRunning(subject, [])).toEqual({ ok: false, found: 'no endpoint to ask' })
  expect(checkRunning({ ...subject, digest: null }, [seen({ digest: null })]).ok).toBe(false)
})
