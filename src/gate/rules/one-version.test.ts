// All clients are on one version: every endpoint, for every tenant, before and after.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleEvidence,
  sampleRelease,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import { samplePromised, sampleTenants } from '../../../test/acceptance/sample-promise.ts'
import type { Observation } from '../../run/seal.ts'
import { oneVersion } from './one-version.ts'

const { candidate } = sampleSeal()
type Change = (seen: Observation) => Observation
const same: Change = (seen) => seen
const ask = ({ start = same, end = same }: { start?: Change; end?: Change }, release = sampleRelease) => {
  const changed = { start: candidate.start.map(start), end: candidate.end.map(end) }
  return askRule(oneVersion, {
    evidence: sampleEvidence({ seal: sampleSeal({ candidate: changed }) }),
    release,
  })
}
const cedar =
  (change: Partial<Observation>): Change =>
  (seen) =>
    seen.tenant === 'cedar' ? { ...seen, ...change } : seen

test('holds when every answer names the candidate', () => {
  expect(ask({})).toMatchObject({
    outcome: 'pass',
    actual: { observations: 4, tenants: 2, others: [], unseen: [] },
  })
})

test.each<[string, Partial<Observation>]>([
  ['another version', { version: '7.6.0' }],
  ['another build of it', { digest: 'sha256:rebuilt' }],
  ['no digest, where the others do', { digest: null }],
  ['the right build in an answer that was an error', { error: 'status 500' }],
  ['nothing', { version: null, digest: null, error: 'connect ECONNREFUSED' }],
])('fails where one tenant’s endpoint tells %s, before or after', (_, change) => {
  for (const when of ['start', 'end']) expect(ask({ [when]: cedar(change) }).outcome).toBe('fail')
})

test('names the tenants that meet another build than the declared one', () => {
  const digest = candidate.start[0]?.digest ?? ''
  const release = { ...sampleRelease, candidate: { version: '7.7.0', digest } }
  expect(ask({ start: cedar({ digest: 'sha256:rebuilt' }) }, release).tenants).toEqual(['cedar'])
  expect(ask({ end: cedar({ version: '7.6.0' }) }).tenants).toEqual(['cedar'])
})

test('fails where everybody has one version, and it is not the candidate’s', () => {
  const release = { ...sampleRelease, candidate: { version: '7.8.0' } }
  expect(ask({}, release).outcome).toBe('fail')
})

test('fails for a tenant that nobody asked for, at either end', () => {
  const birch = { ...sampleTenants[0], id: 'birch' } as (typeof sampleTenants)[number]
  const promised = samplePromised({ tenants: [...sampleTenants, birch] })
  expect(askRule(oneVersion, { promised })).toMatchObject({ outcome: 'fail', actual: { unseen: ['birch'] } })
  const seal = sampleSeal({
    candidate: { start: candidate.start, end: candidate.end.filter(({ tenant }) => tenant !== 'cedar') },
  })
  expect(askRule(oneVersion, { evidence: sampleEvidence({ seal }) })).toMatchObject({
    outcome: 'fail',
    actual: { unseen: ['cedar'] },
  })
})

test('cannot tell where nobody asked, the run was interrupted, or the tenants are not known', () => {
  const seal = sampleSeal({ interrupted: true, candidate: { start: candidate.start, end: [] } })
  expect(askRule(oneVersion, { evidence: emptyEvidence() }).outcome).toBe('inconclusive')
  expect(askRule(oneVersion, { evidence: sampleEvidence({ seal }) }).outcome).toBe('inconclusive')
  const late = sampleSeal({ candidate: { start: [], end: candidate.end } })
  expect(askRule(oneVersion, { evidence: sampleEvidence({ seal: late }) }).outcome).toBe('inconclusive')
  expect(askRule(oneVersion, { promised: null }).outcome).toBe('inconclusive')
})
