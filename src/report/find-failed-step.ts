// A failure is told by the step at which it happened, in the scenario's words; only the result file knows it.
import { z } from 'zod'

const resultSchema = z.looseObject({
  steps: z.array(z.looseObject({ name: z.string(), status: z.string().optional() })),
})

/** The first step or hook of an Allure result that did not pass; null if there is none or it is no such result. */
export function findFailedStep(result: unknown): string | null {
  const read = resultSchema.safeParse(result)
  if (!read.success) return null
  const wrong = read.data.steps.find(({ status }) => status === 'failed' || status === 'broken')
  return wrong?.name ?? null
}

/** The step at which each case went wrong, by case id, as far as its result tells. */
export function makeSteps(results: ReadonlyMap<string, unknown>): Map<string, string> {
  const steps = new Map<string, string>()
  for (const [caseId, result] of results) {
    const step = findFailedStep(result)
    if (step !== null) steps.set(caseId, step)
  }
  return steps
}
