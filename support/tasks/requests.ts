// Requests as they travel: signed, spoilt, spelt in many ways. Here the bytes are what a scenario is about.
import assert from 'node:assert/strict'
import { operations } from '../contracts/operations.ts'
import type { RawRequest } from '../drivers/api-client.ts'
import type { HttpAnswer } from '../drivers/http-client.ts'
import { signRequest } from '../drivers/sign-request.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { ensureCustomer } from './customers.ts'

const compared = defineKind<readonly HttpAnswer[]>('answers to compare')
const clients = defineKind<Pick<Tenant, 'clientId' | 'secret'>>('client')

type Unsigned = Pick<RawRequest, 'name' | 'method' | 'target' | 'body'> & { readonly isChunked?: boolean }
type Signer = Pick<Tenant, 'clientId' | 'secret'>

/** The request with the hash that belongs to it. */
function sign(request: Unsigned, { clientId, secret }: Signer): RawRequest {
  const hash = signRequest({ target: request.target, body: request.body, secret })
  return { ...request, headers: makeHeaders(clientId, hash) }
}

function makeHeaders(clientId: string, hash: string): Record<string, string> {
  return {
    'X-EES-AUTH-CLIENT-ID': clientId,
    'X-EES-AUTH-HASH': hash,
    'Content-Type': 'application/json',
  }
}

/** Reading and writing a wallet, as every tenant's systems do. */
async function makeReading(world: AirlockWorld): Promise<Unsigned> {
  const { walletId } = await ensureCustomer(world, 'Anna')
  const target = `/wallet/${walletId}/identities?limit=5&offset=0`
  return { name: 'listIdentities', method: 'GET', target, body: '' }
}

async function makeWriting(world: AirlockWorld): Promise<Unsigned> {
  const { walletId } = await ensureCustomer(world, 'Anna')
  return {
    name: 'updateWallet',
    method: 'PATCH',
    target: `/wallet/${walletId}`,
    body: '{"friendlyName":"A"}',
  }
}

async function send(world: AirlockWorld, request: RawRequest): Promise<void> {
  await world.api.attemptRaw(request)
}

async function sendSigned(world: AirlockWorld, request: Unsigned): Promise<void> {
  await send(world, sign(request, world.tenant))
}

export async function sendReading(world: AirlockWorld): Promise<void> {
  await sendSigned(world, await makeReading(world))
}

/** Signed first, and one part of it changed afterwards. */
const partChanges: Readonly<Record<string, (world: AirlockWorld) => Promise<RawRequest>>> = {
  path: async (world) => {
    const reading = await makeReading(world)
    const signed = sign(reading, world.tenant)
    return { ...signed, target: signed.target.replace('/identities', '/accounts') }
  },
  query: async (world) => {
    const signed = sign(await makeReading(world), world.tenant)
    return { ...signed, target: signed.target.replace('limit=5', 'limit=6') }
  },
  body: async (world) => {
    const signed = sign(await makeWriting(world), world.tenant)
    return { ...signed, body: signed.body.replace('"A"', '"B"') }
  },
  secret: async (world) => {
    const { clientId, secret } = world.tenant
    return sign(await makeReading(world), { clientId, secret: `${secret}x` })
  },
}

export async function sendWithChanged(world: AirlockWorld, part: string): Promise<void> {
  const make = partChanges[part]
  if (!make) throw new Error(`A request has no "${part}"; it has ${Object.keys(partChanges).join(', ')}.`)
  await send(world, await make(world))
}

const spoiltHashes: Readonly<Record<string, (hash: string) => string | null>> = {
  missing: () => null,
  empty: () => '',
  'in upper case': (hash) => hash.toUpperCase(),
  'cut short': (hash) => hash.slice(0, -1),
}

export async function sendWithHash(world: AirlockWorld, spoilt: string): Promise<void> {
  const spoil = spoiltHashes[spoilt]
  if (!spoil) throw new Error(`A hash is not "${spoilt}"; it is ${Object.keys(spoiltHashes).join(', ')}.`)
  const signed = sign(await makeReading(world), world.tenant)
  const { 'X-EES-AUTH-HASH': hash = '', ...others } = signed.headers
  const spoiltHash = spoil(hash)
  const headers = spoiltHash === null ? others : { ...others, 'X-EES-AUTH-HASH': spoiltHash }
  await send(world, { ...signed, headers })
}

export async function sendWithOthersSecret(world: AirlockWorld): Promise<void> {
  const { clientId } = world.tenant
  await send(world, sign(await makeReading(world), { clientId, secret: world.otherTenant('wallet').secret }))
}

