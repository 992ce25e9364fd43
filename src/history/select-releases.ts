// Which releases passed before the run at hand, and which whole runs there were of those that passed as emergencies:
// the rhythm of releases, and what an emergency still owes. What is owed now is so whichever of the runs began first.
import { z } from 'zod'
import { releaseKinds } from '../release/release.ts'
import type { Driver } from './driver.ts'
import type { Past, PastRelease } from './past.ts'
import { runRecordSchema } from './run-record.ts'
import type { Selection } from './selection.ts'

type Found = Pick<Past, 'releases' | 'regressions'>

export async function selectReleases(driver: Driver, selection: Selection): Promise<Found> {
  return {
    releases: await listReleases(driver, selection),
    regressions: await listRegressions(driver, selection),
  }
}

const releaseRow = z.object({
  run_id: z.string(),
  release_id: z.string(),
  kind: z.enum(releaseKinds),
  decided_at: z.coerce.number(),
  whole: z.coerce.number(),
  version: z.string().nullable(),
  digest: z.string().nullable(),
})

async function listReleases(driver: Driver, { runId, startedAt }: Selection): Promise<PastRelease[]> {
  const rows = await driver.query(
    `SELECT run_id, release_id, kind, decided_at, whole, version, digest FROM airlock_runs
     WHERE run_id <> $1 AND (started_at < $2 OR kind = 'emergency') AND verdict = 'pass' AND release_id IS NOT NULL AND kind IS NOT NULL
     ORDER BY decided_at DESC, run_id DESC`,
    [runId ?? '', startedAt],
  )
  const newest = new Map<string, PastRelease>()
  for (const row of rows) {
    const found = describe(releaseRow.parse(row))
    // A name may be given again, to another build: what the first one owes is not paid by that.
    const key = JSON.stringify([found.release, found.kind, found.version, found.digest])
    const later = newest.get(key)
    if (!later) newest.set(key, found)
    // What is owed is so since it may first have been let in, however often it is run again.
    else if (later.kind === 'emergency') newest.set(key, { ...later, decidedAt: found.decidedAt })
  }
  return [...newest.values()]
}

function describe({
  run_id,
  release_id,
  decided_at,
  whole,
  ...rest
}: z.output<typeof releaseRow>): PastRelease {
  return { runId: run_id, release: release_id, decidedAt: decided_at, whole: whole === 1, ...rest }
}

const regressionRow = z.object({
  run_id: z.string(),
  version: z.string().nullable(),
  digest: z.string().nullable(),
  findings: z.string().transform((text) => runRecordSchema.shape.findings.parse(JSON.parse(text))),
})

/**
 * The version is the declared one: a run that was judged as the emergency may have met another build than that, and under a
 * policy that does not ask nobody knows which.
 */
function hasMetIt({ findings }: z.output<typeof regressionRow>): boolean {
  return findings.some(({ rule, outcome }) => rule === 'candidate-matches' && outcome === 'pass')
}

async function listRegressions(driver: Driver, { runId }: Selection): Promise<Past['regressions']> {
  const rows = await driver.query(
    `SELECT run_id, version, digest, findings FROM airlock_runs
     WHERE run_id <> $1 AND whole = 1 AND version IN
       (SELECT version FROM airlock_runs WHERE verdict = 'pass' AND kind = 'emergency')
     ORDER BY started_at DESC, run_id DESC`,
    [runId ?? ''],
  )
  const runs = rows.map((row) => regressionRow.parse(row)).filter(hasMetIt)
  return runs.map(({ run_id, version, digest }) => ({ runId: run_id, version, digest }))
}
