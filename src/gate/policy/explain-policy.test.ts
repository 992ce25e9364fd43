// Each value of a policy with the line that it stands in.
import { describe, expect, test } from 'vitest'
import { explainPolicy, type ExplainedPolicy } from './explain-policy.ts'
import { ruleIds, rules } from '../rules/rules.ts'

const text = `extends: results-only
zone: Europe/London
customRules:
  - { module: ./rules/no-friday.ts, timeoutSeconds: 2 }
rules:
  flake-budget:
    max: 2
  no-friday: { level: warn, days: [5] }
  no-unexplained-skips:
    allow:
      - { tag: '@needs:clock', reason: Staging has no clock that tests can move and nobody will build one this year }
kinds:
  emergency:
    suite: '@smoke'
    rules:
      flake-budget: { level: record, max: 1 }
      no-failures: { scope: { severity: [blocker, critical], tags: '@smoke' } }
`
function explain(kind: 'scheduled' | 'emergency' = 'emergency', source = text): ExplainedPolicy {
  const read = explainPolicy({ file: 'policy/policy.yaml', text: source }, kind)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}
function find(rule: string, kind?: 'scheduled' | 'emergency') {
  const found = explain(kind).rules.find((one) => one.rule === rule)
  return {
    level: `${found?.level} ${found?.from}`,
    settings: Object.fromEntries(found?.settings.map(({ name, from }) => [name, from]) ?? []),
  }
}

describe('where a value comes from', () => {
  test('built in, the preset, the file or the kind of release, with its line', () => {
    expect(find('flake-budget')).toEqual({
      level: 'record kinds.emergency policy/policy.yaml:16',
      settings: { max: 'kinds.emergency policy/policy.yaml:16', maxBySeverity: 'built in' },
    })
    expect(find('flake-budget', 'scheduled')).toEqual({
      level: 'block built in',
      settings: { max: 'policy/policy.yaml:7', maxBySeverity: 'built in' },
    })
    expect(find('results-sealed').level).toBe('off preset results-only')
    expect(find('results-readable').settings).toEqual({ missingAttachments: 'preset results-only' })
    expect(find('no-failures').settings).toEqual({ scope: 'kinds.emergency policy/policy.yaml:17' })
    expect(find('no-friday')).toEqual({
      level: 'warn policy/policy.yaml:8',
      settings: { days: 'policy/policy.yaml:8' },
    })
  })

  test('also of what is no rule', () => {
    expect(explain().settings).toContainEqual({
      name: 'suite',
      value: '@smoke',
      from: 'kinds.emergency policy/policy.yaml:14',
    })
    expect(explain().settings).toContainEqual({
      name: 'zone',
      value: 'Europe/London',
      from: 'policy/policy.yaml:2',
    })
    expect(explain('scheduled').settings).toContainEqual({
      name: 'suite',
      value: 'every scenario',
      from: 'built in',
    })
  })
})

test('of the days within which an emergency is repaid, the line of that kind, whatever kind is asked', () => {
  const owing = text.replace("suite: '@smoke'\n", "suite: '@smoke'\n    regressionDueDays: 3\n")
  for (const kind of ['scheduled', 'emergency'] as const) {
    const found = explain(kind, owing).rules.find(({ rule }) => rule === 'regression-paid')
    const from = 'kinds.emergency policy/policy.yaml:15'
    expect(found?.settings).toEqual([{ name: 'dueDays', value: 3, from }])
  }
})

test('what is no rule’s is listed whole, with nothing that was not given', () => {
  const all = text
    .replace('zone: Europe/London\n', 'zone: Europe/London\ncalendar: GB-ENG\n')
    .replace("suite: '@smoke'\n", "suite: '@smoke'\n    regressionDueDays: 3\n")
  expect(explain('emergency', all).settings).toEqual([
    { name: 'suite', value: '@smoke', from: 'kinds.emergency policy/policy.yaml:15' },
    { name: 'regressionDueDays', value: 3, from: 'kinds.emergency policy/policy.yaml:16' },
    { name: 'zone', value: 'Europe/London', from: 'policy/policy.yaml:2' },
    { name: 'calendar', value: 'GB-ENG', from: 'policy/policy.yaml:3' },
    { name: 'no-friday, seconds it has', value: 2, from: 'policy/policy.yaml:4' },
  ])
  expect(explain('scheduled', 'extends: results-only\n').settings).toEqual([
    { name: 'suite', value: 'every scenario', from: 'built in' },
    { name: 'zone', value: 'UTC', from: 'built in' },
  ])
})

test('every rule and every setting is there, once', () => {
  const { rules: explained } = explain('scheduled')
  expect(explained.map(({ rule }) => rule)).toEqual([...ruleIds, 'no-friday'])
  for (const { id, settings } of rules)
    expect(explained.find(({ rule }) => rule === id)?.settings.map(({ name }) => name)).toEqual(
      Object.keys(settings.shape),
    )
})

test('a file that cannot be read is told as the gate tells it; no file is all built in', () => {
  expect(explainPolicy({ file: 'p.yaml', text: 'rules: { a: {} }' }, 'patch')).toMatchObject({
    ok: false,
    problems: [{ line: 1 }],
  })
  const none = explainPolicy(null, 'patch')
  expect(none).toMatchObject({ ok: true, value: { path: 'built in', loosened: [] } })
  expect(none.ok && none.value.rules.every(({ from }) => from === 'built in')).toBe(true)
})
