// The contract as the candidate serves it, kept with the run: coverage is counted against it, and the next release is
// compared with it.
import type { Target } from '../release/target.ts'

const timeoutMs = 10_000

/** The document's text; null where the target names none or it cannot be had, which the gate then sees. */
export async function readContract({ openapi }: Target): Promise<string | null> {
  if (openapi === undefined) return null
  try {
    const response = await fetch(openapi, { signal: AbortSignal.timeout(timeoutMs) })
    return response.ok ? await response.text() : null
  } catch {
    // An endpoint that does not answer is observed as such; here it only means that there is no document.
    return null
  }
}
