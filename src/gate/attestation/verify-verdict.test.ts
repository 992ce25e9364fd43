// A signed verdict opens one door: for one build, into one environment, for as long as it holds. Everything else that
// looks like one is refused, and the check that refuses it says what it found.
import { describe, expect, test } from 'vitest'
import {
  candidateDigest,
  makeKeys,
  readPayload,
  sampleDemand,
  sampleVerdict,
  signChanged,
  signSample,
  signVerdict,
} from '../../../test/acceptance/sample-attestation.ts'
import { usualNowMs } from '../../../test/acceptance/gate-environment.ts'
import type { Observation } from '../../run/seal.ts'
import type { Verdict } from '../verdict.ts'
import { verificationSchema } from './check.ts'
import type { Envelope } from './envelope.ts'
import { summaryType, verdictField, type Summary } from './statement.ts'
import { verifyVerdict, type Demand } from './verify-verdict.ts'

const keys = makeKeys()
const others = makeKeys()
const good = signVerdict(keys)

function verify(document: unknown, change: Partial<Demand> = {}) {
  const verification = verifyVerdict(document, sampleDemand(keys, change))
  expect(verificationSchema.parse(verification)).toEqual(verification)
  return verification
}

/** The checks that do not hold, and what they found; what was not looked at is left out. */
function refusalsOf(document: unknown, change: Partial<Demand> = {}): Record<string, string> {
  const { checks, verified } = verify(document, change)
  const failed = checks.filter(({ ok }) => !ok)
  expect(verified).toBe(failed.length === 0)
  const told = failed.filter(({ found }) => !/^(not looked at|no verdict to look at)/.test(found))
  return Object.fromEntries(told.map(({ check, found }) => [check, found]))
}

describe('a verdict that was signed for this deployment', () => {
  test('is verified, check by check', () => {
    const { verified, checks } = verify(good)
    expect(verified).toBe(true)
    expect(checks.map(({ check }) => check)).toEqual([
      'envelope',
      'signature',
      'payload-type',
      'predicate-type',
      'statement',
      'artifact',
      'verdict',
      'environment',
      'kind',
      'age',
      'window',
    ])
  })

  test('is verified as a Sigstore bundle too', () => {
    const bundle: unknown = JSON.parse(signSample(keys).get('verdict.sigstore.json') ?? '')
    expect(verify(bundle).verified).toBe(true)
    expect(refusalsOf(bundle, { key: others.publicKey })).toHaveProperty('signature')
  })

  test('is verified with its payload in URL-safe base64', () => {
    const safe = {
      ...good,
      payload: good.payload.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
    }
    expect(verify(safe).verified).toBe(true)
  })
})

const inside = (change: (statement: Summary) => object) =>
  Buffer.from(JSON.stringify({ ...readPayload(good), ...change(readPayload(good)) })).toString('base64')

