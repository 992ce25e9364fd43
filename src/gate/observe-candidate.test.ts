// The build that a verdict is about, where nobody declared one and where somebody did.
import { expect, test } from 'vitest'
import { sampleEvidence, sampleRelease, sampleSeal } from '../../test/acceptance/sample-evidence.ts'
import type { Observation } from '../run/seal.ts'
import { findCandidate, makeSubject, observeCandidate } from './observe-candidate.ts'

const place = { service: 'wallet', tenant: 'maple', url: 'http://a' }
const seen = (version: string | null, rest: Partial<Observation> = {}): Observation => ({
  ...place,
  version,
  digest: null,
  error: null,
  ...rest,
})
const evidenceOf = (start: Observation[], end: Observation[] = []) =>
  sampleEvidence({ seal: sampleSeal({ candidate: { start, end } }) })

test.each<[string, Observation[], Observation[], ReturnType<typeof observeCandidate>]>([
  [
    'the first that has a name',
    [seen(null), seen('7.7.0', { digest: 'd' })],
    [],
    { version: '7.7.0', digest: 'd' },
  ],
  [
    'none that came with an error',
    [seen('7.6.0', { error: 'late' }), seen('7.7.0')],
    [],
    { version: '7.7.0', digest: null },
  ],
  [
    'the digest of another answer of that version',
    [seen('7.7.0')],
    [seen('7.7.0', { digest: 'd' })],
    { version: '7.7.0', digest: 'd' },
  ],
  [
    'never the digest of another version',
    [seen('7.7.0')],
    [seen('7.8.0', { digest: 'e' })],
    { version: '7.7.0', digest: null },
  ],
  ['nobody', [seen(null)], [], null],
])('what was observed is %s', (...[, start, end, candidate]) => {
  expect(observeCandidate(evidenceOf(start, end))).toEqual(candidate)
})

test('a declared build lends the digest that was seen of its own version, and of no other', () => {
  const evidence = evidenceOf([seen('7.7.0', { digest: 'd' })])
  const declare = (version: string) => ({ ...sampleRelease, candidate: { version } })
  expect(findCandidate(evidence, declare('7.7.0'))).toEqual({ version: '7.7.0', digest: 'd' })
  expect(findCandidate(evidence, declare('7.8.0'))).toEqual({ version: '7.8.0', digest: null })
})

test('the verdict says where the build was learnt', () => {
  const evidence = evidenceOf([seen('7.7.0', { digest: 'd' })])
  expect(makeSubject(evidence, null).source).toBe('observed')
  expect(makeSubject(evidence, { ...sampleRelease, candidate: { version: '7.7.0' } }).source).toBe('declared')
  expect(makeSubject(evidenceOf([]), null)).toEqual({ version: null, digest: null, source: 'none' })
})
