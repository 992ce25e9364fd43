// Every page there is. A new one is a folder under `pages/` and its rows here.
import { accountPage } from './pages/account/account-page.ts'
import { auditPage } from './pages/audit/audit-page.ts'
import { approvalPages } from './pages/campaigns/approval-tasks.ts'
import { campaignPage } from './pages/campaigns/campaign-page.ts'
import { campaignsPage } from './pages/campaigns/campaigns-page.ts'
import { cancelCouponPages } from './pages/coupons/cancel-coupon.ts'
import { giveCouponPages } from './pages/coupons/give-coupon.ts'
import { takeInCouponPages } from './pages/coupons/take-in-coupon.ts'
import { customersPage, homePage } from './pages/customers/customers-page.ts'
import { exportCustomersForm, exportCustomersReturn } from './pages/exports/export-customers.ts'
import { exportLedgerPages } from './pages/exports/export-ledger.ts'
import { exportFile, exportPage, exportsPage } from './pages/exports/exports-pages.ts'
import { addIdentityPages } from './pages/identity/add-identity.ts'
import { identityPage } from './pages/identity/identity-page.ts'
import { identityTaskPages } from './pages/identity/identity-tasks.ts'
import { reviewForm, reviewPage } from './pages/new-campaign/review-pages.ts'
import { newCampaignPage, wizardForm, wizardPage } from './pages/new-campaign/wizard-pages.ts'
import { pendingPages } from './pages/points/pending-tasks.ts'
import { pointsPages } from './pages/points/points-tasks.ts'
import { signInForm, signInPage } from './pages/sign-in/sign-in-page.ts'
import { signOutForm } from './pages/sign-in/sign-out.ts'
import { goodwillForm, goodwillReturn } from './pages/wallet/give-goodwill.ts'
import { walletPage } from './pages/wallet/wallet-page.ts'
import { walletStatusPages } from './pages/wallet-status/wallet-status-tasks.ts'
import type { Page } from './page.ts'

export const pages: readonly Page[] = [
  homePage,
  signInPage,
  signInForm,
  signOutForm,
  customersPage,
  exportCustomersForm,
  exportCustomersReturn,
  walletPage,
  goodwillForm,
  goodwillReturn,
  ...walletStatusPages,
  ...exportLedgerPages,
  accountPage,
  ...pointsPages,
  ...pendingPages,
  ...cancelCouponPages,
  ...giveCouponPages,
  ...takeInCouponPages,
  identityPage,
  ...addIdentityPages,
  ...identityTaskPages,
  campaignsPage,
  campaignPage,
  ...approvalPages,
  newCampaignPage,
  wizardPage,
  wizardForm,
  reviewPage,
  reviewForm,
  exportsPage,
  exportPage,
  exportFile,
  auditPage,
]
