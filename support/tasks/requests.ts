// Requests as they are signed, and as they are spoilt afterwards. Here the bytes are what a scenario is about.
import type { RawRequest } from '../drivers/api-client.ts'
import type { HttpAnswer } from '../drivers/http-client.ts'
import { signRequest } from '../drivers/sign-request.ts'
import { expectSame } from '../expectation.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { ensureCustomer } from './customers.ts'

export type Unsigned = Pick<RawRequest, 'name' | 'method' | 'target' | 'body'> & {
  readonly isChunked?: boolean
}
export type Signer = Pick<Tenant, 'clientId' | 'secret'>

/** The request with the hash that belongs to it. */
export function sign(request: Unsigned, { clientId, secret }: Signer): RawRequest {
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
export async function makeReading(world: AirlockWorld): Promise<Unsigned> {
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

export async function send(world: AirlockWorld, request: RawRequest): Promise<HttpAnswer> {
  return world.api.attemptRaw(request)
}

export async function sendSigned(world: AirlockWorld, request: Unsigned): Promise<HttpAnswer> {
  return send(world, sign(request, world.tenant))
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
  await send(world, sign(await makeReading(world), { clientId, secret: world.otherTenant().secret }))
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

/** What is published of signing: this request, this secret, and the hash that belongs to them. */
const published = {
  target: '/wallet/555555',
  body: '',
  secret: '0987654321',
  hash: '76e132ab2154bb7139258b65134ddaf74c12a4242ce136b87a7335292fddc068',
}

/** A request signed by the rule that gives the published hash. */
export async function sendAsPublished(world: AirlockWorld): Promise<void> {
  const { hash, ...example } = published
  expectSame('the hash of the published example', signRequest(example), hash)
  await sendReading(world)
}

/** Who has not signed does not learn which operations there are. */
export async function askForNothingUnsigned(world: AirlockWorld): Promise<void> {
  await send(world, { name: 'nothing', method: 'GET', target: '/no-such-operation', headers: {}, body: '' })
}

export async function askForNothing(world: AirlockWorld): Promise<void> {
  await sendSigned(world, { name: 'nothing', method: 'GET', target: '/no-such-operation', body: '' })
}
