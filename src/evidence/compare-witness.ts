// Allure's word on a case against the witness's, attempt by attempt. An adapter that calls an undefined step passed
// deceives every reader of its results; only a second account of the same run shows it.
import type { EvidenceProblem } from './evidence.ts'
import { classOf } from './judge-case.ts'
import { makeProblem } from './make-problem.ts'
import type { ReadResult } from './read-result.ts'
import type { WitnessAttempt } from './witness.ts'

export type Accounts = {
  readonly caseId: string
  readonly tenant: string | null
  /** In the order of their attempts. */
  readonly results: readonly ReadResult[]
  readonly attempts: readonly WitnessAttempt[]
  /** Messages ids of the attempts whose worker went away, as the seal tells; null without a seal. */
  readonly lost: ReadonlySet<string> | null
}

/** The attempts that ended, in order: the ones that must stand in Allure too. */
export function listEnded(attempts: readonly WitnessAttempt[]): WitnessAttempt[] {
  return attempts.filter(({ status }) => status !== null).toSorted((a, b) => a.attempt - b.attempt)
}

/** Everything in which the two accounts of one case differ. */
export function compareWitness(accounts: Accounts): EvidenceProblem[] {
  const { caseId, results, attempts } = accounts
  const own = results.filter((result) => result.own?.lost !== true)
  const ended = listEnded(attempts)
  return [
    ...findUnfinished(accounts),
    ...findWrongTenant(accounts),
    ...(own.length > ended.length
      ? [makeProblem('witness-missing', caseId, { allure: own.length, witness: ended.length })]
      : []),
    ...(own.length < ended.length
      ? [makeProblem('witness-surplus', caseId, { allure: own.length, witness: ended.length })]
      : []),
    ...own.flatMap((result, index) => comparePair(caseId, result, ended[index])),
  ]
}

function comparePair(
  caseId: string,
  { attempt: told, own }: ReadResult,
  heard: WitnessAttempt | undefined,
): EvidenceProblem[] {
  if (!heard?.status) return []
  const number = own?.attempt ?? null
  const isSame =
    classOf(told.status) === classOf(heard.status) && (number === null || number === heard.attempt)
  if (isSame) return []
  const detail = { attempt: heard.attempt, allure: told.status, witness: heard.status, file: told.file }
  return [makeProblem('witness-disagrees', caseId, detail)]
}

function findUnfinished({ caseId, attempts, lost }: Accounts): EvidenceProblem[] {
  const open = attempts.filter(({ status, startedId }) => status === null && lost?.has(startedId) !== true)
  const last = listEnded(attempts).at(-1)
  return [
    ...open.map(({ attempt, file }) => makeProblem('witness-unfinished', caseId, { attempt, file })),
    ...(last?.willBeRetried === true && !attempts.some(({ status }) => status === null)
      ? [makeProblem('witness-unfinished', caseId, { attempt: last.attempt + 1, file: last.file })]
      : []),
  ]
}

function findWrongTenant({ caseId, tenant, attempts }: Accounts): EvidenceProblem[] {
  const wrong = attempts.find((attempt) => attempt.tenant !== tenant)
  if (!wrong) return []
  return [
    makeProblem('identity-disagrees', caseId, { planned: tenant, witness: wrong.tenant, file: wrong.file }),
  ]
}
