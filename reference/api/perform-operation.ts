// Does what an operation says. A change and the event about it are one transaction: both are there, or neither is.
import { publishEvent } from '../service/events.ts'
import { awaitStream } from '../service/event-stream.ts'
import type { Change } from '../model/event.ts'
import { recordChanges } from '../service/record-changes.ts'
import { renewTime, type Scope } from '../service/scope.ts'
import { whenDone } from '../faults/race.ts'
import type { Answer, Operation } from './operation.ts'
import type { RawInput } from './read-input.ts'

export type Performance = {
  readonly input: RawInput
  readonly resource: string
  readonly version: string
  readonly externalMessageId: string | null
}

export async function performOperation(
  scope: Scope,
  operation: Operation,
  performance: Performance,
): Promise<Answer> {
  const { event: eventName } = operation
  if (eventName === undefined) {
    return makeContractAnswer(operation, await operation.handle(scope, performance.input))
  }
  await awaitStream(scope)
  const change = { ...performance, eventName }
  // The fault lets the change stand before it is known whether it can be told.
  if (scope.faults.has('half-done')) return changeThenTell(scope, operation, change)
  return scope.store.write(() => changeAndTell(renewTime(scope), operation, change))
}

type NamedChange = Performance & { readonly eventName: string }

function changeAndTell(scope: Scope, operation: Operation, change: NamedChange): Answer | Promise<Answer> {
  const changes: Change[] = []
  const done = operation.handle(recordChanges(scope, changes), change.input)
  return whenDone(done, (answer) => {
    const kept = makeContractAnswer(operation, answer)
    tell(scope, operation, { change, changes, answer: kept })
    return kept
  })
}

async function changeThenTell(scope: Scope, operation: Operation, change: NamedChange): Promise<Answer> {
  const changes: Change[] = []
  const kept = makeContractAnswer(
    operation,
    await operation.handle(recordChanges(scope, changes), change.input),
  )
  tell(scope, operation, { change, changes, answer: kept })
  return kept
}

type Done = {
  readonly change: NamedChange
  readonly changes: readonly Change[]
  readonly answer: Answer
}

function tell(scope: Scope, { method }: Operation, { change, changes, answer }: Done): void {
  const { eventName, resource, version, externalMessageId, input } = change
  publishEvent(scope, {
    eventName,
    request: { resource, method, body: input.body ?? null },
    response: { code: answer.status, body: answer.body },
    changes,
    version,
    externalMessageId,
  })
}

/** What goes out is what the document says goes out: unknown fields are dropped, a missing one is our bug. */
export function makeContractAnswer(
  operation: Pick<Operation, 'operationId' | 'responses'>,
  answer: Answer,
): Answer {
  const schema = operation.responses[answer.status]
  if (schema === undefined)
    throw new Error(`${operation.operationId} answers ${answer.status}, which it does not declare`)
  return schema === null ? answer : { ...answer, body: schema.parse(answer.body) }
}
