// A policy is what a release manager owns: every mistake in it is told with its place, and no layer hides another.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../../release/problem.ts'
import type { ReleaseKind } from '../../release/release.ts'
import { makeDefaultPolicy, parsePolicy } from './parse-policy.ts'
import type { Policy } from './policy.ts'
import { releaseKinds } from '../../release/release.ts'
import { ruleIds } from '../rules/rules.ts'

function read(text: string, kind: ReleaseKind = 'scheduled'): Policy {
  const parsed = parsePolicy({ file: 'policy.yaml', text }, kind)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

function refuse(text: string): readonly Problem[] {
  const parsed = parsePolicy({ file: 'policy.yaml', text }, 'scheduled')
  return parsed.ok ? [] : parsed.problems
}

describe('layers', () => {
  test('without a file, or with an empty one, every rule blocks at its defaults', () => {
    for (const policy of [makeDefaultPolicy('scheduled'), read('')]) {
      expect(ruleIds.filter((id) => policy.rules[id].level !== 'block')).toEqual([])
    }
  })

  test('the file changes single settings, and the kind of release changes them once more', () => {
    const text = [
      'rules: { flake-budget: { max: 2, maxBySeverity: { blocker: 0 } } }',
      'kinds: { emergency: { suite: "@smoke", rules: { flake-budget: { max: 0 } } } }',
    ].join('\n')
    expect(read(text).rules['flake-budget']).toEqual({
      level: 'block',
      settings: { max: 2, maxBySeverity: { blocker: 0 } },
    })
    expect(read(text, 'emergency')).toMatchObject({
      suite: '@smoke',
      rules: { 'flake-budget': { level: 'block', settings: { max: 0, maxBySeverity: { blocker: 0 } } } },
    })
    expect(read(text, 'patch').suite).toBeNull()
  })

  test('the days for the regression that an emergency owes hold for every kind', () => {
    const text = 'kinds: { emergency: { regressionDueDays: 3 } }'
    for (const kind of releaseKinds)
      expect(read(text, kind).rules['regression-paid'].settings).toEqual({ dueDays: 3 })
    const own = `${text}\nrules: { regression-paid: { dueDays: 2 } }`
    expect(read(own).rules['regression-paid'].settings).toEqual({ dueDays: 2 })
    expect(read('kinds: { emergency: { regressionDueDays: 9 } }').loosened).toEqual([
      'regression-paid: dueDays 5 → 9',
    ])
  })

  test('results-only turns off by name what such results cannot answer, and nothing else', () => {
    const { rules, loosened } = read('extends: results-only')
    const off = ruleIds.filter((id) => rules[id].level === 'off')
    expect(off).toEqual([
      'results-sealed',
      'candidate-matches',
      'plan-complete',
      'inventory-kept',
      'witnesses-agree',
      'no-new-failures',
      'duration-budget',
      'tenants-covered',
      'operations-covered',
      'changes-covered',
      'contract-kept',
      'release-declared',
      'cadence-kept',
      'impact-declared',
      'notes-published',
      'notice-given',
      'window-quiet',
      'window-fits',
      'freeze-respected',
      'approved',
      'emergency-justified',
      'regression-paid',
      'one-version',
    ])
    expect(loosened).toEqual([])
    expect(
      read('extends: results-only\nrules: { plan-complete: { level: block } }').rules['plan-complete'].level,
    ).toBe('block')
  })

  test('a rule that asks less than its preset is named as loosened', () => {
    expect(
      read('rules: { no-failures: { level: warn }, results-fresh: { maxAgeMinutes: 5 } }').loosened,
    ).toEqual(['no-failures: block → warn'])
    expect(read('extends: results-only\nrules: { flake-budget: { max: 1 } }').loosened).toEqual([
      'flake-budget: max 0 → 1',
    ])
  })

  test('a rule of the team’s own is named by its file, with level and settings among the others', () => {
    const text = [
      'customRules: [{ module: rules/no-friday.ts }]',
      'rules: { no-friday: { days: [5] } }',
      'kinds: { emergency: { rules: { no-friday: { level: warn } } } }',
    ].join('\n')
    expect(read(text).custom).toEqual([
      {
        id: 'no-friday',
        module: 'rules/no-friday.ts',
        timeoutSeconds: 5,
        level: 'block',
        settings: { days: [5] },
      },
    ])
    expect(read(text, 'emergency').custom).toMatchObject([{ level: 'warn', settings: { days: [5] } }])
  })

  test('the digest is that of the text', () => {
    expect(read('zone: UTC').sha256).not.toBe(read('zone: UTC ').sha256)
  })
})

describe('mistakes', () => {
  const places = (text: string) =>
    refuse(text).map(({ path, line, column, received }) => `${line}:${column} ${path} ${received}`)

  test('an unknown rule is told with its place and the rules there are', () => {
    const text = 'zone: UTC\nrules:\n  flake-budget: { max: 1 }\n  no-failure: { level: block }\n'
    expect(places(text)).toEqual(['4:15 rules.no-failure "no-failure"'])
    expect(refuse(text)[0]?.expected).toContain('no-failures')
  })

  test('a policy under which nothing blocks is none, and one of spaces alone is the preset', () => {
    const off = Object.keys(makeDefaultPolicy('scheduled').rules).map((id) => `  ${id}: { level: warn }`)
    expect(refuse(`rules:\n${off.join('\n')}\n`)).toMatchObject([{ path: 'rules', received: 'none' }])
    expect(refuse(`rules:\n${off.join('\n')}\n`)[0]?.remedy).toContain('level block')
    const spaces = parsePolicy({ file: 'policy.yaml', text: ' \n\n ' }, 'scheduled')
    expect(spaces).toMatchObject({ ok: true, value: { rules: makeDefaultPolicy('scheduled').rules } })
  })

  test('an unknown setting, a wrong value and an unknown level are told all at once', () => {
    const text =
      'rules:\n  flake-budget: { maximum: 1 }\n  results-fresh: { maxAgeMinutes: soon }\n  no-failures: { level: maybe }\n'
    expect(places(text)).toHaveLength(3)
    expect(places(text).join('\n')).toMatch(/2:28 rules\.flake-budget\.maximum "maximum"/)
    expect(places(text).join('\n')).toMatch(/3:35 rules\.results-fresh\.maxAgeMinutes "soon"/)
    expect(places(text).join('\n')).toMatch(/4:25 rules\.no-failures\.level "maybe"/)
  })

  test.each([
    ['results-fresh', 'maxAgeMinutes'],
    ['results-fresh', 'clockSkewSeconds'],
    ['regression-paid', 'dueDays'],
    ['cadence-kept', 'days'],
    ['cadence-kept', 'toleranceDays'],
    ['window-fits', 'margin'],
    ['window-fits', 'warnMinutes'],
    ['window-fits', 'maxMinutes'],
    ['notice-given', 'workingDays'],
    ['notice-given', 'hours'],
  ])('more time than there is, in %s: %s', (rule, setting) => {
    const line = `  ${rule}: { ${setting}: 1000000000000 }`
    expect(places(`rules:\n${line}`)).toEqual([
      `2:${line.indexOf('1000') + 1} rules.${rule}.${setting} 1000000000000`,
    ])
  })

  test('days of an owed regression for a kind of release that owes none, where they would count for nothing', () => {
    expect(places('kinds:\n  patch: { regressionDueDays: 2 }')).toEqual([
      '2:31 kinds.patch.regressionDueDays 2',
    ])
  })

  test('inside of a kind of release, and for a kind that does not exist', () => {
    expect(places('kinds:\n  patch:\n    rules: { nothing: {} }')).toEqual([
      '3:23 kinds.patch.rules.nothing "nothing"',
    ])
    expect(refuse('kinds: { hotfix: {} }')).not.toEqual([])
  })

  test.each([
    'strict: true',
    'extends: everything',
    'rules: [a]',
    'rules: { no-failures: { level: 5 } }',
    'a: [',
    'text',
  ])('in %j', (text) => {
    expect(refuse(text)).not.toEqual([])
  })

  test('a module must be named as a rule, and as no other', () => {
    expect(places('customRules: [{ module: no-failures.ts }]')).toEqual([
      '1:25 customRules[0].module "no-failures"',
    ])
    expect(places('customRules: [{ module: waivers.ts }]')).toEqual(['1:25 customRules[0].module "waivers"'])
    expect(places('customRules: [{ module: a.ts }, { module: other/a.ts }]')).toHaveLength(1)
    expect(places('customRules: [{ module: Rules.TS }]')).toHaveLength(1)
    expect(places('rules: { no-friday: {} }')).toHaveLength(1)
    expect(places('customRules: [{ module: a.ts }]\nrules: { a: { level: mayb } }')).toEqual([
      '2:22 rules.a.level "mayb"',
    ])
  })

  test('a scope stands only where a rule looks at cases, and names what there is', () => {
    expect(read('rules: { no-failures: { scope: { severity: [blocker] } } }').rules['no-failures']).toEqual({
      level: 'block',
      settings: {},
      scope: { severity: ['blocker'] },
    })
    expect(places('rules: { plan-complete: { scope: { tags: "@a" } } }')).toEqual([
      '1:34 rules.plan-complete.scope "scope"',
    ])
    for (const scope of [
      '{}',
      '{ severity: [] }',
      '{ severity: [huge] }',
      '{ tags: "@a and" }',
      '{ tag: "@a" }',
    ])
      expect(places(`rules: { no-failures: { scope: ${scope} } }`), scope).not.toEqual([])
    expect(places('customRules: [{ module: a.ts }]\nrules: { a: { scope: { tags: "@a" } } }')).toHaveLength(1)
  })

  test.each([
    ['a key that stands twice', 'rules:\n  no-failures: {}\n  no-failures: { level: off }', '3:3'],
    ['a rule merged in', 'rules:\n  no-failures: &a { level: off }\n  plan-complete: { <<: *a }', '3:24'],
    ['rules merged in', 'kinds: { patch: &a { rules: {} } }\n<<: *a', '2:1'],
    ['a name that every object has', 'rules: { constructor: { level: off } }', '1:23'],
    ['a prototype', 'rules: { __proto__: { level: off } }', '1:'],
    ['a second document', 'zone: UTC\n---\nrules: {}', '2:1'],
    ['an alias of nothing', 'rules: *a', '1:8'],
    ['a tag that makes code', 'zone: !!js/function "() => 1"', '1:'],
  ])('%s is refused, with its place', (_, text, place) => {
    expect(places(text)[0]).toMatch(new RegExp(`^${place}`))
  })

  test('aliases that multiply each other are refused before they fill the memory', () => {
    const lists = Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(10)}]`)
    expect(refuse(`a0: &a0 [x]\n${lists.join('\n')}`)).toMatchObject([{ expected: 'few aliases' }])
  })

  test('a policy that cannot block anything is none', () => {
    const text = `rules:\n${ruleIds.map((id) => `  ${id}: { level: record }\n`).join('')}`
    expect(refuse(text)).toMatchObject([{ expected: 'at least one rule that blocks' }])
  })
})

test.each(['policy.yaml', 'results-only.yaml'])('the policy of this project, %s, is one', (file) => {
  const text = readFileSync(new URL(`../../../policy/${file}`, import.meta.url), 'utf8')
  for (const kind of ['scheduled', 'emergency', 'patch'] as const)
    expect(() => read(text, kind)).not.toThrow()
})