export async function sendWithHashOfReading(world: AirlockWorld): Promise<void> {
  const writing = await makeWriting(world)
  const reading = sign({ ...writing, method: 'GET', body: '' }, world.tenant)
  await send(world, { ...writing, headers: reading.headers })
}

export async function sendWithKeysReordered(world: AirlockWorld): Promise<void> {
  const signed = sign(await makeReading(world), world.tenant)
  await send(world, { ...signed, target: signed.target.replace('limit=5&offset=0', 'offset=0&limit=5') })
}

/** Queries that mean something and are spelt in one of the ways clients spell them. */
const querySpellings: Readonly<Record<string, string>> = {
  'plain brackets': 'status[]=ACTIVE&status[]=LOST',
  'encoded brackets': 'status%5B%5D=ACTIVE&status%5B%5D=LOST',
  'a plus sign': 'type=A+B',
  'an encoded space': 'type=A%20B',
  'encoded letters': 'type=Caf%C3%A9',
}

export async function askWithQuery(world: AirlockWorld, spelling: string): Promise<void> {
  const { walletId } = await ensureCustomer(world, 'Anna')
  const target = `/wallet/${walletId}/identities?${spellingOf(querySpellings, spelling)}`
  await sendSigned(world, { name: 'listIdentities', method: 'GET', target, body: '' })
}

const bodySpellings: Readonly<Record<string, string>> = {
  'no spaces': '{"type":"CONSUMER","friendlyName":"Zoë"}',
  spaces: '{"type": "CONSUMER", "friendlyName": "Zoë"}',
  'unicode escapes': String.raw`{"type":"CONSUMER","friendlyName":"Zo\u00eb"}`,
  'several lines': '{\n  "type": "CONSUMER",\n  "friendlyName": "Zoë"\n}\n',
}

export async function createWithBody(world: AirlockWorld, spelling: string): Promise<void> {
  const body = spellingOf(bodySpellings, spelling)
  await sendSigned(world, { name: 'createWallet', method: 'POST', target: '/wallet', body })
}

export async function createInPieces(world: AirlockWorld): Promise<void> {
  const body = spellingOf(bodySpellings, 'spaces')
  await sendSigned(world, { name: 'createWallet', method: 'POST', target: '/wallet', body, isChunked: true })
}

function spellingOf(spellings: Readonly<Record<string, string>>, name: string): string {
  const found = spellings[name]
  if (found === undefined)
    throw new Error(`There is no spelling "${name}"; there are ${Object.keys(spellings).join(', ')}.`)
  return found
}

export async function askWithPrefix(world: AirlockWorld, prefix: string): Promise<void> {
  const reading = await makeReading(world)
  await sendSigned(world, { ...reading, target: `${prefix}${reading.target}` })
}

export async function sendNoJson(world: AirlockWorld): Promise<void> {
  await sendSigned(world, {
    name: 'createWallet',
    method: 'POST',
    target: '/wallet',
    body: '{"type": CONSUMER',
  })
}

export async function askForNothing(world: AirlockWorld): Promise<void> {
  await sendSigned(world, { name: 'nothing', method: 'GET', target: '/no-such-operation', body: '' })
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

export async function compareWallets(
  world: AirlockWorld,
  tenant: Tenant,
  ids: readonly string[],
): Promise<void> {
  const asked = ids.map((id) => ({ name: 'getWallet', method: 'GET', target: `/wallet/${id}`, body: '' }))
  const answers: HttpAnswer[] = []
  for (const request of asked) answers.push(await world.apiOf(tenant).send(sign(request, tenant)))
  world.memory.keep(compared, 'last', answers)
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

export async function makeAnsweredClient(world: AirlockWorld): Promise<void> {
  const client = await world.api.call(operations.createClient, { body: { tenant: world.tenant.id } })
  world.memory.keep(clients, 'other', client)
  await send(world, sign(await makeReading(world), client))
}

export async function revokeClient(world: AirlockWorld): Promise<void> {
  const { clientId } = world.memory.recall(clients, 'other')
  await world.api.call(operations.revokeClient, { path: { clientId } })
}

export async function askAsRevoked(world: AirlockWorld): Promise<void> {
  await send(world, sign(await makeReading(world), world.memory.recall(clients, 'other')))
}

const insides = /\bat .+:\d+:\d+|node_modules|\.ts\b|Error:|SELECT |stack/i

export function assertNothingOfTheInside(world: AirlockWorld): void {
  const { responseBody = '' } = world.conversation.exchanges.at(-1) ?? {}
  assert.doesNotMatch(responseBody, insides, 'the body of the refusal')
}
