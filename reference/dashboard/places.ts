// The addresses of the dashboard, each written once, and which of them stand in whose navigation.
import type { DashboardRole } from '../store/dashboard-users.ts'
import { hasPermission, type Permission } from './role.ts'

export const root = '/dashboard'

const wallet = (walletId: string) => `${root}/wallets/${walletId}`
const identity = (walletId: string, identityId: string) => `${wallet(walletId)}/identities/${identityId}`
const account = (walletId: string, accountId: string) => `${wallet(walletId)}/accounts/${accountId}`

export const places = {
  home: `${root}/`,
  signIn: `${root}/sign-in`,
  signOut: `${root}/sign-out`,
  customers: `${root}/customers`,
  customersExport: `${root}/customers/export`,
  campaigns: `${root}/campaigns`,
  newCampaign: `${root}/campaigns/new`,
  campaign: (campaignId: string) => `${root}/campaigns/${campaignId}`,
  exports: `${root}/exports`,
  export: (exportId: string) => `${root}/exports/${exportId}`,
  audit: `${root}/audit`,
  wallet,
  goodwill: (walletId: string) => `${wallet(walletId)}/goodwill`,
  identity,
  account,
} as const

type Entry = { readonly href: string; readonly text: string; readonly needs: Permission }

const navigation: readonly Entry[] = [
  { href: places.customers, text: 'Customers', needs: 'customers' },
  { href: places.campaigns, text: 'Campaigns', needs: 'campaigns' },
  { href: places.exports, text: 'Exports', needs: 'customers' },
  { href: places.audit, text: 'Audit', needs: 'audit' },
]

/** What stands in the navigation of a role; the first is where its work begins. */
export function listNavigation(user: { readonly role: DashboardRole }): readonly Entry[] {
  return navigation.filter(({ needs }) => hasPermission(user, needs))
}

export function findHome(user: { readonly role: DashboardRole }): string {
  return listNavigation(user)[0]?.href ?? places.signIn
}
