// A worker seen from the supervisor: a process that may print anything, stop answering or die at any moment.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FromWorker, ToWorker, WorkerSetup } from './worker-protocol.ts'

export type WorkerExit = { readonly exitCode: number | null; readonly signal: NodeJS.Signals | null }

export type OpenWorker = {
  readonly id: string
  readonly pid: number
  send(message: ToWorker): void
  /** Ends it at once, whatever it is doing. */
  kill(): void
  /** Settles when the process is gone and everything it sent has been heard. */
  readonly exit: Promise<WorkerExit>
}

export type WorkerOptions = {
  readonly id: string
  readonly process: ChildProcess
  readonly setup: WorkerSetup
  readonly onMessage: (message: FromWorker) => void
  /** What user code printed. */
  readonly onOutput: (text: string) => void
}

export type ForkOptions = {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly memoryMb: number
}

const entry = fileURLToPath(new URL('start-worker.ts', import.meta.url))

/** Starts a process that loads Cucumber and then waits to be told what to do. */
export function forkWorker({ cwd, env, memoryMb }: ForkOptions): ChildProcess {
  const cache = getCompileCacheDir()
  return fork(entry, {
    cwd,
    env: cache === undefined ? env : { NODE_COMPILE_CACHE: cache, ...env },
    // A nursery that holds all that is loaded spares a tenth of the time it takes to start.
    execArgv: [
      `--max-old-space-size=${memoryMb}`,
      '--max-semi-space-size=32',
      '--disable-warning=ExperimentalWarning',
    ],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A Ctrl-C in the terminal reaches the whole foreground group; only the supervisor shall act on it.
    detached: true,
  })
}

/** Sets a waiting process up; it answers `ready` or `unusable` when its code has been loaded. */
export function openWorker({ id, process: child, setup, onMessage, onOutput }: WorkerOptions): OpenWorker {
  child.on('message', (message) => onMessage(message as FromWorker))
  for (const stream of [child.stdout, child.stderr]) {
    // Whoever asked the worker before has left its streams paused.
    stream
      ?.setEncoding('utf8')
      .on('data', (text: string) => onOutput(text))
      .resume()
  }
  const worker = { id, pid: child.pid ?? -1, exit: waitForExit(child), ...makeSenders(child) }
  worker.send({ type: 'setup', setup })
  return worker
}

function makeSenders(child: ChildProcess): Pick<OpenWorker, 'send' | 'kill'> {
  return {
    // A worker that is gone says so by its exit; a message to it is then simply late.
    send: (message) => void (child.connected && child.send(message, () => undefined)),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Longer than what a process has printed takes to come through. */
const longestEchoMs = 1000

async function waitForExit(child: ChildProcess): Promise<WorkerExit> {
  // `close` comes after the last output, `disconnect` after the last message.
  const closed = once(child, 'close').catch(() => undefined)
  const disconnected = child.connected ? once(child, 'disconnect') : Promise.resolve()
  const [exitCode, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  // What user code has started and left may hold the output open for as long as it lives.
  await Promise.race([closed, setTimeout(longestEchoMs, undefined, { ref: false })])
  for (const stream of [child.stdout, child.stderr]) stream?.destroy()
  await disconnected
  return { exitCode, signal }
}
