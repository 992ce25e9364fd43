// What `plan` and `run` say before anything runs of scenarios that never will.
import type { Environment } from '../src/io/environment.ts'
import { findNeverRun } from '../src/plan/find-never-run.ts'
import type { Plan } from '../src/plan/plan.ts'
import { renderNeverRun } from '../src/report/render-never-run.ts'
import { readStyle } from './read-style.ts'

/** Tells them on stderr, where there are any. */
export function tellNeverRun(plan: Plan, environment: Environment): void {
  const found = findNeverRun(plan)
  if (found.length === 0) return
  environment.stderr.write(`${renderNeverRun(found, readStyle(environment.stderr, environment))}\n\n`)
}
