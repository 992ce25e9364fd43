// Findings as lines for people. Whether a finding stops the release is told from its level, outcome and waiver
// alone, as the gate does; a line never looks better than its finding.
import type { Finding, Verdict } from '../gate/verdict.ts'
import { describeFinding } from './render-text-messages.ts'
import type { RuleLine, RuleState } from './report.ts'
import { ruleGroups, wordsOf } from './rule-words.ts'

/** One line a finding, in the order of the rules' groups. */
export function makeRuleLines(verdict: Verdict | null): RuleLine[] {
  const lines = (verdict?.findings ?? []).map(makeRuleLine)
  return lines.toSorted((a, b) => ruleGroups.indexOf(a.group) - ruleGroups.indexOf(b.group))
}

/** A finding in words. */
export function makeRuleLine(finding: Finding): RuleLine {
  return {
    rule: finding.rule,
    ...wordsOf(finding.rule, finding.title),
    state: stateOf(finding),
    outcome: finding.outcome,
    level: finding.level,
    waiver: finding.waiver ?? null,
    ...describeFinding(finding),
    remedy: finding.remedy,
    cases: finding.cases.length,
    tenants: finding.tenants,
  }
}

function stateOf({ outcome, level, waiver }: Finding): RuleState {
  if (outcome === 'pass') return 'pass'
  if (level !== 'block' || waiver !== undefined || outcome === 'warn') return 'noted'
  return outcome
}
