// A fault of Airlock as whoever has to mend it needs it: where it happened, and what it came of. A disk that is full is
// told by the cause alone.

/** With its stack, and the stacks of its causes. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = error.stack ?? error.message
  return error.cause === undefined ? own : `${own}\ncaused by ${describeFault(error.cause)}`
}
