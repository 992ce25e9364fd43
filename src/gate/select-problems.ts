// Rules ask the evidence for the problems that are theirs; none is left over, which a test holds.
import type { Evidence, EvidenceCase, EvidenceProblem, ProblemKind } from '../evidence/evidence.ts'

export type ProblemsByKind = {
  readonly all: readonly EvidenceProblem[]
  count(kind: ProblemKind): number
}

/** The problems of some kinds. */
export function selectProblems(evidence: Evidence, kinds: readonly ProblemKind[]): ProblemsByKind {
  const all = evidence.problems.filter(({ kind }) => kinds.includes(kind))
  return { all, count: (kind) => all.filter((problem) => problem.kind === kind).length }
}

/** The cases whose id or whose file a problem names. */
export function casesOf(evidence: Evidence, problems: readonly EvidenceProblem[]): EvidenceCase[] {
  const subjects = new Set(problems.map(({ subject }) => subject))
  if (subjects.size === 0) return []
  return evidence.cases.filter(
    ({ id, attempts }) => subjects.has(id) || attempts.some(({ file }) => subjects.has(file)),
  )
}

/** True for a run that never came to its own end: what is missing then is not known, rather than known to be bad. */
export function isUnended({ seal }: Evidence): boolean {
  return seal === null || seal.interrupted
}
