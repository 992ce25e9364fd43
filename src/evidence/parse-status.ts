// One reading of a status for every kind of file. Allure counts a word it does not know as no failure; here it is
// `unknown`, and nothing unknown ever passes.
import { statuses, type Status } from './evidence.ts'

const known: ReadonlySet<string> = new Set(statuses)

/** Trimmed and lower-cased; anything but Allure's five words is `unknown`. */
export function parseStatus(written: unknown): Status {
  if (typeof written !== 'string') return 'unknown'
  const word = known.has(written) ? written : written.trim().toLowerCase()
  return isStatus(word) ? word : 'unknown'
}

/** One that is none of the five, as somebody wrote it. */
export function describeStatus(written: unknown): string {
  if (written === undefined) return 'no status'
  return typeof written === 'string' ? written.slice(0, 40) : (JSON.stringify(written)?.slice(0, 40) ?? '')
}

function isStatus(word: string): word is Status {
  return known.has(word)
}
