// What went wrong, case by case, in the order in which a reader would want to know: worst first within its feature.
import { visibleText } from '../notice/visible-text.ts'
import { severities } from '../plan/plan.ts'
import type { EvidenceCase } from '../evidence/evidence.ts'
import { sumUp } from '../evidence/judge-case.ts'
import { compareTexts } from '../release/by-text.ts'
import { nameTenants } from './make-tenants.ts'
import { namePlace } from './name-place.ts'
import type { FailedScenario, Failures, Report, ReportInput } from './report.ts'

const longestCause = { lines: 8, columns: 300 }

/** At most `most` failed cases, by feature; the same failure of several tenants is told once. */
export function makeFailures(input: ReportInput, most: number): Failures {
  const cases = input.evidence?.cases ?? []
  const failed = cases.filter(({ outcome }) => sumUp(outcome) === 'failed').toSorted(bySeverity)
  const shown = failed.slice(0, most)
  const byFeature = Map.groupBy(shown, ({ uri, feature }) => `${uri ?? ''}\0${feature}`)
  return {
    features: [...byFeature.values()].map((some) => ({
      feature: cutLine(some[0]?.feature ?? ''),
      scenarios: mergeTenants(some, input),
    })),
    total: failed.length,
    more: failed.length - shown.length,
    all: input.allure === null ? 'evidence.json' : 'the Allure report',
  }
}

/** At most `most` cases that failed and then passed. */
export function makeFlaky(input: ReportInput, most: number): Pick<Report, 'flaky' | 'flakyMore'> {
  const flaky = (input.evidence?.cases ?? []).filter(({ outcome }) => outcome === 'flaky')
  const shown = flaky.toSorted(bySeverity).slice(0, most)
  return { flaky: mergeTenants(shown, input), flakyMore: flaky.length - shown.length }
}

function mergeTenants(cases: readonly EvidenceCase[], input: ReportInput): FailedScenario[] {
  const all = cases.map((found) => makeFailedScenario(found, input))
  const alike = Map.groupBy(all, (one) => JSON.stringify({ ...one, tenants: [] }))
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, tenants: [first, ...others].flatMap(({ tenants }) => tenants) }] : [],
  )
}

function makeFailedScenario(found: EvidenceCase, input: ReportInput): FailedScenario {
  const name = found.tenant === null ? '' : (nameTenants(input).get(found.tenant) ?? found.tenant)
  return {
    scenario: cutLine(found.scenario),
    example: cutLine(found.example.map((value) => `${value.name}: ${value.value}`).join(', ')),
    severity: found.severity,
    outcome: found.outcome,
    place: namePlace(found),
    attempts: found.attempts.length,
    step: input.steps.get(found.id) ?? null,
    cause: cutCause(causeOf(found)),
    tenants: [{ name, link: input.allure?.links.get(found.id) ?? null }],
  }
}

/** The last attempt that did not pass says why. */
function causeOf({ attempts, outcome }: EvidenceCase): string {
  if (outcome === 'missing') return 'It was planned, and there is no result of it.'
  const last = attempts.findLast(({ message }) => message.trim() !== '')
  return last?.message ?? 'Nothing was written down about the cause.'
}

function cutCause(message: string): string {
  const lines = visibleText(message).trim().split('\n')
  const shown = lines.slice(0, longestCause.lines).map(cutLine)
  return lines.length > shown.length ? `${shown.join('\n')}\n…` : shown.join('\n')
}

function cutLine(line: string): string {
  return line.length > longestCause.columns ? `${line.slice(0, longestCause.columns)}…` : line
}

function bySeverity(a: EvidenceCase, b: EvidenceCase): number {
  const difference = severities.indexOf(a.severity) - severities.indexOf(b.severity)
  if (difference !== 0) return difference
  return compareTexts(placeOf(a), placeOf(b))
}

function placeOf({ uri, line, scenario, tenant, id }: EvidenceCase): string {
  return [uri ?? '', String(line ?? 0).padStart(6, '0'), scenario, tenant ?? '', id].join('\0')
}
