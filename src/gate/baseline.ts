// What a release is compared with: the last one that passed. "There is none yet" and "it cannot be read" are two
// answers, and only the first may ever let anything pass.
import type { Past } from '../history/past.ts'

export type LastPassed = NonNullable<Past['lastPassed']>

export type Baseline =
  | { readonly state: 'known'; readonly last: LastPassed; readonly problem: null }
  | { readonly state: 'none'; readonly last: null; readonly problem: null }
  | { readonly state: 'unreadable'; readonly last: null; readonly problem: string }

/** The last release that passed, as far as the history can tell. */
export function findBaseline(history: Past | null): Baseline {
  const problem = history === null ? 'no history was asked' : history.problem
  if (problem !== null) return { state: 'unreadable', last: null, problem }
  const last = history?.lastPassed ?? null
  return last === null ? { state: 'none', last, problem } : { state: 'known', last, problem }
}

/** What a reader knows it by. */
export function nameBaseline({ last }: Baseline): string | null {
  return last === null ? null : (last.release ?? last.runId)
}
