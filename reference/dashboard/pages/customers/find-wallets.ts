// Whose wallets answer to what a caller can tell.
import { tenants } from '../../../model/tenant.ts'
import type { Wallet } from '../../../model/wallet.ts'
import type { Scope } from '../../../service/scope.ts'
import { searchWallets } from '../../../service/wallets.ts'

/** The tenant's own; those of every tenant only where a fault forgets to ask for whom it searches. */
export function findWallets(scope: Scope, text: string): Wallet[] {
  if (!scope.faults.has('search-leak')) return searchWallets(scope, text)
  return tenants.flatMap((tenant) => searchWallets({ ...scope, tenant }, text))
}
