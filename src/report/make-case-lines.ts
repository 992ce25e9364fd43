// Verdict and evidence as the machines' formats need them: every rule and every case once, so that JUnit, CTRF,
// annotations and code quality cannot say different things.
import type { CaseOutcome, Counts, EvidenceCase } from '../evidence/evidence.ts'
import type { Verdict } from '../gate/verdict.ts'
import { visibleLine, visibleText } from '../notice/visible-text.ts'
import { severities } from '../plan/plan.ts'
import { longest } from '../release/longest.ts'
import { findExcuses, type Excuses } from './find-excuses.ts'
import { makeHeadline, previewNote } from './make-headline.ts'
import { makeProblemLines, type ProblemLine } from './make-problem-lines.ts'
import { makeRuleLines } from './make-rule-lines.ts'
import { outcomeWords } from './page-words.ts'
import type { Report, ReportInput, RuleLine } from './report.ts'

export type Judged = Pick<ReportInput, 'runId' | 'verdict' | 'evidence'>

/** How an outcome is told where there are four words. */
export type CaseState = 'passed' | 'failed' | 'error' | 'skipped'

export const caseStates = {
  passed: 'passed',
  flaky: 'passed',
  failed: 'failed',
  broken: 'error',
  unknown: 'error',
  missing: 'error',
  lost: 'error',
  skipped: 'skipped',
} as const satisfies Record<CaseOutcome, CaseState>

export type CaseLine = {
  readonly found: EvidenceCase
  /** One that stops nothing, because somebody answers for it, is skipped whatever became of it. */
  readonly state: CaseState
  /** Who does, and until when. */
  readonly excuse: string | null
  readonly suite: string
  /** Its feature, where it has one. */
  readonly feature: string
  readonly name: string
  readonly cause: string
  /** The scenario's own file, else the report that tells of it. */
  readonly file: string
  readonly line: number
  readonly durationMs: number
}

export type Lines = {
  readonly runId: string
  readonly verdict: Verdict | null
  readonly word: Report['word']
  readonly title: string
  readonly reason: string
  readonly counts: Counts | null
  readonly rules: readonly RuleLine[]
  readonly cases: readonly CaseLine[]
  /** What was found wrong with the evidence itself. */
  readonly problems: readonly ProblemLine[]
}

const longestMs = longest.minutes * 60_000

/** What was said where there is no verdict: a run that nobody judged is no pass. */
const unjudged: RuleLine = {
  rule: 'verdict',
  title: 'The run has been judged',
  group: 'Other rules',
  failed: 'the run has not been judged',
  state: 'inconclusive',
  outcome: 'inconclusive',
  level: 'block',
  waiver: null,
  expected: 'a verdict',
  found: 'none',
  remedy: 'Judge the run with `airlock gate`.',
  cases: 0,
  tenants: [],
}

/** What is said where each rule that would decide is waived: that is no pass either, and none of them says so. */
const undecided: RuleLine = {
  ...unjudged,
  title: 'A rule decides',
  failed: 'nothing decides',
  expected: 'a rule that blocks and is not waived',
  found: 'none',
  remedy: 'Let a rule block that nobody has waived.',
}

function listRules(verdict: Verdict | null, found: readonly RuleLine[]): readonly RuleLine[] {
  if (verdict === null) return [unjudged]
  const isTold = found.some(({ state }) => state === 'fail' || state === 'inconclusive')
  return verdict.verdict === 'pass' || isTold ? found : [undecided, ...found]
}

/** All there is to tell, in the order of the rules and of the plan. */
export function makeLines({ runId, verdict, evidence }: Judged): Lines {
  const found = makeRuleLines(verdict)
  const rules = listRules(verdict, found)
  const { reason, ...headline } = makeHeadline({ verdict }, found)
  const counts = verdict?.counts ?? evidence?.counts ?? null
  const excuses = findExcuses(verdict, evidence)
  const cases = (evidence?.cases ?? []).map((found) => makeCaseLine(found, excuses))
  const said = verdict?.preview ? `${previewNote} ${reason}` : reason
  const problems = makeProblemLines(evidence)
  return { runId, verdict, ...headline, reason: said, counts, rules, cases, problems }
}

function makeCaseLine(found: EvidenceCase, excuses: Excuses): CaseLine {
  const { id, uri, line, outcome, attempts } = found
  const isBad = caseStates[outcome] === 'failed' || caseStates[outcome] === 'error'
  const excuse = isBad ? (excuses.get(id) ?? null) : null
  return {
    found,
    state: excuse === null ? caseStates[outcome] : 'skipped',
    excuse,
    suite: visibleLine(nameSuite(found)),
    feature: visibleLine(found.feature),
    name: visibleLine(nameCase(found)),
    cause: excuse === null ? describeCause(found) : `${excuse}\n${outcome}: ${describeCause(found)}`,
    file: uri ?? attempts.at(-1)?.file ?? '',
    line: line ?? 1,
    durationMs: attempts.reduce((sum, attempt) => sum + durationOf(attempt), 0),
  }
}

/** A result may claim to have taken longer than there is time, which no reader of these formats can take. */
export function durationOf({ start, stop }: EvidenceCase['attempts'][number]): number {
  return start === null || stop === null ? 0 : Math.min(Math.max(0, Math.round(stop - start)), longestMs)
}

function nameSuite({ tenant, capability, source }: EvidenceCase): string {
  return (
    [tenant ?? '', capability === '' ? (source ?? '') : capability].filter(Boolean).join(' › ') || 'tests'
  )
}

function nameCase({ scenario, example }: EvidenceCase): string {
  const values = example.map(({ name, value }) => `${name}: ${value}`).join(', ')
  return values === '' ? scenario : `${scenario} (${values})`
}

/** The last attempt that told of anything says why. */
function describeCause({ outcome, attempts }: EvidenceCase): string {
  if (outcome === 'passed') return ''
  const told = attempts.findLast(({ message }) => message.trim() !== '')?.message ?? ''
  return told === '' ? outcomeWords[outcome] : visibleText(told)
}

/** The most severe first, and what failed before what is not known. */
export function sortWorst(cases: readonly CaseLine[]): CaseLine[] {
  const rank = ({ found, state }: CaseLine): number =>
    severities.indexOf(found.severity) * 2 + Number(state !== 'failed')
  return cases.toSorted((a, b) => rank(a) - rank(b))
}

/** `12 tests: 10 passed, 2 failed`, in the words of the counts. */
export function describeCounts(counts: Counts | null): string {
  if (counts === null) return 'no tests are known'
  const parts = (Object.keys(caseStates) as CaseOutcome[]).filter((outcome) => counts[outcome] > 0)
  const named = parts.map((outcome) => `${counts[outcome]} ${outcome}`).join(', ')
  return `${counts.tests} ${counts.tests === 1 ? 'test' : 'tests'}${named === '' ? '' : `: ${named}`}`
}

/** What a rule expected and found, and what mends it. */
export function describeRule({ title, expected, found, remedy, waiver }: RuleLine): string {
  const mend = remedy === '' ? [] : [`Remedy: ${remedy}`]
  const waived = waiver === null ? [] : [`Waived by: ${waiver}`]
  return [title, `Expected: ${expected}`, `Found: ${found}`, ...waived, ...mend].join('\n')
}
