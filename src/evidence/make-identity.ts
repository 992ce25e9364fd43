// Which results are attempts of one test. Airlock's own runs say so themselves; for results of other frameworks this
// is the key by which Allure 3 folds them, so that the gate counts what the report shows, but for values of parameters
// that are no texts.
import { hash } from 'node:crypto'
import { compareTexts } from '../release/by-text.ts'
import type { Fields } from './fields.ts'
import type { NamedValue } from './read-result.ts'
import type { Shared } from './share-values.ts'

export type IdentitySource = {
  readonly testCaseId: string | null
  readonly fullName: string | null
  readonly labels: readonly NamedValue[]
  readonly parameters: readonly Fields[]
  /** Few parameters occur in many results. */
  readonly shared: Shared
}

const unknownValue = '#___unknown_value___#'
const noParameters = md5('')

/** `md5(test).md5(parameters)`, as Allure 3 makes its history ids; null if the result names no test. */
export function makeIdentity({
  testCaseId,
  fullName,
  labels,
  parameters,
  shared,
}: IdentitySource): string | null {
  const test = findAllureId(labels) ?? testCaseId ?? fullName
  if (test === null || test === '') return null
  const counted = parameters.length === 0 ? '' : renderParameters(parameters)
  // Joined and not added up: a sum of texts keeps all its parts in memory.
  return [md5(test), counted === '' ? noParameters : shared.made(counted, md5)].join('.')
}

function findAllureId(labels: readonly NamedValue[]): string | null {
  for (const { name, value } of labels) {
    if ((name === 'ALLURE_ID' || name === 'AS_ID') && value !== '' && value !== '-1')
      return `ALLURE_ID=${value}`
  }
  return null
}

function renderParameters(parameters: readonly Fields[]): string {
  return parameters
    .filter(({ name, excluded }) => typeof name === 'string' && name !== '' && excluded !== true)
    .map(({ name, value }) => ({
      name: String(name),
      value: typeof value === 'string' ? value : describeValue(value),
    }))
    .toSorted((a, b) => compareTexts(a.name, b.name) || compareTexts(a.value, b.value))
    .map(({ name, value }) => `${name}:${value}`)
    .join(',')
}

/** Allure takes all values that are no text for one, so that a failure for user 1 is a retry of the pass for user 2. */
function describeValue(value: unknown): string {
  return value === undefined || value === null ? unknownValue : `${unknownValue}${JSON.stringify(value)}`
}

/** A number for a name, to see whether two are the same: a hundred thousand names themselves would take 10 MB. */
export function markName(name: string): number {
  let mark = 0x811c9dc5 | 0
  for (let at = 0; at < name.length; at++) mark = Math.imul(mark ^ name.charCodeAt(at), 0x01000193)
  return mark
}

/** No security hangs on it: it only has to be the digest that Allure uses. */
function md5(text: string): string {
  return hash('md5', text)
}
