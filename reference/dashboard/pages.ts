// Every page there is. A new one is a folder under `pages/` and its rows here.
import { customersPage, homePage } from './pages/customers/customers-page.ts'
import { signInPage, signInForm } from './pages/sign-in/sign-in-page.ts'
import { signOutForm } from './pages/sign-in/sign-out.ts'
import { goodwillForm, goodwillReturn } from './pages/wallet/give-goodwill.ts'
import { walletPage } from './pages/wallet/wallet-page.ts'
import type { Page } from './page.ts'

export const pages: readonly Page[] = [
  homePage,
  signInPage,
  signInForm,
  signOutForm,
  customersPage,
  walletPage,
  goodwillForm,
  goodwillReturn,
]
