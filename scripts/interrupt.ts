// Ctrl-C ends a run cleanly the first time; the second time it ends the process, whatever is still going on.
import { exitCodes } from '../src/io/environment.ts'

/** A signal that is aborted by the first SIGINT or SIGTERM. */
export function openInterrupt(): { signal: AbortSignal; close(): void } {
  const controller = new AbortController()
  const interrupt = () => {
    // oxlint-disable-next-line unicorn/no-process-exit -- the person has asked twice
    if (controller.signal.aborted) process.exit(exitCodes.interrupted)
    controller.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, interrupt)
  return {
    signal: controller.signal,
    close: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupt)
    },
  }
}
