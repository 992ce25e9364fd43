// The build that was tested must be the build that asks to be deployed, everywhere and all the time.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleCase,
  sampleEvidence,
  sampleRelease,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import type { Release } from '../../release/release.ts'
import type { Observation } from '../../run/seal.ts'
import { candidateMatches } from './candidate-matches.ts'

const seen = sampleSeal().candidate.start
const digest = seen[0]?.digest ?? ''
type Change = (one: Observation, at: number) => Partial<Observation>

/** Asks about a run whose endpoints answered differently at its end. */
function ask(change: Change = () => ({}), rest: { release?: Release; end?: Observation[] } = {}) {
  const end = rest.end ?? seen.map((one, at) => ({ ...one, ...change(one, at) }))
  const evidence = sampleEvidence({ seal: sampleSeal({ candidate: { start: seen, end } }) })
  return askRule(candidateMatches, { evidence, release: rest.release ?? null })
}
const declare = (candidate: Release['candidate']): Release => ({ ...sampleRelease, candidate })

test('tells of five endpoints that were silent, and of each once', () => {
  const silent = Array.from({ length: 7 }, (_, at) => ({
    ...seen[0]!,
    service: `s${Math.floor(at / 2)}`,
    url: `http://${at}`,
    error: 'down',
  }))
  const evidence = sampleEvidence({ seal: sampleSeal({ candidate: { start: silent, end: silent } }) })
  const { actual, cases } = askRule(candidateMatches, { evidence, release: null })
  const tenant = seen[0]?.tenant ?? ''
  expect(actual['errors']).toEqual(
    ['s0', 's1', 's2', 's3'].map((service) => `${service} for ${tenant}: down`),
  )
  expect(cases).toEqual([])
})

test('holds when every endpoint names the declared build, or one and the same', () => {
  expect(ask()).toMatchObject({ outcome: 'pass', expected: { version: '7.7.0', declared: false } })
  expect(ask(undefined, { release: declare({ version: '7.7.0', digest }) }).outcome).toBe('pass')
})

test.each([
  ['another version', { version: '7.8.0' }],
  ['no version', { version: null }],
  ['another digest', { digest: 'sha256:other' }],
])('fails when one endpoint tells of %s at the end', (_name, change) => {
  expect(ask((_one, at) => (at === 0 ? change : {}))).toMatchObject({
    outcome: 'fail',
    actual: { other: 1 },
    tenants: ['cedar'],
  })
})

test('fails when the release declares another build', () => {
  expect(ask(undefined, { release: declare({ version: '7.6.0' }) }).outcome).toBe('fail')
  expect(ask(undefined, { release: declare({ version: '7.7.0', digest: 'sha256:other' }) }).outcome).toBe(
    'fail',
  )
})

test('fails when two builds of the declared version were met', () => {
  const release = declare({ version: '7.7.0' })
  expect(ask(undefined, { release })).toMatchObject({ outcome: 'pass', expected: { digest } })
  expect(ask((_one, at) => (at === 0 ? { digest: 'sha256:other' } : {}), { release })).toMatchObject({
    outcome: 'fail',
    actual: { other: 1 },
  })
})

test('fails when some endpoints tell of a digest and others do not', () => {
  const start = seen.map((one, at) => (at === 0 ? { ...one, digest: null } : one))
  const evidence = sampleEvidence({ seal: sampleSeal({ candidate: { start, end: seen } }) })
  expect(askRule(candidateMatches, { evidence })).toMatchObject({ outcome: 'fail', actual: { other: 1 } })
})

test('fails when an endpoint gave no answer', () => {
  const silent = { version: null, digest: null, error: 'connection refused' }
  expect(ask((_one, at) => (at === 1 ? silent : {}))).toMatchObject({
    outcome: 'fail',
    actual: { silent: 1 },
    tenants: ['maple'],
  })
})

test('fails when an endpoint or a tenant was not asked', () => {
  expect(ask(undefined, { end: [] })).toMatchObject({ outcome: 'fail' })
  const one = seen.filter(({ tenant }) => tenant === 'maple')
  const evidence = sampleEvidence({ seal: sampleSeal({ candidate: { start: one, end: one } }) })
  expect(askRule(candidateMatches, { evidence })).toMatchObject({
    outcome: 'fail',
    actual: { unseen: ['cedar'] },
  })
})

test('cannot tell when nobody was asked, or when the run was interrupted before its end', () => {
  const nobody = sampleEvidence({ seal: sampleSeal({ candidate: { start: [], end: [] } }) })
  expect(askRule(candidateMatches, { evidence: nobody }).outcome).toBe('inconclusive')
  const interrupted = sampleEvidence({
    seal: sampleSeal({ interrupted: true, candidate: { start: seen, end: [] } }),
  })
  expect(askRule(candidateMatches, { evidence: interrupted }).outcome).toBe('inconclusive')
  expect(askRule(candidateMatches, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
})

test('a case of another suite, which is of no tenant, hides no tenant that was never asked for', () => {
  const own = [sampleCase(), sampleCase({ id: 'case-2', tenant: 'birch' })]
  const other = sampleCase({ id: 'junit-1', tenant: null, planned: false, source: 'junit' })
  for (const cases of [own, [...own, other]])
    expect(askRule(candidateMatches, { evidence: sampleEvidence({ cases }) })).toMatchObject({
      outcome: 'fail',
      actual: { unseen: ['birch'] },
    })
})
