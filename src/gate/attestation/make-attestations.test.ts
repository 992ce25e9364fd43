// What is signed, as others read it: the decision with the whole verdict in it, and a test result for each suite.
import { hash } from 'node:crypto'
import {
  bundleFromJSON,
  bundleToJSON,
  isBundleWithDsseEnvelope,
  isBundleWithPublicKey,
  toMessageSignatureBundle,
} from '@sigstore/bundle'
import { describe, expect, test } from 'vitest'
import {
  candidateDigest,
  makeKeys,
  readPayload,
  sampleVerdict,
  signSample,
  signVerdict,
} from '../../../test/acceptance/sample-attestation.ts'
import { sampleCase, sampleEvidence } from '../../../test/acceptance/sample-evidence.ts'
import type { CaseOutcome } from '../../evidence/evidence.ts'
import { openBundle } from './sigstore-bundle.ts'
import { findObstacle } from './attestation-files.ts'
import { makeAttestations } from './make-attestations.ts'
import { makeTestResults } from './make-test-results.ts'
import type { Verdict } from '../verdict.ts'
import { verdictField } from './statement.ts'

const keys = makeKeys()

describe('the decision', () => {
  test('holds the whole verdict, and says it in the words of SLSA', () => {
    const statement = readPayload(signVerdict(keys))
    expect(statement.subject).toEqual([{ name: 'reference', digest: { sha256: candidateDigest } }])
    expect(statement.predicate).toMatchObject({
      verifier: { id: 'urn:airlock:gate' },
      timeVerified: '2026-11-23T08:10:00Z',
      resourceUri: 'urn:airlock:target:reference',
      verificationResult: 'PASSED',
      verifiedLevels: ['AIRLOCK_GATE_PASSED'],
      policy: { uri: 'built%20in', digest: { sha256: sampleVerdict().policy.sha256 } },
    })
    expect(statement.predicate[verdictField]).toEqual(sampleVerdict())
  })

  test.each(['block', 'inconclusive'] as const)('of a %s has failed', (verdict) => {
    const { predicate } = readPayload(signVerdict(keys, { verdict }))
    expect(predicate).toMatchObject({ verificationResult: 'FAILED', verifiedLevels: ['FAILED'] })
  })

  test('names each test result by the digest of its line', () => {
    const files = signSample(keys)
    const lines = (files.get('verdict.intoto.jsonl') ?? '').trimEnd().split('\n')
    expect(lines.at(-1)).toBe(files.get('verdict.dsse.json')?.trimEnd())
    const { inputAttestations } = readPayload(JSON.parse(lines.at(-1) ?? '')).predicate
    expect(inputAttestations.map(({ digest }) => digest.sha256)).toEqual(
      lines.slice(0, -1).map((line) => hash('sha256', line)),
    )
  })
})

test('the bundle is read by Sigstore, with the same signature and a hint of the key', () => {
  const bundle = bundleFromJSON(JSON.parse(signSample(keys).get('verdict.sigstore.json') ?? ''))
  expect(bundle.mediaType).toBe('application/vnd.dev.sigstore.bundle.v0.3+json')
  if (!isBundleWithDsseEnvelope(bundle) || !isBundleWithPublicKey(bundle)) throw new Error('Another bundle')
  expect(bundle.verificationMaterial.content.publicKey.hint).toBe(keys.signer.keyId)
  const { payloadType, payload, signatures } = bundle.content.dsseEnvelope
  expect(payloadType).toBe('application/vnd.in-toto+json')
  expect(JSON.parse(payload.toString())).toMatchObject({ _type: 'https://in-toto.io/Statement/v1' })
  expect(signatures.map(({ keyid }) => keyid)).toEqual([keys.signer.keyId])
})

test('a bundle of something else has no envelope', () => {
  const bundle = toMessageSignatureBundle({
    digest: Buffer.alloc(32),
    signature: Buffer.from('signed'),
    keyHint: 'key',
  })
  expect(() => openBundle(bundleToJSON(bundle))).toThrow('without a DSSE envelope')
})

test('bundle and envelope of one verdict have one signature', () => {
  const files = signSample(keys)
  const read = (name: string) => JSON.parse(files.get(name) ?? '') as Record<string, unknown>
  expect(read('verdict.sigstore.json')['dsseEnvelope']).toEqual(read('verdict.dsse.json'))
})

