// `airlock plan`: what would run, without running it or starting a target.
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { renderPlan } from '../src/report/render-plan.ts'
import { openDefinitions } from './open-definitions.ts'
import { makeRunId, makeRunPlan, readWritten } from './prepare-run.ts'
import { readTarget, type RunOptions } from './run-options.ts'
import { tellNeverRun } from './tell-never-run.ts'
import { tellStepProblems } from './tell-step-problems.ts'

/** The plan on stdout, as text or as the JSON that `run` would write; 3 when a step of it has no phrase. */
export async function runPlanCommand(
  options: RunOptions & { json?: boolean },
  environment: Environment,
): Promise<ExitCode> {
  const target = readTarget(options, environment)
  const loading = openDefinitions(target, environment)
  // What is wrong with the features is told first.
  loading.catch(() => undefined)
  const written = readWritten(target, environment)
  const plan = makeRunPlan(written, { options, runId: makeRunId(environment.now()) })
  environment.stdout.write(options.json ? `${JSON.stringify(plan, null, 1)}\n` : `${renderPlan(plan)}\n`)
  tellNeverRun(plan, environment)
  const found = tellStepProblems({ plan, written, definitions: await loading, isRunNext: false }, environment)
  return found === 'none' ? exitCodes.pass : exitCodes.usage
}
