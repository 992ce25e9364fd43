// `airlock run`: plan and execution. It says how the cases ended; whether that is enough to deploy is the gate's word.
import { hostname, platform, release, arch } from 'node:os'
import { relative } from 'node:path'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { readPast } from '../src/io/read-past.ts'
import type { Plan } from '../src/plan/plan.ts'
import type { Target } from '../src/release/target.ts'
import { renderRunSummary } from '../src/report/render-run-summary.ts'
import { renderCategories, renderEnvironment, renderExecutor } from '../src/run/allure-side-files.ts'
import { makeRedactor } from '../src/run/make-redactor.ts'
import { openRunFolder, type RunFolder } from '../src/run/run-folder.ts'
import { runPlan } from '../src/run/run-plan.ts'
import type { Progress, RunSetup } from '../src/run/run-setup.ts'
import type { Seal } from '../src/run/seal.ts'
import { SpareWorkers } from '../src/run/spare-workers.ts'
import { TargetError } from '../src/run/start-target.ts'
import { UnusableCodeError } from '../src/run/worker-lane.ts'
import { makeWorldParameters } from '../src/run/world-parameters.ts'
import { openInterrupt } from './interrupt.ts'
import {
  makeRunId,
  makeRunPlan,
  parseShard,
  readTarget,
  readWritten,
  resolveSubject,
  runFolderOf,
  startIfNeeded,
  workersOf,
  type RunOptions,
  type Subject,
  type Written,
} from './prepare-run.ts'
import { openProgress } from './show-progress.ts'

export type Ran = { readonly exitCode: ExitCode; readonly folder: string | null }

/** The command: a summary on stdout, 0 when every case passed. */
export async function runRun(options: RunOptions, environment: Environment): Promise<ExitCode> {
  const { exitCode, folder } = await executeRun(options, environment)
  if (folder !== null) environment.stdout.write(`\nrun: ${relative(environment.cwd, folder)}\n`)
  return exitCode
}

/** Starts the target, runs the plan, stops the target. `folder` is null when nothing was run. */
export async function executeRun(options: RunOptions, environment: Environment): Promise<Ran> {
  const shard = parseShard(options.shard)
  const target = readTarget(options, environment)
  const interrupt = openInterrupt()
  const spares = openSpares(options, target, environment)
  // Workers and target come up while features are read; what is wrong with the features is told first.
  const starting = startIfNeeded(target, environment, interrupt.signal)
  starting.catch(() => undefined)
  try {
    const written = readWritten(target, environment)
    const plan = makeRunPlan(written, options, makeRunId(environment.now()))
    const values = { ...environment.env, ...(await starting)?.environment }
    const subject = resolveSubject(written, options, values)
    return await runWith({
      options,
      environment,
      written,
      plan,
      subject,
      shard,
      spares,
      interrupt: interrupt.signal,
    })
  } catch (error) {
    return explain(error, environment, interrupt.signal)
  } finally {
    spares.close()
    await starting.then(
      (started) => started?.stop(),
      () => undefined,
    )
    interrupt.close()
  }
}

type Context = {
  readonly options: RunOptions
  readonly environment: Environment
  readonly written: Written
  readonly plan: Plan
  readonly subject: Subject
  readonly shard: { index: number; total: number }
  readonly spares: SpareWorkers
  readonly interrupt: AbortSignal
}

function openSpares(options: RunOptions, { limits }: Target, { cwd, env }: Environment): SpareWorkers {
  return new SpareWorkers(workersOf(options), { cwd, env, memoryMb: limits.workerMemoryMb })
}

async function runWith(context: Context): Promise<Ran> {
  const { environment, plan, subject } = context
  const path = runFolderOf(context.options, plan.runId, environment)
  const folder = openRunFolder(path)
  const view = await openProgress(plan.cases, environment)
  const log: Progress[] = []
  const setup = makeSetup(context, folder, (progress) => {
    log.push(progress)
    view.show(progress)
  })
  environment.stderr.write(`${plan.cases.length} cases on ${setup.workers} workers\n`)
  writeSideFiles(context, folder)
  const seal = await runPlan(setup, subject).finally(() => view.close())
  environment.stdout.write(`${renderRunSummary({ plan, seal, log })}\n`)
  return { exitCode: exitCodeOf(seal, log), folder: path }
}

function makeSetup(context: Context, folder: RunFolder, onProgress: RunSetup['onProgress']): RunSetup {
  const { options, environment, written, plan, subject } = context
  const { target, tenants, secrets } = subject
  const world = {
    runId: plan.runId,
    target,
    tenants,
    secrets,
    trace: options.retry > 0 ? 'on-retry' : 'always',
  } as const
  return {
    plan,
    features: written.features,
    shard: context.shard,
    workers: workersOf(options),
    retry: options.retry,
    caseLimitMs: target.limits.caseSeconds * 1000,
    spares: context.spares,
    worker: {
      cwd: environment.cwd,
      code: target.code.map((folder) => `${folder}/**/!(*.test).ts`),
      features: Object.fromEntries(plan.inventory.features.map(({ uri, sha256 }) => [uri, sha256])),
      worldParameters: makeWorldParameters({ ...world, browser: makeBrowser(environment) }),
    },
    past: readPast(`${environment.cwd}/reports`),
    folder,
    redact: makeRedactor(secrets),
    host: hostname(),
    versions: {
      node: process.versions.node,
      airlock: '0.1.0',
      platform: `${platform()} ${release()}`,
      cpu: arch(),
    },
    now: environment.now,
    interrupt: context.interrupt,
    onProgress,
  }
}

/** Which browser it is, is found out by the worker that first needs one. */
function makeBrowser({ env }: Environment) {
  const executablePath = env['AIRLOCK_BROWSER']
  return { ...(executablePath ? { executablePath } : {}), headless: true, args: [] }
}

function writeSideFiles({ subject, plan, environment }: Context, folder: RunFolder): void {
  const { target } = subject
  const shown = { target: target.name, run: plan.runId, node: process.versions.node, ...target.services }
  folder.write('allure-results/categories.json', renderCategories())
  folder.write('allure-results/environment.properties', renderEnvironment(shown))
  folder.write(
    'allure-results/executor.json',
    renderExecutor({
      env: environment.env,
      runId: plan.runId,
      startMs: environment.now(),
      reportName: target.name,
    }),
  )
}

function exitCodeOf(seal: Seal, log: readonly Progress[]): ExitCode {
  if (seal.interrupted) return exitCodes.interrupted
  const final = log.filter((one) => one.kind === 'loss' || !one.willBeRetried)
  if (final.some((one) => one.kind === 'attempt' && one.status !== 'passed')) return exitCodes.block
  return final.some((one) => one.kind === 'loss' && one.givenUp) ? exitCodes.inconclusive : exitCodes.pass
}

/** What is nobody's configuration and no fault of Airlock: there is nothing to judge. */
function explain(error: unknown, { stderr }: Environment, interrupt: AbortSignal): Ran {
  if (interrupt.aborted) return { exitCode: exitCodes.interrupted, folder: null }
  if (error instanceof TargetError) {
    stderr.write(`The target did not come up.\n${error.message}\n`)
    return { exitCode: exitCodes.inconclusive, folder: null }
  }
  if (error instanceof UnusableCodeError) {
    stderr.write(`Steps and support code cannot be loaded.\n${error.message}\n`)
    return { exitCode: exitCodes.usage, folder: null }
  }
  throw error
}
