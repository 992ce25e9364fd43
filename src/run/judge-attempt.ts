// Says what one attempt came to, in Allure's words, and never better than it was: a hook, an undefined step or a
// scenario without steps count as much as a failed assertion.
import type { TestStepResultStatus } from '@cucumber/messages'
import type { Attempt, AttemptStep } from './collect-attempts.ts'

export type AttemptStatus = 'passed' | 'failed' | 'broken' | 'skipped'
export type Judgement = { readonly status: AttemptStatus; readonly message: string; readonly trace: string }

// Cucumber's own order (getWorstTestStepResult of @cucumber/messages), but for UNKNOWN, which is no good news here.
const worstFirst = ['FAILED', 'AMBIGUOUS', 'UNDEFINED', 'UNKNOWN', 'PENDING', 'SKIPPED'] as const

/** What the whole attempt came to, by its worst step or hook. */
export function judgeAttempt({ steps }: Attempt): Judgement {
  const worst = worstFirst.map((status) => steps.find((step) => step.status === status)).find(Boolean)
  if (worst) return judgeStep(worst)
  if (!steps.some(({ kind }) => kind === 'step')) {
    return { status: 'broken', message: 'The scenario has no steps, so it shows nothing.', trace: '' }
  }
  return { status: 'passed', message: '', trace: '' }
}

/** What one step or hook came to. */
export function judgeStep(step: AttemptStep): Judgement {
  return {
    status: toStatus(step),
    message: describe(step),
    trace: step.status === 'FAILED' ? step.trace : '',
  }
}

/** True where running the same again could end differently. */
export function isWorthRetrying({ steps }: Attempt): boolean {
  return steps.some(({ status }) => status === 'FAILED')
}

function toStatus({ status, exceptionType }: AttemptStep): AttemptStatus {
  if (status === 'PASSED') return 'passed'
  if (status === 'SKIPPED' || status === 'PENDING') return 'skipped'
  // Only a broken expectation speaks of the product; any other error speaks of the test or of the machine.
  return status === 'FAILED' && exceptionType.includes('AssertionError') ? 'failed' : 'broken'
}

const sentences: Partial<Record<TestStepResultStatus, (step: AttemptStep) => string>> = {
  AMBIGUOUS: ({ text, candidates }) =>
    `More than one step definition fits "${text}":\n${candidates.join('\n')}`,
  UNDEFINED: ({ text, snippet }) => `No step definition fits "${text}". It could be written as:\n${snippet}`,
  PENDING: ({ text }) => `Pending: "${text}" is not written yet.`,
  SKIPPED: ({ text, kind }) => `Skipped by ${kind === 'step' ? `"${text}"` : `the hook ${text}`}.`,
  UNKNOWN: ({ text }) => `Nothing was told of how "${text}" ended.`,
}

function describe(step: AttemptStep): string {
  const sentence = sentences[step.status]
  if (sentence) return sentence(step)
  if (step.status === 'PASSED') return ''
  return step.kind === 'step' ? step.message : `The ${step.kind} hook ${step.text} failed: ${step.message}`
}
