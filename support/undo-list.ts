// What a scenario has changed for everybody is put right when it is over, the newest first. One that fails must not keep
// the others from being done: what is left of a case disturbs the next.

export class UndoList {
  readonly #undo: (() => Promise<unknown>)[] = []

  add(undo: () => Promise<unknown>): void {
    this.#undo.push(undo)
  }

  /** Does all of it once; what went wrong is thrown at the end, together. */
  async run(): Promise<void> {
    const failures: unknown[] = []
    for (const undo of this.#undo.splice(0).toReversed())
      await Promise.try(undo).catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'))
  }
}
