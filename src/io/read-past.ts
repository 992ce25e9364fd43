// The last run in the reports folder tells the next one how long its cases take and what failed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sealSchema } from '../run/seal.ts'

export type LastRun = {
  readonly durations: ReadonlyMap<string, number>
  readonly failed: ReadonlySet<string>
  /** Whether there was an earlier run at all. */
  readonly isThere: boolean
}

const pastSchema = z.looseObject({ start: sealSchema.shape.start, durations: sealSchema.shape.durations })
type PastRun = z.output<typeof pastSchema>

/** Runs of a few scenarios come often; what took how long is remembered over so many of them. */
const remembered = 8

/**
 * What the newest sealed runs below `reports` say: of each case how long it took when it ran last, and what failed in
 * the very last of them. Only order and batch sizes depend on durations.
 */
export function readPast(reports: string): LastRun {
  const runs = listRuns(reports)
    .slice(-remembered)
    .flatMap((name) => readPastRun(join(reports, name, 'run.json')))
    // Ids of runs that began in one second say nothing of their order.
    .toSorted((a, b) => a.start - b.start)
  const failed = (runs.at(-1)?.durations ?? []).filter(({ passed }) => !passed).map(({ case: id }) => id)
  return {
    durations: new Map(runs.flatMap(({ durations: all }) => all.map(({ case: id, ms }) => [id, ms]))),
    failed: new Set(failed),
    isThere: runs.length > 0,
  }
}

function readPastRun(path: string): PastRun[] {
  const read = pastSchema.safeParse(parse(path))
  return read.success ? [read.data] : []
}

/** Names of all sealed runs, oldest first: a run's id begins with its time. */
export function listRuns(reports: string): string[] {
  if (!existsSync(reports)) return []
  return readdirSync(reports)
    .filter((name) => existsSync(join(reports, name, 'run.json')))
    .toSorted()
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // A damaged past costs the next run its order and nothing else.
    return null
  }
}
