// Loading Cucumber takes a worker longer than most cases take to run, so processes are started as soon as it is known
// that there will be work, while files are read and the target comes up.
import type { ChildProcess } from 'node:child_process'
import { forkWorker, type ForkOptions } from './open-worker.ts'
import type { CodePlace, ToWorker } from './worker-protocol.ts'

export class SpareWorkers {
  readonly #options: ForkOptions
  readonly #spares: ChildProcess[]

  constructor(count: number, options: ForkOptions) {
    this.#options = options
    this.#spares = Array.from({ length: count }, () => forkWorker(options))
  }

  /** Has all of them load the code; whoever asks one later hears what came of it. */
  load(place: CodePlace): void {
    const message: ToWorker = { type: 'load', place }
    // A worker that is gone says so by its exit.
    for (const spare of this.#spares) spare.send(message, () => undefined)
  }

  /** One that is waiting already, or a new one. */
  take(): ChildProcess {
    for (let spare = this.#spares.shift(); spare; spare = this.#spares.shift()) {
      if (spare.connected) return spare
    }
    return forkWorker(this.#options)
  }

  /** The one that will be taken next; it stays. */
  next(): ChildProcess {
    const next = this.#spares.find(({ connected }) => connected) ?? forkWorker(this.#options)
    if (!this.#spares.includes(next)) this.#spares.push(next)
    return next
  }

  /** Ends those that were never needed. */
  close(): void {
    for (const spare of this.#spares.splice(0)) spare.kill('SIGKILL')
  }
}
