import { expect, test } from 'vitest'
import { renderInstant } from './render-instant.ts'

test('an instant is spelled out in UTC, whatever its offset', () => {
  expect(renderInstant('2026-11-20T16:02:07Z')).toEqual(['Fri 20 Nov 2026', '16:02 UTC'])
  expect(renderInstant('2026-03-01T00:30:00+02:00')).toEqual(['Sat 28 Feb 2026', '22:30 UTC'])
})

test('what is no instant is shown as it is', () => {
  expect(renderInstant('soon')).toEqual(['soon', ''])
})
