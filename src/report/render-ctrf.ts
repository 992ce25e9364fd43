// ctrf.json: the Common Test Report Format. It has no word for what cannot be told, so whatever is no pass and no
// skip is failed there, and `rawStatus` says what it is.
import { renderJson } from './json-text.ts'
import {
  caseStates,
  describeRule,
  durationOf,
  makeLines,
  type CaseLine,
  type CaseState,
  type Judged,
  type Lines,
} from './make-case-lines.ts'
import { visibleText } from '../notice/visible-text.ts'
import { evidenceSuite, nameProblem, type ProblemLine } from './make-problem-lines.ts'
import type { RuleLine } from './report.ts'

type Status = 'passed' | 'failed' | 'skipped'
type Test = { readonly status: Status; readonly flaky?: boolean; readonly [field: string]: unknown }

/** The schema that the output is checked against. */
const specVersion = '0.0.0'

/** The whole report, as one JSON document. */
export function renderCtrf(judged: Judged): string {
  const lines = makeLines(judged)
  const { verdict, word, title, reason, counts } = lines
  const tests = [
    ...lines.rules.map(makeRuleTest),
    ...lines.problems.map((problem) => makeProblemTest(problem, word === 'pass')),
    ...lines.cases.map(makeCaseTest),
  ]
  const report = {
    reportFormat: 'CTRF',
    specVersion,
    ...(verdict ? { timestamp: verdict.decidedAt } : {}),
    generatedBy: 'airlock',
    ...(lines.runId === '' ? {} : { runId: lines.runId }),
    results: {
      tool: { name: 'airlock' },
      summary: { ...summarise(tests), ...spanOf(lines), extra: { verdict: word, title, reason, counts } },
      tests,
    },
  }
  return renderJson(report)
}

function summarise(tests: readonly Test[]) {
  const of = (word: Status): number => tests.filter(({ status }) => status === word).length
  const [passed, failed, skipped] = [of('passed'), of('failed'), of('skipped')]
  const flaky = tests.filter((test) => test.flaky === true).length
  return { tests: tests.length, passed, failed, skipped, pending: 0, other: 0, flaky }
}

/** From the first start to the last stop; the time of the verdict where nothing tells. */
function spanOf({ cases, verdict }: Lines): { start: number; stop: number } {
  let [start, stop] = [Infinity, -Infinity]
  for (const attempt of cases.flatMap(({ found }) => found.attempts)) {
    start = Math.min(start, attempt.start ?? Infinity)
    stop = Math.max(stop, attempt.stop ?? -Infinity)
  }
  const decided = verdict ? Temporal.Instant.from(verdict.decidedAt).epochMilliseconds : 0
  if (start === Infinity || stop === -Infinity) return { start: decided, stop: decided }
  return { start: Math.round(start), stop: Math.round(stop) }
}

function makeRuleTest(rule: RuleLine): Test {
  const holds = rule.state === 'pass' || rule.state === 'noted'
  return {
    name: rule.rule,
    status: holds ? 'passed' : 'failed',
    duration: 0,
    suite: ['airlock gate', rule.group],
    rawStatus: rule.state,
    ...(rule.state === 'pass' ? {} : { message: describeRule(rule) }),
    extra: { level: rule.level, outcome: rule.outcome, title: rule.title },
  }
}

function makeProblemTest({ kind, subject, text }: ProblemLine, isPass: boolean): Test {
  return {
    name: nameProblem({ kind, subject }),
    status: isPass ? 'skipped' : 'failed',
    duration: 0,
    suite: [evidenceSuite],
    rawStatus: kind,
    message: text,
  }
}

const statuses = {
  passed: 'passed',
  failed: 'failed',
  error: 'failed',
  skipped: 'skipped',
} as const satisfies Record<CaseState, Status>

function makeCaseTest({ found, feature, state, suite, name, cause, file, line, durationMs }: CaseLine): Test {
  const { id, outcome, attempts, tags, tenant, severity } = found
  return {
    name: name === '' ? 'Unknown test' : name,
    status: statuses[state],
    duration: durationMs,
    suite: [suite, ...(feature === '' ? [] : [feature])],
    testId: id,
    rawStatus: outcome,
    ...(cause === '' ? {} : { message: cause }),
    ...(file === '' ? {} : { filePath: file }),
    ...(found.line === null ? {} : { line }),
    ...(outcome === 'flaky' ? { flaky: true } : {}),
    ...(attempts.length > 1
      ? { retries: attempts.length - 1, retryAttempts: attempts.slice(0, -1).map(makeAttempt) }
      : {}),
    tags,
    labels: { severity, ...(tenant === null ? {} : { tenant }) },
  }
}

function makeAttempt(attempt: CaseLine['found']['attempts'][number], index: number) {
  const { status, message } = attempt
  return {
    attempt: index + 1,
    status: statuses[caseStates[status]],
    duration: durationOf(attempt),
    ...(message === '' ? {} : { message: visibleText(message) }),
  }
}
