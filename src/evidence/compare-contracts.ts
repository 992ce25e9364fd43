// Two versions of a contract → what clients of the older one will notice. Only what can break them is listed: an
// operation, parameter, form or field that went away or changed its type, and anything that is suddenly demanded.
import { byText } from '../release/by-text.ts'
import { compareAnswers, compareRequests } from './compare-bodies.ts'
import type { Report, Sides } from './compare-schemas.ts'
import type { Contract } from './contract.ts'
import type { ContractChange, UnreadEvidence } from './evidence.ts'
import { listOperations, type ContractOperation, type UnreadOperation } from './list-operations.ts'
import { findUnread, indexOperations, isThere, keyOf, type OperationIndex } from './operation-index.ts'

export type ContractDifference = {
  readonly changes: ContractChange[]
  /** Operations of the older contract that could not be compared, with the reason. */
  readonly unread: UnreadEvidence[]
}

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
  const changes: ContractChange[] = []
  const report: Report = (what, place, detail) => changes.push({ operationId, what, place, detail, services })
  if (now) compareOperation({ before: operation, after: now }, contract, report)
  else report('operation-removed', keyOf(operation), '')
  return { changes, unread: [] }
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
  contract: Sides<Contract>,
  report: Report,
): void {
  compareParameters({ before, after }, report)
  const bodies = { before: before.requestBody, after: after.requestBody }
  compareRequests(bodies, { contract, report, place: 'body', isAnswer: false })
  for (const [status, was] of Object.entries(before.responses)) {
    // Names in a contract may be those of what every object has.
    const now = Object.hasOwn(after.responses, status) ? after.responses[status] : undefined
    if (!now && status.startsWith('2')) report('status-removed', status, '')
    const spot = { contract, report, place: status, isAnswer: true }
    if (now) compareAnswers({ before: was.content, after: now.content }, spot)
  }
}

function compareParameters({ before, after }: Sides<ContractOperation>, report: Report): void {
  const named = ({ name, in: place }: ContractOperation['parameters'][number]) => `${place} ${name}`
  const known = new Map(before.parameters.map((parameter) => [named(parameter), parameter]))
  const left = new Set(after.parameters.map(named))
  for (const parameter of after.parameters) {
    const wasDemanded = known.get(named(parameter))?.required === true
    if (parameter.required && parameter.in !== 'path' && !wasDemanded)
      report('now-demanded', named(parameter), '')
  }
  for (const parameter of before.parameters) {
    if (parameter.in !== 'path' && !left.has(named(parameter)))
      report('parameter-removed', named(parameter), '')
  }
}
