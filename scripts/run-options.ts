// The flags of `plan`, `run` and `release`, and what they alone say. A run begins with them, so this loads little.
import { availableParallelism } from 'node:os'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Environment } from '../src/io/environment.ts'
import { readYaml } from '../src/io/read-yaml.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'
import { targetSchema, type Target } from '../src/release/target.ts'
import type { Progress } from '../src/run/run-setup.ts'

/** Flags of `plan`, `run` and `release`, as the command line hands them over. */
export type RunOptions = {
  readonly target: string
  readonly tags?: string
  readonly tenants?: readonly string[]
  readonly features?: readonly string[]
  readonly workers?: number
  readonly shard?: string
  readonly retry: number
  readonly out?: string
  /** Only what failed in the last run. */
  readonly failed?: boolean
  /** Only what can have been broken since a commit; `true` means since the last one. */
  readonly changed?: string | boolean
  readonly watch?: boolean
  /** With a window to look at; `debug` keeps it open at a failure. */
  readonly headed?: boolean
  readonly debug?: boolean
  /** The target is started anew, also where one is up already. */
  readonly isOwnTarget?: boolean
  readonly isJudgedNext?: boolean
  /** True for what is all that was asked: the rest need not run. */
  readonly isEnough?: (progress: Progress) => boolean
}

/** The checked target file. */
export function readTarget({ target }: RunOptions, { cwd }: Environment): Target {
  return readYaml(cwd, target, targetSchema)
}

/** A window needs a screen. */
export function refuseWindow({ headed = false, debug = false }: RunOptions, { env }: Environment): void {
  const hasScreen = process.platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
  if (hasScreen || (!headed && !debug)) return
  throw new ConfigurationError([
    makeFlagProblem(debug ? '--debug' : '--headed', {
      expected: 'a screen to show the browser on (DISPLAY)',
      received: 'none',
      remedy: 'Run it on a desktop, or with `xvfb-run`.',
    }),
  ])
}

/** The files of a run are sealed together; those of another must not lie among them. */
export function refuseUsedFolder({ out, watch = false }: RunOptions, { cwd }: Environment): void {
  if (out === undefined) return
  const isUsed = ['plan.json', 'run.json', 'allure-results'].some((name) =>
    existsSync(resolve(cwd, out, name)),
  )
  if (!isUsed && !watch) return
  throw new ConfigurationError([
    makeFlagProblem('--out', {
      expected: watch ? 'no --watch, in which each save is a run of its own' : 'a folder without a run in it',
      received: out,
      remedy: 'Leave it out, and a new folder below reports/ is made.',
    }),
  ])
}

export function runFolderOf(options: RunOptions, runId: string, { cwd }: Environment): string {
  return options.out === undefined ? join(cwd, 'reports', runId) : resolve(cwd, options.out)
}

export function workersOf({ workers }: RunOptions): number {
  return workers ?? availableParallelism()
}

/** `2/3` → the second of three; both count from 1. */
export function parseShard(text: string | undefined, flag = '--shard'): { index: number; total: number } {
  if (text === undefined) return { index: 1, total: 1 }
  const [, index, total] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  const shard = { index: Number(index), total: Number(total) }
  if (shard.index >= 1 && shard.index <= shard.total) return shard
  throw new ConfigurationError([
    makeFlagProblem(flag, { expected: 'i/n with i from 1 to n, such as 2/3', received: text }),
  ])
}
