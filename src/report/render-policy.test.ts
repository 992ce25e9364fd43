// A policy as a table: everything is in it, in a width that fits a terminal.
import { expect, test } from 'vitest'
import { explainPolicy } from '../gate/policy/explain-policy.ts'
import { ruleIds } from '../gate/rules/rules.ts'
import { renderPolicy } from './render-policy.ts'
import { makeStyle } from './render-text-style.ts'

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
      flake-budget: { level: record }
      no-failures: { scope: { severity: [blocker, critical], tags: '@smoke' } }
`
const read = explainPolicy({ file: 'policy/policy.yaml', text }, 'emergency')
if (!read.ok) throw new Error(JSON.stringify(read.problems))
const policy = read.value

test('the text fits 100 columns, and names everything', () => {
  for (const columns of [80, 100, 200]) {
    const lines = renderPolicy(policy, makeStyle({ color: false, width: columns })).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Math.min(100, columns))
    const words = lines.join(' ').replaceAll(/\s+/g, ' ')
    for (const id of ruleIds) expect(words).toContain(id)
    expect(words).toContain('severity: blocker,')
    expect(words).toContain(policy.sha256)
    expect(words).toContain('Asks less than its preset')
  }
})

test('of roles that all have to approve it does not say that one of them is enough', () => {
  const whole = explainPolicy(
    { file: 'policy.yaml', text: 'extends: release\nzone: Europe/London' },
    'scheduled',
  )
  if (!whole.ok) throw new Error(JSON.stringify(whole.problems))
  const words = renderPolicy(whole.value, makeStyle({ color: false, width: 100 })).replaceAll(/\s+/g, ' ')
  expect(words).toContain('scheduled: qa, release-manager; built in emergency: release-manager; patch: qa')
})
