// A policy is what a release manager owns: every mistake in it is told with its place, and no layer hides another.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../release/problem.ts'
import type { ReleaseKind } from '../release/release.ts'
import { makeDefaultPolicy, parsePolicy } from './parse-policy.ts'
import type { Policy } from './policy.ts'
import { ruleIds } from './rules/rules.ts'

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

  test('results-only turns off by name what such results cannot answer, and nothing else', () => {
    const { rules, loosened } = read('extends: results-only')
    const off = ruleIds.filter((id) => rules[id].level === 'off')
    expect(off).toEqual([
      'results-sealed',
      'candidate-matches',
      'plan-complete',
      'witnesses-agree',
      'tenants-covered',
      'operations-covered',
      'changes-covered',
      'contract-kept',
    ])
    expect(loosened).toEqual([])
    expect(
      read('extends: results-only\nrules: { plan-complete: { level: block } }').rules['plan-complete'].level,
    ).toBe('block')
  })

  test('a rule below the level of its preset is named as loosened', () => {
    expect(
      read('rules: { no-failures: { level: warn }, results-fresh: { maxAgeMinutes: 5 } }').loosened,
    ).toEqual(['no-failures'])
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

  test('an unknown setting, a wrong value and an unknown level are told all at once', () => {
    const text =
      'rules:\n  flake-budget: { maximum: 1 }\n  results-fresh: { maxAgeMinutes: soon }\n  no-failures: { level: maybe }\n'
    expect(places(text)).toHaveLength(3)
    expect(places(text).join('\n')).toMatch(/2:28 rules\.flake-budget\.maximum "maximum"/)
    expect(places(text).join('\n')).toMatch(/3:35 rules\.results-fresh\.maxAgeMinutes "soon"/)
    expect(places(text).join('\n')).toMatch(/4:25 rules\.no-failures\.level "maybe"/)
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

  test('a policy that cannot block anything is none', () => {
    const text = `rules:\n${ruleIds.map((id) => `  ${id}: { level: record }\n`).join('')}`
    expect(refuse(text)).toMatchObject([{ expected: 'at least one rule that blocks' }])
  })
})

test.each(['policy.yaml', 'results-only.yaml'])('the policy of this project, %s, is one', (file) => {
  const text = readFileSync(new URL(`../../policy/${file}`, import.meta.url), 'utf8')
  for (const kind of ['scheduled', 'emergency', 'patch'] as const)
    expect(() => read(text, kind)).not.toThrow()
})
