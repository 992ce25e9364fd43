// The first sentence that anybody reads means what the verdict means, however many rules stand behind it.
import { expect, test } from 'vitest'
import { ruleIds } from '../gate/rules/rules.ts'
import type { Verdict } from '../gate/verdict.ts'
import { makeHeadline } from './make-headline.ts'
import type { RuleLine, RuleState } from './report.ts'
import { wordsOf } from './rule-words.ts'

const makeRules = (state: RuleState, many: number) =>
  ruleIds.slice(0, many).map((rule) => ({ rule, ...wordsOf(rule), state }) as RuleLine)
const reasonOf = (word: Verdict['verdict'], rules: readonly RuleLine[]) =>
  makeHeadline({ verdict: { verdict: word, release: null, subject: {} } as Verdict }, rules).reason

test.each([
  [4, '; and 1 more rule does not hold.'],
  [5, '; and 2 more rules do not hold.'],
])('of %i rules that do not hold, the rest is counted', (many, end) => {
  expect(reasonOf('block', makeRules('fail', many)).endsWith(end)).toBe(true)
})

test.each([
  [4, '; and 1 more rule holds.'],
  [5, '; and 2 more rules hold.'],
])('of %i rules that cannot be told, what has to be shown is that the rest holds', (many, end) => {
  const reason = reasonOf('inconclusive', makeRules('inconclusive', many))
  expect(reason.startsWith('Stopped until it is shown that ')).toBe(true)
  expect(reason.endsWith(end)).toBe(true)
})

test('of rules that were turned off it does not say that they hold', () => {
  const counts = { tests: 1, missing: 0, passed: 1, flaky: 0 }
  const policy = { off: ['results-sealed'] }
  const verdict = { verdict: 'pass', release: null, subject: {}, counts, window: null, policy }
  const { reason } = makeHeadline({ verdict: verdict as unknown as Verdict }, makeRules('pass', 2))
  expect(reason).toBe('All 2 rules that were asked hold; 1 case passed.')
})

test('where not all cases passed it says of how many', () => {
  const counts = { tests: 6, missing: 1, passed: 4, flaky: 1 }
  const verdict = { verdict: 'pass', release: null, subject: {}, counts, window: null, policy: { off: [] } }
  const { reason } = makeHeadline({ verdict: verdict as unknown as Verdict }, makeRules('pass', 2))
  expect(reason).toBe('All 2 rules hold; 5 of 7 cases passed.')
})

test.each([
  [
    '2026-11-30T03:00:00Z',
    '; 6 cases passed. Not before Mon 30 Nov 2026, 03:00 UTC: its window begins then.',
  ],
  ['2026-11-29T03:00:00Z', '; 6 cases passed.'],
  ['2026-11-30T03:00', '; 6 cases passed.'],
])('of a window that begins at %s it says when, where that is still to come', (start, end) => {
  const window = { start, end: '2026-11-30T04:00:00Z' }
  const counts = { tests: 6, missing: 0, passed: 5, flaky: 1 }
  const verdict = {
    verdict: 'pass',
    release: null,
    subject: {},
    counts,
    window,
    policy: { off: [] },
    decidedAt: '2026-11-29T10:00:00Z',
  }
  const { reason } = makeHeadline({ verdict: verdict as unknown as Verdict }, makeRules('pass', 2))
  expect(reason).toBe(`All 2 rules hold${end}`)
})
