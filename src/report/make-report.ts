// Plan, evidence and verdict → everything the release page and the pull request comment say.
import type { Verdict } from '../gate/verdict.ts'
import type { Plan } from '../plan/plan.ts'
import { describeQuarantined, describeWaiver } from './describe-exceptions.ts'
import { makeFailures, makeFlaky } from './make-failures.ts'
import { count, makeHeadline, previewNote } from './make-headline.ts'
import { makeExclusions, makeProblems, nameSelection } from './make-omissions.ts'
import { makeProblemLines } from './make-problem-lines.ts'
import { makeRuleLines } from './make-rule-lines.ts'
import { makeMatrix, makeTenantCards, nameTenants } from './make-tenants.ts'
import { nameFew } from './name-few.ts'
import { words } from './page-words.ts'
import { renderInstant } from './render-instant.ts'
import type { Fact, Report, ReportInput } from './report.ts'

/** More failures than that, and more of what passed on a retry, are read in the Allure report. */
const mostFailures = 200

/** Results of many shards or folders are not named one by one. */
const mostInputs = 24

export function makeReport(input: ReportInput): Report {
  const names = nameTenants(input)
  const rules = makeRuleLines(input.verdict).map((rule) => ({
    ...rule,
    tenants: nameFew(rule.tenants.map((id) => names.get(id) ?? id)),
  }))
  return {
    folder: input.folder ?? `reports/${input.runId}`,
    ...makeHeadline(input, rules),
    ...(input.verdict?.preview && { word: 'preview' as const }),
    warnings: makeWarnings(input),
    facts: makeFacts(input),
    rules,
    rulesOff: input.verdict?.policy.off ?? [],
    tenants: makeTenantCards(input),
    matrix: makeMatrix(input),
    failures: makeFailures(input, mostFailures),
    ...makeFlaky(input, mostFailures),
    exclusions: makeExclusions(input),
    hasPlan: input.plan !== null,
    problems: makeProblems(input),
    problemLines: makeProblemLines(input.evidence).map(({ text }) => text),
    quarantined: (input.verdict?.quarantined ?? []).map(describeQuarantined),
    waivers: (input.verdict?.waivers ?? []).map(describeWaiver),
    ...splitInputs(input),
    policy: namePolicy(input),
    links: makeLinks(input),
  }
}

function makeWarnings({ verdict, plan, unread }: ReportInput): string[] {
  const loosened = verdict?.policy.loosened ?? []
  return [
    // Why there is no verdict comes before what else there is to know.
    ...(verdict === null ? unread : []),
    ...(verdict?.preview ? [previewNote] : []),
    ...nameStranger(verdict, plan),
    ...(plan ? nameSelection(plan) : []),
    ...(loosened.length > 0 ? [`The policy asks less than its preset: ${loosened.join('; ')}.`] : []),
    ...nameLoosening(verdict),
    ...(verdict === null ? [] : unread),
  ]
}

/** What was made wider since it last held is what nobody has seen it hold with. */
function nameLoosening(verdict: Verdict | null): string[] {
  const { baseline = '', rules = [] } = verdict?.policy.loosenedSince ?? {}
  return rules.length === 0
    ? []
    : [`The policy asks less than at ${baseline}, which passed: ${rules.join('; ')}.`]
}

/** Files of two runs in one folder: whoever copied them must know. */
function nameStranger(verdict: Verdict | null, plan: Plan | null): string[] {
  if (!verdict || !plan || verdict.runId === plan.runId) return []
  return [`The verdict is of another run: ${verdict.runId ?? 'one without an id'}, not ${plan.runId}.`]
}

function makeFacts(input: ReportInput): Fact[] {
  const { verdict, plan, runId } = input
  const facts: Record<string, readonly [value: string, detail: string]> = {
    Candidate: nameCandidate(input),
    Cases: countCases(input),
    Scenarios: plan
      ? [
          plan.inventory.pickles.toLocaleString('en'),
          `in ${count(plan.inventory.features.length, 'feature')}`,
        ]
      : ['', ''],
    Target: [plan?.target ?? '', ''],
    Release: verdict?.release ? [verdict.release.id, verdict.release.kind] : ['', ''],
    Decided: verdict ? renderInstant(verdict.decidedAt) : ['', ''],
    'Valid until': nameEnd(verdict),
    Run: [runId, ''],
  }
  return Object.entries(facts).flatMap(([name, [value, detail]]) =>
    value === '' ? [] : [{ name, value, detail }],
  )
}

/** How long a verdict holds matters to whoever deploys on it, and on no other than a pass may anybody. */
function nameEnd(verdict: Verdict | null): [string, string] {
  if (verdict?.verdict !== 'pass' || verdict.validUntil === null) return ['', '']
  return renderInstant(verdict.validUntil)
}

const nobodyTold = 'nobody told which build it is'

function nameCandidate({ verdict }: ReportInput): [string, string] {
  if (!verdict) return ['', '']
  const { version, digest, source } = verdict.subject
  const origin = { declared: 'as declared', observed: 'as observed on the target', none: nobodyTold }[source]
  const detail = [digest === null ? '' : shortenDigest(digest), origin].filter(Boolean).join(', ')
  return [version ?? 'unknown', detail]
}

/** Enough of a digest to compare by eye; the whole one stands in the small print. */
export function shortenDigest(digest: string): string {
  return digest.replace(/^((?:sha256:)?[0-9a-f]{12})[0-9a-f]{20,}$/, '$1…')
}

function countCases({ verdict, evidence }: ReportInput): [string, string] {
  const counts = verdict?.counts ?? evidence?.counts
  if (!counts) return ['', '']
  const { passed, flaky, failed, broken, unknown, missing, lost, skipped } = counts
  const parts = {
    passed,
    'passed on a retry': flaky,
    failed: failed + broken + unknown,
    skipped,
    'without a result': missing,
    lost,
  }
  const named = Object.entries(parts).filter(([, number]) => number > 0)
  const names = named.map(([name, number]) => `${number.toLocaleString('en')} ${name}`)
  return [(counts.tests + missing).toLocaleString('en'), names.join(', ')]
}

function splitInputs({ verdict }: ReportInput): Pick<Report, 'inputs' | 'otherInputs'> {
  const all = verdict?.inputs ?? []
  const rest = all.slice(mostInputs)
  return {
    inputs: all.slice(0, mostInputs),
    otherInputs: { count: rest.length, bytes: rest.reduce((sum, { bytes }) => sum + bytes, 0) },
  }
}

function namePolicy({ verdict }: ReportInput): string {
  if (!verdict) return ''
  const { path, preset, sha256 } = verdict.policy
  return `${path} (preset ${preset}), sha256 ${sha256}`
}

const fileNotes: Readonly<Record<string, string>> = {
  'notice/index.html': 'what clients are told, and by when',
  'verdict.json': 'the verdict, for machines',
  'verdict.md': 'the verdict, for pull requests',
  'evidence.json': 'every case and what was found',
  'plan.json': 'what was to be run',
  'run.json': 'the seal of the run',
}

function makeLinks({ allure, files }: ReportInput): Report['links'] {
  const note = allure?.opensFromDisk ? words.allureNote : words.allureServerNote
  const report = allure ? [{ name: words.allure, href: allure.index, note }] : []
  const own = Object.entries(fileNotes).filter(([name]) => files.includes(name))
  return [...report, ...own.map(([name, note]) => ({ name, href: name, note }))]
}
