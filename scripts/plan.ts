// `airlock plan`: what would run, without running it or starting anything.
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { renderPlan } from '../src/report/render-plan.ts'
import { makeRunId, makeRunPlan, readTarget, readWritten, type RunOptions } from './prepare-run.ts'

/** The plan on stdout, as text or as the JSON that `run` would write. */
export async function runPlanCommand(
  options: RunOptions & { json?: boolean },
  environment: Environment,
): Promise<ExitCode> {
  const plan = makeRunPlan(
    readWritten(readTarget(options, environment), environment),
    options,
    makeRunId(environment.now()),
  )
  environment.stdout.write(options.json ? `${JSON.stringify(plan, null, 1)}\n` : `${renderPlan(plan)}\n`)
  return exitCodes.pass
}
