// A time that a person gives by hand, as a flag.
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'

/** ISO 8601 → milliseconds since 1970. */
export function parseInstant(flag: string, text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch (error) {
    const problem = makeFlagProblem(flag, {
      expected: 'an instant such as 2026-11-30T03:00:00Z',
      received: text,
      remedy: 'Correct the flag; --help shows an example.',
    })
    throw new ConfigurationError([problem], { cause: error })
  }
}
