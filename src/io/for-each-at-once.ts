// Files are read many at a time: enough to keep a slow disk or network share busy. More would only cost memory.
const atOnce = 32

/** Calls `act` for each, so many at a time. */
export async function forEachAtOnce<T>(
  all: readonly T[],
  act: (one: T, index: number) => Promise<void>,
): Promise<void> {
  const left = all.entries()
  const lane = async (): Promise<void> => {
    for (const [index, one] of left) await act(one, index)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, lane))
}
