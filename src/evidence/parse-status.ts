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

function isStatus(word: string): word is Status {
  return known.has(word)
}
