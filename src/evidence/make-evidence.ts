// All that was read → the evidence. From here on nothing looks at the files any more.
import type { Plan } from '../plan/plan.ts'
import type { CoverageFile } from '../run/coverage.ts'
import type { Seal } from '../run/seal.ts'
import { compareContracts } from './contract/compare-contracts.ts'
import { compareSeal, type FoundFile } from './compare-seal.ts'
import type { Contract } from './contract/contract.ts'
import { countEvidence } from './count-evidence.ts'
import type { Evidence, EvidenceProblem, EvidenceSeal, Input } from './evidence.ts'
import { foldAttempts } from './fold-attempts.ts'
import { nothingFurther, type Further } from './further.ts'
import { joinRun } from './join-run.ts'
import { makeCoverage } from './contract/make-coverage.ts'
import { makeProblem, sortProblems } from './make-problem.ts'
import type { ReadResult } from './read-result.ts'
import type { Witness } from './witness.ts'

/** A file that had to be there: its value, or why there is none. */
export type Written<T> =
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'damaged'; readonly reason: string }

/** What was read of one or more results folders. */
export type ReadFolder = {
  readonly path: string
  readonly exists: boolean
  readonly files: number
  readonly results: readonly ReadResult[]
  readonly problems: readonly EvidenceProblem[]
}

export type ReadRun = {
  readonly plan: Written<Plan>
  readonly seal: Written<Seal>
  readonly results: ReadFolder
  readonly witness: Witness
  readonly coverage: Written<CoverageFile>
  readonly contract: Written<Contract>
  readonly found: ReadonlyMap<string, FoundFile>
  readonly inputs: readonly Input[]
}

/** What a run is judged beside. */
type Beside = {
  readonly further: Further
  /** The contract of the last release that passed, and the name of its run. */
  readonly baseline: { readonly run: string; readonly contract: Contract } | null
}

/** Evidence of a run of Airlock: plan, results, witness and seal held against each other. */
export function makeRunEvidence(run: ReadRun, { further, baseline }: Beside): Evidence {
  const plan = valueOf(run.plan)
  const seal = valueOf(run.seal)
  const witness = run.witness.files > 0 ? run.witness : null
  const { results } = run.results
  const joined = plan ? joinRun({ plan, results, witness, seal }) : foldAttempts(results)
  return assemble(further, {
    origin: 'run',
    runId: plan?.runId ?? seal?.runId ?? null,
    has: { plan: plan !== null, seal: seal !== null, witness: witness !== null },
    ...describePlan(plan),
    seal: seal ? shortenSeal(seal) : null,
    ...describeContract(run, baseline),
    files: run.results.files,
    cases: joined.cases,
    problems: [...findRunProblems(run, { plan, seal }), ...joined.problems],
    inputs: run.inputs,
  })
}

function describeContract(
  { coverage, contract }: ReadRun,
  baseline: Beside['baseline'],
): Pick<Evidence, 'coverage' | 'contract'> {
  const [file, document] = [valueOf(coverage), valueOf(contract)]
  return {
    coverage: file && document ? makeCoverage(file, document) : null,
    contract:
      document && baseline
        ? {
            baseline: baseline.run,
            ...compareContracts({ before: baseline.contract, after: document }),
          }
        : null,
  }
}

function findRunProblems(
  run: ReadRun,
  { plan, seal }: { plan: Plan | null; seal: Seal | null },
): EvidenceProblem[] {
  return [
    ...describeWritten('unreadable-plan', 'plan.json', run.plan),
    ...describeWritten('unreadable-seal', 'run.json', run.seal),
    ...(run.seal.state === 'absent' ? [makeProblem('not-sealed', 'run.json')] : []),
    ...describeFolder(run.results),
    ...run.witness.problems,
    ...(seal ? compareSeal({ seal, plan, found: run.found }) : []),
  ]
}

