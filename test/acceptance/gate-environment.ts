// The gate as a function: a folder, a clock and two texts instead of a terminal.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment, ExitCode } from '../../src/io/environment.ts'
import { runGate, type GateOptions } from '../../scripts/gate.ts'
import { beginHistory } from '../empty-history.ts'
import { runStartMs } from './run-folder.ts'

/** Ten minutes after the usual run began. */
export const usualNowMs = runStartMs + 600_000

export type Judged = { readonly exitCode: ExitCode; readonly stdout: string; readonly stderr: string }

/** Asks the gate, with `cwd` as the project's root; its history is an empty one where the test has made no other. */
export async function askGate(cwd: string, options: GateOptions, nowMs = usualNowMs): Promise<Judged> {
  if (!existsSync(join(cwd, '.airlock'))) beginHistory(cwd)
  const texts = { stdout: '', stderr: '' }
  const environment: Environment = {
    cwd,
    env: {},
    stdout: { write: (text) => (texts.stdout += text), columns: 100 },
    stderr: { write: (text) => (texts.stderr += text) },
    now: () => nowMs,
  }
  const exitCode = await runGate(options, environment)
  return { exitCode, ...texts }
}
