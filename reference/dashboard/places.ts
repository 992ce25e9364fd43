// The addresses of the dashboard, each written once.

export const root = '/dashboard'

export const places = {
  signIn: `${root}/sign-in`,
  signOut: `${root}/sign-out`,
  customers: `${root}/customers`,
  wallet: (walletId: string) => `${root}/wallets/${walletId}`,
  goodwill: (walletId: string) => `${root}/wallets/${walletId}/goodwill`,
} as const

/** What stands in the navigation of everybody who is signed in. */
export const navigation = [{ href: places.customers, text: 'Customers' }] as const
