// `npm run faults`: is the suite worth its name? It runs once for each fault that the target can be started with, and
// every one of them must be caught.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { readFaults } from '../src/io/read-faults.ts'
import type { Fault } from '../src/release/fault.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'
import type { Target } from '../src/release/target.ts'
import { makeFaultTrial, type FaultTrial } from '../src/report/fault-trial.ts'
import { renderFaultCounts, renderFaultPage, renderFaultTrial } from '../src/report/render-fault-trials.ts'
import { parseShard, readTarget, type RunOptions } from './run-options.ts'
import { executeRun } from './run.ts'
import type { Ran } from './run-once.ts'

export type FaultsOptions = {
  readonly target: string
  readonly names?: readonly string[]
  /** `3/10`: the third of ten parts of the list. */
  readonly part?: string
  readonly workers?: number
}

type Trying = { readonly options: FaultsOptions; readonly environment: Environment; readonly target: Target }

/** 0 when each fault was caught, 1 when one was not, 2 when the suite fails without any. */
export async function runFaults(options: FaultsOptions, environment: Environment): Promise<ExitCode> {
  const trying = { options, environment, target: readTarget({ ...options, retry: 0 }, environment) }
  const all = await readFaults(trying.target, { cwd: environment.cwd, path: options.target })
  const chosen = chooseFaults(all, options)
  const sound = await tryWithout(trying, chosen)
  if (sound !== exitCodes.pass) return sound
  const trials: FaultTrial[] = []
  for (const fault of chosen) {
    const ran = await runWith(trying, fault, fault.name)
    if (ran.exitCode === exitCodes.interrupted) return ran.exitCode
    const trial = makeFaultTrial(fault, ran.log)
    trials.push(trial)
    environment.stdout.write(`${renderFaultTrial(trial)}\n`)
  }
  environment.stdout.write(`\n${renderFaultCounts(trials)}\n`)
  if (chosen.length === all.length) await writePage(trials, trying)
  return trials.every(({ caught }) => caught.length > 0) ? exitCodes.pass : exitCodes.block
}

async function writePage(trials: readonly FaultTrial[], { environment, target }: Trying): Promise<void> {
  const folder = join(environment.cwd, 'docs')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'faults.md'), renderFaultPage(trials, target.name))
}

/** What fails anyway would seem to catch everything. */
async function tryWithout(trying: Trying, chosen: readonly Fault[]): Promise<ExitCode> {
  const { stdout, stderr } = trying.environment
  const places = new Map(chosen.map((fault) => [JSON.stringify(selectionOf(trying.target, fault)), fault]))
  stderr.write(`without a fault: ${places.size} parts of the suite\n`)
  for (const fault of places.values()) {
    const ran = await runWith(trying, fault, '')
    if (ran.exitCode === exitCodes.interrupted) return ran.exitCode
    const { caught, cases } = makeFaultTrial(fault, ran.log)
    if (ran.exitCode === exitCodes.pass && cases > 0) continue
    const names = caught.map(({ scenario, uri }) => `  ${scenario} (${uri})\n`).join('')
    stdout.write(`The suite does not pass without a fault, so nothing can be said.\n${names}`)
    return exitCodes.inconclusive
  }
  return exitCodes.pass
}

async function runWith({ options, environment, target }: Trying, fault: Fault, value: string): Promise<Ran> {
  const out = await mkdtemp(join(tmpdir(), 'airlock-fault-'))
  const variable = target.faults?.variable ?? ''
  const quiet = { write: () => true }
  const env = { ...environment.env, [variable]: value }
  const { workers } = options
  const run: RunOptions = {
    ...selectionOf(target, fault),
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

/** Only what can matter. */
function selectionOf(
  { features }: Target,
  { tags, capability }: Fault,
): Pick<RunOptions, 'tags' | 'features'> {
  return tags === undefined ? { features: features.map((folder) => `${folder}/${capability}`) } : { tags }
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
