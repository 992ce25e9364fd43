// Whole run folders in a few lines: plan, Allure results, messages and seal that fit each other. A run passes unless
// a test says what goes wrong in it: before the seal (`edit`), in the seal (`seal`), or afterwards, on disk.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeCaseId, makeScenarioId } from '../../src/plan/case-id.ts'
import type { Case, Plan } from '../../src/plan/plan.ts'
import type { Seal } from '../../src/run/seal.ts'
import type { AllureStatus, AttemptSpec, MadeCase } from './attempt-spec.ts'
import { makeCoverageFile, usualContract } from './run-contract.ts'
import { makeMessages } from './run-messages.ts'
import { digest, makeSeal } from './run-seal.ts'

export const runStartMs = Date.UTC(2026, 10, 23, 8, 0, 0)

export type CaseSpec = Partial<Omit<Case, 'id'>> & {
  readonly scenario: string
  readonly attempts?: readonly (AttemptSpec | AllureStatus)[]
}

export type RunSpec = {
  readonly runId?: string
  readonly tenants?: readonly string[]
  readonly cases?: readonly CaseSpec[]
  readonly plan?: Partial<Plan>
  readonly retry?: number
  readonly shards?: number
  readonly startMs?: number
  readonly version?: string
  /** Changes the files before they are sealed. */
  readonly edit?: (files: Map<string, string>) => void
  /** Changes the seal; null leaves it out. */
  readonly seal?: (seal: Seal) => Seal | null
}

/** Three scenarios for two tenants, all passed: what a run has unless it says otherwise. */
export const usualScenarios: readonly CaseSpec[] = [
  {
    scenario: 'A new customer gets an empty wallet',
    severity: 'blocker',
    tags: ['@service:wallet', '@smoke'],
  },
  { scenario: 'An identity belongs to one wallet', line: 12, tags: ['@service:wallet'] },
  {
    scenario: 'Points are earned on the discounted total',
    uri: 'features/points/earn.feature',
    feature: 'Earning points',
    capability: 'points',
    severity: 'critical',
    tags: ['@service:wallet'],
  },
]

/** Every usual scenario for each tenant; `change` says what is different about one of them. */
export function usualCases(
  change: (found: CaseSpec & { tenant: string }) => CaseSpec = (found) => found,
  tenants: readonly string[] = ['maple', 'cedar'],
): CaseSpec[] {
  return tenants.flatMap((tenant) => usualScenarios.map((found) => change({ ...found, tenant })))
}

/** The usual cases, the first of them with these attempts. */
export function firstCase(...attempts: (AttemptSpec | AllureStatus)[]): CaseSpec[] {
  return usualCases().map((found, index) => (index === 0 ? { ...found, attempts } : found))
}

/** All files of a run by their paths; the same spec always gives the same bytes. */
export function makeRunFiles(spec: RunSpec = {}): Map<string, string> {
  const runId = spec.runId ?? '20261123-080000-1a2b'
  const startMs = spec.startMs ?? runStartMs
  const cases = (spec.cases ?? usualCases()).map((found) => makeCase(found, startMs))
  const plan = makePlan(runId, { spec, cases })
  const shards = splitShards(cases, spec.shards ?? 1)
  const files = new Map<string, string>()
  files.set('plan.json', render(plan))
  files.set('allure-results/environment.properties', 'Candidate=7.7.0\n')
  files.set('openapi.json', render(usualContract))
  files.set(
    'coverage.json',
    render(
      makeCoverageFile(
        runId,
        plan.tenants.map(({ id }) => id),
      ),
    ),
  )
  for (const found of cases) addResults(files, found, runId)
  shards.forEach((own, at) =>
    files.set(`messages/shard-${at + 1}-of-${shards.length}.ndjson`, makeMessages(runId, own)),
  )
  spec.edit?.(files)
  const seal = makeSeal(files, { spec, runId, startMs, shards })
  const changed = spec.seal ? spec.seal(seal) : seal
  if (changed) files.set('run.json', render(changed))
  return files
}

/** Writes a run's folder and returns its files. */
export async function writeRun(folder: string, spec: RunSpec = {}): Promise<Map<string, string>> {
  const files = makeRunFiles(spec)
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return files
}

