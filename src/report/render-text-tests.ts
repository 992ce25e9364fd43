// The words for what rules found out about the tests themselves: how they ended, and how that compares with before.
import {
  count,
  describeHistory,
  list,
  number,
  part,
  some,
  text,
  type FoundFacts,
  type Words,
} from './render-text-facts.ts'

export const testWords = {
  'no-failures': {
    expected: () => 'nothing failed',
    found: (a) =>
      some([
        number(a, 'tests') === 0
          ? 'no tests'
          : `${describeFailures(a) || 'none'} of ${count(a, 'tests', 'test')}`,
        part(a, 'quarantined', 'in quarantine|in quarantine'),
        part(a, 'fixtures', 'failed fixture'),
        part(a, 'globalErrors', 'error outside of tests|errors outside of tests'),
      ]),
  },
  'no-unexplained-skips': {
    expected: (e) =>
      number(e, 'allowances') === 0
        ? 'each skip has a reason and is allowed'
        : `each skip explained, ${count(e, 'allowances', 'allowance')}`,
    found: (a) =>
      some([
        part(a, 'unexplained', 'unexplained skip'),
        part(a, 'pending', 'pending|pending'),
        part(a, 'withoutReason', 'without a reason|without a reason'),
        list(a, 'unusedAllowances').length > 0 ? `unused: ${list(a, 'unusedAllowances').join(', ')}` : '',
        number(a, 'tests') === 0 ? 'no tests' : `${number(a, 'skipped')} skipped`,
      ]),
  },
  'flake-budget': {
    expected: (e) => some([`at most ${number(e, 'max')} flaky`, ...list(e, 'maxBySeverity')]),
    found: (a) =>
      some([
        number(a, 'tests') === 0 ? 'no tests' : `${number(a, 'flaky')} flaky`,
        part(a, 'quarantined', 'in quarantine|in quarantine'),
        ...list(a, 'overBySeverity').map((over) => `over budget: ${over}`),
        number(a, 'retries') > 0 ? count(a, 'retries', 'retry|retries') : '',
      ]),
  },
  'no-new-failures': {
    expected: () => 'nothing fails that did not before',
    found: (a) =>
      some([
        number(a, 'tests') === 0 ? 'no tests' : '',
        part(a, 'newFailures', 'new failure'),
        part(a, 'outside', 'failure outside of tests|failures outside of tests'),
        part(a, 'lost', 'lost with its worker|lost with their workers'),
        describeHistory(a),
        `${number(a, 'failing')} failing`,
      ]),
  },
  'quarantine-valid': {
    expected: (e) => `at most ${count(e, 'maxEntries', 'entry|entries')}, ${count(e, 'maxDays', 'day')} each`,
    found: (a) =>
      some([
        ...list(a, 'problems').map((problem) => problem.replace(/\.$/, '')),
        part(a, 'over', 'entry too many|entries too many'),
        ...quarantineWords.flatMap(([key, word]) => list(a, key).map((name) => `${word}: ${name}`)),
        list(a, 'problems').length > 0 ? '' : count(a, 'entries', 'entry|entries'),
        part(a, 'failing', 'case did not pass|cases did not pass'),
      ]),
  },
  'duration-budget': {
    expected: (e) => `at most ${number(e, 'maxRatio')} times as long as before`,
    found: (a) =>
      some([
        number(a, 'measured') === 0 ? 'nothing to measure' : '',
        ...list(a, 'slow'),
        text(a, 'problem') === '' ? '' : describeHistory(a),
        number(a, 'capabilities') === 0
          ? `not enough runs yet (${number(a, 'runs')})`
          : `${count(a, 'capabilities', 'capability|capabilities')} against ${count(a, 'runs', 'run')}`,
      ]),
  },
} satisfies Record<string, Words>

const quarantineWords = [
  ['expired', 'expired'],
  ['tooLong', 'too long'],
  ['notYet', 'not begun'],
  ['unmatched', 'names nothing'],
  ['notRun', 'did not run'],
] as const

function describeFailures(a: FoundFacts): string {
  return some([
    part(a, 'failed', 'failed|failed'),
    part(a, 'broken', 'broken|broken'),
    part(a, 'unknown', 'of unknown status|of unknown status'),
    part(a, 'lost', 'lost with its worker|lost with their workers'),
  ])
}
