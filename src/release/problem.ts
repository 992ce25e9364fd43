// Bad input is data, so that a reader learns of all of it at once and nothing is half accepted.

/** One thing wrong with a file a person wrote or a machine handed over. Lines and columns count from 1. */
export type Problem = {
  readonly file: string
  /** Where in the document: `tenants[0].zone`; empty for the document itself. */
  readonly path: string
  readonly line?: number
  readonly column?: number
  readonly expected: string
  readonly received: string
  readonly remedy: string
}

/** What is wrong with a flag, or with what was named beside it. */
export function makeFlagProblem(
  path: string,
  { remedy = 'Correct the flag.', ...said }: Pick<Problem, 'expected' | 'received'> & { remedy?: string },
): Problem {
  return { file: 'command line', path, ...said, remedy }
}

/** Either a checked value or everything that is wrong with what was read. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/** What several readings of one file have found: what is no YAML is found by each of them, and told once. */
export function joinProblems(parsed: readonly Parsed<unknown>[]): Problem[] {
  const all = parsed.flatMap((one) => (one.ok ? [] : one.problems))
  return [...new Map(all.map((problem) => [renderProblem(problem), problem])).values()]
}

/** Thrown at the edge only, to leave a command with exit code 3 and all its problems. */
export class ConfigurationError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(renderProblem).join('\n'), options)
    this.name = 'ConfigurationError'
    this.problems = problems
  }
}

/** One line for people: what, where, expected, received, what to do. */
export function renderProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')
  const path = problem.path === '' ? '' : ` at ${problem.path}`
  const line = `${place}${path}: expected ${problem.expected}, received ${problem.received}. ${problem.remedy}`
  // What is quoted may be anybody's: a pipeline's log obeys lines, and a terminal control characters.
  return line.replaceAll(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ')
}