/** Paths of the Allure results of a run, in order. */
export function resultPaths(files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].filter((path) => path.endsWith('-result.json')).toSorted()
}

function makeCase({ attempts = ['passed'], ...written }: CaseSpec, startMs: number): MadeCase {
  const {
    scenario,
    rule = '',
    tenant = 'maple',
    example = [],
    uri = 'features/wallets/open.feature',
  } = written
  const id = makeCaseId({ uri, rule, scenario, example: example.map(({ value }) => value) }, tenant)
  const planCase: Case = {
    uri,
    line: 3,
    feature: 'Opening a wallet',
    rule,
    tags: [],
    severity: 'normal',
    capability: 'wallets',
    required: true,
    locks: [],
    tenant,
    example,
    ...written,
    id,
  }
  return {
    planCase,
    attempts: attempts.map((attempt, at) => completeAttempt(attempt, startMs + 2000 + at * 500)),
  }
}

function completeAttempt(written: AttemptSpec | AllureStatus, startMs: number): Required<AttemptSpec> {
  const spec = typeof written === 'string' ? { status: written } : written
  const bad = spec.status === 'failed' || spec.status === 'broken'
  const witness = { passed: 'PASSED', failed: 'FAILED', broken: 'FAILED', skipped: 'SKIPPED' } as const
  return {
    witness: witness[spec.status],
    allure: true,
    message: bad ? 'Expected 663 points\nbut the account holds 600' : '',
    startMs,
    lost: false,
    labels: [],
    ...spec,
  }
}

function makePlan(runId: string, { spec, cases }: { spec: RunSpec; cases: readonly MadeCase[] }): Plan {
  const tenants = spec.tenants ?? [...new Set(cases.map(({ planCase }) => planCase.tenant))].toSorted()
  return {
    schema: 'airlock.plan/1',
    runId,
    target: 'reference',
    tenants: tenants.map((id) => ({ id, name: `${id} & Co`, services: ['wallet'] })),
    selection: { tags: null, tenants: null, paths: null, only: null },
    inventory: { features: [], pickles: cases.length, sha256: digest('features') },
    cases: cases.map(({ planCase }) => planCase),
    excluded: [],
    ...spec.plan,
  }
}

/** Every n-th case, as the runner splits them. */
function splitShards(cases: readonly MadeCase[], total: number): MadeCase[][] {
  return Array.from({ length: total }, (_, at) => cases.filter((_found, index) => index % total === at))
}

function addResults(files: Map<string, string>, { planCase, attempts }: MadeCase, runId: string): void {
  attempts.forEach((attempt, number) => {
    if (!attempt.allure) return
    const uuid = digest(`${planCase.id} ${number}`).slice(0, 32)
    files.set(
      `allure-results/${uuid}-result.json`,
      render(makeResult(planCase, attempt, { uuid, number, runId })),
    )
  })
}

type Numbers = { readonly uuid: string; readonly number: number; readonly runId: string }

function makeResult(planCase: Case, attempt: Required<AttemptSpec>, { uuid, number, runId }: Numbers) {
  return {
    uuid,
    historyId: planCase.id,
    testCaseId: makeScenarioId({ ...planCase, example: [] }),
    fullName: `${planCase.uri} › ${planCase.scenario}`,
    name: planCase.scenario,
    status: attempt.status,
    stage: 'finished',
    statusDetails: { message: attempt.message },
    start: attempt.startMs,
    stop: attempt.startMs + 120,
    parameters: [{ name: 'tenant', value: planCase.tenant }, ...planCase.example],
    labels: [
      { name: 'case', value: planCase.id },
      { name: 'run', value: runId },
      { name: 'tenant', value: planCase.tenant },
      { name: 'attempt', value: String(number) },
      { name: 'feature', value: planCase.feature },
      { name: 'severity', value: planCase.severity },
      ...(attempt.lost ? [{ name: 'lost', value: 'true' }] : []),
      ...attempt.labels,
    ],
    steps: [
      {
        name: 'Given a customer',
        status: attempt.status,
        start: attempt.startMs,
        stop: attempt.startMs + 60,
      },
    ],
    attachments: [],
  }
}

function render(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
