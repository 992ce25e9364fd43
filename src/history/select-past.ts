// Which of the earlier runs matter to the run at hand, and what the gate is told of them.
import { z } from 'zod'
import { contractSchema, type Contract } from '../evidence/contract/contract.ts'
import { byText } from '../release/by-text.ts'
import type { Driver, Row, Value } from './driver.ts'
import { pastPolicySchema, pastScenarioSchema, rememberedRuns, type Past } from './past.ts'
import { runRecordSchema, type RunRecord } from './run-record.ts'
import { selectReleases } from './select-releases.ts'
import type { Selection } from './selection.ts'
import { loadDocument, loadRun } from './store-run.ts'

export type Baseline = { readonly run: string; readonly contract: Contract }

export type Selected = { readonly past: Past; readonly baseline: Baseline | null }

export async function selectPast(driver: Driver, selection: Selection): Promise<Selected> {
  const lastPassed = await findBaseline(driver, selection, {
    where: "verdict = 'pass' AND whole = 1",
    by: ['inventory-kept', 'no-new-failures'],
  })
  const served = await findBaseline(driver, selection, {
    where: "verdict = 'pass' AND contract IS NOT NULL",
    by: ['contract-kept'],
  })
  const { last, timed } = await findWhole(driver, selection)
  const past = {
    source: driver.source,
    problem: null,
    runs: await countRuns(driver, selection),
    lastPassed: lastPassed && (await describePassed(driver, lastPassed)),
    capabilities: await listDurations(driver, timed),
    flakes: countFlakes(last),
    ...(await selectReleases(driver, selection)),
  }
  return { past, baseline: served && (await readContract(driver, served)) }
}

/** Among so many runs, newest first, those are looked for that matter. */
const mostAsked = 200

/**
 * The newest run that passed with the rules holding that compare with it, as far as they are demanded of the run at hand:
 * what a waiver or a looser policy let go once would otherwise be what all later runs are compared with. Where they never
 * held, the newest that passed. Those on its own target go first, as another one may have features and operations of its
 * own; but a target that is new, or has another name now, is compared with the rest.
 */
async function findBaseline(
  driver: Driver,
  selection: Selection,
  { where, by }: { readonly where: string; readonly by: readonly string[] },
): Promise<RunRecord | null> {
  const first = 'CASE WHEN target = $4 THEN 0 ELSE 1 END,'
  const rows = await findRows(driver, selection, { where, first, values: [selection.target] })
  const compared = by.filter((rule) => selection.demanded.includes(rule))
  const held = rows.find((row) => compared.every((rule) => hasHeld(row, rule)))
  const id = (held ?? rows[0])?.['run_id']
  return id === undefined ? null : loadRun(driver, String(id))
}

/** A finding keeps its outcome when it is waived. */
function hasHeld(row: Row, rule: string): boolean {
  const found = findFinding(row, rule)
  return found?.level === 'block' && (found.outcome === 'pass' || found.outcome === 'warn')
}

function findFinding({ findings }: Row, rule: string) {
  return findingsSchema.parse(JSON.parse(String(findings))).find((finding) => finding.rule === rule)
}

const findingsSchema = runRecordSchema.shape.findings

/**
 * The last whole runs on the target, and those of them that tell how long it takes: one that was slow and not let in
 * does not, or a candidate would only have to be tried often enough to be as quick as before.
 */
async function findWhole(driver: Driver, selection: Selection) {
  const where = 'whole = 1 AND target = $4'
  const rows = await findRows(driver, selection, { where, values: [selection.target] })
  const wasRefused = (row: Row): boolean =>
    row['verdict'] !== 'pass' && findFinding(row, 'duration-budget')?.outcome === 'fail'
  const last = rows.slice(0, rememberedRuns)
  const timed = rows.filter((row) => !wasRefused(row)).slice(0, rememberedRuns)
  const runs = new Map<Row, RunRecord>()
  for (const row of new Set([...last, ...timed])) runs.set(row, await loadRun(driver, String(row['run_id'])))
  const loaded = (some: readonly Row[]): RunRecord[] => some.flatMap((row) => runs.get(row) ?? [])
  return { last: loaded(last), timed: loaded(timed) }
}

type Wanted = {
  readonly where: string
  /** What goes before the time, with its comma. */
  readonly first?: string
  readonly values?: readonly Value[]
}

