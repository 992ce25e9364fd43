// What a person sees of the history: one line a run, without its cases.
import type { Driver, Value } from './driver.ts'
import type { PastRun } from './past.ts'

/** Newest first. */
export async function listRuns(driver: Driver): Promise<PastRun[]> {
  const rows = await driver.query(
    `SELECT run_id, started_at, decided_at, target, release_id, kind, whole, verdict, version,
      (SELECT COUNT(*) FROM airlock_cases WHERE airlock_cases.run_id = airlock_runs.run_id) AS cases
     FROM airlock_runs ORDER BY started_at DESC, run_id DESC`,
  )
  return rows.map((row) => ({
    runId: String(row['run_id']),
    startedAt: Number(row['started_at']),
    decidedAt: Number(row['decided_at']),
    target: String(row['target']),
    release: textOf(row['release_id']),
    kind: textOf(row['kind']),
    whole: row['whole'] === 1,
    verdict: String(row['verdict']),
    version: textOf(row['version']),
    cases: Number(row['cases']),
  }))
}

function textOf(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null
}
