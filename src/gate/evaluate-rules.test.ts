// One finding for each enabled rule, whatever a rule does.
import { expect, test } from 'vitest'
import { emptyEvidence, sampleEvidence, sampleRelease } from '../../test/acceptance/sample-evidence.ts'
import { usualNowMs } from '../../test/acceptance/gate-environment.ts'
import { evaluateRules } from './evaluate-rules.ts'
import { makeDefaultPolicy } from './parse-policy.ts'
import type { Policy } from './policy.ts'
import { ruleIds, rules } from './rules/rules.ts'

const policy = makeDefaultPolicy('scheduled')
const input = { evidence: sampleEvidence(), release: sampleRelease, suite: null, now: usualNowMs }

function withRule(id: (typeof ruleIds)[number], change: Partial<Policy['rules']['no-failures']>): Policy {
  return { ...policy, rules: { ...policy.rules, [id]: { ...policy.rules[id], ...change } } }
}

test('each rule has exactly one finding, in their order, also when it passes', () => {
  const findings = evaluateRules(input, policy)
  expect(findings.map(({ rule }) => rule)).toEqual(ruleIds)
  expect(
    findings.every(({ outcome, level, remedy }) => outcome === 'pass' && level === 'block' && remedy === ''),
  ).toBe(true)
})

test('no rule passes on nothing', () => {
  for (const origin of ['run', 'results'] as const) {
    const findings = evaluateRules({ ...input, evidence: emptyEvidence(origin) }, policy)
    expect(findings.filter(({ outcome }) => outcome === 'pass' || outcome === 'warn')).toEqual([])
    expect(findings.filter(({ remedy }) => remedy === '')).toEqual([])
  }
})

test('a rule that is turned off by name has none, and its level goes with it otherwise', () => {
  const off = evaluateRules(input, withRule('no-failures', { level: 'off' }))
  expect(off.map(({ rule }) => rule)).toEqual(ruleIds.filter((id) => id !== 'no-failures'))
  expect(
    evaluateRules(input, withRule('no-failures', { level: 'warn' })).find(
      ({ rule }) => rule === 'no-failures',
    )?.level,
  ).toBe('warn')
})

test('a rule that throws is inconclusive, and the others still run', () => {
  const broken = rules.map((rule) =>
    rule.id === 'no-failures'
      ? {
          ...rule,
          evaluate: (): never => {
            throw new Error('a fault in the rule')
          },
        }
      : rule,
  )
  const findings = evaluateRules(input, policy, broken)
  expect(findings.filter(({ outcome }) => outcome !== 'pass')).toMatchObject([
    { rule: 'no-failures', outcome: 'inconclusive', actual: { error: 'a fault in the rule' } },
  ])
})
