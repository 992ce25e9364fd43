// The verdict: the worst finding of a rule that blocks decides. Pure, so that the same evidence under the same policy
// at the same time always gives the same verdict, byte for byte.
import type { Evidence } from '../evidence/evidence.ts'
import type { Release } from '../release/release.ts'
import { decideWord } from './decide-word.ts'
import { evaluateRules } from './evaluate-rules.ts'
import { judgeTenants } from './judge-tenants.ts'
import { makeSubject } from './observe-candidate.ts'
import type { Policy } from './policy.ts'
import { ruleIds } from './rules/rules.ts'
import { freshSettings } from './rules/results-fresh.ts'
import type { Verdict } from './verdict.ts'

export type Question = {
  readonly evidence: Evidence
  readonly release: Release | null
  readonly policy: Policy
  /** Milliseconds since 1970. */
  readonly now: number
  /** True if the time was given by hand: such a verdict shows what would be, and opens nothing. */
  readonly preview: boolean
  /** What was read besides the evidence: the release, the policy. */
  readonly inputs: Verdict['inputs']
}

/** Judges the evidence. */
export function decide({ evidence, release, policy, now, preview, inputs }: Question): Verdict {
  const findings = evaluateRules({ evidence, release, suite: policy.suite, now }, policy)
  const { path, sha256, preset, loosened } = policy
  const off = ruleIds.filter((id) => policy.rules[id].level === 'off')
  return {
    schema: 'airlock.verdict/1',
    verdict: decideWord(findings),
    release: release ? { id: release.release, kind: release.kind } : null,
    runId: evidence.runId,
    subject: makeSubject(evidence, release),
    decidedAt: renderInstant(now),
    validUntil: renderInstant(validUntil(policy, now)),
    preview,
    policy: { path, sha256, preset, off, loosened: [...loosened] },
    inputs: [...evidence.inputs, ...inputs].toSorted((a, b) =>
      a.path < b.path ? -1 : Number(a.path > b.path),
    ),
    findings,
    counts: evidence.counts,
    tenants: judgeTenants(evidence, findings),
    waivers: [],
    ledgerHead: null,
  }
}

/** A verdict is worth no longer than the results it rests on may be old. */
function validUntil({ rules }: Policy, now: number): number {
  const { maxAgeMinutes } = freshSettings.parse(rules['results-fresh'].settings)
  return now + maxAgeMinutes * 60_000
}

function renderInstant(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(ms)).toString({ smallestUnit: 'second' })
}
