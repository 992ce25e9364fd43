// Runs every enabled rule. One that throws is inconclusive and the others still run; each yields exactly one finding,
// also when it passes, so that a verdict shows what was looked at and not only what was wrong.
import { makeRemedy } from './remedies.ts'
import type { Policy } from './policy.ts'
import type { Judgement, Rule, RuleInput } from './rule.ts'
import { rules, type RuleId } from './rules/rules.ts'
import type { Finding } from './verdict.ts'

/** One finding for each rule that the policy leaves on, in the order of the rules. */
export function evaluateRules(
  input: RuleInput,
  policy: Pick<Policy, 'rules'>,
  known: readonly Rule<RuleId>[] = rules,
): Finding[] {
  const findings = known.flatMap((rule) => evaluateRule(rule, input, policy))
  const enabled = known.filter(({ id }) => policy.rules[id].level !== 'off').map(({ id }) => id)
  const told = findings.map(({ rule }) => rule)
  if (told.join() !== enabled.join())
    throw new Error(`Findings of ${told.join()} for the rules ${enabled.join()}`)
  return findings
}

function evaluateRule(rule: Rule<RuleId>, input: RuleInput, policy: Pick<Policy, 'rules'>): Finding[] {
  const { level, settings } = policy.rules[rule.id]
  if (level === 'off') return []
  const judgement = judge(rule, input, settings)
  return [
    {
      rule: rule.id,
      level,
      outcome: judgement.outcome,
      expected: toJson(judgement.expected),
      actual: toJson(judgement.actual),
      cases: judgement.cases.toSorted(),
      tenants: judgement.tenants.toSorted(),
      remedy: makeRemedy(rule.id, judgement),
    },
  ]
}

function judge(rule: Rule<RuleId>, input: RuleInput, settings: unknown): Judgement {
  try {
    return rule.evaluate(input, settings)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { outcome: 'inconclusive', expected: {}, actual: { error: reason }, cases: [], tenants: [] }
  }
}

function toJson(facts: Judgement['actual']): Finding['actual'] {
  const entries = Object.entries(facts)
  return Object.fromEntries(
    entries.map(([key, fact]) => [key, typeof fact === 'object' && fact ? [...fact] : fact]),
  )
}
