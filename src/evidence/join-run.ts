// Plan × Allure results × witness → cases. The plan decides what is looked for, so that what did not run is seen.
import type { Case, Plan } from '../plan/plan.ts'
import type { Seal } from '../run/seal.ts'
import { compareWitness, listEnded } from './compare-witness.ts'
import type { CaseOutcome, EvidenceCase, EvidenceProblem } from './evidence.ts'
import { foldAttempts, type Folded } from './fold-attempts.ts'
import { judgeAttempts } from './judge-case.ts'
import { addWitness } from './add-witness.ts'
import { makeProblem } from './make-problem.ts'
import type { ReadResult } from './read-result.ts'
import type { Witness, WitnessAttempt } from './witness.ts'

export type Joint = {
  readonly plan: Plan
  readonly results: readonly ReadResult[]
  /** Null where the run left no messages at all. */
  readonly witness: Witness | null
  readonly seal: Seal | null
}

type Joining = {
  readonly joint: Joint
  readonly results: ReadonlyMap<string, readonly ReadResult[]>
  readonly attempts: ReadonlyMap<string, readonly WitnessAttempt[]>
  readonly lost: ReadonlyMap<string, ReadonlySet<string>>
  /** The run of each case that a joined shard had. */
  readonly runs: ReadonlyMap<string, string>
}

/** Every planned case with its attempts and outcome, then whatever else lies in the results. */
export function joinRun(joint: Joint): Folded {
  const planned = new Set(joint.plan.cases.map(({ id }) => id))
  const own = joint.results.filter(({ own }) => own !== null && planned.has(own.caseId))
  const joining: Joining = {
    joint,
    results: Map.groupBy(own, (result) => result.own?.caseId ?? ''),
    attempts: Map.groupBy(joint.witness?.attempts ?? [], ({ caseId }) => caseId),
    lost: groupLosses(joint.seal),
    runs: listRuns(joint.seal),
  }
  const joined = joint.plan.cases.map((planCase) => joinCase(planCase, joining))
  const surplus = foldSurplus(joint, planned)
  return {
    cases: [...joined.map(({ found }) => found), ...surplus.cases],
    problems: [
      ...joined.flatMap(({ problems }) => problems),
      ...surplus.problems,
      ...findDuplicates(joint.plan),
    ],
  }
}

function groupLosses(seal: Seal | null): ReadonlyMap<string, ReadonlySet<string>> {
  const losses = (seal?.shards ?? []).flatMap((shard) => shard.losses)
  const byCase = Map.groupBy(losses, (loss) => loss.case)
  return new Map(
    [...byCase].map(([id, all]) => [id, new Set(all.map((loss) => loss.testCaseStartedId ?? ''))]),
  )
}

function listRuns(seal: Seal | null): ReadonlyMap<string, string> {
  const apart = (seal?.shards ?? []).filter(({ runId }) => runId !== undefined)
  return new Map(apart.flatMap(({ runId = '', cases }) => cases.map((id) => [id, runId] as const)))
}

function joinCase(planCase: Case, joining: Joining) {
  const results = (joining.results.get(planCase.id) ?? []).toSorted(compareAttempts)
  const ended = listEnded(joining.attempts.get(planCase.id) ?? [])
  const attempts = results.map(({ attempt }, index) => addWitness(attempt, ended[index]))
  const isLost = results.at(-1)?.own?.lost === true
  const outcome: CaseOutcome = isLost ? 'lost' : judgeAttempts(attempts)
  const found = { ...describePlanned(planCase), attempts, outcome }
  return { found, problems: findProblems(planCase, { results, outcome, joining }) }
}

/** By the runner's own count: clocks of two machines need not agree. */
function compareAttempts(a: ReadResult, b: ReadResult): number {
  const byAttempt = (a.own?.attempt ?? 0) - (b.own?.attempt ?? 0)
  return byAttempt === 0
    ? Number(a.attempt.file > b.attempt.file) - Number(a.attempt.file < b.attempt.file)
    : byAttempt
}

