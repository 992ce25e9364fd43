// The dashboard as people use it: in a browser, with a keyboard, on a small screen, enlarged, and without any script.
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isFocused, isTooWide, openBrowser, openPage, readStyle, signInWith, tabTo } from './open-browser.ts'
import { listPages } from './list-pages.ts'
import {
  makeCustomer,
  startDashboard,
  type Customer,
  type Dashboard,
  type RoleName,
} from './start-dashboard.ts'
import { signIn } from './visitor.ts'

let dashboard: Dashboard
let browser: Browser
let customer: Customer
let page: Page

beforeAll(async () => {
  dashboard = await startDashboard()
  browser = await openBrowser()
})
beforeEach(async () => {
  customer = await makeCustomer(dashboard, 'maple', { friendlyName: 'Ann Archer', points: 300 })
  page = await openPage(browser, dashboard)
})
afterEach(async () => page.context().close())
afterAll(async () => {
  await browser?.close()
  await dashboard?.stop()
})

const walletPath = () => `/dashboard/wallets/${customer.walletId}`

const openWallet = async (path = walletPath()) => {
  await signInWith(page, dashboard)
  await page.goto(path)
}

const give = async (points: string, reason: string) => {
  await page.getByLabel('Points', { exact: true }).fill(points)
  await page.getByLabel('Reason').fill(reason)
  await page.getByRole('button', { name: 'Give points' }).click()
}

const giveAndSee = async (points: string, reason: string) => {
  await give(points, reason)
  await page.getByRole('status').waitFor()
  await page.waitForLoadState()
}

/** A browser moves the focus with the first picture of a page, so a moment after its words are there. */
const expectFocus = async (locator: Locator) => expect.poll(async () => isFocused(locator)).toBe(true)

const ledger = () => page.getByRole('table', { name: 'Points ledger' }).getByRole('row')

