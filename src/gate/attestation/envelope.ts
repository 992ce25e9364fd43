// DSSE envelopes: the bytes that were signed travel with their signature, so nobody has to agree on how JSON is
// written. Whoever holds the key is handed in, since signing draws a random number.
import { verify, type KeyObject } from 'node:crypto'
import { dsse } from '@sigstore/core'
import { z } from 'zod'

export const payloadType = 'application/vnd.in-toto+json'

/** Standard or URL-safe, as DSSE allows; anything else would be skipped unseen when it is decoded. */
const base64 = z.string().regex(/^[A-Za-z0-9+/_-]+={0,2}$/, 'base64')

export const envelopeSchema = z.looseObject({
  payloadType: z.string(),
  payload: base64,
  signatures: z.array(z.looseObject({ keyid: z.string().optional(), sig: base64 })).min(1, 'no signature'),
})
export type Envelope = z.output<typeof envelopeSchema>

export type Signer = {
  /** SHA-256 of the public key's SPKI, hex. It helps to find the key and proves nothing. */
  readonly keyId: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/** A value in a signed envelope. */
export function signValue(value: unknown, { keyId, sign }: Signer): Envelope {
  const payload = Buffer.from(JSON.stringify(value))
  const sig = Buffer.from(sign(dsse.preAuthEncoding(payloadType, payload)))
  return {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [{ keyid: keyId, sig: sig.toString('base64') }],
  }
}

/** How many of the signatures are by this key. The key's id in the envelope is not asked: anybody can write it. */
export function countGoodSignatures(envelope: Envelope, key: KeyObject): number {
  const signed = dsse.preAuthEncoding(envelope.payloadType, decodePayload(envelope))
  return envelope.signatures.filter(({ sig }) => verify('sha256', signed, key, Buffer.from(sig, 'base64')))
    .length
}

export function decodePayload({ payload }: Envelope): Buffer {
  return Buffer.from(payload, 'base64')
}