function describePlanned(planCase: Case): Omit<EvidenceCase, 'attempts' | 'outcome'> {
  const { id, tenant, uri, line, feature, scenario, example, tags, severity, capability, required } = planCase
  return {
    id,
    planned: true,
    tenant,
    uri,
    line,
    feature,
    scenario,
    example,
    tags,
    severity,
    capability,
    required,
  }
}

type Found = {
  readonly results: readonly ReadResult[]
  readonly outcome: CaseOutcome
  readonly joining: Joining
}

function findProblems(planCase: Case, { results, outcome, joining }: Found): EvidenceProblem[] {
  const { joint } = joining
  const attempts = joining.attempts.get(planCase.id) ?? []
  const lost = joint.seal === null ? null : (joining.lost.get(planCase.id) ?? new Set<string>())
  return [
    ...(outcome === 'missing' ? [makeProblem('missing-result', planCase.id, nameCase(planCase))] : []),
    ...findOddAttempts(planCase, results, joint),
    ...(lost?.size === 0 && outcome === 'lost'
      ? [makeProblem('witness-missing', planCase.id, { reason: 'given up, but the seal names no loss' })]
      : []),
    ...results.flatMap((result) =>
      findForeign(planCase, result, joining.runs.get(planCase.id) ?? joint.plan.runId),
    ),
    ...(joint.witness
      ? compareWitness({ caseId: planCase.id, tenant: planCase.tenant, results, attempts, lost })
      : []),
  ]
}

function nameCase({ uri, line, scenario, tenant }: Case) {
  return { uri, line, scenario, tenant }
}

function findOddAttempts({ id }: Case, results: readonly ReadResult[], { seal }: Joint): EvidenceProblem[] {
  const own = results.filter((result) => result.own?.lost !== true)
  const twice = own.find((result, index) => index > 0 && result.own?.attempt === own[index - 1]?.own?.attempt)
  const most = seal === null ? Infinity : seal.retry + 1
  return [
    ...(twice
      ? [makeProblem('surplus-result', id, { reason: 'the same attempt twice', file: twice.attempt.file })]
      : []),
    ...(own.length > most ? [makeProblem('too-many-attempts', id, { attempts: own.length, most })] : []),
  ]
}

/** A result copied in from another run or another tenant has a name of its own somewhere. */
function findForeign(planCase: Case, result: ReadResult, run: string): EvidenceProblem[] {
  const { file } = result.attempt
  const { tenant } = result.found
  const { historyId = null, runId = null, attempt = null } = result.own ?? {}
  const isOther = historyId !== planCase.id || tenant !== planCase.tenant || attempt === null
  return [
    ...(runId === run ? [] : [makeProblem('foreign-run', file, { run: runId })]),
    ...(isOther
      ? [
          makeProblem('identity-disagrees', planCase.id, {
            file,
            historyId,
            tenant,
            planned: planCase.tenant,
          }),
        ]
      : []),
  ]
}

function foldSurplus({ results, witness }: Joint, planned: ReadonlySet<string>): Folded {
  const surplus = results.filter(({ own }) => own === null || !planned.has(own.caseId))
  const folded = foldAttempts(surplus)
  const unplanned = (witness?.attempts ?? []).filter(({ caseId }) => !planned.has(caseId))
  return {
    cases: folded.cases,
    problems: [
      ...folded.problems,
      ...surplus.map(({ attempt: { file }, found: { scenario: name } }) =>
        makeProblem('surplus-result', file, { reason: 'not planned', name }),
      ),
      ...unplanned.map(({ caseId, file }) =>
        makeProblem('witness-surplus', caseId, { reason: 'not planned', file }),
      ),
    ],
  }
}

/** Two scenarios of one identity: the plan runs one of them, so nobody knows how the other would have ended. */
function findDuplicates({ excluded }: Plan): EvidenceProblem[] {
  return excluded
    .filter(({ reason }) => reason === 'duplicate')
    .map(({ uri, line, scenario, tenant, detail }) =>
      makeProblem('duplicate-case', `${uri}:${line}`, { scenario, tenant, detail }),
    )
}
