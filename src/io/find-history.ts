// Trends need the report before this one: it lies in the folder of the newest earlier run that has one.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { listRuns } from './read-past.ts'

/** Path of `allure-report/<name>` of the newest run before this one, or null. Run ids begin with their time. */
export function findHistory(run: string, name: string): string | null {
  const reports = dirname(run)
  const earlier = listRuns(reports).filter((id) => id < basename(run))
  const paths = earlier.map((id) => join(reports, id, 'allure-report', name))
  return paths.findLast((path) => existsSync(path)) ?? null
}