describe('a test result', () => {
  const make = (...outcomes: CaseOutcome[]) => {
    const cases = outcomes.map((outcome) => sampleCase({ outcome, scenario: outcome }))
    const evidence = sampleEvidence({ cases })
    const [found] = makeTestResults({ verdict: sampleVerdict(), evidence, sha256: candidateDigest })
    return found!.predicate
  }

  test.each<[CaseOutcome[], string]>([
    [['passed'], 'PASSED'],
    [['passed', 'flaky'], 'WARNED'],
    [['passed', 'skipped'], 'WARNED'],
    [['passed', 'failed'], 'FAILED'],
    [['passed', 'broken'], 'FAILED'],
    [['passed', 'unknown'], 'FAILED'],
    [['passed', 'missing'], 'FAILED'],
    [['passed', 'lost'], 'FAILED'],
    [['skipped'], 'FAILED'],
  ])('of %j is %s', (outcomes, result) => {
    expect(make(...outcomes).result).toBe(result)
  })

  test('names every test in one list', () => {
    const name = (scenario: string) => `Opening a wallet › ${scenario} [maple]`
    expect(make('passed', 'flaky', 'skipped', 'lost')).toMatchObject({
      passedTests: [name('passed')],
      warnedTests: [name('flaky')],
      failedTests: [name('lost')],
      'urn:airlock:skippedTests': [name('skipped')],
      'urn:airlock:suite': 'wallets',
    })
  })

  test('is made for each suite, and names the plan as what was to be run', () => {
    const cases = ['wallets', 'points'].map((capability) => sampleCase({ capability }))
    const evidence = sampleEvidence({ cases })
    const results = makeTestResults({ verdict: sampleVerdict(), evidence, sha256: candidateDigest })
    expect(results.map(({ predicate }) => predicate['urn:airlock:suite'])).toEqual(['points', 'wallets'])
    expect(results[0]?.predicate.configuration.map(({ name }) => name)).toEqual(['plan.json'])
  })

  test.each([
    ['the plan of a run alone', ['plan.json', 'run.json'], ['plan.json']],
    ['all that was read of other results', ['allure-results/', 'e2e.xml'], ['allure-results/', 'e2e.xml']],
  ])('names as its configuration %s, each by its digest', (_what, read, named) => {
    const inputs = read.map((path) => ({ path, bytes: 1, sha256: path.padEnd(64, '0') }))
    const verdict = sampleVerdict({ inputs })
    const [found] = makeTestResults({ verdict, evidence: sampleEvidence(), sha256: candidateDigest })
    expect(found?.predicate.configuration).toEqual(
      named.map((name) => ({ name, digest: { sha256: name.padEnd(64, '0') } })),
    )
  })

  test('names its example', () => {
    const cases = [
      sampleCase({ example: ['points', 'to'].map((name) => ({ name, value: '5' })), tenant: null }),
    ]
    const evidence = sampleEvidence({ cases })
    const [found] = makeTestResults({ verdict: sampleVerdict(), evidence, sha256: candidateDigest })
    expect(found?.predicate.passedTests).toEqual([
      'Opening a wallet › A new customer gets an empty wallet (points: 5, to: 5)',
    ])
  })
})

describe('nothing is signed', () => {
  const verdict = sampleVerdict()

  test.each<[string, Verdict, string]>([
    ['of a preview', { ...verdict, preview: true }, 'preview'],
    ['without a digest', { ...verdict, subject: { ...verdict.subject, digest: null } }, 'digest'],
    [
      'for a digest of another kind',
      { ...verdict, subject: { ...verdict.subject, digest: 'md5:9e107d9d372bb6826bd81d3542a419d6' } },
      'digest',
    ],
    ...[`sha256:${candidateDigest}0`, `sha256:${candidateDigest}/a`, `x@sha256:${candidateDigest}`].map(
      (digest): [string, Verdict, string] => [
        `for ${digest.slice(0, 10)}…${digest.slice(-3)}`,
        { ...verdict, subject: { ...verdict.subject, digest } },
        'digest',
      ],
    ),
  ])('%s', (_, changed, obstacle) => {
    expect(findObstacle(changed)).toContain(obstacle)
  })

  test('where no digest can be bound, whoever asks for it', () => {
    const unbound = { ...verdict, subject: { ...verdict.subject, digest: null } }
    expect(() => makeAttestations({ verdict: unbound, evidence: sampleEvidence() }, keys.signer)).toThrow(
      'digest',
    )
    expect(findObstacle(verdict)).toBeNull()
  })
})
