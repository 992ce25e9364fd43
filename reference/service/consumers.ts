// The person behind a wallet; at most one who is active.
import type { Consumer, ConsumerInput } from '../model/consumer.ts'
import { makeMeta } from '../model/fields.ts'
import type { Wallet } from '../model/wallet.ts'
import { takeId } from '../store/collection.ts'
import type { Scope } from './scope.ts'

export function findConsumer(scope: Scope, wallet: Wallet): Consumer | undefined {
  const consumers = scope.rows.consumers.list(scope.tenant.id, { walletId: wallet.walletId })
  return consumers.find((consumer) => consumer.status === 'ACTIVE')
}

/** The wallet's consumer; a new one only where there is none yet. */
export function ensureConsumer(scope: Scope, wallet: Wallet, input: ConsumerInput): Consumer {
  return scope.store.write(() => {
    const known = findConsumer(scope, wallet)
    if (known) return known
    const consumer: Consumer = {
      consumerId: takeId(scope.store),
      walletId: wallet.walletId,
      friendlyName: input.friendlyName ?? null,
      type: input.type,
      state: 'DEFAULT',
      status: 'ACTIVE',
      data: input.data,
      meta: makeMeta(input.meta),
    }
    scope.rows.consumers.insert(scope.tenant.id, consumer.consumerId, consumer)
    return consumer
  })
}
