// How much of a time anybody may write down. Beyond these no clock counts, a timer goes off at once, and a slip of the
// hand would be taken for an intention.

const days = 3660

/** Ten years, leap days included. */
export const longest = { days, hours: days * 24, minutes: days * 24 * 60 } as const

/** What is waited for, or forgiven to a clock, ends within a day. */
export const longestSeconds = 24 * 60 * 60
