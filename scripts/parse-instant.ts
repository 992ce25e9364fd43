// A time that a person gives by hand, as a flag.
import { isInstant } from '../src/release/instant.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'

/** ISO 8601 → milliseconds since 1970. */
export function parseInstant(flag: string, text: string): number {
  const ms = readInstant(text)
  if (ms !== null && isInstant(ms)) return ms
  const problem = makeFlagProblem(flag, {
    expected: 'an instant such as 2026-11-30T03:00:00Z, from 1970 to 9999',
    received: text,
    remedy: 'Correct the flag; --help shows an example.',
  })
  throw new ConfigurationError([problem])
}

function readInstant(text: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch (error) {
    // A RangeError is Temporal's way of saying that the text is no instant.
    if (error instanceof RangeError) return null
    throw error
  }
}
