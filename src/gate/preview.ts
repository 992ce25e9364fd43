// What the verdict becomes as time goes by, while everything else stays: what is good today because of something that
// ends says so before it ends.
import { makeRuleInput, type Question } from './decide.ts'
import { listBeginnings } from './list-beginnings.ts'
import { listComing } from './met-freezes.ts'
import type { Policy } from './policy/policy.ts'
import { findWindow, needsWindow } from './release-window.ts'
import { findOldest } from './result-times.ts'
import type { RuleInput } from './rule.ts'
import { findNextOverdue, paidSettings } from './rules/regression-paid.ts'
import { freshSettings } from './rules/results-fresh.ts'
import { findLatestStart, fitSettings } from './rules/window-fits.ts'
import { dayMs, endOf } from './term.ts'
import type { Finding, Verdict, VerdictWord } from './verdict.ts'

export type Turn = {
  /** From then on, ISO 8601 in UTC. */
  readonly at: string
  readonly verdict: VerdictWord
  /** What stands in the way from then on and did not before, and what does so no more. */
  readonly newly: readonly Finding[]
  readonly noMore: readonly string[]
}

export type Preview = {
  readonly schema: 'airlock.preview/1'
  readonly now: Verdict
  readonly later: Verdict
  /** Each moment from one to the other at which something changes. */
  readonly turns: readonly Turn[]
}

/** Nobody asks for more days, and each costs a verdict. */
const mostPoints = 60

/** Moments after `now` and up to `later` at which rules may think otherwise, the last among them. */
export function listTurningPoints(
  question: Question,
  { now, later }: { now: number; later: number },
): number[] {
  const { policy, quarantine, waivers = [] } = question
  const ends = [...(quarantine?.entries ?? []), ...waivers].map(endOf)
  const own = policy.custom.some(({ level }) => level !== 'off') ? listDays(now, later) : []
  const points = [
    ...ends,
    ...listBeginnings(question),
    ...endOfFreshness(question),
    ...turnsOfWindow(question),
    ...turnsOfPatch({ ...makeRuleInput(question), now }, policy),
    ...own,
  ].filter((at) => at > now && at < later)
  const sorted = [...new Set(points)].toSorted((a, b) => a - b).slice(0, mostPoints)
  return later > now ? [...sorted, later] : []
}

/** The first moment at which the results are too old. */
function endOfFreshness({ evidence, policy }: Question): number[] {
  const { level, settings } = policy.rules['results-fresh']
  const { maxAgeMinutes } = freshSettings.parse(settings)
  const oldest = findOldest(evidence)
  return level === 'off' || oldest === null ? [] : [oldest + maxAgeMinutes * 60_000 + 1]
}

/** The first moment at which it is too late to begin in the window, and the one at which the window is over. */
function turnsOfWindow({ release, promised, policy }: Question): number[] {
  const window = findWindow({ release, promised: promised ?? null })
  if (window === null) return []
  const settings = fitSettings.parse(policy.rules['window-fits'].settings)
  return [findLatestStart(window, release, settings) + 1, window.end.epochMilliseconds]
}

/** What a patch meets: the day on which a regression is due and, where it may be let in at any time, freezes. */
function turnsOfPatch(input: RuleInput, { rules }: Policy): number[] {
  if (input.release?.kind !== 'patch') return []
  const overdue = findNextOverdue(input, paidSettings.parse(rules['regression-paid'].settings))
  const freezes = needsWindow(input) ? [] : listComing(input).flatMap(({ start, end }) => [start, end])
  return [...freezes.map((at) => at.epochMilliseconds), ...(overdue === null ? [] : [overdue])]
}

/** What a team's own rule makes of time nobody knows; it is asked each day. */
function listDays(now: number, later: number): number[] {
  const first = (Math.floor(now / dayMs) + 1) * dayMs
  const days = Math.min(mostPoints, Math.max(0, Math.ceil((later - first) / dayMs)))
  return Array.from({ length: days }, (_, day) => first + day * dayMs)
}

/** Verdicts of now and of each turning point, in that order. */
export function makePreview(verdicts: readonly [Verdict, ...Verdict[]]): Preview {
  const [now] = verdicts
  const turns = verdicts.slice(1).flatMap((verdict, index) => compare(verdicts[index] ?? now, verdict))
  return { schema: 'airlock.preview/1', now, later: verdicts.at(-1) ?? now, turns }
}

function compare(before: Verdict, after: Verdict): Turn[] {
  const [old, current] = [listStopping(before), listStopping(after)]
  const newly = current.filter(
    ({ rule, outcome }) => !old.some((one) => one.rule === rule && one.outcome === outcome),
  )
  const noMore = old.filter(({ rule }) => !current.some((one) => one.rule === rule)).map(({ rule }) => rule)
  if (newly.length + noMore.length === 0 && before.verdict === after.verdict) return []
  return [{ at: after.decidedAt, verdict: after.verdict, newly, noMore }]
}

function listStopping({ findings }: Verdict): Finding[] {
  return findings.filter(
    ({ level, outcome, waiver }) =>
      level === 'block' && waiver === undefined && (outcome === 'fail' || outcome === 'inconclusive'),
  )
}
