// Flags, files and the machine → everything a run needs as one value, and the side files that say on what it ran.
import { arch, hostname, platform, release } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../src/io/environment.ts'
import { readPast } from '../src/io/read-past.ts'
import type { Plan } from '../src/plan/plan.ts'
import { renderCategories, renderEnvironment, renderExecutor } from '../src/run/allure-side-files.ts'
import { listCode } from '../src/run/list-code.ts'
import type { RunFolder } from '../src/run/run-folder.ts'
import { contractName, type ServedCandidate } from '../src/run/run-plan.ts'
import type { RunSetup } from '../src/run/run-setup.ts'
import type { SpareWorkers } from '../src/run/spare-workers.ts'
import { makeWorldParameters, type Browser } from '../src/run/world-parameters.ts'
import type { Subject, Written } from './prepare-run.ts'
import { parseShard, workersOf, type RunOptions } from './run-options.ts'

export type RunParts = {
  readonly options: RunOptions
  readonly environment: Environment
  readonly written: Written
  readonly plan: Plan
  readonly subject: Subject
  readonly candidate: ServedCandidate
  readonly targetOutput: RunSetup['targetOutput']
  readonly spares: SpareWorkers
  readonly interrupt: AbortSignal
}

/** A case that somebody looks at in a browser takes as long as they look. */
const dayMs = 24 * 3600 * 1000

export function makeRunSetup(
  parts: RunParts,
  folder: RunFolder,
  onProgress: RunSetup['onProgress'],
): RunSetup {
  const { options, environment, written, plan, subject } = parts
  const { target, redact } = subject
  const isDebug = options.debug === true
  return {
    plan,
    features: written.features,
    shard: parseShard(options.shard),
    workers: isDebug ? 1 : workersOf(options),
    retry: isDebug ? 0 : options.retry,
    caseLimitMs: isDebug ? dayMs : target.limits.caseSeconds * 1000,
    loadLimitMs: target.limits.loadSeconds * 1000,
    spares: parts.spares,
    worker: {
      cwd: environment.cwd,
      code: listCode(target),
      features: Object.fromEntries(plan.inventory.features.map(({ uri, sha256 }) => [uri, sha256])),
      worldParameters: makeParameters(parts, folder),
    },
    past: readPast(`${environment.cwd}/reports`),
    folder,
    redact,
    host: hostname(),
    versions: {
      node: process.versions.node,
      airlock: '0.1.0',
      platform: `${platform()} ${release()}`,
      cpu: arch(),
    },
    now: environment.now,
    interrupt: parts.interrupt,
    targetOutput: parts.targetOutput,
    onProgress,
    ...(isDebug && { onOutput: (text: string) => environment.stderr.write(redact(text)) }),
  }
}

function makeParameters(
  { options, environment, plan, subject, candidate }: RunParts,
  folder: RunFolder,
): Record<string, unknown> {
  const { target, tenants, secrets } = subject
  const trace = options.retry > 0 ? 'on-retry' : 'always'
  const browser = makeBrowser(options, environment)
  const contractFile = candidate.contract === null ? null : join(folder.path, contractName)
  return makeWorldParameters({ runId: plan.runId, target, tenants, secrets, contractFile, trace, browser })
}

/** Which browser it is, is found out by the worker that first needs one. */
function makeBrowser({ headed = false, debug = false }: RunOptions, { env }: Environment): Browser {
  const executablePath = env['AIRLOCK_BROWSER']
  return {
    ...(executablePath ? { executablePath } : {}),
    headless: !headed && !debug,
    keepOpen: debug,
    args: [],
  }
}

/** What Allure shows of a run besides its results. */
export function writeSideFiles({ subject, plan, environment }: RunParts, folder: RunFolder): void {
  const { target, redact } = subject
  // An address may hold a password; once it is escaped nobody would know it as one.
  const services = Object.entries(target.services).map(([name, address]) => [name, redact(address)])
  const shown = { target: target.name, run: plan.runId, node: process.versions.node }
  folder.write('allure-results/categories.json', renderCategories())
  folder.write(
    'allure-results/environment.properties',
    renderEnvironment({ ...shown, ...Object.fromEntries(services) }),
  )
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
