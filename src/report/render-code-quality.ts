// gl-code-quality.json: GitLab's list of issues in a merge request. It has no place for a verdict, so a verdict that is
// no pass stands at its head as an issue of its own.
import { hash } from 'node:crypto'
import type { Severity } from '../plan/plan.ts'
import { renderJson } from './json-text.ts'
import {
  describeCounts,
  makeLines,
  sortWorst,
  type CaseLine,
  type Judged,
  type Lines,
} from './make-case-lines.ts'
import type { ProblemLine } from './make-problem-lines.ts'
import type { RuleLine, RuleState } from './report.ts'

type Issue = {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

/** An issue for each rule that does not hold and each case that did not simply pass, the worst first. */
export function renderCodeQuality(judged: Judged): string {
  const lines = makeLines(judged)
  const policy = lines.verdict?.policy.path.endsWith('.yaml')
    ? lines.verdict.policy.path
    : 'policy/policy.yaml'
  const bad = lines.cases.filter(({ state }) => state === 'failed' || state === 'error')
  const excused = lines.cases.filter(({ excuse }) => excuse !== null)
  const flaky = lines.cases.filter(({ found }) => found.outcome === 'flaky')
  const rules = lines.rules.filter(({ state }) => state !== 'pass')
  const issues = [
    ...(lines.word === 'pass' ? [] : [makeHead(lines, policy)]),
    ...rules.map((rule) => makeRule(rule, policy)).toSorted(byWeight),
    ...lines.problems.map((problem) => makeProblem(problem, policy, lines.word === 'pass')),
    ...sortWorst(bad).map((found) => makeCase(found, policy)),
    ...sortWorst(excused).map((found) => makeCase(found, policy)),
    ...sortWorst(flaky).map((found) => makeCase(found, policy)),
  ]
  return renderJson(issues)
}

const weights: readonly Issue['severity'][] = ['blocker', 'critical', 'major', 'minor', 'info']

function byWeight(a: Issue, b: Issue): number {
  return weights.indexOf(a.severity) - weights.indexOf(b.severity)
}

function makeHead({ word, title, reason, counts }: Lines, path: string): Issue {
  return makeIssue('airlock/verdict', word, {
    description: `${word}: ${title}. ${reason} (${describeCounts(counts)})`,
    severity: word === 'block' ? 'blocker' : 'critical',
    location: { path, lines: { begin: 1 } },
  })
}

const ruleWeights = {
  pass: 'info',
  fail: 'blocker',
  inconclusive: 'critical',
  noted: 'minor',
} as const satisfies Record<RuleState, Issue['severity']>

function makeRule({ rule, state, title, expected, found }: RuleLine, path: string): Issue {
  return makeIssue(`airlock/${rule}`, '', {
    description: `${title}: ${state}. Expected ${expected}, found ${found}`,
    severity: ruleWeights[state],
    location: { path, lines: { begin: 1 } },
  })
}

/** Files of a run are none of the repository, so that the policy has to stand for them. */
function makeProblem({ kind, subject, text }: ProblemLine, path: string, isPass: boolean): Issue {
  return makeIssue(`evidence/${kind}`, `${subject}\0${text}`, {
    description: text,
    severity: isPass ? 'minor' : 'major',
    location: { path, lines: { begin: 1 } },
  })
}

const caseWeights = {
  blocker: 'blocker',
  critical: 'critical',
  normal: 'major',
  minor: 'minor',
  trivial: 'info',
} as const satisfies Record<Severity, Issue['severity']>

function makeCase({ found, excuse, name, cause, file, line }: CaseLine, policy: string): Issue {
  const tenant = found.tenant === null ? '' : ` for ${found.tenant}`
  const [first = ''] = cause.split('\n')
  return makeIssue(`test/${found.outcome}`, found.id, {
    description: `${name}${tenant}: ${found.outcome}. ${first}`,
    severity: excuse !== null || found.outcome === 'flaky' ? 'minor' : caseWeights[found.severity],
    location: { path: file === '' ? policy : file, lines: { begin: Math.max(1, line) } },
  })
}

/** The same issue has the same fingerprint in every pipeline, so that GitLab can tell old from new. */
function makeIssue(check: string, subject: string, rest: Omit<Issue, 'check_name' | 'fingerprint'>): Issue {
  const { description, ...others } = rest
  const fingerprint = hash('sha256', `${check}\0${subject}`)
  return { description, check_name: check, fingerprint, ...others }
}
