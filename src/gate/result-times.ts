// The times of a run and of its results. What is fresh today and how long that lasts are one question, so both are asked
// of the same moments.
import type { Attempt, Evidence } from '../evidence/evidence.ts'

type Shard = NonNullable<Evidence['seal']>['shards'][number]

/**
 * The end of the run as it was sealed, or of its last result where there is no seal; null where nothing tells a time. Of
 * shards that ran apart each is a run of its own: the first that ended is as old as the whole is.
 */
export function findEnd({ seal, cases }: Evidence): number | null {
  if (seal !== null) return Math.min(seal.end, ...listApart(seal).map(({ end }) => end))
  let latest: number | null = null
  for (const { attempts } of cases) latest = attempts.reduce(laterEnd, latest)
  return latest
}

/**
 * The first moment that will be too old: the end of the run, or an earlier result that stands for itself, because no seal
 * says which run it is of or because another suite ran at a time of its own. Null where nothing tells a time.
 */
export function findOldest(evidence: Evidence): number | null {
  let oldest = findEnd(evidence)
  for (const { source, attempts } of evidence.cases)
    if (evidence.seal === null || source !== undefined) oldest = attempts.reduce(earlierStart, oldest)
  return oldest
}

/** Shards that ran apart, and were joined. */
export function listApart({ shards }: NonNullable<Evidence['seal']>): Shard[] {
  return shards.filter(({ runId }) => runId !== undefined)
}

function laterEnd(latest: number | null, { stop, start }: Attempt): number | null {
  const end = stop ?? start
  return end === null || (latest !== null && latest >= end) ? latest : end
}

function earlierStart(oldest: number | null, { start, stop }: Attempt): number | null {
  const at = start ?? stop
  return at === null || (oldest !== null && oldest <= at) ? oldest : at
}
