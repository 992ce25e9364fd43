// A gate made wider is named, step by step; one made stricter is nobody's trouble.
import { expect, test } from 'vitest'
import { findLoosened } from './compare-policies.ts'
import { describeInForce, makeDefaultPolicy, parsePolicy } from './parse-policy.ts'
import { rules } from '../rules/rules.ts'

function read(text: string) {
  const parsed = parsePolicy({ file: 'policy.yaml', text }, 'scheduled')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return describeInForce(parsed.value)
}
const usual = describeInForce(makeDefaultPolicy('scheduled'))
const between = (before: string, after: string): string[] => findLoosened(read(before), read(after))

test.each([
  ['no-failures: { level: warn }', 'no-failures: block → warn'],
  ['no-failures: { level: off }', 'no-failures: block → off'],
  ['flake-budget: { max: 2 }', 'flake-budget: max 0 → 2'],
  ['results-present: { minTests: 1 }', null],
  ['results-fresh: { undatedReports: warn }', 'results-fresh: undatedReports fail → warn'],
  ['operations-covered: { refusals: false }', 'operations-covered: refusals true → false'],
  ['operations-covered: { min: 0.5 }', 'operations-covered: min 1 → 0.5'],
  ['quarantine-valid: { maxDays: 7 }', null],
  ['contract-kept: { requireBaseline: true }', null],
  ['no-failures: { scope: { severity: [blocker] } }', 'no-failures: scope every case → blocker'],
  ['no-unexplained-skips: { allow: [{ tag: "@a", reason: b }] }', 'no-unexplained-skips: allow @a'],
  ['notice-given: { cutOff: "23:59" }', 'notice-given: cutOff 17:00 → 23:59'],
  ['notice-given: { cutOff: "09:00" }', null],
])('{ %s } against the preset', (rule, phrase) => {
  expect(findLoosened(usual, read(`rules: { ${rule} }`))).toEqual(phrase === null ? [] : [phrase])
})

test('the other way round nothing is looser', () => {
  for (const text of ['flake-budget: { max: 2 }', 'no-failures: { level: record, scope: { tags: "@a" } }'])
    expect(findLoosened(read(`rules: { ${text} }`), usual)).toEqual([])
})

test('limits by name, where none is the widest', () => {
  const limit = (most: string): string => `rules: { flake-budget: { maxBySeverity: { ${most} } } }`
  expect(between(limit('blocker: 0, minor: 1'), limit('minor: 2'))).toEqual([
    'flake-budget: maxBySeverity blocker 0 → none',
    'flake-budget: maxBySeverity minor 1 → 2',
  ])
  expect(between(limit('minor: 2'), limit('blocker: 0, minor: 1'))).toEqual([])
})

test('where the platform is at home decides when a day ends and which days count', () => {
  const home = 'zone: Europe/London\ncalendar: GB-ENG\n'
  expect(between(home, 'zone: Pacific/Honolulu\n')).toEqual([
    'zone changed, Europe/London → Pacific/Honolulu',
    'calendar changed, GB-ENG → none',
  ])
  expect(between(home, home)).toEqual([])
  const { zone: _zone, calendar: _calendar, ...older } = usual
  expect(findLoosened(older, read(home))).toEqual([])
  expect(makeDefaultPolicy('scheduled').loosened).toEqual([])
})

test('a home of its own is nothing that the preset asks', () => {
  expect(parsePolicy({ file: 'policy.yaml', text: 'zone: Europe/London' }, 'scheduled')).toMatchObject({
    value: { loosened: [] },
  })
})

test('a suite of some tags is looser than every scenario, and unknown ones are not compared', () => {
  expect(findLoosened(usual, { ...usual, suite: '@smoke' })).toEqual(['suite: every scenario → @smoke'])
  expect(findLoosened({ rules: usual.rules }, { ...usual, suite: '@smoke' })).toEqual([])
})

test('a rule of the team is missed when it is gone, and its settings are only known to have changed', () => {
  const own = (settings: Record<string, unknown>) => ({
    ...usual,
    rules: { ...usual.rules, 'no-friday': { level: 'block' as const, settings } },
  })
  expect(findLoosened(own({}), usual)).toEqual(['no-friday: block → gone'])
  expect(findLoosened(usual, own({}))).toEqual([])
  expect(findLoosened(own({ days: 5 }), own({ days: 6 }))).toEqual(['no-friday: days changed, 5 → 6'])
})

test('of lists by name each entry that is gone is told', () => {
  expect(
    between('', 'rules: { approved: { roles: { scheduled: [qa], patch: [qa, release-manager] } } }'),
  ).toEqual(['approved: roles scheduled release-manager'])
})

test('each quiet hour that is new is told as a whole', () => {
  const quiet = "{ day: 1, from: '00:00', to: '06:00' }"
  expect(between('', `rules: { window-quiet: { quiet: [${quiet}] } }`)).toEqual([
    'window-quiet: quiet {"day":1,"from":"00:00","to":"06:00"}',
  ])
})

test('a rule that was off took nothing away', () => {
  expect(
    between('rules: { no-failures: { level: off } }', 'rules: { no-failures: { level: warn } }'),
  ).toEqual([])
})

test('of each setting it is known which way is looser', () => {
  const unknown = rules.flatMap(({ id, settings, looser = {} }) =>
    Object.keys(settings.shape)
      .filter((name) => looser[name] === undefined)
      .map((name) => `${id}: ${name}`),
  )
  expect(unknown).toEqual([])
})
