// How long a case took by its own results, the same for whoever keeps it and whoever compares it later.
import type { Attempt } from './evidence.ts'

/** Milliseconds over all attempts; null where one of them does not say when it began or ended. */
export function measureCase(attempts: readonly Pick<Attempt, 'start' | 'stop'>[]): number | null {
  if (attempts.length === 0) return null
  return attempts.reduce<number | null>(
    (sum, { start, stop }) => (sum === null || start === null || stop === null ? null : sum + stop - start),
    0,
  )
}
