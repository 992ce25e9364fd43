// What holds for every operation there is: the list comes from the platform's own contract, so a new one is tried too.
import { AssertionError } from 'node:assert'
import { z } from 'zod'
import { parseOperations, type DocumentedOperation } from '../contracts/documented-operation.ts'
import type { Operation } from '../contracts/operation.ts'
import type { Expected } from '../contracts/reasons.ts'
import { renderOperation } from '../isolation/probe-outcome.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { shorten } from '../shorten.ts'

type Told = { readonly operation: DocumentedOperation; readonly status: number; readonly text: string }

const told = defineKind<readonly Told[]>('answers of every operation')

/** Every operation that the platform documents. */
export async function readOperations(world: AirlockWorld): Promise<DocumentedOperation[]> {
  const contract = await world.conversation.contract()
  if (!contract) throw new Error('The target names no contract: its file has no `openapi`.')
  return parseOperations(contract.document)
}

/** As a client sends it. What is answered differs; whoever asks compares it with something. */
export function makeOperation({
  operationId: name,
  method,
  path,
  service,
  success,
}: DocumentedOperation): Operation<unknown> {
  return { name, method, path, service, success, answer: z.unknown() }
}

/** Ways to come without having signed. */
const ways: Readonly<Record<string, (tenant: Tenant) => Readonly<Record<string, string>>>> = {
  'without a signature': () => ({}),
  'with a wrong hash': ({ clientId }) => ({
    'X-EES-AUTH-CLIENT-ID': clientId,
    'X-EES-AUTH-HASH': 'f'.repeat(64),
  }),
}

/** Tries every operation that wants a signature, without a right one. */
export async function tryUnsigned(world: AirlockWorld, way: string): Promise<void> {
  const headers = ways[way]?.(world.tenant) ?? {}
  const operations = (await readOperations(world)).filter(({ isSigned }) => isSigned)
  const asked = operations.map(async (operation) => {
    const { operationId: name, method, service, hasBody } = operation
    const target = operation.path.replaceAll(/\{[^{}]+\}/g, '1')
    const request = { name, method, service, target, headers, body: hasBody ? '{}' : '' }
    const { status, text } = await world.api.send(request)
    return { operation, status, text }
  })
  world.memory.keep(told, 'all', await Promise.all(asked))
}

/** Tries every operation of services that the tenant does not have, properly signed. */
export async function tryOtherServices(world: AirlockWorld, tenant: Tenant): Promise<void> {
  const known = Object.keys(world.settings.target.services)
  const operations = (await readOperations(world)).filter(
    ({ isSigned, service }) => isSigned && known.includes(service) && !tenant.services.includes(service),
  )
  const asked = operations.map(async (operation) => {
    const body = operation.hasBody ? { body: {} } : {}
    const path = Object.fromEntries(operation.places.map(({ name }) => [name, '1']))
    const answer = await world.apiOf(tenant).probe(makeOperation(operation), { path, ...body })
    const text = JSON.stringify(answer.ok ? answer.body : answer.error)
    return { operation, status: answer.status, text }
  })
  world.memory.keep(told, 'all', await Promise.all(asked))
}

const refusal = z.looseObject({ errorCode: z.string() })

/** Each says the same as the first, and that is what is expected. */
export function assertAllRefused(world: AirlockWorld, { status, code }: Expected): void {
  const all = world.memory.recall(told, 'all')
  const [first] = all
  if (!first) throw new AssertionError({ message: 'There is no operation to try.' })
  const isExpected = first.status === status && refusal.parse(JSON.parse(first.text)).errorCode === code
  const others = all.filter((one) => !isExpected || one.status !== first.status || one.text !== first.text)
  if (others.length === 0) return
  const lines = others.map(
    ({ operation, ...one }) => `${renderOperation(operation)}: ${one.status} ${shorten(one.text)}`,
  )
  throw new AssertionError({
    message: [
      `Of ${all.length} operations these were not refused with ${status} ${code}, in one form of words:`,
      ...lines,
    ].join('\n  '),
    actual: lines,
    expected: [],
  })
}
