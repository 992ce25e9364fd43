// One run within a session, whoever asked for it: `airlock run` once, `--watch` at every save.
import { relative } from 'node:path'
import { isWholeRun } from '../src/evidence/whole-run.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { readCoverage } from '../src/io/read-coverage.ts'
import { renderCoverage } from '../src/report/render-coverage.ts'
import {
  renderRunCounts,
  renderRunSummary,
  renderShortSecrets,
  renderStart,
} from '../src/report/render-run-summary.ts'
import { findTooShort } from '../src/run/make-redactor.ts'
import { askForDefinitions } from '../src/run/read-definitions.ts'
import { openRunFolder } from '../src/run/run-folder.ts'
import { readCandidate, runPlan } from '../src/run/run-plan.ts'
import type { Progress } from '../src/run/run-setup.ts'
import { selectShard } from '../src/run/select-shard.ts'
import type { SpareWorkers } from '../src/run/spare-workers.ts'
import { TargetError } from '../src/run/start-target.ts'
import { UnusableCodeError } from '../src/run/unusable-code.ts'
import { chooseCases } from './choose-cases.ts'
import { makeRunSetup, writeSideFiles, type RunParts } from './make-run-setup.ts'
import type { Session } from './open-session.ts'
import { makeRunId, makeRunPlan, readWritten, resolveSubject, type Written } from './prepare-run.ts'
import { parseShard, runFolderOf } from './run-options.ts'
import { openProgress } from './show-progress.ts'
import { tellNeverRun } from './tell-never-run.ts'
import { tellStepProblems } from './tell-step-problems.ts'
import { withoutSecrets } from './without-secrets.ts'

/** How it went; `folder` is null when nothing was run. */
export type Ran = {
  readonly exitCode: ExitCode
  readonly folder: string | null
  readonly log: readonly Progress[]
}

/** One run within a session, by workers that were told to load: what may have changed since the last one is read anew. */
export async function runOnce(session: Session, spares: SpareWorkers): Promise<Ran> {
  const { environment, target, interrupt } = session
  // A worker loads the code while features are read and the target comes up; its cases follow.
  const asking = askForDefinitions(spares.next(), session.place, {
    limitMs: target.limits.loadSeconds * 1000,
    interrupt,
  })
  // Whoever waits for it hears of a failure; where features cannot be read that comes first.
  asking.catch(() => undefined)
  const written = readWritten(target, environment)
  return runWritten({ session, spares, written, asking }).catch((error: unknown) => {
    throw withoutSecrets(error, { written, env: environment.env })
  })
}

type Begun = {
  readonly session: Session
  readonly spares: SpareWorkers
  readonly written: Written
  readonly asking: ReturnType<typeof askForDefinitions>
}

async function runWritten({ session, spares, written, asking }: Begun): Promise<Ran> {
  const { options, environment, interrupt } = session
  const opening = openSubject(session, written)
  opening.catch(() => undefined)
  const runId = makeRunId(environment.now())
  const chosen = await chooseCases(options, environment, { written, definitions: asking })
  if (chosen?.cases.size === 0) {
    environment.stdout.write(`Nothing to run with ${chosen.only}.\n`)
    return nothingRun(exitCodes.pass)
  }
  const plan = makeRunPlan(written, { options, runId, chosen })
  tellNeverRun(plan, environment)
  const unfit = tellStepProblems({ plan, written, definitions: await asking, isRunNext: true }, environment)
  if (unfit === 'all') return nothingRun(exitCodes.usage)
  const opened = await opening
  interrupt.throwIfAborted()
  return runWith({ options, environment, written, plan, ...opened, spares, interrupt })
}

/** Asked while the code is still being loaded: who is up already answers at once. */
async function openSubject({ options, environment, starting }: Session, written: Written) {
  const started = await starting
  const subject = resolveSubject(written, options, { ...environment.env, ...started?.environment })
  const targetOutput = started?.output ?? (() => '')
  return { subject, candidate: await readCandidate(subject), targetOutput }
}

async function runWith(parts: RunParts): Promise<Ran> {
  const { environment, options, plan, subject, candidate } = parts
  const path = runFolderOf(options, plan.runId, environment)
  const folder = openRunFolder(path)
  const cases = selectShard(plan.cases, parseShard(options.shard))
  const view = await openProgress(cases, environment)
  const log: Progress[] = []
  const enough = new AbortController()
  const interrupt = AbortSignal.any([parts.interrupt, enough.signal])
  const setup = makeRunSetup({ ...parts, interrupt }, folder, (progress) => {
    log.push(progress)
    view.show(progress)
    if (options.isEnough?.(progress) === true) enough.abort()
  })
  const short = findTooShort(parts.subject.secrets).length
  if (short > 0) environment.stderr.write(`${renderShortSecrets(short)}\n`)
  environment.stderr.write(`${renderStart(cases.length, setup.workers)}\n`)
  writeSideFiles(parts, folder)
  const seal = await runPlan(setup, subject, candidate).finally(() => view.close())
  const summary = { plan, seal, log, folder: relative(environment.cwd, path) || '.' }
  // Where a gate follows, it tells what failed; twice would be once too often.
  const render = options.isJudgedNext === true ? renderRunCounts : renderRunSummary
  // A part of the suite leaves most operations out; to list those would tell nothing.
  const isWhole = isWholeRun({ selection: plan.selection, planned: plan.cases.length, seal })
  const coverage = isWhole ? readCoverage(path) : null
  if (coverage !== null) environment.stdout.write(`${renderCoverage(coverage)}\n\n`)
  environment.stdout.write(`${render(summary)}\n`)
  return { exitCode: exitCodeOf(parts.interrupt, log), folder: path, log }
}

function nothingRun(exitCode: ExitCode): Ran {
  return { exitCode, folder: null, log: [] }
}

function exitCodeOf(interrupt: AbortSignal, log: readonly Progress[]): ExitCode {
  if (interrupt.aborted) return exitCodes.interrupted
  if (log.some((one) => isFailure(one))) return exitCodes.block
  return log.some((one) => isUnknown(one)) ? exitCodes.inconclusive : exitCodes.pass
}

/** Nobody knows how the case would have ended, or which case it was that a worker died of. */
function isUnknown(progress: Progress): boolean {
  return progress.kind === 'exit' || (progress.kind === 'loss' && progress.givenUp)
}

function isFailure(progress: Progress): boolean {
  if (progress.kind === 'hook' || progress.kind === 'stray') return true
  return progress.kind === 'attempt' && !progress.willBeRetried && progress.status !== 'passed'
}

/** What is nobody's configuration and no fault of Airlock: there is nothing to judge. */
export function explain(error: unknown, { stderr }: Environment, interrupt: AbortSignal): Ran {
  if (interrupt.aborted) return nothingRun(exitCodes.interrupted)
  if (error instanceof TargetError) {
    stderr.write(`The target did not come up.\n${error.message}\n`)
    return nothingRun(exitCodes.inconclusive)
  }
  if (error instanceof UnusableCodeError) {
    stderr.write(`Steps and support code cannot be loaded.\n${error.message}\n`)
    return nothingRun(exitCodes.usage)
  }
  throw error
}
