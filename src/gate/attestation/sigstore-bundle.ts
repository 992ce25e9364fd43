// The same envelope in the file that Sigstore's tools read: signed by a key of our own, which is named by its digest;
// there is no certificate and no transparency log.
import { bundleFromJSON, bundleToJSON, isBundleWithDsseEnvelope, toDSSEBundle } from '@sigstore/bundle'
import { decodePayload, type Envelope } from './envelope.ts'

/** A bundle of version 0.3 as a JSON value. */
export function makeBundle(envelope: Envelope): unknown {
  const [signature] = envelope.signatures
  const bundle = toDSSEBundle({
    artifact: decodePayload(envelope),
    artifactType: envelope.payloadType,
    signature: Buffer.from(signature?.sig ?? '', 'base64'),
    ...(signature?.keyid === undefined ? {} : { keyHint: signature.keyid }),
  })
  return bundleToJSON(bundle)
}

/** The envelope in a bundle. Throws where there is none: a bundle may hold other things. */
export function openBundle(document: unknown): unknown {
  const bundle = bundleFromJSON(document)
  if (!isBundleWithDsseEnvelope(bundle)) throw new Error('a Sigstore bundle without a DSSE envelope')
  const { payload, payloadType, signatures } = bundle.content.dsseEnvelope
  return {
    payloadType,
    payload: payload.toString('base64'),
    signatures: signatures.map(({ keyid, sig }) => ({ keyid, sig: sig.toString('base64') })),
  }
}
