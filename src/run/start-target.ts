// A target may say how it is started; Airlock then starts it, learns from its first line where it listens, and ends
// it and everything it started, whatever happened in between.
import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

/** The line a started target prints when it is ready. */
const readyLineSchema = z.looseObject({ environment: z.record(z.string(), z.string()) })

export type StartedTarget = {
  /** Values for the `${NAME}`s of the target and tenants files. */
  readonly environment: Readonly<Record<string, string>>
  /** What it has printed since it was ready; the line that says so is full of secrets. */
  readonly output: () => string
  readonly stop: () => Promise<void>
}

export type StartOptions = {
  readonly command: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly timeoutMs: number
  readonly interrupt?: AbortSignal
}

/** The target did not come up: nobody's configuration is wrong, but there is nothing to judge. */
export class TargetError extends Error {}

/** Starts the command and waits for its ready line. */
export async function startTarget(options: StartOptions): Promise<StartedTarget> {
  const [program = '', ...args] = options.command
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env,
    // An open stdin tells the target that we live; a group of its own lets us end all of it.
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  const output = collect(child)
  // Who is ended without a chance to wait, as by a second Ctrl-C, still leaves nothing behind.
  const endAtOnce = () => void (child.pid !== undefined && signalGroup(child.pid, 'SIGKILL'))
  process.once('exit', endAtOnce)
  const stop = async () => {
    await stopGroup(child)
    process.off('exit', endAtOnce)
  }
  try {
    const environment = await waitForReady(child, output, options)
    output.text = ''
    return { environment, output: () => output.text, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Output = { text: string; readonly child: ChildProcess }

function collect(child: ChildProcess): Output {
  const output = { text: '', child }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output.text = keepEnd(output.text + text)
    })
  }
  child.stdin?.on('error', () => undefined)
  return output
}

const longestOutput = 200_000

/** Whole lines only: what is left of one that was cut may be half a secret, which nobody would know as one. */
function keepEnd(text: string): string {
  if (text.length <= longestOutput) return text
  const end = text.slice(-longestOutput)
  return end.slice(end.indexOf('\n') + 1)
}

async function waitForReady(
  child: ChildProcess,
  output: Output,
  options: StartOptions,
): Promise<Record<string, string>> {
  const named = options.command.join(' ')
  const ready = Promise.withResolvers<Record<string, string>>()
  const timer = setTimeout(() => {
    ready.reject(
      new TargetError(`"${named}" was not ready within ${options.timeoutMs / 1000} s.\n${output.text}`),
    )
  }, options.timeoutMs)
  options.interrupt?.addEventListener('abort', () => ready.reject(new TargetError('interrupted')), {
    once: true,
  })
  child.once('error', (error) =>
    ready.reject(new TargetError(`"${named}" cannot be started: ${error.message}`)),
  )
  child.once('close', (code) => {
    ready.reject(
      new TargetError(`"${named}" ended with ${code ?? 'a signal'} before it was ready.\n${output.text}`),
    )
  })
  child.stdout?.on('data', () => {
    const environment = findReadyLine(output.text)
    if (environment) ready.resolve(environment)
  })
  return ready.promise.finally(() => clearTimeout(timer))
}

function findReadyLine(text: string): Record<string, string> | null {
  for (const line of text.split('\n').slice(0, -1)) {
    const read = line.startsWith('{') ? readyLineSchema.safeParse(parseJson(line)) : null
    if (read?.success) return read.data.environment
  }
  return null
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // A line of a log that happens to begin with a brace is no ready line.
    return null
  }
}

const graceMs = 5000
const lookAgainMs = 20

/** Closes stdin, asks all of the group to end, and after a grace ends it; who leads it may be gone by then. */
async function stopGroup(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined) return
  child.stdin?.end()
  const endMs = performance.now() + graceMs
  let isThere = signalGroup(pid, 'SIGTERM')
  while (isThere && performance.now() < endMs) {
    await pause(lookAgainMs)
    isThere = signalGroup(pid, 0)
  }
  if (isThere) signalGroup(pid, 'SIGKILL')
  // What has left the group, as a daemon does, holds the output open for as long as it likes.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy()
}

const gone: ReadonlySet<unknown> = new Set(['ESRCH', 'EPERM'])

/** False where nobody of the group is left, or, as macOS says it, nobody but the dead; 0 only asks. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal)
  } catch (error) {
    if (error instanceof Error && 'code' in error && gone.has(error.code)) return false
    throw error
  }
}
