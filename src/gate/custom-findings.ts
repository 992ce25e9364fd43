// Findings of a team's own rules. They are run outside, since code that nobody here has read may hang or throw; what came
// of it is handed in, and a rule of the policy that nobody ran cannot tell.
import { toJson } from './evaluate-rules.ts'
import type { CustomRulePolicy, Policy } from './policy/policy.ts'
import type { Judgement } from './rule.ts'
import type { Finding } from './verdict.ts'

export type CustomAnswer = {
  readonly id: string
  /** Null where the rule never came to say. */
  readonly title: string | null
  readonly judgement: Judgement
  /** What would make it pass; empty where it does. */
  readonly remedy: string
}

/** One finding for each of them that the policy leaves on, in the policy's order. */
export function findCustom({ custom }: Policy, answers: readonly CustomAnswer[]): Finding[] {
  return custom.flatMap((rule) => {
    const answer = answers.find(({ id }) => id === rule.id) ?? makeFailedAnswer(rule.id, 'nobody ran it')
    return rule.level === 'off' ? [] : [makeFinding(rule, rule.level, answer)]
  })
}

/** What is said of a rule that gave no answer. */
export function makeFailedAnswer(id: string, reason: string): CustomAnswer {
  const judgement: Judgement = {
    outcome: 'inconclusive',
    expected: {},
    actual: { error: reason },
    cases: [],
    tenants: [],
  }
  return { id, title: null, judgement, remedy: 'This rule failed by itself: mend its module.' }
}

function makeFinding(
  { id }: CustomRulePolicy,
  level: Finding['level'],
  { title, judgement, remedy }: CustomAnswer,
): Finding {
  return {
    rule: id,
    level,
    outcome: judgement.outcome,
    expected: toJson(judgement.expected),
    actual: toJson(judgement.actual),
    cases: judgement.cases.toSorted(),
    tenants: judgement.tenants.toSorted(),
    ...(title === null ? {} : { title }),
    remedy: judgement.outcome === 'pass' ? '' : remedy,
  }
}