/** Newest first, but for what goes before; never the run at hand, nor one that began later. */
async function findRows(
  driver: Driver,
  { runId, startedAt }: Selection,
  { where, first = '', values = [] }: Wanted,
): Promise<Row[]> {
  return driver.query(
    `SELECT run_id, verdict, findings FROM airlock_runs WHERE run_id <> $1 AND started_at < $2 AND ${where}
     ORDER BY ${first} started_at DESC, run_id DESC LIMIT $3`,
    [runId ?? '', startedAt, mostAsked, ...values],
  )
}

async function countRuns(driver: Driver, { runId, startedAt }: Selection): Promise<number> {
  const [row] = await driver.query(
    'SELECT COUNT(*) AS runs FROM airlock_runs WHERE run_id <> $1 AND started_at < $2',
    [runId ?? '', startedAt],
  )
  return Number(row?.['runs'] ?? 0)
}

async function describePassed(driver: Driver, record: RunRecord): Promise<Past['lastPassed']> {
  const { runId, release, kind, decidedAt, cases, excused = [] } = record
  const policy = pastPolicySchema.parse(JSON.parse(await loadDocument(driver, record.policy)))
  const scenarios = await loadScenarios(driver, record.inventory)
  const left = new Set(excused)
  const outcomes = cases.filter(({ id }) => !left.has(id)).map(({ id, outcome }) => ({ id, outcome }))
  return { runId, release, kind, decidedAt, policy, scenarios, cases: outcomes }
}

async function loadScenarios(driver: Driver, sha256: string) {
  return z.array(pastScenarioSchema).parse(JSON.parse(await loadDocument(driver, sha256)))
}

async function readContract(driver: Driver, { runId, contract }: RunRecord): Promise<Baseline | null> {
  if (contract === null) return null
  return { run: runId, contract: contractSchema.parse(JSON.parse(await loadDocument(driver, contract))) }
}

type Timed = {
  readonly capability: string
  readonly runId: string
  readonly case: string
  readonly ms: number
}

async function listDurations(driver: Driver, runs: readonly RunRecord[]): Promise<Past['capabilities']> {
  const capabilities = await loadCapabilities(driver, runs)
  const timed = runs.flatMap((run) => listTimed(run, capabilities.get(run.inventory)))
  return [...Map.groupBy(timed, ({ capability }) => capability)]
    .toSorted(byText(([key]) => key))
    .map(([capability, all]) => ({ capability, runs: groupByRun(all) }))
}

function groupByRun(all: readonly Timed[]): Past['capabilities'][number]['runs'] {
  return [...Map.groupBy(all, ({ runId }) => runId)].map(([runId, some]) => ({
    runId,
    cases: some.map(({ case: id, ms }) => ({ case: id, ms })),
  }))
}

function listTimed(
  { runId, cases }: RunRecord,
  capabilities: ReadonlyMap<string, string> = new Map(),
): Timed[] {
  return cases.flatMap(({ id, outcome, ms }) => {
    const capability = capabilities.get(id)
    return outcome === 'passed' && ms !== null && capability !== undefined
      ? [{ capability, runId, case: id, ms }]
      : []
  })
}

/** By inventory: the capability of each of its cases. Most runs share one inventory. */
async function loadCapabilities(driver: Driver, runs: readonly RunRecord[]) {
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const sha256 of new Set(runs.map(({ inventory }) => inventory))) {
    const scenarios = await loadScenarios(driver, sha256)
    const pairs = scenarios.flatMap(({ capability, cases }) =>
      cases.map(({ id }) => [id, capability] as const),
    )
    found.set(sha256, new Map(pairs))
  }
  return found
}

function countFlakes(runs: readonly RunRecord[]): Past['flakes'] {
  const ran = runs.flatMap(({ cases }) => cases.filter(({ outcome }) => !idle.has(outcome)))
  return [...Map.groupBy(ran, ({ id }) => id)]
    .map(([id, all]) => ({
      case: id,
      runs: all.length,
      flaky: all.filter(({ outcome }) => outcome === 'flaky').length,
    }))
    .filter(({ flaky }) => flaky > 0)
    .toSorted(byText((one) => one.case))
}

const idle: ReadonlySet<string> = new Set(['skipped', 'missing', 'lost'])
