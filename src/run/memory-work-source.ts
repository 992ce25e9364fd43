// One machine needs no queue outside its supervisor: order, batch size and locks are decided here.
import { Lengths } from './lengths.ts'
import { mayRunBeside, phaseOf } from './locks.ts'
import type { PlannedWork, WorkSource } from './work-source.ts'

export type SourceSettings = {
  readonly workers: number
  /** A batch is not cut shorter than this: each batch costs a few milliseconds of its own. */
  readonly shortestBatchMs: number
}

// Before anything has ended, a new case is taken for one of this length.
const firstGuessMs = 200

type Pending = {
  readonly work: PlannedWork
  readonly phase: number
  readonly workMs: number
  /** Neither it nor one of its like has been seen. */
  readonly isGuess: boolean
}

/** Work in the given order, handed out in batches that get smaller towards the end. */
export class MemoryWorkSource implements WorkSource {
  #pending: PlannedWork[]
  readonly #running = new Map<string, PlannedWork>()
  readonly #settings: SourceSettings
  #takers: (() => void)[] = []
  #closed = false
  readonly #ended = new Lengths(firstGuessMs)

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
    const capability = this.#running.get(caseId)?.case.capability
    if (capability !== undefined) this.#ended.add(capability, tookMs)
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
    const pending = this.#sortPending()
    const leftMs = pending.reduce((sum, { workMs }) => sum + workMs, 0)
    const budgetMs = Math.max(shortestBatchMs, leftMs / (2 * workers))
    const running = [...this.#running.values()]
    const keepers = running.filter(({ case: { locks } }) => locks.length > 0)
    const batch: PlannedWork[] = []
    let takenMs = 0
    for (const { work, workMs, isGuess } of pending) {
      if (batch.length > 0 && (isGuess || takenMs + workMs > budgetMs)) break
      // Without a lock it is only in the way of those that have one.
      const others = work.case.locks.length === 0 ? keepers : [...batch, ...running]
      if (!mayRunBeside(work, others)) continue
      batch.push(work)
      takenMs += workMs
      // A lock is held until its case has ended; a longer batch would hold it for others' time.
      if (work.case.locks.length > 0 || isGuess) break
    }
    this.#hand(batch)
    return batch
  }

  /**
   * Longest first also where nothing was known at the start: a case is expected to take as long as its like did, and
   * one of each kind goes ahead by itself to find out.
   */
  #sortPending(): Pending[] {
    return this.#pending
      .map((work) => this.#expect(work))
      .toSorted((a, b) => a.phase - b.phase || Number(b.isGuess) - Number(a.isGuess) || b.workMs - a.workMs)
  }

  #expect(work: PlannedWork): Pending {
    const { capability } = work.case
    const isGuess = work.expectedMs === null && !this.#ended.knows(capability)
    const workMs = work.expectedMs ?? this.#ended.guess(capability)
    return { work, phase: phaseOf(work.case), workMs, isGuess }
  }

  #hand(batch: readonly PlannedWork[]): void {
    const taken = new Set(batch)
    if (taken.size === 0) return
    this.#pending = this.#pending.filter((work) => !taken.has(work))
    for (const work of batch) this.#running.set(work.case.id, work)
  }
}
