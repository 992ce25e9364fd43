import { expect, test } from 'vitest'
import type { PastRun } from '../history/past.ts'
import { renderHistory } from './render-history.ts'

const run: PastRun = {
  runId: '20261123-080000-1a2b',
  startedAt: Temporal.Instant.from('2026-11-23T08:00:00Z').epochMilliseconds,
  decidedAt: 0,
  target: 'reference',
  release: '2026.24',
  kind: 'scheduled',
  whole: true,
  verdict: 'pass',
  version: '7.7.0',
  cases: 6,
}

test('a line for each run, in columns', () => {
  const emergency = { ...run, runId: 'short', kind: 'emergency', whole: false, verdict: 'block' }
  const undeclared = { ...run, runId: 'other', release: null, kind: null, version: null }
  expect(renderHistory([run, emergency, undeclared])).toBe(
    [
      'run                   began                       target     release              version  cases        verdict',
      '20261123-080000-1a2b  Mon 23 Nov 2026, 08:00 UTC  reference  2026.24              7.7.0    6            pass',
      'short                 Mon 23 Nov 2026, 08:00 UTC  reference  2026.24 (emergency)  7.7.0    6 (not all)  block',
      'other                 Mon 23 Nov 2026, 08:00 UTC  reference  –                    –        6            pass',
      '',
    ].join('\n'),
  )
})

test('a run that began at no time is listed all the same', () => {
  expect(renderHistory([{ ...run, startedAt: 1e300 }])).toContain('at 1e+300, which is no time')
})

test('nothing yet is said, with what changes that', () => {
  expect(renderHistory([])).toBe(
    'No run is in the history yet; `airlock gate --run` adds the one it judges.\n',
  )
})

test('what a candidate calls itself, or an import a run, drives neither terminal nor log', () => {
  const text = renderHistory([{ ...run, runId: '::error::x', version: '7\u001B[2J\n8', target: '\u202Eb' }])
  expect(text.split('\n')).toHaveLength(3)
  expect(text).toMatch(/^∷error::x .* 7 8 /m)
  expect(['\u001B', '\u202E'].filter((sign) => text.includes(sign))).toEqual([])
})
