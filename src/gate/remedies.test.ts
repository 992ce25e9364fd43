// Whoever is blocked reads one sentence: it has to be about what was found, and the first thing to do of several.
import { expect, test } from 'vitest'
import { makeRemedy } from './remedies.ts'
import type { Facts } from './rule.ts'
import type { RuleId } from './rules/rules.ts'

const tell = (rule: RuleId, actual: Facts) =>
  makeRemedy(rule, { outcome: 'fail', expected: {}, actual, cases: [], tenants: [] })

test('what holds needs none, and a rule that failed by itself is to be reported', () => {
  const judgement = { expected: {}, cases: [], tenants: [] }
  expect(makeRemedy('no-failures', { ...judgement, outcome: 'pass', actual: { failed: 1 } })).toBe('')
  expect(tell('no-failures', { error: 'no such thing', failed: 1 })).toMatch(/^This rule failed by itself/)
})

test.each<[RuleId, Facts, RegExp]>([
  ['results-present', { absentFolders: ['a'] }, /^Give the folder/],
  ['results-present', { absentReports: ['a.xml'] }, /^Hand in every report/],
  ['results-present', {}, /^Let at least the required number/],
  ['results-readable', { malformed: 1, missingAttachments: 1 }, /^Find out why files were cut short/],
  ['results-readable', { wrongCounts: 1 }, /^Find out what became of the tests/],
  ['results-readable', { missingAttachments: 1 }, /^Copy the results folder as a whole/],
  ['results-readable', { results: 0 }, /^Run the suite again/],
  ['results-readable', { results: 2 }, /^Give each test a name/],
  ['results-sealed', { missingShards: ['2/3'] }, /^Run each shard/],
  ['results-sealed', { overlaps: 1 }, /^Run each shard/],
  ['results-sealed', { unexplainedExits: 1 }, /^Find out why a worker ended/],
  ['results-fresh', { tookMinutes: 1500 }, /^Mend the clock of the machine/],
  ['results-fresh', { undated: 1 }, /^Let the reporter write a timestamp/],
  ['results-fresh', { undated: 1, outside: 1 }, /^Clear the results folder/],
  ['results-fresh', { withoutStart: 1 }, /^Let the adapter write the start/],
  ['results-fresh', {}, /^Run the suite again/],
  ['plan-complete', { forNobody: ['One in a.feature'], missing: 1 }, /^Correct the tags of these scenarios/],
  ['inventory-kept', { problem: null, gone: ['One'], vagueRemovals: ['One'] }, /^Say by `feature`/],
  ['inventory-kept', { problem: null, unusedRemovals: ['One'] }, /^Take the removals/],
  ['inventory-kept', { problem: null, tenantsLeft: ['oak'] }, /^Make sure that these tenants/],
  ['inventory-kept', { problem: null }, /^Judge it with the history/],
  ['no-unexplained-skips', { unusedAllowances: ['@slow'] }, /^Take the allowances/],
  ['operations-covered', { operations: 1, unread: ['getPet'] }, /^Mend these operations/],
  ['operations-covered', { operations: 1, unusedExclusions: ['getPet'] }, /^Take the exclusions/],
  ['operations-covered', { operations: 1 }, /^Run the suite again/],
  ['changes-covered', { unknownServices: ['walet'] }, /^Correct the services/],
  ['changes-covered', { untested: ['pos'] }, /^Run the suite for every tenant/],
  ['changes-covered', { services: ['pos'] }, /^Run the suite again/],
  ['changes-covered', {}, /^Name the services/],
  ['contract-kept', { unreadable: 1 }, /^Find out why scenarios report/],
  ['contract-kept', { unread: ['getPet'] }, /What only the earlier one cannot tell/],
  ['contract-kept', { problem: 'it is damaged', baseline: null }, /history/],
  ['contract-kept', { baseline: null }, /^Judge it beside the run of the last release/],
  ['contract-kept', { baseline: '2026.23' }, /^Run the suite again/],
  ['impact-declared', { unmapped: ['lib'] }, /^Find out which services/],
  ['impact-declared', {}, /^Name the services/],
  ['notes-published', { flaw: null, missing: ['maple'] }, /^Send the release notes/],
  ['notes-published', { flaw: null }, /^Judge it beside a tenants file/],
  ['notice-given', { flaw: null, late: ['maple'], missing: ['cedar'] }, /^Move the window/],
  ['notice-given', { flaw: null, missing: ['maple'] }, /^Send the notice/],
  ['notice-given', { flaw: null, unknown: ['maple: GB 2031'] }, /^Add the calendar/],
  ['notice-given', { flaw: null, window: null }, /^Give the release a window/],
  ['notice-given', { flaw: null, window: 'a/b' }, /^Judge it beside a tenants file/],
  ['gate-proven', { unproven: ['approved'] }, /^Trust no verdict/],
  ['gate-proven', {}, /^Leave at least one rule on/],
])('%s with %j', (rule, actual, words) => {
  expect(tell(rule, actual)).toMatch(words)
})
