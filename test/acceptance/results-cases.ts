// Allure results as any framework may leave them. Every one of these but the first passes, or nearly, with gates that
// count failed tests alone.
import { join } from 'node:path'
import { judgeResults, type AcceptanceCase } from './acceptance-case.ts'
import { makeResult, writeResults } from './results-folder.ts'
import { runStartMs } from './run-folder.ts'

const dayMs = 86_400_000
const good = [makeResult('opens a wallet'), makeResult('earns points'), makeResult('redeems a coupon')]
const failed = { status: 'failed', statusDetails: { message: 'Expected 663 points' } }

export const resultsCases: Readonly<Record<string, AcceptanceCase>> = {
  'results-all-passed': judgeResults(good, { others: { 'environment.properties': 'Stage=test\n' } }),
  'results-with-a-failure': judgeResults([...good, makeResult('pays', failed)]),
  'results-under-the-full-policy': {
    arrange: (root) => writeResults(join(root, 'allure-results'), good),
    ask: { results: ['allure-results'] },
  },

  'results-empty-folder': judgeResults([]),
  'results-only-other-files': judgeResults([], { others: { 'executor.json': { name: 'CI' } } }),
  'results-truncated': judgeResults(good, {
    others: { '9-result.json': JSON.stringify(makeResult('pays', failed)).slice(0, 80) },
  }),
  'results-no-object': judgeResults(good, { others: { '9-result.json': '[]' } }),
  'results-broken-container': judgeResults(good, { others: { '9-container.json': '{"befores":' } }),
  'results-older-format': judgeResults(good, { others: { '9-testsuite.xml': '<test-suite/>' } }),
  'results-nearly-named-so': judgeResults(good, {
    others: {
      'x-RESULT.JSON': makeResult('pays', failed),
      'y-result.json.gz': 'x',
      'globals.json': { errors: [{}] },
    },
  }),
  'results-wrong-type': judgeResults([...good, makeResult('pays', { labels: null, steps: null })]),

  'results-unknown-status': judgeResults([...good, makeResult('pays', { status: 'error' })]),
  'results-without-status': judgeResults([...good, makeResult('pays', { status: undefined })]),
  'results-all-skipped': judgeResults(
    good.map((result) => ({ ...result, status: 'skipped', statusDetails: { message: 'no database' } })),
  ),
  'results-flags-obeyed-by-nobody': judgeResults([
    ...good,
    makeResult('pays', { ...failed, statusDetails: { known: true, muted: true, flaky: true } }),
  ]),

  'results-retried': judgeResults([
    ...good,
    makeResult('pays', { ...failed, start: runStartMs, stop: runStartMs + 5 }),
    makeResult('pays', { start: runStartMs + 10, stop: runStartMs + 15 }),
  ]),
  'results-pass-from-the-future': judgeResults([
    ...good,
    makeResult('pays', { start: runStartMs + 365 * dayMs, stop: runStartMs + 365 * dayMs + 5 }),
    makeResult('pays', failed),
  ]),
  'results-of-last-week': judgeResults(
    good.map((result) => ({ ...result, start: runStartMs - 7 * dayMs, stop: runStartMs - 7 * dayMs + 10 })),
  ),
  'results-without-a-start': judgeResults([...good, makeResult('pays', { start: undefined })]),

  'results-doubled-uuid': judgeResults([
    ...good,
    makeResult('pays', { uuid: 'one-uuid' }),
    makeResult('refunds', { uuid: 'one-uuid' }),
  ]),
  'results-one-identity-for-two-tests': judgeResults([
    ...good,
    makeResult('pays for maple', { ...failed, fullName: 'suite.pays' }),
    makeResult('pays for cedar', {
      fullName: 'suite.pays',
      start: runStartMs + 5000,
      stop: runStartMs + 5010,
    }),
  ]),
  'results-one-id-given-to-two-tests': judgeResults(
    [
      ...good,
      makeResult('pays', { ...failed, fullName: 'maple.pays', testCaseId: '7' }),
      makeResult('pays', {
        fullName: 'cedar.pays',
        testCaseId: '7',
        start: runStartMs + 5000,
        stop: runStartMs + 5010,
      }),
    ],
    { rules: 'rules:\n  flake-budget: { max: 2 }\n' },
  ),
  'results-two-starts-alike': judgeResults([...good, makeResult('pays', failed), makeResult('pays')]),

  'results-failed-fixture': judgeResults(good, {
    others: {
      '9-container.json': {
        uuid: 'c',
        befores: [
          { name: 'start the browser', status: 'broken', statusDetails: { message: 'no browser was found' } },
        ],
      },
    },
  }),
  'results-fixture-with-an-odd-status': judgeResults(good, {
    others: { '9-container.json': { uuid: 'c', befores: [{ name: 'start the browser', status: 'error' }] } },
  }),
  'results-error-outside-of-tests': judgeResults(good, {
    others: { '9-globals.json': { errors: [{ message: 'The worker was killed' }] } },
  }),
  'results-failed-check': judgeResults(good, {
    others: { '9-check.json': { name: 'types', status: 'failed', details: { message: '3 errors' } } },
  }),
  'results-missing-attachment': judgeResults([
    ...good,
    makeResult('pays', { attachments: [{ name: 'screenshot', type: 'image/png', source: 'gone.png' }] }),
  ]),
  'results-with-a-rule-turned-off': judgeResults([...good, makeResult('pays', failed)], {
    rules: 'rules:\n  no-failures: { level: off }\n',
  }),
  'results-fewer-than-demanded': judgeResults(good, {
    rules: 'rules:\n  results-present: { minTests: 100 }\n',
  }),
}
