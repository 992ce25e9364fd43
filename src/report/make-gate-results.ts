// The rules of the gate stand in the Allure report as a suite of their own, so that whoever reads only that report
// learns that green tests are not yet a release.
import type { Finding, Verdict } from '../gate/verdict.ts'
import { gateMessagePrefix } from '../run/allure-side-files.ts'
import { makeUuid } from '../run/make-allure-result.ts'
import { makeRuleLine } from './make-rule-lines.ts'
import { upperFirst } from './render-page-rules.ts'
import { escapeMarkdown, renderSentence } from '../notice/markdown.ts'
import { nameFew } from './name-few.ts'
import { words } from './page-words.ts'
import type { RuleLine, RuleState } from './report.ts'

/** An Allure 2 result file, as much of it as a rule needs. */
export type GateResult = {
  readonly uuid: string
  readonly status: 'passed' | 'failed' | 'broken' | 'skipped'
  readonly [field: string]: unknown
}

export type CaseName = { readonly scenario: string; readonly tenant: string | null }

type Context = {
  readonly runId: string
  readonly cases: ReadonlyMap<string, CaseName>
}

const suite = 'Release gate'
const mostCases = 50

// Allure knows no warning. What does not hold and yet stops nothing is `skipped`: grey, and never mistaken for good.
const statuses = {
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'broken',
  noted: 'skipped',
} satisfies Record<RuleState, GateResult['status']>

/** One result a finding; a run without a verdict has one that says so. */
export function makeGateResults(verdict: Verdict | null, context: Context): GateResult[] {
  if (!verdict) return [makeMissing(context)]
  return verdict.findings.map((finding) => makeGateResult(finding, verdict, context))
}

function makeGateResult(finding: Finding, verdict: Verdict, context: Context): GateResult {
  const line = makeRuleLine(finding)
  const status = statuses[line.state]
  const at = Temporal.Instant.from(verdict.decidedAt).epochMilliseconds
  return {
    ...identify(finding.rule, context.runId),
    status,
    stage: 'finished',
    statusDetails: status === 'passed' ? {} : { message: describe(line) },
    description: renderDescription(line, finding, context).join('\n\n'),
    start: at,
    stop: at,
    labels: makeLabels(line, context.runId),
    parameters: [],
    links: [{ name: words.page, url: '../index.html', type: 'link' }],
    steps: [],
    attachments: [],
  }
}

function makeMissing({ runId }: Context): GateResult {
  const message = `${gateMessagePrefix}this run has not been judged, so nothing may be deployed on the strength of it.`
  return {
    ...identify('verdict', runId),
    status: 'broken',
    stage: 'finished',
    statusDetails: { message },
    labels: [
      { name: 'parentSuite', value: suite },
      { name: 'epic', value: suite },
      { name: 'run', value: runId },
    ],
  }
}

/** The same rule is the same test in every run, so that its history can be followed. */
function identify(
  rule: string,
  runId: string,
): { uuid: string; historyId: string; testCaseId: string; fullName: string; name: string } {
  const id = makeUuid([suite, rule])
  return {
    uuid: makeUuid([suite, runId, rule]),
    historyId: id,
    testCaseId: id,
    fullName: `${suite} › ${rule}`,
    name: rule,
  }
}

function describe({ rule, outcome, expected, found, waiver, state }: RuleLine): string {
  const what = outcome === 'inconclusive' ? 'cannot be told' : 'does not hold'
  const noted = state === 'noted' ? ', which stops nothing here' : ''
  const because = waiver === null ? '' : ` (${words.waived(waiver)})`
  return [
    `${gateMessagePrefix}${rule} ${what}${noted}${because}`,
    `${words.expected}: ${expected}`,
    `${words.found}: ${found}`,
  ].join('\n')
}

function renderDescription(line: RuleLine, { cases, tenants }: Finding, context: Context): string[] {
  const names = cases
    .slice(0, mostCases)
    .map((id) => `- ${escapeMarkdown(nameCase(context.cases.get(id), id))}`)
  const more = cases.length > names.length ? [`- and ${cases.length - names.length} more`] : []
  const head = line.outcome === 'fail' ? upperFirst(line.failed) : line.title
  return [
    `**${escapeMarkdown(head)}**`,
    `${words.expected}: ${escapeMarkdown(line.expected)}`,
    `${words.found}: ${escapeMarkdown(line.found)}`,
    ...(line.remedy === '' ? [] : [`${words.remedy}: ${renderSentence(line.remedy)}`]),
    ...(tenants.length === 0 ? [] : [`${words.tenants}: ${escapeMarkdown(nameFew(tenants).join(', '))}`]),
    ...(names.length === 0 ? [] : [[...names, ...more].join('\n')]),
  ]
}

function nameCase(found: CaseName | undefined, id: string): string {
  if (!found) return id
  return found.tenant === null ? found.scenario : `${found.scenario} (${found.tenant})`
}

const severities = { block: 'critical', warn: 'minor', record: 'trivial' } satisfies Record<
  Finding['level'],
  string
>

function makeLabels({ group, level, waiver }: RuleLine, runId: string): { name: string; value: string }[] {
  return [
    { name: 'parentSuite', value: suite },
    { name: 'epic', value: suite },
    { name: 'suite', value: group },
    { name: 'feature', value: group },
    { name: 'severity', value: severities[level] },
    { name: 'run', value: runId },
    { name: 'tag', value: level },
    ...(waiver === null ? [] : [{ name: 'tag', value: 'waived' }]),
    { name: 'framework', value: 'airlock' },
  ]
}
