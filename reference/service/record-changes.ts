// Notes which entities an operation creates and changes, so that its event can name them.
import type { Change } from '../model/event.ts'
import type { Collection } from '../store/collection.ts'
import type { Rows, Scope } from './scope.ts'

/** What others are told of; what the platform keeps for itself has no name. */
const objectTypes = {
  wallets: 'WALLET',
  identities: 'IDENTITY',
  consumers: 'CONSUMER',
  accounts: 'ACCOUNT',
  accountTransactions: 'ACCOUNT_TRANSACTION',
  walletTransactions: 'WALLET_TRANSACTION',
  campaigns: 'CAMPAIGN',
  schemes: 'SCHEME',
} as const satisfies Partial<Record<keyof Rows, string>>

/** The scope, with every write of its rows added to these changes. */
export function recordChanges(scope: Scope, changes: Change[]): Scope {
  const recorded = Object.entries(objectTypes).map(([name, objectType]) => {
    const collection = scope.rows[name as keyof typeof objectTypes] as Collection<unknown>
    return [name, recordCollection(collection, (change) => changes.push({ objectType, ...change }))]
  })
  return { ...scope, rows: { ...scope.rows, ...(Object.fromEntries(recorded) as Partial<Rows>) } }
}

function recordCollection<Entity>(
  collection: Collection<Entity>,
  note: (change: Omit<Change, 'objectType'>) => void,
): Collection<Entity> {
  return {
    ...collection,
    insert: (tenant, id, entity) => {
      note({ operationType: 'CREATE', objectId: id })
      collection.insert(tenant, id, entity)
    },
    replace: (tenant, id, entity) => {
      note({ operationType: 'UPDATE', objectId: id })
      collection.replace(tenant, id, entity)
    },
  }
}
