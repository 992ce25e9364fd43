// Which findings are waived, and by whom. A waived finding keeps its outcome and decides nothing. What a waiver for some
// cases or tenants covers is not guessed from a finding: the rule is asked again without them, and only if it is content
// then was there nothing else.
import { countEvidence } from '../evidence/count-evidence.ts'
import type { Evidence, EvidenceCase } from '../evidence/evidence.ts'
import type { Waiver } from '../release/waivers.ts'
import type { RuleId } from './rules/rules.ts'
import { placeOf } from './scenarios-for-nobody.ts'
import { judgeTerm } from './term.ts'
import type { Finding, Outcome, Verdict, WaiverState } from './verdict.ts'

/** Whether the results can be believed at all is nothing that anybody could take upon themselves. */
export const neverWaivable = [
  'results-sealed',
  'candidate-matches',
  'witnesses-agree',
  'gate-proven',
] as const satisfies RuleId[]

export type Waiving = {
  readonly findings: readonly Finding[]
  readonly waivers: readonly Waiver[]
  readonly evidence: Evidence
  readonly now: number
  /** What a rule says of a part; null where it cannot be asked again. */
  readonly ask: (rule: string, rest: Rest) => Outcome | null
}

/** What is left without what is waived. */
export type Rest = {
  readonly evidence: Evidence
  /** Tenants that are waived as a whole: what was promised to them is nobody's to keep. */
  readonly excused: ReadonlySet<string>
}

export type Waived = { readonly findings: Finding[]; readonly waivers: Verdict['waivers'] }

/** Findings with the waivers that cover them, and each waiver with what became of it. */
export function applyWaivers(waiving: Waiving): Waived {
  const judged = waiving.findings.map((finding) => ({ finding, ...waiveFinding(finding, waiving) }))
  const states = new Map(judged.flatMap(({ states }) => [...states]))
  const findings = judged.map(({ finding, by }) =>
    by.length === 0 ? finding : { ...finding, waiver: by.map(({ link }) => link).join(', ') },
  )
  const waivers = waiving.waivers.map((waiver) =>
    describe(waiver, states.get(waiver) ?? stateOf(waiver, waiving.now)),
  )
  return { findings: [...findings, ...findDisorder(waivers)], waivers }
}

function describe(
  { cases = [], tenants = [], ...waiver }: Waiver,
  state: WaiverState,
): Verdict['waivers'][number] {
  return { ...waiver, cases, tenants, state }
}

/** Of a waiver that no finding has met. */
function stateOf(waiver: Waiver, now: number): WaiverState {
  if (neverWaivable.some((rule) => rule === waiver.rule)) return 'never'
  const state = judgeTerm(waiver, now)
  return state === 'open' ? 'unmatched' : state
}

type Answer = { readonly by: readonly Waiver[]; readonly states: ReadonlyMap<Waiver, WaiverState> }

function waiveFinding(finding: Finding, { waivers, evidence, now, ask }: Waiving): Answer {
  const isOpen = finding.outcome === 'fail' || finding.outcome === 'inconclusive'
  const meant = waivers.filter(
    (waiver) => waiver.rule === finding.rule && stateOf(waiver, now) === 'unmatched',
  )
  if (!isOpen || meant.length === 0) return { by: [], states: new Map() }
  const whole = meant.filter(isWhole)
  const parts = meant.filter((waiver) => !isWhole(waiver) && meets(waiver, finding, evidence))
  const rest = parts.length === 0 ? null : ask(finding.rule, withoutWaived(evidence, parts))
  const isCovered = rest === 'pass' || rest === 'warn'
  const by = [...whole, ...(isCovered ? parts : [])]
  const states = parts.map((part) => [part, isCovered ? 'used' : 'not-enough'] as const)
  return { by, states: new Map([...states, ...whole.map((one) => [one, 'used'] as const)]) }
}

function isWhole({ cases, tenants }: Waiver): boolean {
  return cases === undefined && tenants === undefined
}

