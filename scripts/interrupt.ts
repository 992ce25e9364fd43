// Ctrl-C ends a run cleanly the first time; the second time it ends the process, whatever is still going on. A terminal
// tells every process of its group, and some of them tell their children once more: what comes at once is one wish.
import { exitCodes } from '../src/io/environment.ts'

const oneWishMs = 300

/** A signal that is aborted by the first SIGINT or SIGTERM. */
export function openInterrupt(): { signal: AbortSignal; close(): void } {
  const controller = new AbortController()
  let firstMs = 0
  const interrupt = () => {
    if (!controller.signal.aborted) {
      firstMs = performance.now()
      controller.abort()
    } else if (performance.now() - firstMs > oneWishMs)
      // oxlint-disable-next-line unicorn/no-process-exit -- the person has asked twice
      process.exit(exitCodes.interrupted)
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, interrupt)
  return {
    signal: controller.signal,
    close: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupt)
    },
  }
}
