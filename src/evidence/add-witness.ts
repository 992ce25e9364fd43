// The witness's word on an attempt is added to what its Allure result says, and replaces nothing.
import type { Attempt } from './evidence.ts'

export type WitnessWord = { readonly status: Attempt['witness']; readonly pending: boolean }

/** The attempt with the witness's word on it. */
export function addWitness(attempt: Attempt, witness: WitnessWord | undefined): Attempt {
  if (!witness) return attempt
  return { ...attempt, pending: attempt.pending || witness.pending, witness: witness.status }
}
