// The person behind a wallet; at most one who is active.
import { listConsumerNames, type Consumer, type ConsumerInput } from '../model/consumer.ts'
import { makeMeta } from '../model/fields.ts'
import type { Wallet } from '../model/wallet.ts'
import { takeId } from '../store/collection.ts'
import { found, Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

export function findConsumer(scope: Scope, wallet: Wallet): Consumer | undefined {
  const consumers = scope.rows.consumers.list(scope.tenant.id, { walletId: wallet.walletId })
  return consumers.find((consumer) => consumer.status === 'ACTIVE')
}

/** The wallet's consumer; a new one only where there is none yet. */
export function ensureConsumer(scope: Scope, wallet: Wallet, input: ConsumerInput): Consumer {
  return scope.store.write(() => findConsumer(scope, wallet) ?? insertConsumer(scope, wallet, input))
}

export function createConsumer(scope: Scope, wallet: Wallet, input: ConsumerInput): Consumer {
  return scope.store.write(() => {
    if (findConsumer(scope, wallet)) throw new Refusal('CONSUMER_EXISTS')
    return insertConsumer(scope, wallet, input)
  })
}

/** Writes the person's data anew; it stays the same person. */
export function replaceConsumer(scope: Scope, wallet: Wallet, input: ConsumerInput): Consumer {
  return scope.store.write(() => {
    const { consumerId } = found(findConsumer(scope, wallet), 'CONSUMER_NOT_FOUND')
    const consumer = makeConsumer(consumerId, wallet, input)
    scope.rows.consumers.replace(scope.tenant.id, consumerId, consumer)
    return consumer
  })
}

/** There is no way back; the wallet may get another one. */
export function deleteConsumer(scope: Scope, wallet: Wallet): void {
  scope.store.write(() => {
    const consumer = found(findConsumer(scope, wallet), 'CONSUMER_NOT_FOUND')
    scope.rows.consumers.replace(scope.tenant.id, consumer.consumerId, { ...consumer, status: 'DELETED' })
  })
}

function insertConsumer(scope: Scope, wallet: Wallet, input: ConsumerInput): Consumer {
  const consumer = makeConsumer(takeId(scope.store), wallet, input)
  scope.rows.consumers.insert(scope.tenant.id, consumer.consumerId, consumer)
  return consumer
}

function makeConsumer(consumerId: string, { walletId }: Wallet, input: ConsumerInput): Consumer {
  const { friendlyName = null, type, data } = input
  const meta = makeMeta(input.meta)
  return { consumerId, walletId, friendlyName, type, state: 'DEFAULT', status: 'ACTIVE', data, meta }
}

/** Wallets of people who go by this name or can be reached there, whatever the case. */
export function listWalletsByConsumer(scope: Scope, text: string): string[] {
  const wanted = text.normalize('NFC').toLowerCase()
  return scope.rows.consumers
    .list(scope.tenant.id)
    .filter(({ status }) => status === 'ACTIVE')
    .filter((consumer) => listConsumerNames(consumer).some((name) => isCalled(name, wanted)))
    .map(({ walletId }) => walletId)
}

/** The whole of it, or one of the words of a name. */
function isCalled(name: string, wanted: string): boolean {
  const spoken = name.normalize('NFC').toLowerCase()
  return spoken === wanted || (!spoken.includes('@') && spoken.split(/\s+/).includes(wanted))
}