describe('a forged verdict is refused:', () => {
  test.each<[string, unknown, string]>([
    ['a changed payload', { ...good, payload: inside(() => ({ subject: [] })) }, 'signature'],
    ['another payload type', { ...good, payloadType: 'text/plain' }, 'signature'],
    ['the signature of another key', signVerdict(others), 'signature'],
    [
      'the signature of another key under the id of ours',
      {
        ...good,
        signatures: [{ ...good.signatures[0], sig: signVerdict(others).signatures[0]?.sig }],
      },
      'signature',
    ],
    [
      'two signatures of which one is bad',
      { ...good, signatures: [...good.signatures, ...signVerdict(others).signatures] },
      'signature',
    ],
    ['a signature that is no signature', { ...good, signatures: [{ sig: 'AAAA' }] }, 'signature'],
    ['no signatures', { ...good, signatures: [] }, 'envelope'],
    ['an empty signature', { ...good, signatures: [{ sig: '' }] }, 'envelope'],
    ['a payload cut short', { ...good, payload: good.payload.slice(0, 400) }, 'signature'],
    ['a payload that is no base64', { ...good, payload: `${good.payload}\u0000` }, 'envelope'],
    ['a verdict without an envelope', sampleVerdict(), 'envelope'],
    ['null', null, 'envelope'],
    ['a bundle of nothing', { mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json' }, 'envelope'],
  ])('%s', (_, document, check) => {
    expect(Object.keys(refusalsOf(document))).toEqual([check])
    expect(verify(document).verified).toBe(false)
  })

  test('a verdict that was given for its envelope is told so', () => {
    const found = 'a verdict that nobody signed; its envelope is verdict.dsse.json'
    expect(refusalsOf(sampleVerdict())).toEqual({ envelope: found })
  })

  test('what nobody signed is not looked at', () => {
    const { checks } = verify(signVerdict(others))
    expect(checks.slice(2).map(({ ok }) => ok)).toEqual(checks.slice(2).map(() => false))
    expect(JSON.stringify(checks.slice(2))).not.toContain('2026.24')
  })
})

// All of these are signed with the right key: by a gate that said something else, or for something else.
describe('a verdict that was signed for something else is refused:', () => {
  const changed = (change: (statement: Summary) => unknown): Envelope => signChanged(good, keys, change)

  test('another predicate type', () => {
    const other = 'https://in-toto.io/attestation/test-result/v0.1'
    expect(refusalsOf(changed((statement) => ({ ...statement, predicateType: other })))).toEqual({
      'predicate-type': other,
    })
  })

  test('a test result of the same run', () => {
    const [line = ''] = (signSample(keys).get('verdict.intoto.jsonl') ?? '').split('\n')
    expect(refusalsOf(JSON.parse(line))).toHaveProperty('predicate-type')
  })

  test('no statement at all', () => {
    expect(refusalsOf(changed(() => 'pass'))).toHaveProperty('predicate-type')
  })

  test('a statement of another kind of in-toto', () => {
    const old = changed((statement) => ({ ...statement, _type: 'https://in-toto.io/Statement/v0.1' }))
    expect(refusalsOf(old)).toHaveProperty('predicate-type')
  })

  test('another subject', () => {
    expect(refusalsOf(good, { artifact: 'f'.repeat(64) })).toEqual({ artifact: `sha256:${candidateDigest}` })
  })

  test('a subject that the verdict inside does not know', () => {
    const swapped = changed((statement) => ({
      ...statement,
      subject: [{ digest: { sha256: 'f'.repeat(64) } }],
    }))
    expect(refusalsOf(swapped, { artifact: 'f'.repeat(64) })).toHaveProperty('statement')
  })

  test('several subjects', () => {
    const two = changed(({ subject, ...rest }) => ({ ...rest, subject: [...subject, ...subject] }))
    expect(refusalsOf(two)).toHaveProperty('statement')
  })

  test.each([['block'], ['inconclusive']] as const)('a verdict of %s', (word) => {
    expect(refusalsOf(signVerdict(keys, { verdict: word }))).toEqual({ verdict: word })
  })

  test('a pass outside and a block inside', () => {
    const blocked = signVerdict(keys, { verdict: 'block' })
    const painted = signChanged(blocked, keys, (statement) => ({
      ...statement,
      predicate: { ...statement.predicate, verificationResult: 'PASSED' },
    }))
    expect(refusalsOf(painted)).toEqual({
      statement: 'verificationResult is PASSED outside and FAILED in the verdict',
    })
  })

  test('a preview', () => {
    expect(refusalsOf(signVerdict(keys, { preview: true }))).toHaveProperty('statement')
  })

  test('a statement without the verdict', () => {
    const bare = changed(({ predicate, ...rest }) => {
      const known = Object.entries(predicate).filter(([field]) => field !== verdictField)
      return { ...rest, predicate: Object.fromEntries(known) }
    })
    expect(refusalsOf(bare)).toHaveProperty('statement')
  })

  test('another environment', () => {
    expect(refusalsOf(good, { environment: 'production' })).toEqual({ environment: 'reference' })
  })

  test('no environment, where one was asked for', () => {
    const nowhere = signVerdict(keys, { target: null })
    expect(refusalsOf(nowhere)).toEqual({ environment: 'none' })
    expect(refusalsOf(nowhere, { environment: 'none' })).toEqual({ environment: 'none' })
  })

  const emergency: Partial<Verdict> = { release: { id: '2026.24.1', kind: 'emergency' } }

  test('an emergency verdict for a scheduled release', () => {
    expect(refusalsOf(signVerdict(keys, emergency))).toEqual({ kind: 'emergency' })
    expect(refusalsOf(signVerdict(keys, emergency), { kind: 'emergency' })).toEqual({})
  })

  test('a verdict for no declared release', () => {
    expect(refusalsOf(signVerdict(keys, { release: null }))).toHaveProperty('kind')
  })

  test('another policy', () => {
    const { sha256 } = readPayload(good).predicate.policy.digest
    expect(refusalsOf(good, { policy: { sha256, files: null } })).toEqual({})
    // Where nobody wrote a policy, an empty file is none either.
    expect(refusalsOf(good, { policy: { sha256, files: [] } })).toEqual({
      policy: 'the policy that is built in',
    })
    expect(refusalsOf(good, { policy: { sha256: 'f'.repeat(64), files: null } })).toEqual({
      policy: `sha256:${sha256}`,
    })
  })
})

describe('the window of a release', () => {
  const window = { start: '2026-11-23T09:00:00Z', end: '2026-11-23T10:00:00Z' }
  const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds

  test.each([
    ['before it', '2026-11-23T08:59:59Z', false],
    ['at its start', '2026-11-23T09:00:00Z', true],
    ['in its last second', '2026-11-23T09:59:59Z', true],
    ['at its end', '2026-11-23T10:00:00Z', false],
    ['long after it', '2026-11-24T08:00:00Z', false],
  ])('%s, at %s: %j', (_, now, holds) => {
    const refusals = refusalsOf(signVerdict(keys, { window }), { now: at(now) })
    expect(refusals).toEqual(holds ? {} : { window: `from ${window.start} to ${window.end}` })
  })

  test('whose times nobody can tell is never open', () => {
    const written = { start: '2026-11-23T09:00', end: '2026-11-23T10:00' }
    const now = at('2026-11-23T09:30:00Z')
    expect(refusalsOf(signVerdict(keys, { window: written }), { now })).toHaveProperty('window')
  })
})

describe('the age of a verdict', () => {
  const until = Temporal.Instant.from(sampleVerdict().validUntil ?? '').epochMilliseconds

  test.each([
    [usualNowMs, true],
    [until - 1, true],
    // A waiver or a window that it rests on ends at that very instant.
    [until, false],
    // The clock of the gate may be ahead, but not by much.
    [usualNowMs - 5 * 60_000, true],
    [usualNowMs - 5 * 60_000 - 1, false],
  ])('at %i: %j', (now, holds) => {
    expect(Object.keys(refusalsOf(good, { now }))).toEqual(holds ? [] : ['age'])
  })

  test.each([null, 'tomorrow'])('that ends at %j never holds', (validUntil) => {
    expect(refusalsOf(signVerdict(keys, { validUntil }))).toHaveProperty('age')
  })

  test('at a time given by hand is only looked at', () => {
    expect(refusalsOf(good, { preview: true })).toHaveProperty('time')
  })
})

describe('the candidate that runs now', () => {
  const seen = (change: Partial<Observation> = {}): Observation => ({
    service: 'wallet',
    tenant: 'maple',
    url: 'http://127.0.0.1/version',
    version: '7.7.0',
    digest: `sha256:${candidateDigest}`,
    error: null,
    ...change,
  })

  test('is the one judged, on every endpoint', () => {
    expect(refusalsOf(good, { running: [seen(), seen({ tenant: 'cedar' })] })).toEqual({})
  })

  test.each<[string, Partial<Observation>[], string]>([
    ['nobody was asked', [], 'no endpoint to ask'],
    ['one instance is another build', [{}, { digest: `sha256:${'f'.repeat(64)}` }], 'ffff'],
    ['one is another version', [{}, { version: '7.6.9' }], '7.6.9'],
    ['one does not answer', [{}, { tenant: 'cedar', error: 'status 503' }], 'wallet for cedar: status 503'],
    ['one names no digest', [{}, { digest: null }], 'no digest'],
  ])('is refused where %s', (_, running, found) => {
    const refusals = refusalsOf(good, { running: running.map(seen) })
    expect(refusals['running-candidate']).toContain(found)
  })
})

test('what a stranger has written cannot steer the terminal', () => {
  const steering = { ...good, signatures: [{ ...good.signatures[0], keyid: '\u001B[2J', sig: 'AAAA' }] }
  const { checks } = verify(steering)
  expect(JSON.stringify(checks)).not.toContain('u001b')
  expect(checks.find(({ check }) => check === 'signature')?.found).toContain('\uFFFD[2J')
})

test('neither can the name of an exception', () => {
  const [waiver] = ['no-failures'].map((rule) => ({ rule, owner: 'a\u001B[2J', expires: '2026-12-10' }))
  const rest = { cases: [], tenants: [], reason: '', link: '', created: '2026-12-01' }
  const states = (['used', 'not-enough'] as const).map((state) => ({ ...waiver!, ...rest, state }))
  const { exceptions, verified } = verify(signVerdict(keys, { waivers: states }))
  expect(verified).toBe(true)
  expect(exceptions).toEqual([
    { kind: 'waiver', name: 'no-failures', owner: 'a\uFFFD[2J', expires: '2026-12-10' },
  ])
})

test('what is too long is cut', () => {
  const long = signVerdict(keys, { target: 'x'.repeat(301) })
  expect(refusalsOf(long)).toEqual({ environment: `${'x'.repeat(300)}…` })
})

test('each check says what it wants and what is there', () => {
  const policy = readPayload(good).predicate.policy.digest.sha256
  const demanded = { policy: { sha256: policy, files: null }, running: [], preview: true }
  const { checks, checkedAt } = verify(good, demanded)
  expect(checkedAt).toBe('2026-11-23T08:11:00Z')
  expect(checks.map(({ check, ok, expected, found }) => [check, ok, expected, found])).toEqual([
    ['envelope', true, 'a DSSE envelope, or a Sigstore bundle that holds one', 'one, with 1 signature'],
    ['signature', true, 'by this key, every one', 'as expected'],
    ['payload-type', true, 'application/vnd.in-toto+json', 'application/vnd.in-toto+json'],
    ['predicate-type', true, summaryType, 'https://slsa.dev/verification_summary/v1'],
    ['statement', true, 'a verdict of Airlock that does not contradict itself', 'as expected'],
    ['artifact', true, `sha256:${candidateDigest}`, `sha256:${candidateDigest}`],
    ['verdict', true, 'pass', 'pass'],
    ['environment', true, 'reference', 'reference'],
    ['kind', true, 'scheduled', 'scheduled'],
    [
      'age',
      true,
      'a verdict that holds at 2026-11-23T08:11:00Z',
      'decided at 2026-11-23T08:10:00Z, valid until 2026-11-30T03:57:00Z',
    ],
    ['window', true, 'a release that is let in at 2026-11-23T08:11:00Z', 'the release names no window'],
    ['policy', true, `sha256:${policy}`, `sha256:${policy}`],
    ['running-candidate', false, 'the build that was judged, on every endpoint', 'no endpoint to ask'],
    ['time', false, 'the time it is', 'a time given by --now; this is a preview'],
  ])
})

test.each<[string, unknown, string]>([
  ['an envelope', [], 'the document: Invalid input: expected object, received array'],
  ['base64', { ...good, payload: '!' }, 'payload: base64'],
  ['one signature at least', { ...good, signatures: [] }, 'signatures: no signature'],
])('a document that lacks %s is told where', (_, document, found) => {
  expect(refusalsOf(document)).toEqual({ envelope: found })
})

test.each<[string, (statement: Summary) => unknown, string]>([
  ['timeVerified', ({ predicate }) => ({ ...predicate, timeVerified: 'later' }), 'later outside'],
  ['resourceUri', ({ predicate }) => ({ ...predicate, resourceUri: 'urn:x' }), 'urn:x outside'],
  [
    'policy.digest',
    ({ predicate }) => ({ ...predicate, policy: { digest: { sha256: '0'.repeat(64) } } }),
    '0000 outside',
  ],
  [
    'predicate.verifier.id',
    ({ predicate }) => ({ ...predicate, verifier: { id: 'urn:x' } }),
    'urn:airlock:gate',
  ],
])('a statement with another %s is told where', (field, change, found) => {
  const changed = signChanged(good, keys, (statement) => ({ ...statement, predicate: change(statement) }))
  expect(refusalsOf(changed)['statement']).toMatch(new RegExp(`^${field}.*${found}`))
})

test('of many strange answers the first three are shown', () => {
  const running = ['a', 'b', 'c', 'd', 'd'].map((tenant) => ({
    service: 'pos',
    tenant,
    url: '',
    version: null,
    digest: null,
    error: null,
  }))
  const told = ['a', 'b', 'c'].map((tenant) => `pos for ${tenant}: no version, no digest`)
  expect(refusalsOf(good, { running })).toEqual({ 'running-candidate': `${told.join('; ')} and 1 more` })
})
