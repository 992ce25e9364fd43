// Results that a team has beside those that are judged first: they count as cases of their own, and no plan misses or
// refuses them.
import type { EvidenceProblem, Input } from './evidence.ts'
import { makeProblem } from './make-problem.ts'
import type { ReportReading } from './read-report.ts'
import type { ReadResult } from './read-result.ts'

export type Further = {
  readonly files: number
  readonly results: readonly ReadResult[]
  readonly problems: readonly EvidenceProblem[]
  readonly inputs: readonly Input[]
}

export const nothingFurther: Further = { files: 0, results: [], problems: [], inputs: [] }

/** The reports that a pattern found. */
export type FoundReports = {
  readonly pattern: string
  readonly reports: readonly { readonly reading: ReportReading; readonly input: Input | null }[]
}

export function joinFurther(all: readonly Further[]): Further {
  return {
    files: all.reduce((sum, { files }) => sum + files, 0),
    results: all.flatMap(({ results }) => results),
    problems: all.flatMap(({ problems }) => problems),
    inputs: all.flatMap(({ inputs }) => inputs),
  }
}

/** A pattern that finds nothing, and a report that is one part of several, are seen here only. */
export function joinReports({ pattern, reports }: FoundReports): Further {
  const readings = reports.map(({ reading }) => reading)
  return {
    files: reports.length,
    results: readings.flatMap(({ results }) => results),
    problems: [
      ...(reports.length === 0 ? [makeProblem('no-reports', pattern)] : []),
      ...readings.flatMap(({ problems }) => problems),
      ...findMissingShards(pattern, readings),
    ],
    inputs: reports.flatMap(({ input }) => input ?? []),
  }
}

function findMissingShards(pattern: string, readings: readonly ReportReading[]): EvidenceProblem[] {
  const shards = readings.flatMap(({ shard }) => shard ?? [])
  const total = Math.max(0, ...shards.map((shard) => shard.total))
  const there = new Set(shards.map(({ index }) => index))
  const missing = Array.from({ length: Math.min(total, 1000) }, (_, at) => at + 1).filter(
    (at) => !there.has(at),
  )
  if (missing.length === 0) return []
  return [makeProblem('report-incomplete', pattern, { missing: missing.join(', ').slice(0, 100), total })]
}
