// One attempt of a built run: what Allure says of it and what the messages say, which need not agree.
import type { Case } from '../../src/plan/plan.ts'

export type AllureStatus = 'passed' | 'failed' | 'broken' | 'skipped'
export type StepStatus = 'PASSED' | 'FAILED' | 'UNDEFINED' | 'AMBIGUOUS' | 'PENDING' | 'SKIPPED'

/** One attempt; what is left out follows from the status. */
export type AttemptSpec = {
  readonly status: AllureStatus
  /** What the messages say; null leaves the attempt out of them, 'unfinished' leaves out its end. */
  readonly witness?: StepStatus | 'unfinished' | null
  /** False leaves out the Allure result. */
  readonly allure?: boolean
  readonly message?: string
  readonly startMs?: number
  /** Given up after losses. */
  readonly lost?: boolean
  readonly labels?: readonly { name: string; value: string }[]
}

export type MadeCase = { readonly planCase: Case; readonly attempts: readonly Required<AttemptSpec>[] }
