// A verdict in every form, and what each form says of it, read back by whoever reads that form.
import { XMLParser } from 'fast-xml-parser'
import { decideWord } from '../../src/gate/decide-word.ts'
import type { Verdict } from '../../src/gate/verdict.ts'
import { makeReport } from '../../src/report/make-report.ts'
import { evidenceSuite } from '../../src/report/make-problem-lines.ts'
import { renderCodeQuality } from '../../src/report/render-code-quality.ts'
import { renderCtrf } from '../../src/report/render-ctrf.ts'
import { renderJunit } from '../../src/report/render-junit.ts'
import { renderText } from '../../src/report/render-text.ts'
import { renderVerdictAnnotations } from '../../src/report/render-verdict-annotations.ts'
import { renderVerdictMarkdown } from '../../src/report/render-verdict-markdown.ts'
import { runId } from './sample-plan.ts'
import { makeSample, type Sample, type SampleOptions } from './sample-run.ts'

/** The rules that these tests look at; others come and go with the gate. */
const shownRules = [
  'results-present',
  'results-sealed',
  'plan-complete',
  'no-failures',
  'no-unexplained-skips',
  'flake-budget',
]

/** A run judged by a few rules, which a change of the others leaves as it is. */
export function judgeSample(
  options: SampleOptions,
  change: (verdict: Verdict) => Verdict = (same) => same,
): Sample {
  const sample = makeSample(options)
  const findings = sample.verdict.findings.filter(({ rule }) => shownRules.includes(rule))
  const changed = change({ ...sample.verdict, findings })
  return { ...sample, verdict: { ...changed, verdict: decideWord(changed.findings) } }
}

export const forms = ['txt', 'md', 'junit.xml', 'ctrf.json', 'github', 'gl-code-quality.json'] as const
export type Form = (typeof forms)[number]

/** The verdict in each form. */
export function renderForms({ plan, evidence, verdict }: Sample): Record<Form, string> {
  const judged = { runId, verdict, evidence }
  const nothing = { unread: [], steps: new Map<string, string>(), allure: null, files: [] }
  return {
    txt: renderText(verdict, evidence, { color: false, columns: 100 }),
    md: renderVerdictMarkdown(makeReport({ ...judged, plan, ...nothing })),
    'junit.xml': renderJunit(judged),
    'ctrf.json': renderCtrf(judged),
    github: renderVerdictAnnotations(judged),
    'gl-code-quality.json': renderCodeQuality(judged),
  }
}

/** What a form says, as far as it can say it. */
export type Said = {
  readonly verdict: string
  /** Rules that stop the release, sorted. */
  readonly stopping: readonly string[]
  /** Names of cases that are no pass and no skip, sorted. */
  readonly bad: readonly string[]
  /** Lines about the evidence itself. */
  readonly problems: number
  readonly flaky: number
  readonly skipped?: number
  readonly passed?: number
}

type Node = Readonly<Record<string, unknown>>
const listOf = (value: unknown): Node[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Node[]

export function readJunit(text: string): Said {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' })
  const root = (parser.parse(text) as { testsuites: Node }).testsuites
  const [gate = {}, ...others] = listOf(root['testsuite'])
  const suites = others.filter((suite) => suite['@name'] !== evidenceSuite)
  const found = others.filter((suite) => !suites.includes(suite))
  const cases = suites.flatMap((suite) => listOf(suite['testcase']))
  const isBad = (one: Node): boolean => 'failure' in one || 'error' in one
  const names = (some: readonly Node[]): string[] => some.map((one) => String(one['@name'])).toSorted()
  return {
    verdict: String(root['@name']).replace('Airlock: ', ''),
    stopping: names(listOf(gate['testcase']).filter(isBad)),
    bad: names(cases.filter(isBad)),
    problems: found.flatMap((suite) => listOf(suite['testcase'])).length,
    flaky: cases.filter((one) => 'flakyFailure' in one).length,
    skipped: cases.filter((one) => 'skipped' in one).length,
    passed: cases.filter((one) => !isBad(one) && !('skipped' in one) && !('flakyFailure' in one)).length,
  }
}

type CtrfTest = { name: string; status: string; suite: string[]; flaky?: boolean }
type Ctrf = { results: { summary: { extra: { verdict: string } }; tests: CtrfTest[] } }

export function readCtrf(text: string): Said {
  const { results } = JSON.parse(text) as Ctrf
  const isRule = ({ suite }: CtrfTest): boolean => suite[0] === 'airlock gate'
  const found = results.tests.filter(({ suite }) => suite[0] === evidenceSuite)
  const cases = results.tests.filter((one) => !isRule(one) && !found.includes(one))
  const names = (some: readonly CtrfTest[]): string[] => some.map(({ name }) => name).toSorted()
  const failed = ({ status }: CtrfTest): boolean => status === 'failed'
  return {
    verdict: results.summary.extra.verdict,
    stopping: names(results.tests.filter((one) => isRule(one) && failed(one))),
    bad: names(cases.filter(failed)),
    problems: found.length,
    flaky: cases.filter(({ flaky }) => flaky).length,
    skipped: cases.filter(({ status }) => status === 'skipped').length,
    passed: cases.filter(({ status, flaky }) => status === 'passed' && flaky !== true).length,
  }
}

type Issue = { check_name: string; severity: string; description: string }

export function readCodeQuality(text: string): Said {
  const issues = JSON.parse(text) as Issue[]
  const of = (prefix: string): Issue[] => issues.filter((issue) => issue.check_name.startsWith(prefix))
  const head = of('airlock/verdict')[0]
  const rules = of('airlock/').filter((issue) => issue !== head && issue.severity !== 'minor')
  const bad = of('test/').filter((issue) => issue.check_name !== 'test/flaky')
  return {
    verdict: head?.description.split(':')[0] ?? 'pass',
    stopping: rules.map((issue) => issue.check_name.slice('airlock/'.length)).toSorted(),
    bad: bad.map(({ description }) => description.replace(/(?: for [a-z]+)?: [a-z]+\. .*$/s, '')).toSorted(),
    problems: of('evidence/').length,
    flaky: of('test/flaky').length,
  }
}

/** Ten annotations at most, and how many there are in all. */
export function readAnnotations(text: string): { verdict: string; total: number; shown: number } {
  const lines = text.trimEnd().split('\n')
  const more = Number(/^and (\d+) more;/.exec(lines.at(-1) ?? '')?.[1] ?? 0)
  const shown = lines.filter((line) => line.startsWith('::')).length
  return { verdict: /title=Airlock%3A (\w+)/.exec(text)?.[1] ?? '', total: shown + more, shown }
}
