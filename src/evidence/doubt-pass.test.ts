// Only what a real adapter has been seen to write is doubted; whatever merely looks a little like it passes.
import { expect, test } from 'vitest'
import { doubtPass } from './doubt-pass.ts'
import { groupLabels } from './labels.ts'

const open = { name: 'Given it', stage: 'finished', statusDetails: { message: 'not defined' } }

function doubt(steps: unknown, message = '', framework = 'cucumberjs') {
  const labels = groupLabels([{ name: 'framework', value: framework }])
  return doubtPass({ steps }, { message, labels })
}

test('a step that ended without a status and says why', () => {
  expect(doubt([open])).toEqual({ status: 'broken', flags: [], message: 'Given it: not defined' })
  expect(doubt([{ ...open, name: 7 }])?.message).toBe('not defined')
})

test.each([
  ['no step', null],
  ['a step that is none', ['finished']],
  ['a step that has not ended', [{ ...open, stage: 'running' }]],
  ['a step with a status', [{ ...open, status: 'passed' }]],
  ['a step that says nothing', [{ ...open, statusDetails: { message: ' ' } }]],
  ['a step without details', [{ ...open, statusDetails: null }]],
])('not %s', (_what, steps) => {
  expect(doubt(steps)).toBeNull()
})

test('a pass of Playwright’s that leaves a message was meant to fail; another one is a pass', () => {
  expect(doubt([], 'expected 5', 'playwright')).toEqual({
    status: 'failed',
    flags: ['known'],
    message: 'expected 5',
  })
  expect(doubt([], ' \n', 'playwright')).toBeNull()
  expect(doubt([], 'expected 5')).toBeNull()
})
