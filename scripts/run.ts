// `airlock run`: plan and execution. It says how the cases ended; whether that is enough to deploy is the gate's word.
import { relative } from 'node:path'
import type { Environment, ExitCode } from '../src/io/environment.ts'
import { openSession } from './open-session.ts'
import { parseShard, refuseUsedFolder, refuseWindow, type RunOptions } from './run-options.ts'
import type { Ran } from './run-once.ts'

/** The command: a summary on stdout, 0 when every case passed. */
export async function runRun(options: RunOptions, environment: Environment): Promise<ExitCode> {
  refuseWindow(options, environment)
  if (options.watch === true) {
    refuseUsedFolder(options, environment)
    const { watchRuns } = await import('./watch-runs.ts')
    return watchRuns(options, environment)
  }
  const { exitCode, folder } = await executeRun(options, environment)
  if (folder !== null) environment.stdout.write(`\nrun: ${relative(environment.cwd, folder)}\n`)
  return exitCode
}

/** Starts the target, runs the plan, stops the target. */
export async function executeRun(options: RunOptions, environment: Environment): Promise<Ran> {
  parseShard(options.shard)
  refuseUsedFolder(options, environment)
  const session = openSession(options, environment)
  try {
    const spares = session.openSpares()
    spares.load(session.place)
    // Workers take the longest to begin, so the rest of this process is loaded while they do.
    const { runOnce } = await import('./run-once.ts')
    return await runOnce(session, spares)
  } catch (error) {
    const { explain } = await import('./run-once.ts')
    return explain(error, environment, session.interrupt)
  } finally {
    await session.close()
  }
}
