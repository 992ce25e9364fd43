// The log of a deployment: what holds in a word, what does not with both sides of it, and the decision last.
import { expect, test } from 'vitest'
import type { Exception, Verification } from '../gate/attestation/check.ts'
import { renderVerification } from './render-verification.ts'

const verification = (...checks: Verification['checks']): Verification => ({
  schema: 'airlock.verification/1',
  verified: checks.every(({ ok }) => ok),
  preview: false,
  checkedAt: '2026-11-23T08:11:00Z',
  checks,
  exceptions: [],
})
const byQa = (kind: Exception['kind'], name: string) =>
  ({ kind, name, owner: 'qa@example.com', expires: '2026-12-10' }) as const
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

test('what somebody has taken upon themselves is told in a line, and is no check', () => {
  const told = (...exceptions: Exception[]) =>
    renderVerification({ ...verification(signature), exceptions })
      .split('\n')
      .slice(2)
  expect(told(byQa('waiver', 'approved'))).toEqual([
    'It rests on 1 waiver: approved until 2026-12-10 by qa@example.com.',
    'All 1 checks hold.',
    '',
  ])
  const cases = ['a', 'b', 'c', 'd'].map((name) => byQa('quarantine', name))
  const [line] = told(byQa('waiver', 'approved'), byQa('waiver', 'no-failures'), ...cases)
  expect(line).toMatch(
    /^It rests on 2 waivers and 4 cases in quarantine: approved until .*; c until [^;]*; 1 more\.$/,
  )
  expect(told(byQa('quarantine', 'a'))[0]).toMatch(/^It rests on 1 case in quarantine: a until/)
})
