// Signing is held against the published example, so that client and server cannot be wrong in the same way.
import { expect, test } from 'vitest'
import { signRequest } from './sign-request.ts'

test('the published example has its published hash', () => {
  const signable = { target: '/wallet/555555', body: '', secret: '0987654321' }
  expect(signRequest(signable)).toBe('76e132ab2154bb7139258b65134ddaf74c12a4242ce136b87a7335292fddc068')
})

test('text and its bytes have one hash', () => {
  const body = '{"name":"Zoë"}'
  const signable = { target: '/2.0/wallet', secret: 's' }
  expect(signRequest({ ...signable, body })).toBe(signRequest({ ...signable, body: Buffer.from(body) }))
})
