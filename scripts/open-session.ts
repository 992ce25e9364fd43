// What outlives a single run: the target, the processes that wait for work, and the person's wish to stop. A watched
// suite runs many times in one session.
import { availableParallelism } from 'node:os'
import type { Environment } from '../src/io/environment.ts'
import { openRunningTarget } from '../src/io/read-running-target.ts'
import { requirePlace } from '../src/io/require-place.ts'
import { withoutGateSecrets } from '../src/io/signing-key.ts'
import type { Target } from '../src/release/target.ts'
import { listCode } from '../src/run/list-code.ts'
import { SpareWorkers } from '../src/run/spare-workers.ts'
import { startTarget, type StartedTarget } from '../src/run/start-target.ts'
import type { CodePlace } from '../src/run/worker-protocol.ts'
import { openInterrupt } from './interrupt.ts'
import { readTarget, runFolderOf, workersOf, type RunOptions } from './run-options.ts'

export type Session = {
  readonly options: RunOptions
  readonly environment: Environment
  readonly target: Target
  readonly interrupt: AbortSignal
  /** Null where the target is not ours to start. */
  readonly starting: Promise<(Pick<StartedTarget, 'environment' | 'stop'> & Partial<StartedTarget>) | null>
  /** Where the code of the target is. */
  readonly place: CodePlace
  /** Processes that have loaded Cucumber and no code of the project yet; new ones each time. */
  readonly openSpares: () => SpareWorkers
  readonly close: () => Promise<void>
}

/** Workers and target come up while features are still being read. */
export function openSession(options: RunOptions, outside: Environment): Session {
  // Tests must not be able to sign the verdict on themselves, nor to change what the next one is compared with.
  const environment = { ...outside, env: withoutGateSecrets(outside.env) }
  const target = readTarget(options, environment)
  requirePlace(environment.cwd, runFolderOf(options, 'next', environment))
  const interrupt = openInterrupt()
  const opened: SpareWorkers[] = []
  const openSpares = (): SpareWorkers => {
    const { cwd, env } = environment
    const fork = { cwd, env, memoryMb: target.limits.workerMemoryMb }
    const spares = new SpareWorkers(countSpares(options), fork)
    opened.push(spares)
    return spares
  }
  const starting = startIfNeeded({ target, options }, environment, interrupt.signal)
  // Whoever waits for it hears of a failure; until then it is nobody's unhandled rejection.
  starting.catch(() => undefined)
  const close = async (): Promise<void> => {
    for (const spares of opened) spares.close()
    await starting.then(
      (started) => started?.stop(),
      () => undefined,
    )
    interrupt.close()
  }
  const place = { cwd: environment.cwd, code: listCode(target) }
  return { options, environment, target, place, interrupt: interrupt.signal, starting, openSpares, close }
}

/**
 * Who has chosen some features most often runs few cases, and a second worker would only take time from the first.
 * More than there are cores would all be late; those follow when the first have begun.
 */
function countSpares(options: RunOptions): number {
  const { features = [], failed = false, changed = false } = options
  return features.length > 0 || failed || changed !== false
    ? 1
    : Math.min(workersOf(options), availableParallelism())
}

type Wanted = { readonly target: Target; readonly options: RunOptions }

/** Starts the target where its file says how, unless one that was started elsewhere may be used and is up. */
async function startIfNeeded(
  { target, options }: Wanted,
  { cwd, env, stderr }: Environment,
  interrupt: AbortSignal,
): Promise<Session['starting'] extends Promise<infer T> ? T : never> {
  const running = options.isOwnTarget === true ? null : openRunningTarget(cwd, target)
  if (running) {
    stderr.write(`using ${target.name} as it runs already (${target.running ?? ''})\n`)
    return running
  }
  if (!target.start) return null
  stderr.write(`starting ${target.name}\n`)
  // The Node that came with npm ci, whatever the machine calls by that name.
  const command = target.start.map((part, index) =>
    index === 0 && part === 'node' ? process.execPath : part,
  )
  return startTarget({ command, cwd, env, timeoutMs: target.startTimeoutSeconds * 1000, interrupt })
}
