// The person behind a wallet: a name and ways to reach whoever it is. A wallet has one, or none.
import { operations } from '../contracts/operations.ts'
import type { Consumer } from '../contracts/wallet.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { askAtOnce } from './crowds.ts'
import { customers } from './customers.ts'

const persons = defineKind<Consumer>('person')

/** First and last name, as somebody types them. */
export function makePerson(fullName: string, more: object = {}) {
  const [firstName = '', ...others] = fullName.split(' ')
  return { data: { personal: { firstName, lastName: others.join(' '), ...more } } }
}

export async function tellPerson(world: AirlockWorld, name: string, body: object): Promise<void> {
  const answer = await world.api.attempt(operations.createConsumer, { path: pathOf(world, name), body })
  if (answer.ok) world.memory.keep(persons, name, answer.body)
}

export async function tellPersonAnew(world: AirlockWorld, name: string, body: object): Promise<void> {
  await world.api.attempt(operations.replaceConsumer, { path: pathOf(world, name), body })
}

export async function forgetPerson(world: AirlockWorld, name: string): Promise<void> {
  await world.api.attempt(operations.deleteConsumer, { path: pathOf(world, name) })
}

/** As whoever wants to write to the customer does. */
export async function askForPerson(world: AirlockWorld, name: string): Promise<void> {
  await world.api.attempt(operations.getConsumer, { path: pathOf(world, name) })
}

export async function tellPersonsAtOnce(world: AirlockWorld, name: string, count: number): Promise<void> {
  const path = pathOf(world, name)
  await askAtOnce(world, count, async (place) =>
    world.api.probe(operations.createConsumer, { path, body: makePerson(`Number ${place}`) }),
  )
}

function pathOf(world: AirlockWorld, name: string): { walletId: string } {
  return { walletId: world.memory.recall(customers, name).walletId }
}

export async function readPerson(world: AirlockWorld, name: string): Promise<Consumer> {
  return world.api.call(operations.getConsumer, { path: pathOf(world, name) })
}

/** What is known of the person, and nothing else. */
export async function assertPersonal(world: AirlockWorld, name: string, personal: object): Promise<void> {
  const { data, status } = await readPerson(world, name)
  const found = { status, personal: data.personal }
  expectSame(`who is behind ${name}'s wallet`, found, { status: 'ACTIVE', personal })
}

export async function assertSamePerson(world: AirlockWorld, name: string): Promise<void> {
  const { consumerId } = world.memory.recall(persons, name)
  expectSame('the number of the person', (await readPerson(world, name)).consumerId, consumerId)
}

export async function assertNobody(world: AirlockWorld, name: string): Promise<void> {
  const answer = await world.api.probe(operations.getConsumer, { path: pathOf(world, name) })
  const found = answer.ok ? answer.body : answer.error.errorCode
  expectSame(`who is behind ${name}'s wallet`, found, 'CONSUMER_NOT_FOUND')
}
