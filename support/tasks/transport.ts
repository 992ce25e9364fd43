// How requests and answers travel: in pieces, over one connection, compressed, numbered, and as something that is no JSON.
import assert from 'node:assert/strict'
import type { HttpAnswer } from '../drivers/http-client.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { makeReading, sendSigned, sign } from './requests.ts'

const compared = defineKind<readonly HttpAnswer[]>('answers to compare')

const creating = { name: 'createWallet', method: 'POST', target: '/wallet' }

/** Its length is not known when it begins. */
export async function createInPieces(world: AirlockWorld): Promise<void> {
  await sendSigned(world, {
    ...creating,
    body: '{"type": "CONSUMER", "friendlyName": "Zoë"}',
    isChunked: true,
  })
}

export async function sendNoJson(world: AirlockWorld): Promise<void> {
  await sendSigned(world, { ...creating, body: '{"type": CONSUMER' })
}

const fartherThanAnybody = 1_000_000

/** A wallet whose name alone is as long as a book. */
export async function sendTooMuch(world: AirlockWorld): Promise<void> {
  const body = JSON.stringify({ type: 'CONSUMER', friendlyName: 'z'.repeat(fartherThanAnybody) })
  await sendSigned(world, { ...creating, body })
}

/** Answers that a later step holds side by side. */
export async function compareUnknownAndWrong(world: AirlockWorld): Promise<void> {
  const reading = await makeReading(world)
  const { clientId, secret } = world.tenant
  const unknown = sign(reading, { clientId: `nobody-${world.suffix}`, secret })
  const wrong = sign(reading, { clientId, secret: 'wrong' })
  world.memory.keep(compared, 'last', [await world.api.send(unknown), await world.api.send(wrong)])
}

export async function compareAnsweredAndRefused(world: AirlockWorld): Promise<void> {
  const reading = await makeReading(world)
  const answered = sign(reading, world.tenant)
  const refused = sign(reading, { ...world.tenant, secret: 'wrong' })
  world.memory.keep(compared, 'last', [await world.api.send(answered), await world.api.send(refused)])
}

/** Both are refusals, and nothing but the call id tells them apart. */
export function assertSameWords(world: AirlockWorld): void {
  const [first, second] = world.memory.recall(compared, 'last')
  assert.ok(first && first.status >= 400, `Expected refusals, received ${first?.status}`)
  expectSame(
    'the two refusals',
    { status: second?.status, text: second?.text },
    { status: first.status, text: first.text },
  )
}

export function assertOwnCallIds(world: AirlockWorld): void {
  const ids = world.memory.recall(compared, 'last').map(({ headers }) => headers['x-ees-called-unique-id'])
  assert.ok(ids.every(Boolean), `Expected a call id on both answers, received ${JSON.stringify(ids)}`)
  expectSame('different call ids', new Set(ids).size, ids.length)
}

/** One request after the other, as a client does that keeps its connection. */
export async function sendInARow(world: AirlockWorld, times: number): Promise<void> {
  const signed = sign(await makeReading(world), world.tenant)
  const answers: HttpAnswer[] = []
  for (let time = 0; time < times; time++) answers.push(await world.api.send(signed))
  world.memory.keep(compared, 'last', answers)
}

/** The first may have opened the connection. */
export function assertOneConnection(world: AirlockWorld): void {
  const [, ...later] = world.memory.recall(compared, 'last')
  expectSame(
    'answers over the connection that was there already',
    later.map(({ status, isReused }) => ({ status, isReused })),
    later.map(() => ({ status: 200, isReused: true })),
  )
}

export async function askForCompressed(world: AirlockWorld): Promise<void> {
  const headers = { 'Accept-Encoding': 'gzip' }
  const target = '/openapi.json'
  const answer = await world.api.send({ name: 'contract', method: 'GET', target, headers, body: '' })
  world.memory.keep(compared, 'last', [answer])
}

export function assertCompressed(world: AirlockWorld): void {
  const [answer] = world.memory.recall(compared, 'last')
  expectSame('the encoding of the answer', answer?.headers['content-encoding'], 'gzip')
}

const insides = /\bat .+:\d+:\d+|node_modules|\.ts\b|Error:|SELECT |stack/i

export function assertNothingOfTheInside(world: AirlockWorld): void {
  const { exchanges, redactor } = world.conversation
  // A body with such words in it is shown, so it is covered like all that is written down.
  const body = redactor.body(exchanges.at(-1)?.responseBody ?? '')
  assert.doesNotMatch(body, insides, 'the body of the refusal')
}
