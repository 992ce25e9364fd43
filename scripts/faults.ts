// `npm run faults`: is the suite worth its name? It runs once for each fault that the target can be started with, and
// every one of them must be caught.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { readFaults } from '../src/io/read-faults.ts'
import type { Fault } from '../src/release/fault.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'
import type { Target } from '../src/release/target.ts'
import { findFailed, isNoticed, makeFaultTrial, type FaultTrial } from '../src/report/fault-trial.ts'
import {
  renderFaultCounts,
  renderFaultPage,
  renderFaultTrial,
  renderUnsound,
} from '../src/report/render-fault-trials.ts'
import { parseShard, readTarget, type RunOptions } from './run-options.ts'
import { executeRun } from './run.ts'
import type { Ran } from './run-once.ts'

export type FaultsOptions = {
  readonly target: string
  readonly names?: readonly string[]
  /** `3/10`: the third of ten parts of the list, each fault only until something notices it. */
  readonly part?: string
  readonly workers?: number
}

type Trying = { readonly options: FaultsOptions; readonly environment: Environment; readonly target: Target }

/** 0 when each fault was caught, 1 when one was not, 2 when what caught them fails without any fault too. */
export async function runFaults(options: FaultsOptions, environment: Environment): Promise<ExitCode> {
  const trying = { options, environment, target: readTarget({ ...options, retry: 0 }, environment) }
  const all = await readFaults(trying.target, { cwd: environment.cwd, path: options.target })
  const chosen = chooseFaults(all, options)
  const trials: FaultTrial[] = []
  for (const fault of chosen) {
    const ran = await runWith(trying, fault.name, selectionOf(trying, fault))
    if (ran.exitCode === exitCodes.interrupted) return ran.exitCode
    const trial = makeFaultTrial(fault, ran.log)
    trials.push(trial)
    environment.stdout.write(`${renderFaultTrial(trial)}\n`)
  }
  const without = await tryWithout(trying, trials)
  if (without !== exitCodes.pass) return without
  environment.stdout.write(`\n${renderFaultCounts(trials)}\n`)
  // Of a part nobody has seen everything that notices a fault.
  if (options.part === undefined && chosen.length === all.length) await writePage(trials, trying)
  return trials.every(({ caught }) => caught.length > 0) ? exitCodes.pass : exitCodes.block
}

async function writePage(trials: readonly FaultTrial[], { environment, target }: Trying): Promise<void> {
  const folder = join(environment.cwd, 'docs')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'faults.md'), renderFaultPage(trials, target.name))
}

/** What fails anyway only seems to catch something: all that has failed runs once more, without a fault. */
async function tryWithout(trying: Trying, trials: readonly FaultTrial[]): Promise<ExitCode> {
  const { stdout, stderr } = trying.environment
  const caught = trials.flatMap((trial) => trial.caught)
  const places = new Set(caught.flatMap(({ uri, lines }) => lines.map((line) => `${uri}:${line}`)))
  if (places.size === 0) return exitCodes.pass
  stderr.write('what caught them, without a fault\n')
  const { exitCode, log } = await runWith(trying, '', { features: [...places] })
  if (exitCode === exitCodes.pass || exitCode === exitCodes.interrupted) return exitCode
  stdout.write(`\n${renderUnsound(findFailed(log))}\n`)
  return exitCodes.inconclusive
}

async function runWith(
  { options, environment, target }: Trying,
  value: string,
  selection: Partial<RunOptions>,
): Promise<Ran> {
  const out = await mkdtemp(join(tmpdir(), 'airlock-fault-'))
  const variable = target.faults?.variable ?? ''
  const quiet = { write: () => true }
  const env = { ...environment.env, [variable]: value }
  const { workers } = options
  const run: RunOptions = {
    ...selection,
    target: options.target,
    retry: 0,
    out: join(out, 'run'),
    isOwnTarget: true,
    ...(workers !== undefined && { workers }),
  }
  const ran = await executeRun(run, { ...environment, env, stdout: quiet, stderr: quiet })
  await rm(out, { recursive: true, force: true })
  return ran
}

/** Only what can matter; of a part it is enough to know that each fault is caught. */
function selectionOf(
  { target, options, environment }: Trying,
  { tags, capability }: Fault,
): Partial<RunOptions> {
  const folders = target.features.map((folder) => `${folder}/${capability}`)
  // Not every folder of features need tell of every capability, but one of them has to.
  const there = folders.filter((folder) => existsSync(resolve(environment.cwd, folder)))
  const features = there.length > 0 ? there : folders
  const whole = tags === undefined ? { features } : { tags }
  return options.part === undefined ? whole : { ...whole, isEnough: isNoticed }
}

function chooseFaults(all: readonly Fault[], { names = [], part }: FaultsOptions): Fault[] {
  const unknown = names.filter((name) => all.every((fault) => fault.name !== name))
  if (unknown.length > 0) throw new ConfigurationError(unknown.map((name) => unknownFault(name, all)))
  const named = names.length > 0 ? all.filter(({ name }) => names.includes(name)) : [...all]
  const { index, total } = parseShard(part, '--part')
  return named.filter((_, at) => at % total === index - 1)
}

function unknownFault(received: string, all: readonly Fault[]) {
  const expected = `one of ${all.map(({ name }) => name).join(', ')}`
  return makeFlagProblem('faults', { expected, received, remedy: 'Correct the name.' })
}
