// How long what somebody wrote down as an exception counts: from one day to another, in UTC.

export type Term = { readonly created: string; readonly expires: string }
export type TermState = 'open' | 'not-yet' | 'expired'

export const dayMs = 86_400_000
/** The earliest zone of the world is so far ahead: there the day of `created` has come before it has in UTC. */
const aheadMs = 14 * 3_600_000

/** `expires` is the last day on which it counts. */
export function judgeTerm({ created, expires }: Term, now: number): TermState {
  if (now >= endOf({ expires })) return 'expired'
  return now < beginOf({ created }) ? 'not-yet' : 'open'
}

/** The first moment at which it counts. */
export function beginOf({ created }: Pick<Term, 'created'>): number {
  return startOf(created) - aheadMs
}

/** The first moment at which it counts no more. */
export function endOf({ expires }: Pick<Term, 'expires'>): number {
  return startOf(expires) + dayMs
}

export function lengthInDays({ created, expires }: Term): number {
  return (startOf(expires) - startOf(created)) / dayMs
}

function startOf(day: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
}