/** Whether it names anything that the finding is about. */
function meets(waiver: Waiver, finding: Finding, evidence: Evidence): boolean {
  const shown = new Set(finding.cases)
  const about = shown.size === 0 ? evidence.cases : evidence.cases.filter(({ id }) => shown.has(id))
  const byTenant = waiver.cases === undefined && waiver.tenants?.some((id) => finding.tenants.includes(id))
  return byTenant === true || about.some((found) => names(waiver, found))
}

function names({ cases, tenants }: Waiver, { id, scenario, tenant }: EvidenceCase): boolean {
  const isMeant = cases === undefined || cases.includes(id) || cases.includes(scenario)
  return isMeant && (tenants === undefined || (tenant !== null && tenants.includes(tenant)))
}

/** As if what they name had never been there, with what was found wrong with it. */
function withoutWaived(evidence: Evidence, waivers: readonly Waiver[]): Rest {
  const isNamed = (found: EvidenceCase): boolean => waivers.some((waiver) => names(waiver, found))
  const gone = evidence.cases.filter(isNamed)
  const subjects = new Set(gone.flatMap((found) => [found.id, ...listOwnFiles(found)]))
  const cases = evidence.cases.filter((found) => !isNamed(found))
  const problems = evidence.problems.filter(({ subject }) => !subjects.has(subject))
  const excused = new Set(
    waivers.flatMap((waiver) => (waiver.cases === undefined ? (waiver.tenants ?? []) : [])),
  )
  const tenants = evidence.tenants.filter(({ id }) => !excused.has(id))
  const counts = countEvidence({ files: evidence.counts.files, cases, problems })
  const leftOut = withoutOthers(evidence, gone)
  return { evidence: { ...evidence, cases, problems, tenants, leftOut, counts }, excused }
}

/** What services keep from other tenants is no scenario for nobody where a case of it was planned, and is waived. */
function withoutOthers({ leftOut }: Evidence, gone: readonly EvidenceCase[]): Evidence['leftOut'] {
  const places = new Set(gone.filter(({ planned }) => planned).map(placeOf))
  return leftOut.filter((out) => out.reason === 'selection' || !places.has(placeOf(out)))
}

/** Allure writes a file for each attempt. A report holds many tests, and what is wrong with it may be about any of them. */
function listOwnFiles({ source, attempts }: EvidenceCase): string[] {
  const isOfReport = source === 'junit' || source === 'playwright'
  return isOfReport ? [] : attempts.map(({ file }) => file)
}

const disorders = {
  expired: 'expired',
  'not-yet': 'notYet',
  unmatched: 'unmatched',
  'not-enough': 'notEnough',
  never: 'neverWaivable',
} satisfies Partial<Record<WaiverState, string>>

/** Shown to whoever reads the verdict, and deciding nothing: such a waiver has no effect that could be taken back. */
function findDisorder(waivers: Verdict['waivers']): Finding[] {
  const found = Object.entries(disorders).map(([state, key]): [string, string[]] => [
    key,
    [...new Set(waivers.filter((waiver) => waiver.state === state).map(({ rule }) => rule))],
  ])
  if (found.every(([, some]) => some.length === 0)) return []
  return [
    {
      rule: 'waivers',
      level: 'warn',
      outcome: 'warn',
      expected: { withoutEffect: 0 },
      actual: { waivers: waivers.length, ...Object.fromEntries(found) },
      cases: [],
      tenants: [],
      remedy: mend(waivers),
    },
  ]
}

function mend(waivers: Verdict['waivers']): string {
  const has = (state: WaiverState): boolean => waivers.some((waiver) => waiver.state === state)
  if (has('never'))
    return `Take waivers out of \`waivers.yaml\` that name ${neverWaivable.join(', ')}: these cannot be waived.`
  if (has('not-enough'))
    return 'Let the waiver name everything that the finding shows, or mend what it does not name.'
  return 'Take waivers out of `waivers.yaml` that are over or that nothing needs.'
}
