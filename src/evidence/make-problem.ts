// One way to write down what was found, so that each finder says only what it saw.
import { byText } from '../release/by-text.ts'
import type { EvidenceProblem, ProblemKind } from './evidence.ts'

export function makeProblem(
  kind: ProblemKind,
  subject: string,
  detail: EvidenceProblem['detail'] = {},
): EvidenceProblem {
  return { kind, subject, detail }
}

/** Problems in an order that does not depend on the order in which they were found. */
export function sortProblems(problems: readonly EvidenceProblem[]): EvidenceProblem[] {
  const keyed = problems.map((problem) => ({ problem, key: keyOf(problem) }))
  return keyed.toSorted(byText(({ key }) => key)).map(({ problem }) => problem)
}

function keyOf({ kind, subject, detail }: EvidenceProblem): string {
  return `${kind}\0${subject}\0${JSON.stringify(detail)}`
}
