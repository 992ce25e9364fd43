// The witness's word on one attempt, from its steps and hooks alone and in Allure's vocabulary. Kept apart from the
// runner's own judgement on purpose: the two are held against each other.
import type { TestStepResultStatus } from '@cucumber/messages'
import type { Status } from './evidence.ts'
import type { WitnessAttempt } from './witness.ts'

export type StepWord = { readonly status: TestStepResultStatus; readonly isAssertion: boolean }
export type Judged = { readonly status: Status; readonly pending: boolean }

const worstFirst = ['FAILED', 'AMBIGUOUS', 'UNDEFINED', 'PENDING', 'SKIPPED', 'UNKNOWN', 'PASSED'] as const

/** The worst step decides; a scenario without steps of its own shows nothing and is broken. */
export function judgeSteps(steps: readonly StepWord[], hasOwnSteps: boolean): Judged {
  const strange = steps.find(({ status }) => !worstFirst.some((known) => known === status))
  // A word that a later version of the messages brings is no pass.
  const told = worstFirst.slice(0, -1).map((status) => steps.find((step) => step.status === status))
  const worst = told.find(Boolean) ?? strange ?? steps[0]
  if (!worst) return { status: hasOwnSteps ? 'unknown' : 'broken', pending: false }
  if (worst.status === 'PASSED') return { status: hasOwnSteps ? 'passed' : 'broken', pending: false }
  return { status: translate(worst), pending: worst.status === 'PENDING' }
}

function translate({ status, isAssertion }: StepWord): Status {
  switch (status) {
    case 'FAILED':
      return isAssertion ? 'failed' : 'broken'
    case 'AMBIGUOUS':
    case 'UNDEFINED':
      return 'broken'
    case 'PENDING':
    case 'SKIPPED':
      return 'skipped'
    default:
      return 'unknown'
  }
}

/** Whether the stream's own word on the whole fits what it told of the parts: a failure without a cause is none to overlook. */
export function isFittingEnd(
  success: boolean,
  attempts: readonly WitnessAttempt[],
  hasOtherCause: boolean,
): boolean {
  const finals = new Map<string, Status>()
  const ended = attempts.filter(({ status }) => status !== null)
  for (const { caseId, status } of ended.toSorted((a, b) => a.attempt - b.attempt)) {
    if (status) finals.set(caseId, status)
  }
  const words = [...finals.values()]
  // Whether skips and lost attempts count as success depends on how strict the runner was told to be.
  if (success) return words.every((status) => status === 'passed' || status === 'skipped')
  return hasOtherCause || ended.length < attempts.length || words.some((status) => status !== 'passed')
}
