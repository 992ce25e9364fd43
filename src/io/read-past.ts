// The last run in the reports folder tells the next one how long its cases take and what failed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sealSchema } from '../run/seal.ts'

export type LastRun = {
  readonly durations: ReadonlyMap<string, number>
  readonly failed: ReadonlySet<string>
}

const pastSchema = z.looseObject({ durations: sealSchema.shape.durations })

/** What the newest sealed run below `reports` says; nothing if there is none. Only order and batch sizes depend on it. */
export function readPast(reports: string): LastRun {
  const newest = listRuns(reports).at(-1)
  const read = newest === undefined ? null : pastSchema.safeParse(parse(join(reports, newest, 'run.json')))
  if (!read?.success) return { durations: new Map(), failed: new Set() }
  const { durations } = read.data
  return {
    durations: new Map(durations.map(({ case: id, ms }) => [id, ms])),
    failed: new Set(durations.filter(({ passed }) => !passed).map(({ case: id }) => id)),
  }
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
