// Runs every enabled rule. One that throws is inconclusive and the others still run; each yields exactly one finding,
// also when it passes, so that a verdict shows what was looked at and not only what was wrong.
import { plants } from './proof/plants.ts'
import { proveRules } from './proof/prove-rules.ts'
import type { Proof } from './proof/proof.ts'
import { makeRemedy } from './remedies.ts'
import type { Policy, RulePolicy } from './policy/policy.ts'
import type { Judgement, Rule, RuleInput } from './rule.ts'
import { rules, type RuleId } from './rules/rules.ts'
import { describeScope, narrowEvidence } from './scope.ts'
import type { Finding } from './verdict.ts'

/** Proofs of rules that are not among ours come from outside; those of ours are made here. */
export type Asked = Omit<RuleInput, 'proofs'> & { readonly proofs?: readonly Proof[] }

/** One finding for each rule that the policy leaves on, in the order of the rules. */
export function evaluateRules(
  asked: Asked,
  policy: Pick<Policy, 'rules'>,
  known: readonly Rule<RuleId>[] = rules,
): Finding[] {
  const input = { ...asked, proofs: [...prove(known, policy), ...(asked.proofs ?? [])] }
  const findings = known.flatMap((rule) => evaluateRule(rule, input, policy))
  const enabled = known.filter(({ id }) => policy.rules[id].level !== 'off').map(({ id }) => id)
  const told = findings.map(({ rule }) => rule)
  if (told.join() !== enabled.join())
    throw new Error(`Findings of ${told.join()} for the rules ${enabled.join()}`)
  return findings
}

/** Before anything is judged: a rule that stops nothing must not be asked for its word. */
function prove(known: readonly Rule<RuleId>[], policy: Pick<Policy, 'rules'>): Proof[] {
  const enabled = known.filter(({ id }) => policy.rules[id].level !== 'off')
  return enabled.flatMap((rule) => {
    const proof = proofsMade.get(rule) ?? proveRule(rule)
    proofsMade.set(rule, proof)
    return proof
  })
}

/** A proof depends on nothing but the rule, so that whoever judges often in one process proves it once. */
const proofsMade = new WeakMap<Rule<RuleId>, readonly Proof[]>()

/** One of ours, shown a sound run and the fault that is planted for it. */
export function proveRule({ id, worst = 'fail', evaluate }: Rule<RuleId>): readonly Proof[] {
  return proveRules([{ rule: { id, worst, evaluate: (input) => evaluate(input, {}) }, plant: plants[id] }])
}

function evaluateRule(rule: Rule<RuleId>, input: RuleInput, policy: Pick<Policy, 'rules'>): Finding[] {
  const own = policy.rules[rule.id]
  const { level, scope } = own
  if (level === 'off') return []
  const judgement = judge(rule, input, own)
  return [
    {
      rule: rule.id,
      level,
      outcome: judgement.outcome,
      expected: toJson({ ...judgement.expected, ...(scope && { scope: describeScope(scope) }) }),
      actual: toJson(judgement.actual),
      cases: judgement.cases.toSorted(),
      tenants: judgement.tenants.toSorted(),
      remedy: makeRemedy(rule.id, judgement),
    },
  ]
}

/** What a rule says under a policy. */
export function judge(rule: Rule, input: RuleInput, { settings, scope }: RulePolicy): Judgement {
  try {
    const evidence = scope ? narrowEvidence(input.evidence, scope) : input.evidence
    return rule.evaluate({ ...input, evidence }, settings)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { outcome: 'inconclusive', expected: {}, actual: { error: reason }, cases: [], tenants: [] }
  }
}

/** Facts as they stand in a finding. */
export function toJson(facts: Judgement['actual']): Finding['actual'] {
  const entries = Object.entries(facts)
  return Object.fromEntries(
    entries.map(([key, fact]) => [key, typeof fact === 'object' && fact ? [...fact] : fact]),
  )
}
