// Which cases are excused from deciding, and by which entry. One function for all rules that excuse, so that no two of
// them can read one entry in two ways; an entry that is not in order excuses nothing.
import { ranOutcomes, type Evidence, type EvidenceCase } from '../evidence/evidence.ts'
import { byText } from '../release/by-text.ts'
import { renderProblem } from '../release/problem.ts'
import { judgeTerm, lengthInDays } from './term.ts'
import type { Verdict } from './verdict.ts'
import type { QuarantineEntry, WrittenQuarantine } from '../release/quarantine.ts'

export const quarantineStates = ['valid', 'expired', 'not-yet', 'too-long', 'unmatched', 'not-run'] as const
export type QuarantineState = (typeof quarantineStates)[number]

export type JudgedEntry = {
  readonly entry: QuarantineEntry
  readonly state: QuarantineState
  /** Everything it names. */
  readonly cases: readonly EvidenceCase[]
}

export type Quarantine = {
  /** What is wrong with the file, one line each. */
  readonly problems: readonly string[]
  readonly entries: readonly JudgedEntry[]
  /** Ids of the cases that do not decide, whatever became of them. */
  readonly excused: ReadonlySet<string>
}

export const noQuarantine: Quarantine = { problems: [], entries: [], excused: new Set() }

type Circumstances = {
  readonly evidence: Pick<Evidence, 'cases'>
  readonly now: number
  readonly maxDays: number
}

/** Every entry with its state. */
export function judgeQuarantine(written: WrittenQuarantine, circumstances: Circumstances): Quarantine {
  const entries = written.entries.map((entry) => judgeEntry(entry, circumstances))
  const valid = entries.filter(({ state }) => state === 'valid')
  return {
    problems: written.problems.map(renderProblem),
    entries,
    excused: new Set(valid.flatMap(({ cases }) => cases.map(({ id }) => id))),
  }
}

/** The cases that decide. */
export function withoutExcused(cases: readonly EvidenceCase[], { excused }: Quarantine): EvidenceCase[] {
  return cases.filter(({ id, outcome }) => !(excused.has(id) && ranOutcomes.has(outcome)))
}

function judgeEntry(entry: QuarantineEntry, { evidence, now, maxDays }: Circumstances): JudgedEntry {
  const cases = evidence.cases.filter((found) => isNamed(found, entry))
  const state = (): QuarantineState => {
    if (lengthInDays(entry) > maxDays) return 'too-long'
    const term = judgeTerm(entry, now)
    if (term !== 'open') return term
    if (cases.length === 0) return 'unmatched'
    return cases.every(({ outcome }) => ranOutcomes.has(outcome)) ? 'valid' : 'not-run'
  }
  return { entry, state: state(), cases }
}

function isNamed({ id, uri, feature, scenario, tenant }: EvidenceCase, entry: QuarantineEntry): boolean {
  if (entry.case !== undefined) return id === entry.case
  if (entry.tenant !== undefined && entry.tenant !== tenant) return false
  return scenario === entry.scenario && (feature === entry.feature || uri === entry.feature)
}

/** What the verdict shows of it: every case that is excused, by whom and until when, and what became of it. */
export function listQuarantined({ entries }: Quarantine): Verdict['quarantined'] {
  const valid = entries.filter(({ state }) => state === 'valid')
  const listed = valid.flatMap(({ entry: { owner, link, reason, expires }, cases }) =>
    cases.map(({ id, tenant, scenario, outcome }) => ({
      case: id,
      tenant,
      scenario,
      outcome,
      owner,
      link,
      reason,
      expires,
    })),
  )
  return listed.toSorted(byText((one) => one.case))
}

/** How a reader finds the entry again. */
export function nameEntry(entry: QuarantineEntry): string {
  const name = entry.case ?? entry.scenario ?? ''
  return entry.tenant === undefined ? name : `${name} for ${entry.tenant}`
}
