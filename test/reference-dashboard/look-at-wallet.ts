// What only a browser can tell of the wallet's page: one visit by customer care, with keys, a mistake, and a gift.
import type { Page } from 'playwright'
import { contrastOf, isFocused, signInWith, waitForFocus } from './open-browser.ts'
import { makeCustomer, type Dashboard } from './start-dashboard.ts'

export type Seen = {
  readonly isReasonLabelled: boolean
  /** With a tabulator, from the field before it. */
  readonly isButtonReached: boolean
  /** Of a status. */
  readonly contrast: number
  readonly isErrorAnnounced: boolean
  readonly isFocusKept: boolean
}

export async function lookAtWallet(page: Page, dashboard: Dashboard): Promise<Seen> {
  const { walletId } = await makeCustomer(dashboard, 'maple')
  await signInWith(page, dashboard)
  await page.goto(`/dashboard/wallets/${walletId}`)
  const still = {
    isReasonLabelled: (await page.getByLabel('Reason').count()) > 0,
    isButtonReached: await isReached(page),
    contrast: await contrastOf(page, '.badge'),
  }
  await page.getByRole('button', { name: 'Give points' }).click()
  await page.getByText('No points were given').waitFor()
  const isErrorAnnounced = (await page.getByRole('alert').count()) > 0
  return { ...still, isErrorAnnounced, isFocusKept: await isGiftFocused(page) }
}

async function isReached(page: Page): Promise<boolean> {
  await page.getByRole('textbox').last().focus()
  await page.keyboard.press('Tab')
  return isFocused(page.getByRole('button', { name: 'Give points' }))
}

async function isGiftFocused(page: Page): Promise<boolean> {
  await page.getByLabel('Points', { exact: true }).fill('50')
  await page.getByRole('textbox').last().fill('The parcel came late')
  await page.getByRole('button', { name: 'Give points' }).click()
  await page.getByRole('status').waitFor()
  return waitForFocus(page.getByRole('status'))
}
