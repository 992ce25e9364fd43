// What stands in the way of a release, and what did not have to: the cases that findings point at, and what was found
// wrong with the evidence itself.
import type { Evidence, EvidenceCase } from '../evidence/evidence.ts'
import type { Finding, Verdict } from '../gate/verdict.ts'
import { fitBlocks } from './render-text-blocks.ts'
import { renderCases } from './render-text-cases.ts'
import { renderProblems } from './render-text-problems.ts'
import { renderQuarantined } from './render-text-quarantine.ts'
import type { Style } from './render-text-style.ts'

export type Judged = { readonly verdict: Verdict; readonly evidence: Evidence }

/** True for a finding that keeps the verdict from being a pass. */
export function isStopping({ level, outcome, waiver }: Finding): boolean {
  return level === 'block' && waiver === undefined && (outcome === 'fail' || outcome === 'inconclusive')
}

/** Everything that stopping findings point at, and all problems, in about so many lines. */
export function renderObstacles({ verdict, evidence }: Judged, style: Style, most: number): string[] {
  const cases = renderCases(selectCases(evidence, verdict.findings.filter(isStopping)), style)
  const found = renderProblems(evidence, style)
  // Where they are all there is, the section's own title says what they are.
  const problems = cases.length > 0 ? found : found.map((block) => ({ ...block, head: [] }))
  const wanted = Math.min(fitBlocks(problems, Infinity).length, Math.max(15, Math.floor(most / 3)))
  const forCases = fitBlocks(cases, Math.max(15, most - wanted))
  return [...forCases, ...fitBlocks(problems, Math.max(15, most - forCases.length))]
}

/** What findings that stop nothing point at: flaky cases within their budget, rules that only warn. */
export function renderNotes({ verdict, evidence }: Judged, style: Style, most: number): string[] {
  const stopping = new Set(verdict.findings.filter(isStopping).flatMap(({ cases }) => cases))
  const noted = selectCases(evidence, verdict.findings).filter(
    ({ id, outcome }) => !stopping.has(id) && outcome !== 'passed',
  )
  const problems = verdict.verdict === 'pass' ? renderProblems(evidence, style) : []
  const blocks = [...renderQuarantined(verdict, style), ...renderCases(noted, style), ...problems]
  return fitBlocks(blocks, Math.max(8, most))
}

function selectCases({ cases }: Evidence, findings: readonly Finding[]): EvidenceCase[] {
  const wanted = new Set(findings.flatMap((finding) => finding.cases))
  return wanted.size === 0 ? [] : cases.filter(({ id }) => wanted.has(id))
}
