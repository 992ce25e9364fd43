// The world as one value: commands get it as an argument, so that tests can hand them another one.

/** Exit codes of every command; never a count. */
export const exitCodes = { pass: 0, block: 1, inconclusive: 2, usage: 3, fault: 4, interrupted: 130 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A stream a command writes to. `columns` is set on a terminal only. */
export type Output = { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number }

export type Environment = {
  /** The project's root: features/, policy/ and reports/ are looked for here. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results only. */
  readonly stdout: Output
  /** Progress and logs. */
  readonly stderr: Output
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The real world of this process. */
export function openEnvironment(): Environment {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => Date.now(),
  }
}