describe('with the keyboard alone', () => {
  it('customer care signs in, finds a customer, gives goodwill and signs out', async () => {
    await page.goto('/dashboard')
    await tabTo(page, page.getByLabel('User name'))
    await page.keyboard.type(dashboard.users.maple.user)
    await page.keyboard.press('Tab')
    await page.keyboard.type(dashboard.users.maple.password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Customers' }).waitFor()
    await tabTo(page, page.getByLabel('Find a customer'))
    await page.keyboard.type(customer.card)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: customer.walletId }).waitFor()
    await tabTo(page, page.getByRole('link', { name: customer.walletId }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Ann Archer' }).waitFor()
    await tabTo(page, page.getByLabel('Points', { exact: true }))
    await page.keyboard.type('50')
    await page.keyboard.press('Tab')
    await page.keyboard.type('The parcel came late')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: '50 points given' }).waitFor()
    await page.waitForLoadState()
    expect(await ledger().nth(1).textContent()).toContain('The parcel came late')
    await tabTo(page, page.getByRole('button', { name: 'Sign out' }))
    await page.keyboard.press('Enter')
    await page.getByText('You are signed out.').waitFor()
  })

  it('a supervisor takes points back and looks the reason up in the audit', async () => {
    await signInWith(page, dashboard, 'supervisor')
    await page.goto(walletPath())
    await tabTo(page, page.getByRole('link', { name: 'Maple Points' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Account ledger' }).waitFor()
    await tabTo(page, page.getByRole('link', { name: 'Debit points' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Debit points' }).waitFor()
    await tabTo(page, page.getByLabel('Points'))
    await page.keyboard.type('20')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Booked twice')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectFocus(page.getByRole('status').filter({ hasText: '20 points debited' }))
    await tabTo(page, page.getByRole('link', { name: 'Audit' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Audit' }).waitFor()
    expect(await page.getByRole('table').getByRole('row').nth(1).textContent()).toContain('Booked twice')
  })

  it('marketing makes a campaign, mends a mistake and goes back on the way', async () => {
    const press = async (name: string, heading: string) => {
      await tabTo(page, page.getByRole('button', { name, exact: true }))
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: `New campaign: ${heading}` }).waitFor()
    }
    await signInWith(page, dashboard, 'marketing')
    await tabTo(page, page.getByRole('link', { name: 'Make a campaign' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'New campaign: basics' }).waitFor()
    await tabTo(page, page.getByLabel('Name'))
    await page.keyboard.type('Winter warmers')
    await tabTo(page, page.getByLabel('Who gets it'))
    await page.keyboard.type('Every')
    await press('Continue', 'offer')
    await tabTo(page, page.getByLabel('What it gives'))
    await page.keyboard.type('A perc')
    await press('Continue', 'offer')
    await expectFocus(page.getByRole('alert'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectFocus(page.getByLabel('How much'))
    await page.keyboard.type('10')
    await press('Continue', 'rules and limits')
    await press('Back', 'offer')
    expect(await page.getByLabel('How much').inputValue()).toBe('10')
    await press('Continue', 'rules and limits')
    await press('Continue', 'window')
    await press('Continue', 'review')
    await tabTo(page, page.getByRole('button', { name: 'Send for approval' }))
    await page.keyboard.press('Enter')
    await expectFocus(page.getByRole('status').filter({ hasText: 'Campaign sent for approval' }))
  })

  it('the first stop skips to the content', async () => {
    await openWallet()
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the content' })
    await expectFocus(skip)
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expectFocus(page.getByRole('main').getByRole('link').first())
  })

  it('every stop can be seen', async () => {
    await openWallet()
    const stops = await page.locator('a[href], button, input:not([type=hidden]), textarea').all()
    expect(stops.length).toBeGreaterThanOrEqual(7)
    for (const stop of stops) {
      await tabTo(page, stop)
      expect(await readStyle(page, ':focus', 'outline')).toMatch(/solid 3px/)
    }
  })
})

describe('what happened', () => {
  it('is announced and has the focus when points were given', async () => {
    await openWallet()
    await giveAndSee('50', 'The parcel came late')
    const status = page.getByRole('status')
    expect(await status.textContent()).toContain('50 points given')
    await expectFocus(status)
    expect(await page.title()).toBe(`50 points given – Wallet ${customer.walletId} – Maple Market dashboard`)
  })

  it('is announced and has the focus when a field is wrong, and leads to the field', async () => {
    await openWallet()
    await give('many', 'The parcel came late')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    await expectFocus(alert)
    const points = page.getByLabel('Points', { exact: true })
    expect(await points.inputValue()).toBe('many')
    expect(await page.getByLabel('Reason').inputValue()).toBe('The parcel came late')
    expect(await points.getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectFocus(points)
  })

  it('is told once, and given once, when the button is pressed twice', async () => {
    await openWallet()
    await page.getByLabel('Points', { exact: true }).fill('50')
    await page.getByLabel('Reason').fill('The parcel came late')
    await page.getByRole('button', { name: 'Give points' }).dblclick()
    await page.getByRole('status').waitFor()
    await page.waitForLoadState()
    await page.goto(walletPath())
    expect(await ledger().filter({ hasText: 'Goodwill' }).count()).toBe(1)
    expect(await page.getByRole('status').count()).toBe(0)
  })

  it('does not happen again when the page that confirms it is loaded anew', async () => {
    await openWallet()
    await giveAndSee('50', 'The parcel came late')
    await page.reload()
    expect(await ledger().filter({ hasText: 'Goodwill' }).count()).toBe(1)
  })

  it('is a file, when a table is taken away, and the page stays', async () => {
    await openWallet(`${walletPath()}/export`)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export as CSV' }).click()
    expect((await download).suggestedFilename()).toBe(`ledger-${customer.walletId}.csv`)
    expect(await page.getByRole('heading', { name: 'Export the ledger' }).isVisible()).toBe(true)
  })

  it('is not shown to whoever goes back after signing out', async () => {
    await openWallet()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You are signed out.').waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.content()).not.toContain('Ann Archer')
  })
})

describe('the pages', () => {
  let listed: Readonly<Record<RoleName, readonly string[]>>
  beforeAll(async () => {
    const { shared, ...others } = await listPages(dashboard, await signIn(dashboard, 'maple', 'supervisor'))
    listed = { care: shared, ...others }
  })

  /** On a desktop, on the same enlarged to 200 %, and on a small phone. */
  const viewports = [
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
    { width: 320, height: 568 },
  ]

  async function expectNoneTooWide(path: string): Promise<void> {
    await page.goto(path)
    for (const viewport of viewports) {
      await page.setViewportSize(viewport)
      expect([path, viewport.width, await isTooWide(page)]).toEqual([path, viewport.width, false])
    }
  }

  it('need no scrolling sideways, on a desktop, enlarged, and on a phone', async () => {
    await expectNoneTooWide('/dashboard')
    const friendlyName = 'A'.repeat(255)
    const { walletId } = await makeCustomer(dashboard, 'maple', { friendlyName, points: 2_147_483_647 })
    const wide = [`/dashboard/customers?search=${walletId}`, `/dashboard/wallets/${walletId}`]
    for (const [role, paths] of Object.entries({ ...listed, care: [...wide, ...listed.care] })) {
      await page.context().clearCookies()
      await signInWith(page, dashboard, role as RoleName)
      for (const path of paths) await expectNoneTooWide(path)
    }
  })

  it('keep their tables tables when a narrow screen lays the rows out as blocks', async () => {
    await page.setViewportSize({ width: 320, height: 568 })
    await openWallet()
    await giveAndSee('50', 'The parcel came late')
    expect(await page.getByRole('columnheader', { name: 'Before' }).count()).toBe(1)
    expect(await ledger().nth(1).getByRole('cell').count()).toBe(6)
    expect(await ledger().nth(1).getByRole('rowheader').count()).toBe(1)
  })

  it('put figures to the right', async () => {
    await openWallet()
    expect(await ledger().nth(1).locator('td.figure').count()).toBe(3)
    expect(await readStyle(page, '#ledger td.figure', 'textAlign')).toBe('right')
    expect(await readStyle(page, '#ledger td:not(.figure)', 'textAlign')).not.toBe('right')
  })

  it('are light or dark as people like it', async () => {
    const readPaper = async () => readStyle(page, 'body', 'backgroundColor')
    await page.goto('/dashboard')
    const light = await readPaper()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await readPaper()).not.toBe(light)
  })

  it('load nothing from elsewhere and break none of their own rules', async () => {
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => said.push(message.text()))
    page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`))
    await openWallet()
    await giveAndSee('50', 'The parcel came late')
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((url) => !url.startsWith(`${dashboard.url}/dashboard`))).toEqual([])
    expect(said).toEqual([])
  })
})
