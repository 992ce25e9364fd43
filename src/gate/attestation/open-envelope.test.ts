// Layer by layer from the outside: a signature says who signed, and not that what was signed is a statement.
import { dsse } from '@sigstore/core'
import { expect, test } from 'vitest'
import { makeKeys, signVerdict } from '../../../test/acceptance/sample-attestation.ts'
import { openEnvelope } from './open-envelope.ts'

const keys = makeKeys()
const good = signVerdict(keys)

function open(document: unknown) {
  const { checks, summary } = openEnvelope(document, keys.publicKey)
  return { summary, found: checks.map(({ ok, found }) => [ok, found]) }
}

/** Signed with the right key, as whatever it calls itself. */
function signAs(payloadType: string, payload: Buffer) {
  const sig = Buffer.from(keys.signer.sign(dsse.preAuthEncoding(payloadType, payload))).toString('base64')
  return { payloadType, payload: payload.toString('base64'), signatures: [{ sig }] }
}

test('a document of another type is none, whoever signed it', () => {
  const { summary, found } = open(signAs('text/plain', Buffer.from(good.payload, 'base64')))
  expect(summary).toBeNull()
  expect(found.slice(1, 3)).toEqual([
    [true, 'as expected'],
    [false, 'text/plain'],
  ])
})

test.each([
  ['{', 'the document: Invalid input: expected object, received null'],
  ['{"_type":"x"}', '_type: Invalid input'],
])('%s is no statement, and it is told where', (payload, reason) => {
  const { summary, found } = open(signAs(good.payloadType, Buffer.from(payload)))
  expect(summary).toBeNull()
  expect(found[3]).toEqual([false, expect.stringContaining(`no in-toto statement: ${reason}`)])
})

test('of several signatures it is told how many are good, and who they say they are by', () => {
  const { summary, found } = open({ ...good, signatures: [...good.signatures, { sig: 'AAAA' }] })
  expect(summary).toBeNull()
  expect(found.slice(0, 2)).toEqual([
    [true, 'one, with 2 signatures'],
    [false, `1 of 2; signed, it says, by ${keys.signer.keyId}, a key without id`],
  ])
})
