// Results that a team has beside those that are judged first: they count as cases of their own, and no plan misses or
// refuses them.
import type { EvidenceProblem, Input } from './evidence.ts'
import { makeProblem } from './make-problem.ts'
import { findIncomplete } from './other-suites/find-incomplete.ts'
import type { ReportReading } from './other-suites/read-report.ts'
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
  /** Finds nothing; one that finds only what others have found before is none. */
  readonly isEmpty: boolean
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
export function joinReports(found: readonly FoundReports[]): Further {
  const reports = found.flatMap((one) => one.reports)
  const readings = reports.map(({ reading }) => reading)
  return {
    files: reports.length,
    results: readings.flatMap(({ results }) => results),
    problems: [
      ...found.filter((one) => one.isEmpty).map(({ pattern }) => makeProblem('no-reports', pattern)),
      ...readings.flatMap(({ problems }) => problems),
      // Shells make several patterns of one, and one pattern finds several suites: only a report itself tells its suite.
      ...findIncomplete(readings.flatMap(({ shard }) => shard ?? [])),
    ],
    inputs: reports.flatMap(({ input }) => input ?? []),
  }
}
