// Two versions of a contract → what clients of the older one will notice. Only what can break them is listed: an
// operation, parameter, form or field that went away or changed its type, and anything that is suddenly demanded.
import { byText } from '../../release/by-text.ts'
import { compareAnswers, compareRequests } from './compare-bodies.ts'
import { compareParameters } from './compare-parameters.ts'
import { compareSecurity } from './compare-security.ts'
import type { Contract } from './contract.ts'
import type { ContractChange, UnreadEvidence } from './contract-evidence.ts'
import { listOperations, type ContractOperation, type UnreadOperation } from './list-operations.ts'
import { findUnread, indexOperations, isThere, keyOf, type OperationIndex } from './operation-index.ts'
import type { Report, Sides, Spot } from './spot.ts'

export type ContractDifference = {
  readonly changes: ContractChange[]
  /** Operations of the older contract that could not be compared, with the reason. */
  readonly unread: UnreadEvidence[]
}

type Answer = ContractOperation['responses'][string]

/** Every breaking difference, by operation and place. */
export function compareContracts(contract: Sides<Contract>): ContractDifference {
  const { operations, unread } = listOperations(contract.before)
  const now = indexOperations(contract.after)
  const found = [
    ...operations.map((operation) => compareWithNow(operation, now, contract)),
    ...unread.map((operation) => lookForUnread(operation, now)),
  ]
  return {
    changes: unique(found.flatMap(({ changes }) => changes)),
    unread: unique(found.flatMap((one) => one.unread)),
  }
}

function compareWithNow(
  operation: ContractOperation,
  index: OperationIndex,
  contract: Sides<Contract>,
): ContractDifference {
  const now = index.read.get(keyOf(operation))
  const { operationId, tags } = operation
  const services = [...new Set([...tags, ...(now?.tags ?? [])])]
  const lost = findUnread(operation, index)
  if (lost) return { changes: [], unread: [{ operationId, services, reason: lost.reason }] }
  const [changes, unread]: [ContractChange[], UnreadEvidence[]] = [[], []]
  const report: Report = (what, place, detail) => changes.push({ operationId, what, place, detail, services })
  const lose = (reference: string) =>
    unread.push({ operationId, services, reason: `${reference} leads nowhere in the document` })
  if (now) compareOperation({ before: operation, after: now }, { contract, report, lose })
  else report('operation-removed', keyOf(operation), '')
  return { changes, unread }
}

/** That it is gone can be told without having read it; nothing else can. */
function lookForUnread(operation: UnreadOperation, index: OperationIndex): ContractDifference {
  const { operationId, tags: services, reason } = operation
  if (isThere(operation, index))
    return { changes: [], unread: [{ operationId, services, reason: `as it was before: ${reason}` }] }
  const place = keyOf(operation)
  return { changes: [{ operationId, what: 'operation-removed', place, detail: '', services }], unread: [] }
}

function unique<T>(all: readonly T[]): T[] {
  const distinct = new Map(all.map((one) => [JSON.stringify(one), one]))
  return [...distinct].toSorted(byText(([key]) => key)).map(([, one]) => one)
}

function compareOperation(
  { before, after }: Sides<ContractOperation>,
  told: Pick<Spot, 'contract' | 'report' | 'lose'>,
): void {
  const spot = { ...told, isAnswer: false }
  compareSecurity({ before, after }, told)
  compareParameters({ before, after }, spot)
  compareRequests({ before: before.requestBody, after: after.requestBody }, { ...spot, place: 'body' })
  for (const [status, was] of Object.entries(before.responses)) {
    const answers = findAnswers(status, after)
    if (answers.length === 0 && status.startsWith('2')) told.report('status-removed', status, '')
    for (const now of answers)
      compareAnswers({ before: was.content, after: now.content }, { ...spot, place: status, isAnswer: true })
  }
}

/** What a contract says of a status: by its number, for its hundred, in each of that hundred, or for all it does not name. */
function findAnswers(status: string, { responses }: ContractOperation): Answer[] {
  const hundred = `${status.slice(0, 1)}XX`
  const inside =
    status === hundred ? Object.keys(responses).filter((name) => name.startsWith(status.slice(0, 1))) : []
  const named = [[status], [hundred], inside, ['default']]
  // Names in a contract may be those of what every object has.
  const names = named.find((some) => some.some((name) => Object.hasOwn(responses, name))) ?? []
  return names.map((name) => responses[name]).filter((answer) => answer !== undefined)
}
