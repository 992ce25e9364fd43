// One finding for each enabled rule, whatever a rule does.
import { describe, expect, test } from 'vitest'
import {
  emptyEvidence,
  noPast,
  sampleEvidence,
  sampleRelease,
} from '../../test/acceptance/sample-evidence.ts'
import { usualNowMs } from '../../test/acceptance/gate-environment.ts'
import { samplePromised } from '../../test/acceptance/sample-promise.ts'
import { evaluateRules, type Asked } from './evaluate-rules.ts'
import { makeDefaultPolicy } from './policy/parse-policy.ts'
import { noQuarantine } from './quarantine.ts'
import type { Policy } from './policy/policy.ts'
import type { Rule } from './rule.ts'
import { ruleIds, rules, type RuleId } from './rules/rules.ts'
import type { Outcome } from './verdict.ts'

const policy = makeDefaultPolicy('scheduled')
const input = {
  evidence: sampleEvidence(),
  release: sampleRelease,
  promised: samplePromised(),
  suite: null,
  history: noPast,
  quarantine: noQuarantine,
  now: usualNowMs,
}

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
    const nothing = { ...input, evidence: emptyEvidence(origin), release: null, promised: null }
    const findings = evaluateRules(nothing, policy)
    const passing = findings.filter(({ outcome }) => outcome === 'pass' || outcome === 'warn')
    // What this one looks at is the gate itself, which is there whatever it is asked about.
    expect(passing.map(({ rule }) => rule)).toEqual(['gate-proven'])
    expect(findings.filter(({ remedy }) => remedy === '')).toEqual(passing)
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
    { rule: 'gate-proven', actual: { unproven: ['no-failures throws: a fault in the rule'] } },
  ])
})

const replace = (id: RuleId, evaluate: Rule['evaluate']) =>
  rules.map((rule) => (rule.id === id ? { ...rule, evaluate } : rule))
const always = (outcome: Outcome) => () => ({ outcome, expected: {}, actual: {}, cases: [], tenants: [] })
const proven = (known: readonly Rule<RuleId>[], asked: Asked = input, chosen = policy) =>
  evaluateRules(asked, chosen, known).find(({ rule }) => rule === 'gate-proven')

describe('the gate is proven', () => {
  test('when each rule stops its fault and nothing else', () => {
    expect(proven(rules)).toMatchObject({ outcome: 'pass', actual: { rules: ruleIds.length, unproven: [] } })
  })

  test.each(ruleIds.filter((id) => id !== 'gate-proven'))('and not with a %s that lets all pass', (id) => {
    expect(proven(replace(id, always('pass')))).toMatchObject({
      outcome: 'fail',
      actual: { unproven: [`${id} lets its fault pass (pass)`] },
    })
  })

  test.each(['warn', 'inconclusive', 'fail'] as const)('and not with a rule that says %s of all', (word) => {
    const actual = { unproven: [`flake-budget stops a sound run (${word})`] }
    expect(proven(replace('flake-budget', always(word)))).toMatchObject({ outcome: 'fail', actual })
  })

  test('a rule that is off is asked for no proof', () => {
    const known = replace('flake-budget', always('pass'))
    const off = withRule('flake-budget', { level: 'off' })
    expect(proven(known, input, off)).toMatchObject({
      outcome: 'pass',
      actual: { rules: ruleIds.length - 1 },
    })
  })

  test('proofs of rules that are not among ours count too', () => {
    const proofs = [{ rule: 'no-friday', flaw: 'lets its fault pass (pass)' }]
    expect(proven(rules, { ...input, proofs })).toMatchObject({
      outcome: 'fail',
      actual: { unproven: ['no-friday lets its fault pass (pass)'] },
    })
  })
})
