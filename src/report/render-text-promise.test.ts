// What is said of a promise is what is known of it: a window that ends on another day must not read as if it were over
// before it began, nor what nobody could look up as if it were well.
import { expect, test } from 'vitest'
import { askRule, sampleRelease } from '../../test/acceptance/sample-evidence.ts'
import { samplePromised } from '../../test/acceptance/sample-promise.ts'
import { regressionPaid } from '../gate/rules/regression-paid.ts'
import { windowFits } from '../gate/rules/window-fits.ts'
import { windowQuiet } from '../gate/rules/window-quiet.ts'
import type { FoundFacts } from './render-text-facts.ts'
import { promiseWords } from './render-text-promise.ts'

const rules = { 'window-quiet': windowQuiet, 'window-fits': windowFits }
function say(rule: keyof typeof rules, window: { start: string; end: string }): string {
  const release = { ...sampleRelease, window }
  const { actual } = askRule(rules[rule], { release, promised: samplePromised() })
  return promiseWords[rule].found(actual as FoundFacts)
}

test('a window within a day has that day once', () => {
  const window = { start: '2026-11-30T03:00', end: '2026-11-30T04:00' }
  expect(say('window-quiet', window)).toContain('2026-11-30 03:00 to 04:00 UTC')
  expect(say('window-fits', window)).toContain('start by 03:57:00 UTC')
})

test('a window over midnight has both, and so has what must begin on the second', () => {
  const window = { start: '2026-11-29T23:30', end: '2026-11-30T00:30' }
  expect(say('window-quiet', window)).toContain('2026-11-29 23:30 to 2026-11-30 00:30 UTC')
  expect(say('window-fits', window)).toContain('start by 2026-11-30 00:27:00 UTC')
})

test('where the history cannot be read nothing is said of what is owed', () => {
  const { actual } = askRule(regressionPaid, { release: sampleRelease, history: null })
  const said = promiseWords['regression-paid'].found(actual as FoundFacts)
  expect(said).toBe('the history cannot be read: no history was asked')
})
