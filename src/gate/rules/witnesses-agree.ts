// Allure's results and the runner's own messages are two accounts of one run. Where they differ, the greener one is
// not believed.
import { z } from 'zod'
import type { ProblemKind } from '../../evidence/evidence.ts'
import { defineRule, idsOf, tenantsOf, type Judgement } from '../rule.ts'
import { casesOf, isUnended, selectProblems } from '../select-problems.ts'

const contradictions = ['witness-disagrees'] as const satisfies ProblemKind[]

/** What a run that was cut off leaves behind by itself, and one that came to its end does not. */
const gaps = ['unreadable-witness', 'witness-missing', 'witness-surplus'] as const satisfies ProblemKind[]

export const witnessesAgree = defineRule({
  id: 'witnesses-agree',
  settings: z.strictObject({}),
  evaluate({ evidence }) {
    const isCutOff = isUnended(evidence)
    const wrong = selectProblems(evidence, isCutOff ? contradictions : [...contradictions, ...gaps])
    const missing = selectProblems(evidence, gaps)
    const unfinished = selectProblems(evidence, ['witness-unfinished'])
    // Other suites have no messages that anybody could hold against them.
    const own = evidence.cases.filter(({ source }) => source === undefined)
    const attempts = own.flatMap((found) => found.attempts)
    const heard = attempts.filter(({ witness }) => witness !== null).length
    const found = casesOf(evidence, [...wrong.all, ...unfinished.all])
    const isOpen = unfinished.all.length > 0 || missing.all.length > 0
    const open = isOpen ? (isCutOff ? 'inconclusive' : 'fail') : 'pass'
    return {
      outcome: judge({ has: evidence.has.witness, wrong: wrong.all.length, heard }, open),
      expected: { differences: 0 },
      actual: {
        attempts: attempts.length,
        witnessed: heard,
        hasWitness: evidence.has.witness,
        disagreeing: wrong.count('witness-disagrees'),
        missing: missing.count('witness-missing'),
        surplus: missing.count('witness-surplus'),
        unreadable: missing.count('unreadable-witness'),
        unfinished: unfinished.all.length,
      },
      cases: idsOf(found),
      tenants: tenantsOf(found),
    }
  },
})

function judge(
  { has, wrong, heard }: { has: boolean; wrong: number; heard: number },
  open: Judgement['outcome'],
): Judgement['outcome'] {
  if (!has) return 'inconclusive'
  if (wrong > 0) return 'fail'
  return heard === 0 && open === 'pass' ? 'inconclusive' : open
}
