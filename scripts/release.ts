// `airlock release`: run, judge, report. Whatever the parts say, the exit code is the verdict's: a run that failed
// is judged all the same, and a report that could not be built changes nothing.
import { relative } from 'node:path'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { runGate } from './gate.ts'
import type { RunOptions } from './prepare-run.ts'
import { runReport } from './report.ts'
import { executeRun } from './run.ts'

export type ReleaseOptions = RunOptions & { readonly release?: string; readonly policy?: string }

/** All of it in order; nothing to judge when nothing was run. */
export async function runRelease(options: ReleaseOptions, environment: Environment): Promise<ExitCode> {
  const ran = await executeRun({ ...options, isOwnTarget: true, isJudgedNext: true }, environment)
  if (ran.folder === null || ran.exitCode === exitCodes.interrupted) return ran.exitCode
  const run = relative(environment.cwd, ran.folder) || '.'
  const { release, policy } = options
  const verdict = await runGate({ run, ...(release && { release }), ...(policy && { policy }) }, environment)
  await runReport({ run }, environment)
  return verdict
}
