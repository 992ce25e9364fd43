// What was found wrong with the evidence itself, a line each, for the forms that are no terminal: as many of a kind and
// as much of each as a terminal shows.
import type { Evidence, EvidenceProblem, ProblemKind } from '../evidence/evidence.ts'
import { describeProblem, groupProblems, nameSubjects, type Names } from './describe-problem.ts'
import { mostOfABlock } from './render-text-blocks.ts'
import { cut, plain } from './render-text-style.ts'

export type ProblemLine = {
  readonly kind: ProblemKind
  /** File, case or shard; empty for the line that counts the others. */
  readonly subject: string
  readonly text: string
}

const longestLine = 280

/** What they are called together, where tests are in suites. */
export const evidenceSuite = 'airlock evidence'

/** As a test is named: by what it is about. */
export function nameProblem({ kind, subject }: Pick<ProblemLine, 'kind' | 'subject'>): string {
  return subject === '' ? kind : `${kind}: ${plain(subject)}`
}

/** Some of each kind, but for those that failing cases show already. */
export function makeProblemLines(evidence: Evidence | null): ProblemLine[] {
  if (evidence === null) return []
  const kinds = groupProblems(evidence)
  const shown = kinds.map(chooseShown)
  const names = nameSubjects(evidence, shown.flat())
  return shown.flatMap((some, at) => [
    ...some.map((problem) => makeLine(problem, names)),
    ...countRest(some, kinds[at] ?? []),
  ])
}

/** A line that says "one more" would take the place of that one. */
function chooseShown(all: readonly EvidenceProblem[]): readonly EvidenceProblem[] {
  return all.length > mostOfABlock + 1 ? all.slice(0, mostOfABlock) : all
}

function makeLine(problem: EvidenceProblem, names: Names): ProblemLine {
  const { kind, subject } = problem
  return { kind, subject, text: cut(plain(describeProblem(problem, names)), longestLine) }
}

function countRest(shown: readonly EvidenceProblem[], all: readonly EvidenceProblem[]): ProblemLine[] {
  const [first] = all
  const left = all.length - shown.length
  return first && left > 0 ? [{ kind: first.kind, subject: '', text: `… and ${left} more` }] : []
}
