// How long a verdict holds: as long as what it rests on. A deployment trusts it until then without asking anything else.
import { listComing } from './met-freezes.ts'
import type { Policy } from './policy/policy.ts'
import { findWindow, needsWindow } from './release-window.ts'
import { findOldest } from './result-times.ts'
import type { RuleInput } from './rule.ts'
import { findNextOverdue, paidSettings } from './rules/regression-paid.ts'
import { findLatestStart, fitSettings } from './rules/window-fits.ts'
import { freshSettings } from './rules/results-fresh.ts'
import { endOf } from './term.ts'
import type { Finding } from './verdict.ts'

type Resting = {
  readonly policy: Policy
  readonly findings: readonly Finding[]
  /** Waivers that were used, and what is in quarantine. */
  readonly exceptions: readonly { readonly expires: string }[]
}

/**
 * A verdict is worth no longer than the window lasts that the release is let in by, and where there is none, no longer
 * than the results it rests on may be old, nor into a freeze; that of a patch not past what is due; and never longer
 * than the exceptions it rests on count.
 */
export function findValidUntil(input: RuleInput, { policy, findings, exceptions }: Resting): number {
  const { maxAgeMinutes } = freshSettings.parse(policy.rules['results-fresh'].settings)
  const grownOld = startOfAge(input, findings) + maxAgeMinutes * 60_000
  const end = findLastStart(input, { policy, findings }) ?? grownOld
  const ends = needsWindow(input) ? [] : listFreezes(input, findings)
  const overdue = findOverdue(input, { policy, findings })
  return Math.min(end, ...ends, ...overdue, ...exceptions.map(endOf))
}

/** Begun later, a release would be over after the window of which its clients were told. */
function findLastStart(
  input: RuleInput,
  { policy, findings }: Pick<Resting, 'policy' | 'findings'>,
): number | null {
  const window = findWindow(input)
  if (window === null || !decides(findings, 'window-fits')) return window?.end.epochMilliseconds ?? null
  return findLatestStart(window, input.release, fitSettings.parse(policy.rules['window-fits'].settings))
}

/** What is let in at any time may meet later what it does not meet now, and nobody would ask again. */
function listFreezes(input: RuleInput, findings: readonly Finding[]): number[] {
  const freezes = decides(findings, 'freeze-respected') ? listComing(input) : []
  return freezes.map(({ start }) => start.epochMilliseconds).filter((at) => at > input.now)
}

/** Only a patch may be let in while something is owed, and no longer than until it is due. */
function findOverdue(input: RuleInput, { policy, findings }: Pick<Resting, 'policy' | 'findings'>): number[] {
  if (input.release?.kind !== 'patch' || !decides(findings, 'regression-paid')) return []
  const overdue = findNextOverdue(input, paidSettings.parse(policy.rules['regression-paid'].settings))
  return overdue === null ? [] : [overdue]
}

/** Where the policy or a waiver lets the age of results decide nothing, it ends nothing either: the verdict has its own. */
function startOfAge({ evidence, now }: RuleInput, findings: readonly Finding[]): number {
  if (!decides(findings, 'results-fresh')) return now
  // A result may claim any number, and before 1970 nobody can write it as a time.
  return Math.max(0, Math.min(now, findOldest(evidence) ?? now))
}

function decides(findings: readonly Finding[], id: string): boolean {
  return findings.some(({ rule, level, waiver }) => rule === id && level === 'block' && waiver === undefined)
}
