// What adapters of Allure call passed although their runner did not: what they write beside it gives it away. Each of
// these has been seen in results of a real adapter, and nothing else that passes is written like it.
import type { Attempt } from './evidence.ts'
import { isFields, type Fields } from './fields.ts'
import type { Labels } from './labels.ts'

type Doubt = Pick<Attempt, 'status' | 'flags'> & { readonly message: string }

/** What became of a test instead; null where there is nothing to doubt its pass. */
export function doubtPass(
  { steps }: Fields,
  told: { readonly message: string; readonly labels: Labels },
): Doubt | null {
  // A test that says of itself that it fails, and did: Playwright's passes leave no message, those of others may.
  const isKnown = told.message.trim() !== '' && told.labels.first('framework') === 'playwright'
  if (isKnown) return { status: 'failed', flags: ['known'], message: told.message }
  const message = Array.isArray(steps) ? steps.map(findOpenEnd).find((one) => one !== null) : undefined
  return message === undefined ? null : { status: 'broken', flags: [], message }
}

/**
 * What is said of a step that has ended without a status: Cucumber's adapter knows no word for one that is not defined, or
 * is so twice. A step that only holds an attachment has no message either.
 */
function findOpenEnd(step: unknown): string | null {
  if (!isFields(step) || step['stage'] !== 'finished' || (step['status'] ?? null) !== null) return null
  const details = step['statusDetails']
  const message = isFields(details) ? details['message'] : null
  if (typeof message !== 'string' || message.trim() === '') return null
  return typeof step['name'] === 'string' ? `${step['name']}: ${message}` : message
}
