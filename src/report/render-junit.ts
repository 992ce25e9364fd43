// junit.xml: what every CI shows. The rules of the gate are a suite of their own, so that green tests are not taken
// for a release that may go.
import {
  describeRule,
  makeLines,
  type CaseLine,
  type CaseState,
  type Judged,
  type Lines,
} from './make-case-lines.ts'
import { evidenceSuite, nameProblem, type ProblemLine } from './make-problem-lines.ts'
import type { RuleLine, RuleState } from './report.ts'
import { element, escapeXml } from './xml-text.ts'

const gateSuite = 'airlock gate'

/** A rule that does not hold but stops nothing has passed, and says why. */
const ruleStates = {
  pass: 'passed',
  noted: 'passed',
  fail: 'failed',
  inconclusive: 'error',
} as const satisfies Record<RuleState, CaseState>

type Suite = {
  readonly name: string
  readonly states: readonly CaseState[]
  readonly seconds: number
  readonly content: string
}

/** The whole report; the gate's suite comes first. */
export function renderJunit(judged: Judged): string {
  const lines = makeLines(judged)
  const bySuite = Map.groupBy(lines.cases, ({ suite }) => suite)
  const suites = [makeGateSuite(lines), ...makeEvidenceSuite(lines), ...[...bySuite].map(makeSuite)]
  const totals = count(suites.flatMap(({ states }) => states))
  const timestamp = lines.verdict?.decidedAt
  const body = suites.map(({ name, states, seconds, content }) => {
    const attributes = { name, ...count(states), time: seconds.toFixed(3), timestamp }
    return `  ${element('testsuite', attributes, `\n${content}\n  `)}`
  })
  const root = element('testsuites', { name: `Airlock: ${lines.word}`, ...totals }, `\n${body.join('\n')}\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function count(states: readonly CaseState[]) {
  const of = (word: CaseState): number => states.filter((state) => state === word).length
  return { tests: states.length, failures: of('failed'), errors: of('error'), skipped: of('skipped') }
}

function makeGateSuite(lines: Lines): Suite {
  const content = [renderProperties(lines), ...lines.rules.map(renderRule)]
  return {
    name: gateSuite,
    states: lines.rules.map(({ state }) => ruleStates[state]),
    seconds: 0,
    content: content.join('\n'),
  }
}

function renderProperties({ word, reason, runId, verdict, counts }: Lines): string {
  const values = {
    verdict: word,
    reason,
    run: runId,
    release: verdict?.release?.id,
    candidate: verdict?.subject.version,
    ...Object.fromEntries(Object.entries(counts ?? {}).map(([name, number]) => [`counts.${name}`, number])),
  }
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== null)
  const all = known.map(([name, value]) => `      ${element('property', { name, value: String(value) })}`)
  return `    ${element('properties', {}, `\n${all.join('\n')}\n    `)}`
}

function renderRule(rule: RuleLine): string {
  const told = describeRule(rule)
  const parts = {
    pass: '',
    noted: element('system-out', {}, escapeXml(`Does not hold, and stops nothing (${rule.level}).\n${told}`)),
    fail: element('failure', { message: rule.found, type: 'rule' }, escapeXml(told)),
    inconclusive: element('error', { message: rule.found, type: 'inconclusive' }, escapeXml(told)),
  } satisfies Record<RuleState, string>
  return `    ${element('testcase', { classname: `${gateSuite}.${rule.group}`, name: rule.rule, time: '0.000' }, parts[rule.state])}`
}

/** What has no test to hang on has a suite of its own, where there is any of it. */
function makeEvidenceSuite({ problems, word }: Lines): Suite[] {
  if (problems.length === 0) return []
  const state = word === 'pass' ? 'skipped' : 'error'
  const content = problems.map((problem) => renderProblem(problem, state))
  return [{ name: evidenceSuite, states: problems.map(() => state), seconds: 0, content: content.join('\n') }]
}

function renderProblem({ kind, subject, text }: ProblemLine, state: 'skipped' | 'error'): string {
  const attributes = { classname: evidenceSuite, name: nameProblem({ kind, subject }), time: '0.000' }
  const content =
    state === 'skipped'
      ? element('skipped', { message: text })
      : element('error', { message: text, type: kind }, escapeXml(text))
  return `    ${element('testcase', attributes, content)}`
}

function makeSuite([name, cases]: [string, CaseLine[]]): Suite {
  return {
    name,
    states: cases.map(({ state }) => state),
    seconds: cases.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000,
    content: cases.map(renderCase).join('\n'),
  }
}

function renderCase({
  found,
  feature,
  state,
  excuse,
  name,
  cause,
  file,
  line,
  durationMs,
}: CaseLine): string {
  const attributes = {
    classname: feature === '' ? 'tests' : feature,
    name: name === '' ? 'Unknown test' : name,
    time: (durationMs / 1000).toFixed(3),
    file: file === '' ? undefined : file,
    line: found.line === null ? undefined : line,
  }
  const [message = ''] = cause.split('\n')
  const parts = {
    // The words of Surefire for a test that failed and then passed.
    passed: found.outcome === 'flaky' ? element('flakyFailure', { message }, escapeXml(cause)) : '',
    failed: element('failure', { message, type: found.outcome }, escapeXml(cause)),
    error: element('error', { message, type: found.outcome }, escapeXml(cause)),
    skipped: element('skipped', { message }, excuse === null ? '' : escapeXml(cause)),
  } satisfies Record<CaseState, string>
  return `    ${element('testcase', attributes, parts[state])}`
}
