// An example is a release like any other: it is read by the same reader, and says of the day only what depends on it.
import { expect, test } from 'vitest'
import { exampleSchema, renderExample } from './example.ts'
import { parseRelease } from './parse-release.ts'

const written = {
  services: ['wallet', 'pos'],
  expectedDowntimeMinutes: 2,
  author: 'author@example.com',
  approvals: [{ by: 'qa@example.com', role: 'qa' }],
}
const facts = {
  candidate: { version: '7.7.0', digest: 'sha256:abc' },
  window: { start: '2026-12-07T03:00', end: '2026-12-07T04:00' },
  now: Temporal.Instant.from('2026-11-25T09:00:00.123Z'),
}

test('is a scheduled release, approved for this very build when the suite has run', () => {
  const read = parseRelease({ file: 'release.yaml', text: renderExample(written, facts) }, 'Europe/London')
  expect(read).toMatchObject({
    ok: true,
    value: {
      release: 'example-2026-12-07',
      kind: 'scheduled',
      candidate: facts.candidate,
      window: facts.window,
      approvals: [{ by: 'qa@example.com', role: 'qa', at: '2026-11-25T09:00:00Z', digest: 'sha256:abc' }],
    },
  })
})

test('names no digest that nobody knows', () => {
  const text = renderExample(written, { ...facts, candidate: { version: '7.7.0', digest: null } })
  expect(text).not.toContain('digest')
})

test('has nothing in its file that it does not know', () => {
  expect(exampleSchema.safeParse({ ...written, window: facts.window }).success).toBe(false)
})
