// The parent's side of an instance: start it, learn where it listens, end it.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { InstanceWish } from './instance-controls.ts'
import type { InstanceReady, InstanceSettings } from './run-instance.ts'

export type Instance = {
  readonly name: string
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

const entry = fileURLToPath(new URL('instance.ts', import.meta.url))
const graceMs = 3000

export async function startInstance(
  settings: InstanceSettings,
  listen: (wish: InstanceWish) => void,
): Promise<Instance> {
  // Every instance is the same code: compiled once, the next one starts in half the time.
  const compiled = getCompileCacheDir()
  const child = fork(entry, [JSON.stringify(settings)], {
    // Its stdout is not ours to print on: that belongs to the one ready line.
    stdio: ['ignore', 2, 2, 'ipc'],
    env: { ...process.env, ...(compiled ? { NODE_COMPILE_CACHE: compiled } : {}) },
  })
  const { instance: name } = settings.build
  const ready = await waitForReady(child, name)
  // It says that it is ready once; all else it says are wishes.
  child.on('message', (wish) => listen(wish as InstanceWish))
  return { name, url: ready.url, pid: child.pid ?? 0, stop: () => stopInstance(child) }
}

async function waitForReady(child: ChildProcess, name: string): Promise<InstanceReady> {
  const waiting = new AbortController()
  const died = once(child, 'exit', { signal: waiting.signal }).then(([code]) => {
    throw new Error(`instance ${name} ended with ${String(code)} before it was ready`)
  })
  const said = once(child, 'message', { signal: waiting.signal }).then(
    ([message]) => message as InstanceReady,
  )
  try {
    return await Promise.race([died, said])
  } finally {
    died.catch(ignoreLoser)
    said.catch(ignoreLoser)
    waiting.abort()
  }
}

/** The race is decided; the other side is only being told to stop waiting. */
function ignoreLoser(): void {}

async function stopInstance(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await ended
  clearTimeout(timer)
}
