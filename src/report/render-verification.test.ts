// The log of a deployment: what holds in a word, what does not with both sides of it, and the decision last.
import { expect, test } from 'vitest'
import type { Verification } from '../gate/attestation/check.ts'
import { renderVerification } from './render-verification.ts'

const verification = (...checks: Verification['checks']): Verification => ({
  schema: 'airlock.verification/1',
  verified: checks.every(({ ok }) => ok),
  preview: false,
  checkedAt: '2026-11-23T08:11:00Z',
  checks,
})
const signature = { check: 'signature', ok: true, expected: 'by this key', found: 'as expected' } as const

test('every check has a line, and the last line says what to do', () => {
  const kind = { check: 'kind', ok: false, expected: 'scheduled', found: 'emergency' } as const
  expect(renderVerification(verification(signature, kind))).toBe(`✓ signature  by this key
✗ kind       expected scheduled, found emergency

Do not deploy: kind.
`)
  expect(renderVerification(verification(signature))).toBe(`✓ signature  by this key

All 1 checks hold.
`)
})
