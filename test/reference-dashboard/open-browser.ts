// A real Chromium for one test file, and what people do in it with nothing but a keyboard.
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright'
import { findBrowser } from '../../support/drivers/find-browser.ts'
import type { Dashboard } from './start-dashboard.ts'

export async function openBrowser(): Promise<Browser> {
  const found = await findBrowser(process.env)
  if (!found) throw new Error('no browser can be started here')
  return chromium.launch({
    executablePath: found.executablePath,
    env: { ...(process.env as Record<string, string>), ...found.env },
    // Chromium refuses to use its sandbox as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

/** A page of a fresh context, in which no script of a page may run. */
export async function openPage(
  browser: Browser,
  { url }: Dashboard,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false, ...options })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

export async function signInWith(page: Page, { users }: Dashboard): Promise<void> {
  await page.goto('/dashboard')
  await page.getByLabel('User name').fill(users.maple.user)
  await page.getByLabel('Password').fill(users.maple.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Customers' }).waitFor()
}

export async function isFocused(locator: Locator): Promise<boolean> {
  return (await locator.and(locator.page().locator(':focus')).count()) === 1
}

const mostStops = 60

/** Presses Tab until it gets there. */
export async function tabTo(page: Page, locator: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab')
    if (await isFocused(locator)) return
  }
  throw new Error(`${String(locator)} cannot be reached with Tab`)
}

/** Whether people must scroll sideways to read. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}

/** A style of the first element that fits. */
export async function readStyle(page: Page, selector: string, name: string): Promise<string> {
  const script = `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${name}`
  return page.evaluate<string>(script)
}
