// The verdict: the worst finding of a rule that blocks decides. Pure, so that the same evidence under the same policy
// at the same time always gives the same verdict, byte for byte.
import type { Evidence } from '../evidence/evidence.ts'
import type { Past } from '../history/past.ts'
import { byText } from '../release/by-text.ts'
import type { WrittenQuarantine } from '../release/quarantine.ts'
import type { Promised } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import type { ReleaseWindow } from '../release/resolve-window.ts'
import type { Waiver } from '../release/waivers.ts'
import { findBaseline, nameBaseline } from './baseline.ts'
import { findLoosened } from './policy/compare-policies.ts'
import { findCustom, type CustomAnswer } from './custom-findings.ts'
import { decideWord } from './decide-word.ts'
import { evaluateRules, judge } from './evaluate-rules.ts'
import { judgeTenants } from './judge-tenants.ts'
import { makeSubject } from './observe-candidate.ts'
import { describeInForce } from './policy/parse-policy.ts'
import type { Policy } from './policy/policy.ts'
import type { Proof } from './proof/proof.ts'
import { judgeQuarantine, listQuarantined, noQuarantine, type Quarantine } from './quarantine.ts'
import { quarantineSettings } from './rules/quarantine-valid.ts'
import { findWindow } from './release-window.ts'
import { ruleIds, rules } from './rules/rules.ts'
import type { RuleInput } from './rule.ts'
import { findValidUntil } from './valid-until.ts'
import type { Outcome, Verdict } from './verdict.ts'
import { applyWaivers, type Rest, type Waived } from './waivers.ts'

export type Question = {
  readonly evidence: Evidence
  readonly release: Release | null
  /** What clients were promised; absent where nobody asked for it. */
  readonly promised?: Promised
  readonly policy: Policy
  /** What earlier runs were; null where no history was asked. */
  readonly history: Past | null
  /** The quarantine as it was read; absent where there is no file of it. */
  readonly quarantine?: WrittenQuarantine
  /** What became of showing faults to rules that are not among ours. */
  readonly proofs?: readonly Proof[]
  /** What those rules said. */
  readonly custom?: readonly CustomAnswer[]
  /** The waivers as they were read. */
  readonly waivers?: readonly Waiver[]
  /** Milliseconds since 1970. */
  readonly now: number
  /** True if the time was given by hand: such a verdict shows what would be, and opens nothing. */
  readonly preview: boolean
  /** What was read besides the evidence: the release, the policy. */
  readonly inputs: Verdict['inputs']
}

/** Judges the evidence. */
export function decide(question: Question): Verdict {
  const { evidence, release, promised, policy, now, preview, inputs } = question
  const input = makeRuleInput(question)
  const { findings, waivers } = findAll(question, input)
  const quarantined = listQuarantined(input.quarantine)
  const exceptions = [...waivers.filter(isUsed), ...quarantined]
  return {
    schema: 'airlock.verdict/1',
    verdict: decideWord(findings),
    release: release ? { id: release.release, kind: release.kind } : null,
    runId: evidence.runId,
    target: evidence.target,
    subject: makeSubject(evidence, release),
    decidedAt: renderInstant(now),
    validUntil: renderInstant(findValidUntil(input, { policy, findings, exceptions })),
    window: makeWindow(question),
    preview,
    policy: describePolicy(question),
    inputs: [...evidence.inputs, ...inputs].toSorted(byText(({ path }) => path)),
    findings,
    counts: evidence.counts,
    tenants: judgeTenants(evidence, findings),
    quarantined,
    waivers,
    ledgerHead: promised?.ledger.head ?? null,
  }
}

/** What every rule is asked with. */
export function makeRuleInput(question: Question): RuleInput {
  const { evidence, release, promised = null, policy, history, proofs = [], now } = question
  const quarantine = readQuarantine(question)
  return { evidence, release, promised, suite: policy.suite, history, quarantine, proofs, now }
}

function findAll(question: Question, input: RuleInput): Waived {
  const { evidence, policy, now, custom = [], waivers = [] } = question
  const findings = [...evaluateRules(input, policy), ...findCustom(policy, custom)]
  const ask = (id: string, rest: Rest): Outcome | null => {
    const rule = rules.find((one) => one.id === id)
    return rule ? judge(rule, leaveOut(input, rest), policy.rules[rule.id]).outcome : null
  }
  return applyWaivers({ findings, waivers, evidence, now, ask })
}

/** Clients of the tenants file too: one that is in no plan has to be reached all the same. */
function leaveOut({ promised, ...input }: RuleInput, { evidence, excused }: Rest): RuleInput {
  const tenants = promised?.tenants.filter(({ id }) => !excused.has(id)) ?? []
  return { ...input, evidence, promised: promised && { ...promised, tenants } }
}

function describePolicy({ policy, history, inputs }: Question): Verdict['policy'] {
  const { path, sha256, preset, loosened, custom } = policy
  const off = ruleIds.filter((id) => policy.rules[id].level === 'off')
  const ownOff = custom.filter(({ level }) => level === 'off').map(({ id }) => id)
  const baseline = findBaseline(history)
  const since = baseline.last && {
    baseline: nameBaseline(baseline) ?? '',
    rules: findLoosened(baseline.last.policy, describeInForce(policy, inputs)),
  }
  return { path, sha256, preset, off: [...off, ...ownOff], loosened: [...loosened], loosenedSince: since }
}

/** Without the rule that watches over it, a quarantine excuses nothing. */
function readQuarantine({ evidence, policy: { rules }, now, quarantine }: Question): Quarantine {
  const { level, settings } = rules['quarantine-valid']
  if (level === 'off' || quarantine === undefined) return noQuarantine
  const { maxDays } = quarantineSettings.parse(settings)
  return judgeQuarantine(quarantine, { evidence, now, maxDays })
}

/** As it was written where nobody can tell the instants: no deployment finds itself in such a window. */
function makeWindow(question: Question): Verdict['window'] {
  const window = findQuestionWindow(question)
  if (window === null) return question.release?.window ?? null
  return { start: renderInstant(window.start), end: renderInstant(window.end) }
}

function findQuestionWindow({ release, promised }: Question): ReleaseWindow | null {
  return findWindow({ release, promised: promised ?? null })
}

function isUsed({ state }: Verdict['waivers'][number]): boolean {
  return state === 'used'
}

function renderInstant(at: number | Temporal.Instant): string {
  const instant = typeof at === 'number' ? Temporal.Instant.fromEpochMilliseconds(Math.round(at)) : at
  return instant.toString({ smallestUnit: 'second' })
}
