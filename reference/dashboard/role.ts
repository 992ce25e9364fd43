// What each role may do. A page names what it needs: whoever lacks it is shown no way there, and gets no further by its
// address.
import { dashboardRoles, type DashboardRole } from '../store/dashboard-users.ts'

export type Permission =
  /** Find customers, see their wallets, keep their identities and coupons, give goodwill. */
  | 'customers'
  /** Put points on an account and take them off. */
  | 'points'
  /** Suspend a wallet and make it active again. */
  | 'wallet-status'
  /** See personal data in full. */
  | 'personal-data'
  /** See who did what. */
  | 'audit'
  /** See campaigns. */
  | 'campaigns'
  /** Make campaigns. */
  | 'campaign-design'
  /** Say that a campaign may run. */
  | 'campaign-approval'

const permissions = {
  care: ['customers'],
  supervisor: [
    'customers',
    'points',
    'wallet-status',
    'personal-data',
    'audit',
    'campaigns',
    'campaign-approval',
  ],
  marketing: ['campaigns', 'campaign-design'],
} as const satisfies Record<DashboardRole, readonly Permission[]>

export const roleWords = {
  care: 'Customer care',
  supervisor: 'Supervisor',
  marketing: 'Marketing',
} as const satisfies Record<DashboardRole, string>

export function hasPermission(
  { role }: { readonly role: DashboardRole },
  needed: Permission | null,
): boolean {
  return needed === null || (permissions[role] as readonly Permission[]).includes(needed)
}

/** Whose work a page belongs to, for those who came to it without being allowed to. */
export function listRolesWith(needed: Permission): string[] {
  return dashboardRoles.filter((role) => hasPermission({ role }, needed)).map((role) => roleWords[role])
}
