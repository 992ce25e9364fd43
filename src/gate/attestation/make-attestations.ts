// Verdict and evidence → the signed files that lie beside verdict.json.
import { hash } from 'node:crypto'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Verdict } from '../verdict.ts'
import { signValue, type Envelope, type Signer } from './envelope.ts'
import { makeSummary } from './make-summary.ts'
import { makeTestResults } from './make-test-results.ts'
import { attestationFiles } from './attestation-files.ts'
import { makeBundle } from './sigstore-bundle.ts'
import { readSha256, type Resource } from './statement.ts'

type Judged = { readonly verdict: Verdict; readonly evidence: Evidence }

/** Text of each file by its name. Throws where there is no digest to bind the verdict to: ask first. */
export function makeAttestations({ verdict, evidence }: Judged, signer: Signer): Map<string, string> {
  const sha256 = readSha256(verdict.subject.digest)
  if (sha256 === null) throw new Error('A verdict without the digest of a candidate cannot be signed')
  const suites = makeTestResults({ verdict, evidence, sha256 }).map((one) => signValue(one, signer))
  const inputAttestations = suites.map(describeEnvelope)
  const decision = signValue(makeSummary({ verdict, sha256, inputAttestations }), signer)
  return new Map([
    [attestationFiles.envelope, renderLine(decision)],
    [attestationFiles.bundle, [...suites, decision].map(renderLine).join('')],
    [attestationFiles.sigstore, renderLine(makeBundle(decision))],
  ])
}

/** A line of the bundle, by its digest without the line's end. */
function describeEnvelope(envelope: Envelope): Resource {
  return { uri: attestationFiles.bundle, digest: { sha256: hash('sha256', JSON.stringify(envelope)) } }
}

function renderLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
