import { expect, test } from 'vitest'
import { renderNeverRun } from './render-never-run.ts'
import { makeStyle } from './render-text-style.ts'

const style = makeStyle({ color: false, width: 100 })
const one = { uri: 'features/a.feature', line: 6, scenario: 'open', why: 'it is the same as line 3' }

test('a scenario that never runs is told with its place and why', () => {
  expect(renderNeverRun([one], style).split('\n')).toEqual([
    '✕ open',
    '  features/a.feature:6  never runs: it is the same as line 3',
    'The gate blocks on it.',
  ])
})

test('of many such scenarios ten are told', () => {
  const lines = renderNeverRun(
    Array.from({ length: 12 }, () => one),
    style,
  ).split('\n')
  expect(lines.slice(-2)).toEqual(['and 2 more', 'The gate blocks on each of them.'])
  expect(lines).toHaveLength(22)
})
