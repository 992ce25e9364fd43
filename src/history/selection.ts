// Which run the history is asked for: what it is told of ended before that began.

/** The run at hand. */
export type Selection = {
  readonly runId: string | null
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly target: string | null
  /** Rules that block under the policy it is judged by. */
  readonly demanded: readonly string[]
}
