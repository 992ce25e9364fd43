// `airlock release`: run, judge, report. Whatever the parts say, the exit code is the verdict's: a run that failed
// is judged all the same, and a report that could not be built changes nothing.
import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { findNewestRelease } from '../src/io/find-release.ts'
import { placeBeside } from '../src/release/place-beside.ts'
import { runGate } from './gate.ts'
import { runNoticePreview } from './notice-preview.ts'
import { readTarget, type RunOptions } from './run-options.ts'
import { defaultPolicy } from './read-release.ts'
import { runReport } from './report.ts'
import { executeRun } from './run.ts'
import { writeExample } from './write-example.ts'

export type ReleaseOptions = RunOptions & { readonly release?: string; readonly policy?: string }

/** All of it in order; nothing to judge when nothing was run. */
export async function runRelease(options: ReleaseOptions, environment: Environment): Promise<ExitCode> {
  const ran = await executeRun({ ...options, isOwnTarget: true, isJudgedNext: true }, environment)
  if (ran.folder === null || ran.exitCode === exitCodes.interrupted) return ran.exitCode
  const run = relative(environment.cwd, ran.folder) || '.'
  const policy = options.policy ?? defaultPolicy
  const release = await findRelease({ ...options, policy, run: ran.folder }, environment)
  const named = { ...(release !== null && { release }), ...(options.policy && { policy }) }
  const verdict = await runGate({ run, ...named }, environment)
  if (release !== null && existsSync(resolve(environment.cwd, placeBeside(policy, 'notices.yaml'))))
    await showNotices({ release, policy, out: `${run}/notice` }, environment)
  await showReport(run, environment)
  return verdict
}

type Place = ReleaseOptions & { readonly policy: string; readonly run: string }

/** The release that is named, else the newest, else the target's example; null where there is none of them. */
async function findRelease(place: Place, environment: Environment): Promise<string | null> {
  const written = place.release ?? findNewestRelease(environment.cwd)
  if (written !== null) return written
  const { example } = readTarget(place, environment)
  return example === undefined ? null : writeExample({ ...place, example }, environment)
}

/** What clients read of the release lies beside what stakeholders read of it; without it the verdict stands. */
async function showNotices(
  options: { readonly release: string; readonly policy: string; readonly out: string },
  environment: Environment,
): Promise<void> {
  try {
    await runNoticePreview(options, { ...environment, stdout: { write: () => true } })
  } catch (error) {
    environment.stderr.write(`What clients read could not be shown: ${describeFault(error)}\n`)
  }
}

/** What stakeholders read; it was judged before, and stays so whatever becomes of this. */
export async function showReport(run: string, environment: Environment): Promise<void> {
  try {
    await runReport({ run }, environment)
  } catch (error) {
    environment.stderr.write(
      `The report could not be built, and the verdict stands: ${describeFault(error)}\n`,
    )
  }
}

function describeFault(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
