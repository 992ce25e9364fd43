// What has long been over is taken away for good: coupons that ended, campaigns that ended and have no coupon left, events.
// Whatever can still be used, and every ledger of what is kept, stays.
import { renderInstant } from '../model/instant.ts'
import type { Scope } from './scope.ts'

/** Nothing younger is ever purged. */
export const minimumPurgeDays = 56

export type Purged = {
  readonly accounts: number
  readonly accountTransactions: number
  readonly campaigns: number
  readonly events: number
}

const dayMs = 24 * 3600 * 1000

export function purge(scope: Scope, olderThanDays: number): Purged {
  return scope.store.write(() => {
    const before = renderInstant(scope.nowMs - Math.max(olderThanDays, minimumPurgeDays) * dayMs)
    // The fault takes what is old, whether or not it has ended.
    const ended = scope.faults.has('purge-takes-live') ? 'dateCreated' : 'dates.end'
    const old = `tenant = ? AND document ->> '$.type' = 'ECOUPON' AND document ->> '$.${ended}' < ?`
    const { tenant, store } = scope
    return {
      accountTransactions: store.run(
        `DELETE FROM account_transaction WHERE tenant = ? AND accountId IN
          (SELECT CAST(id AS TEXT) FROM account WHERE ${old})`,
        tenant.id,
        tenant.id,
        before,
      ),
      accounts: store.run(`DELETE FROM account WHERE ${old}`, tenant.id, before),
      campaigns: store.run(
        `DELETE FROM campaign WHERE tenant = ? AND document ->> '$.endDate' < ? AND NOT EXISTS
          (SELECT 1 FROM account WHERE account.tenant = campaign.tenant AND campaignId = CAST(campaign.id AS TEXT))`,
        tenant.id,
        before,
      ),
      events: store.run(
        `DELETE FROM event WHERE tenant = ? AND document ->> '$.headers.eventDate' < ?`,
        tenant.id,
        before,
      ),
    }
  })
}
