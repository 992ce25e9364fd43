// Signed verdicts as values: a good one, and the means to make others of it that somebody would like to pass for it.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { envelopeSchema, signValue, type Envelope, type Signer } from '../../src/gate/attestation/envelope.ts'
import { makeAttestations } from '../../src/gate/attestation/make-attestations.ts'
import { summarySchema, type Summary } from '../../src/gate/attestation/statement.ts'
import type { Demand } from '../../src/gate/attestation/verify-verdict.ts'
import { decide } from '../../src/gate/decide.ts'
import { makeDefaultPolicy } from '../../src/gate/policy/parse-policy.ts'
import type { Verdict } from '../../src/gate/verdict.ts'
import { makeKeyId } from '../../src/io/signing-key.ts'
import { usualNowMs } from './gate-environment.ts'
import { digest } from './run-seal.ts'
import { noPast, sampleEvidence, sampleRelease } from './sample-evidence.ts'
import { samplePromised } from './sample-promise.ts'

export type Keys = { readonly publicKey: KeyObject; readonly signer: Signer }

export function makeKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer = {
    keyId: makeKeyId(publicKey),
    sign: (bytes: Uint8Array) => sign('sha256', bytes, privateKey),
  }
  return { publicKey, signer }
}

/** What the usual runs were made against. */
export const candidateDigest = digest('7.7.0')

/** A verdict of the usual run; it passed, and holds at any time, unless the test says otherwise. */
export function sampleVerdict(change: Partial<Verdict> = {}): Verdict {
  const verdict = decide({
    evidence: sampleEvidence(),
    release: sampleRelease,
    promised: samplePromised(),
    policy: makeDefaultPolicy('scheduled'),
    history: noPast,
    now: usualNowMs,
    preview: false,
    inputs: [],
  })
  return { ...verdict, verdict: 'pass', window: null, ...change }
}

/** Every signed file, by its name. */
export function signSample({ signer }: Keys, change: Partial<Verdict> = {}): Map<string, string> {
  return makeAttestations({ verdict: sampleVerdict(change), evidence: sampleEvidence() }, signer)
}

/** The envelope of a verdict. */
export function signVerdict(keys: Keys, change: Partial<Verdict> = {}): Envelope {
  return envelopeSchema.parse(JSON.parse(signSample(keys, change).get('verdict.dsse.json') ?? ''))
}

export function readPayload({ payload }: Envelope): Summary {
  return summarySchema.parse(JSON.parse(Buffer.from(payload, 'base64').toString()))
}

/** A statement that somebody else has written and signed. */
export function signChanged(
  envelope: Envelope,
  { signer }: Keys,
  change: (statement: Summary) => unknown,
): Envelope {
  return signValue(change(readPayload(envelope)), signer)
}

/** What the deployment of the usual release asks. */
export function sampleDemand({ publicKey }: Keys, change: Partial<Demand> = {}): Demand {
  return {
    key: publicKey,
    artifact: candidateDigest,
    environment: 'reference',
    kind: 'scheduled',
    policy: null,
    running: null,
    now: usualNowMs + 60_000,
    preview: false,
    ...change,
  }
}
