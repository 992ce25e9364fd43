// What a remedy is made of: the facts that a rule found.
import type { Facts } from './rule.ts'

/** One sentence, or two, that say what would make the rule pass. */
export type Remedy = (actual: Facts) => string

export const mendHistory =
  'Mend the history, or bring an export of it back: `airlock history import`. Before the first release, `airlock history create` begins one.'
export const declareRelease = 'Declare the release: `--release releases/<id>`.'

/** Whether anything was found. */
export function isSome(fact: Facts[string] | undefined): boolean {
  if (typeof fact === 'number') return fact > 0
  return Array.isArray(fact) && fact.length > 0
}
