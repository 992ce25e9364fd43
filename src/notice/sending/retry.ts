// Trying again what another moment may cure, with longer and longer pauses.

export type Patience = {
  /** Milliseconds before the second try, the third and so on; so many tries and one there are. */
  readonly pausesMs: readonly number[]
  /** Milliseconds for one try. */
  readonly timeoutMs: number
  readonly sleep: (ms: number) => Promise<void>
  /** Once it is aborted nothing is tried again. */
  readonly signal?: AbortSignal
}

export type Attempt<T> = { readonly value: T; readonly isFinal: boolean }

/** The first final value, or the last one there was. */
export async function retry<T>(
  attempt: () => Promise<Attempt<T>>,
  { pausesMs, sleep, signal }: Patience,
): Promise<T> {
  let tried = await attempt()
  for (const pause of pausesMs) {
    if (tried.isFinal) break
    await sleep(pause)
    if (signal?.aborted === true) break
    tried = await attempt()
  }
  return tried.value
}
