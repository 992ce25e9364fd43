// An address of every page there is, with something on it to be seen.
import { makeCampaign, makeCustomer, type Dashboard } from './start-dashboard.ts'
import type { Visitor } from './visitor.ts'

export type Listed = Readonly<Record<'shared' | 'supervisor' | 'marketing', readonly string[]>>

/** Those that customer care sees, those that only supervisors do, and marketing's. */
export async function listPages(dashboard: Dashboard, supervisor: Visitor): Promise<Listed> {
  const { walletId, accountId, email } = await makeCustomer(dashboard, 'maple', { points: 5 })
  const draft = await makeCampaign(dashboard, { status: 'DRAFT' })
  const pending = await makeCampaign(dashboard, { status: 'PENDING', name: 'C'.repeat(255) })
  const wallet = `/dashboard/wallets/${walletId}`
  const coupon = await giveCoupon(dashboard, walletId)
  const { text } = await supervisor.get(wallet)
  const identity = /href="([^"]+\/identities\/\d+)"/.exec(text)?.[1] ?? ''
  return {
    shared: [
      '/dashboard/customers',
      '/dashboard/customers?search=',
      `/dashboard/customers?search=${encodeURIComponent(email)}`,
      '/dashboard/customers?search=nobody',
      wallet,
      ...['add-identity', 'give-coupon', 'take-in-coupon', 'export'].map((page) => `${wallet}/${page}`),
      `${wallet}/accounts/${accountId}`,
      `${wallet}/accounts/${coupon}/cancel`,
      identity,
      ...['suspend', 'activate', 'lost', 'stolen', 'move'].map((page) => `${identity}/${page}`),
      '/dashboard/exports',
      '/dashboard/audit',
      '/dashboard/wallets/1',
      '/dashboard/nothing',
    ],
    supervisor: [
      ...['credit', 'debit'].map((page) => `${wallet}/accounts/${accountId}/${page}`),
      ...['suspend', 'activate'].map((page) => `${wallet}/${page}`),
      '/dashboard/audit',
      ...['', '/approve', '/reject'].map((page) => `/dashboard/campaigns/${pending}${page}`),
    ],
    marketing: [
      '/dashboard/campaigns',
      '/dashboard/campaigns?status=GREEN',
      `/dashboard/campaigns/${draft}/submit`,
      `/dashboard/campaigns/new/${'x'.repeat(16)}/basics`,
    ],
  }
}

async function giveCoupon({ call }: Dashboard, walletId: string): Promise<string> {
  const campaign = await makeCampaign({ call })
  const coupon = await call('maple', `POST /wallet/${walletId}/campaign/${campaign}/account`, {})
  return String(coupon['accountId'])
}
