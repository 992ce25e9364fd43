// What was found on the way, as it is told on a terminal: of each kind some.
import type { Evidence, EvidenceProblem } from '../evidence/evidence.ts'
import { describeProblem, groupProblems, nameSubjects, type Names } from './describe-problem.ts'
import type { Block } from './render-text-blocks.ts'
import { plain, wrap, type Style } from './render-text-style.ts'

/** No more of a kind are ever shown. */
const mostNamed = 20
const mostLines = 3

/** A block for each kind, but for those that failing cases show already. */
export function renderProblems(evidence: Evidence, style: Style): Block[] {
  const kinds = groupProblems(evidence)
  const names = nameSubjects(
    evidence,
    kinds.flatMap((some) => some.slice(0, mostNamed)),
  )
  return kinds.map((some, index) => ({
    head: index === 0 ? [` ${style.paint('bold', 'Found in the evidence')}`] : [],
    size: some.length,
    entry: (at) => some.slice(at, at + 1).flatMap((problem) => renderProblem(problem, names, style)),
    foot: [],
  }))
}

function renderProblem(problem: EvidenceProblem, names: Names, style: Style): string[] {
  const all = wrap(plain(describeProblem(problem, names)), style.width - 6)
  const shown = all.length > mostLines ? [...all.slice(0, mostLines - 1), '…'] : all
  return shown.map((line, index) => `   ${index === 0 ? style.paint('yellow', '•') : ' '} ${line}`)
}
