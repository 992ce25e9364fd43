// One machine needs no queue outside its supervisor: order, batch size and locks are decided here.
import type { PlannedWork, WorkSource } from './work-source.ts'

export type SourceSettings = {
  readonly workers: number
  /** A batch is not cut shorter than this: each batch costs a few milliseconds of its own. */
  readonly shortestBatchMs: number
}

const everyLock = '*'
// Before anything has ended, a new case is taken for one of this length.
const firstGuessMs = 200

/** Work in the given order, handed out in batches that get smaller towards the end. */
export class MemoryWorkSource implements WorkSource {
  #pending: PlannedWork[]
  readonly #running = new Map<string, PlannedWork>()
  readonly #settings: SourceSettings
  #takers: (() => void)[] = []
  #closed = false
  #ended = { count: 0, totalMs: 0 }

  constructor(work: readonly PlannedWork[], settings: SourceSettings) {
    this.#pending = [...work]
    this.#settings = settings
  }

  async take(): Promise<readonly PlannedWork[] | null> {
    for (;;) {
      if (this.#closed || (this.#pending.length === 0 && this.#running.size === 0)) return null
      const batch = this.#makeBatch()
      if (batch.length > 0) return batch
      await new Promise<void>((resolve) => this.#takers.push(resolve))
    }
  }

  settle(caseId: string, tookMs: number): void {
    this.#ended = { count: this.#ended.count + 1, totalMs: this.#ended.totalMs + tookMs }
    this.#running.delete(caseId)
    this.#wake()
  }

  giveBack(work: PlannedWork): void {
    this.#running.delete(work.case.id)
    this.#pending.push(work)
    this.#wake()
  }

  close(): void {
    this.#closed = true
    this.#wake()
  }

  #wake(): void {
    const takers = this.#takers
    this.#takers = []
    for (const wake of takers) wake()
  }

  /** An equal share of half of what is left: large first, so that no worker is left alone with a long batch. */
  #makeBatch(): PlannedWork[] {
    const { workers, shortestBatchMs } = this.#settings
    const guessMs = this.#guess()
    const leftMs = this.#pending.reduce((sum, { expectedMs }) => sum + (expectedMs ?? guessMs), 0)
    const budgetMs = Math.max(shortestBatchMs, leftMs / (2 * workers))
    const held = new Set([...this.#running.values()].flatMap((running) => running.case.locks))
    const batch: PlannedWork[] = []
    let takenMs = 0
    for (const work of this.#pending) {
      const workMs = work.expectedMs ?? guessMs
      if (batch.length > 0 && takenMs + workMs > budgetMs) break
      if (!this.#isFree(work, held, batch)) continue
      batch.push(work)
      takenMs += workMs
      // A lock is held until its case has ended; a longer batch would hold it for others' time.
      if (work.case.locks.length > 0) break
    }
    this.#hand(batch)
    return batch
  }

  /** A case without a past is expected to take as long as those of this run did. */
  #guess(): number {
    return this.#ended.count === 0 ? firstGuessMs : this.#ended.totalMs / this.#ended.count
  }

  #hand(batch: readonly PlannedWork[]): void {
    const taken = new Set(batch)
    if (taken.size === 0) return
    this.#pending = this.#pending.filter((work) => !taken.has(work))
    for (const work of batch) this.#running.set(work.case.id, work)
  }

  #isFree(
    { case: { locks } }: PlannedWork,
    held: ReadonlySet<string>,
    batch: readonly PlannedWork[],
  ): boolean {
    if (held.has(everyLock)) return false
    if (locks.includes(everyLock)) return this.#running.size === 0 && batch.length === 0
    return !locks.some((lock) => held.has(lock))
  }
}
