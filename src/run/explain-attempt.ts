// What a person in front of the terminal needs of a failed attempt: the step it went wrong at, and what that step has
// left behind to look at.
import type { AllureFiles } from './make-allure-result.ts'

export type Explanation = {
  /** With its keyword; empty where no step failed. */
  readonly step: string
  /** First paragraph of the first text that was attached to it. */
  readonly detail: string
  /** Everything that was attached to it or to the case: name, and path within the run's folder. */
  readonly files: readonly { readonly name: string; readonly path: string }[]
}

const bad = new Set<string | undefined>(['failed', 'broken'])

/** The explanation of one attempt, out of its result and the files that belong to it. */
export function explainAttempt({ result, attachments }: AllureFiles): Explanation {
  const step = result.steps.find(({ status }) => bad.has(status))
  const files = [...(step?.attachments ?? []), ...result.attachments]
  const bodies = new Map(attachments.map(({ name, body }) => [name, body]))
  const text = files.map(({ source }) => bodies.get(source)).find((body) => typeof body === 'string')
  return {
    step: step?.name ?? '',
    detail: text?.split('\n\n', 1)[0]?.trimEnd() ?? '',
    files: files.map(({ name, source }) => ({ name, path: `allure-results/${source}` })),
  }
}