/** Evidence from Allure results of any framework: no plan, no witness, no seal. */
export function makeResultsEvidence(
  folders: readonly ReadFolder[],
  inputs: readonly Input[],
  further: Further = nothingFurther,
): Evidence {
  const folded = foldAttempts(folders.flatMap(({ results }) => results))
  return assemble(further, {
    origin: 'results',
    runId: null,
    has: { plan: false, seal: false, witness: false },
    target: null,
    selection: null,
    tenants: [],
    seal: null,
    coverage: null,
    contract: null,
    excluded: {},
    leftOut: [],
    files: folders.reduce((sum, { files }) => sum + files, 0),
    cases: folded.cases,
    problems: [...folders.flatMap(describeFolder), ...folded.problems],
    inputs,
  })
}

type Parts = Omit<Evidence, 'schema' | 'counts' | 'inputs'> & {
  readonly files: number
  readonly inputs: readonly Input[]
}

/** Further results are folded apart: nothing in them can pass for an attempt of a case of the run. */
function assemble(further: Further, { files, cases, problems, inputs, ...rest }: Parts): Evidence {
  const folded = foldAttempts(further.results)
  const all = {
    files: files + further.files,
    cases: [...cases, ...folded.cases],
    problems: [...problems, ...further.problems, ...folded.problems],
  }
  return {
    schema: 'airlock.evidence/1',
    ...rest,
    cases: all.cases,
    problems: sortProblems(all.problems),
    counts: countEvidence(all),
    inputs: [...inputs, ...further.inputs],
  }
}

/** Allure results beside a run: cases of another suite, whatever labels they carry. */
export function makeFurther(folders: readonly ReadFolder[], inputs: readonly Input[]): Further {
  const results = folders.flatMap((folder) => folder.results)
  return {
    files: folders.reduce((sum, { files }) => sum + files, 0),
    results: results.map((result) => ({ ...result, found: { ...result.found, source: 'allure' as const } })),
    problems: folders.flatMap(describeFolder),
    inputs,
  }
}

function valueOf<T>(written: Written<T>): T | null {
  return written.state === 'read' ? written.value : null
}

function describeWritten(
  kind: 'unreadable-plan' | 'unreadable-seal',
  file: string,
  written: Written<unknown>,
): EvidenceProblem[] {
  if (written.state === 'read') return []
  if (written.state === 'damaged') return [makeProblem(kind, file, { reason: written.reason })]
  // A run without a seal has a word of its own: it never ended.
  return kind === 'unreadable-plan' ? [makeProblem(kind, file, { reason: 'absent' })] : []
}

function describeFolder({ path, exists, results, problems }: ReadFolder): EvidenceProblem[] {
  if (!exists) return [makeProblem('no-results-folder', path)]
  return [...problems, ...(results.length === 0 ? [makeProblem('no-results', path)] : [])]
}

function shortenSeal({ files: _files, durations: _durations, shards, ...rest }: Seal): EvidenceSeal {
  return { ...rest, shards: shards.map(({ cases: _cases, ...shard }) => shard) }
}

function describePlan(
  plan: Plan | null,
): Pick<Evidence, 'target' | 'selection' | 'tenants' | 'excluded' | 'leftOut'> {
  if (!plan) return { target: null, selection: null, tenants: [], excluded: {}, leftOut: [] }
  const { target, selection, tenants } = plan
  return { target, selection, tenants, excluded: countExcluded(plan), leftOut: listLeftOut(plan) }
}

function listLeftOut({ excluded }: Plan): Evidence['leftOut'] {
  return excluded
    .filter(({ reason }) => reason !== 'duplicate')
    .map(({ uri, line, scenario, tenant, reason }) => ({ uri, line, scenario, tenant, reason }))
}

function countExcluded({ excluded }: Plan): Record<string, number> {
  const reasons = [...new Set(excluded.map(({ reason }) => reason))].toSorted()
  return Object.fromEntries(
    reasons.map((reason) => [reason, excluded.filter((one) => one.reason === reason).length]),
  )
}
