// The same question and the same content, spelt in the ways in which clients spell them.
import { z } from 'zod'
import type { AirlockWorld } from '../world.ts'
import { ensureCustomer } from './customers.ts'
import { makeReading, sendSigned } from './requests.ts'

const nameSchema = z.looseObject({ friendlyName: z.string() })

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

/** What the wallet that was made is called. */
export async function createWithBody(world: AirlockWorld, spelling: string): Promise<string> {
  const body = spellingOf(bodySpellings, spelling)
  const { text } = await sendSigned(world, { name: 'createWallet', method: 'POST', target: '/wallet', body })
  world.conversation.requireNoRefusal()
  return nameSchema.parse(JSON.parse(text)).friendlyName
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
