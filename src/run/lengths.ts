// How long cases took in this run, by capability: what is expected of one that nobody has seen yet.

type Sum = { count: number; totalMs: number }

export class Lengths {
  readonly #firstGuessMs: number
  readonly #all: Sum = { count: 0, totalMs: 0 }
  readonly #byCapability = new Map<string, Sum>()

  constructor(firstGuessMs: number) {
    this.#firstGuessMs = firstGuessMs
  }

  add(capability: string, tookMs: number): void {
    const own = this.#byCapability.get(capability) ?? { count: 0, totalMs: 0 }
    this.#byCapability.set(capability, own)
    for (const sum of [this.#all, own]) {
      sum.count += 1
      sum.totalMs += tookMs
    }
  }

  /** Whether one of its like has ended. */
  knows(capability: string): boolean {
    return this.#byCapability.has(capability)
  }

  /** The mean of its like, else of everything, else a guess. */
  guess(capability: string): number {
    const { count, totalMs } = this.#byCapability.get(capability) ?? this.#all
    return count === 0 ? this.#firstGuessMs : totalMs / count
  }
}
