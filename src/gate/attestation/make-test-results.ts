// Evidence → one test-result statement for each suite, for readers who know in-toto and not Airlock.
import type { Evidence, EvidenceCase } from '../../evidence/evidence.ts'
import { sumUp } from '../../evidence/judge-case.ts'
import type { Verdict } from '../verdict.ts'
import { makeSubjects } from './make-summary.ts'
import { statementType, testResultType, type Resource } from './statement.ts'

type Heard = { readonly verdict: Verdict; readonly evidence: Evidence; readonly sha256: string }

export type TestResult = {
  readonly _type: typeof statementType
  readonly subject: readonly Resource[]
  readonly predicateType: typeof testResultType
  readonly predicate: {
    readonly result: 'PASSED' | 'WARNED' | 'FAILED'
    readonly configuration: readonly Resource[]
    readonly passedTests: readonly string[]
    readonly warnedTests: readonly string[]
    readonly failedTests: readonly string[]
    /** Ours: the format has no list for them, and in none of the others they would be true. */
    readonly 'urn:airlock:skippedTests': readonly string[]
    readonly 'urn:airlock:suite': string
    readonly 'urn:airlock:run': string | null
  }
}

/** A suite is a capability: a folder of features, or what results of other frameworks call it. */
export function makeTestResults(heard: Heard): TestResult[] {
  const suites = Map.groupBy(heard.evidence.cases, ({ capability }) => capability)
  const names = [...suites.keys()].toSorted()
  return names.map((name) => makeTestResult(heard, { name, cases: suites.get(name) ?? [] }))
}

type Suite = { readonly name: string; readonly cases: readonly EvidenceCase[] }

function makeTestResult({ verdict, evidence, sha256 }: Heard, { name, cases }: Suite): TestResult {
  const list = (sum: ReturnType<typeof sumUp>): string[] =>
    cases
      .filter(({ outcome }) => sumUp(outcome) === sum)
      .map(nameCase)
      .toSorted()
  const lists = {
    passedTests: list('passed'),
    warnedTests: list('flaky'),
    failedTests: list('failed'),
    'urn:airlock:skippedTests': list('skipped'),
  }
  return {
    _type: statementType,
    subject: makeSubjects(verdict, sha256),
    predicateType: testResultType,
    predicate: {
      result: judge(lists),
      configuration: describeConfiguration(verdict),
      ...lists,
      'urn:airlock:suite': name,
      'urn:airlock:run': evidence.runId,
    },
  }
}

type Lists = Pick<
  TestResult['predicate'],
  'passedTests' | 'warnedTests' | 'failedTests' | 'urn:airlock:skippedTests'
>

/** A suite of which nothing passed has not passed. */
function judge(lists: Lists): TestResult['predicate']['result'] {
  const { passedTests, warnedTests, failedTests, 'urn:airlock:skippedTests': skipped } = lists
  if (failedTests.length > 0 || passedTests.length + warnedTests.length === 0) return 'FAILED'
  return warnedTests.length + skipped.length > 0 ? 'WARNED' : 'PASSED'
}

/** A run's plan says what was to be run and where; other results have nothing but themselves. */
function describeConfiguration({ inputs }: Verdict): Resource[] {
  const plan = inputs.filter(({ path }) => path === 'plan.json')
  const found = plan.length > 0 ? plan : inputs
  return found.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } }))
}

function nameCase({ feature, scenario, example, tenant }: EvidenceCase): string {
  const values = example.map(({ name, value }) => `${name}: ${value}`).join(', ')
  const place = [feature, scenario].filter((part) => part !== '').join(' › ')
  return `${place}${values === '' ? '' : ` (${values})`}${tenant === null ? '' : ` [${tenant}]`}`
}
