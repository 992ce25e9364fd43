// A real Chromium for one test file, and what people do in it with nothing but a keyboard.
import {
  chromium,
  errors,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright'
import { findBrowser } from '../../support/drivers/find-browser.ts'
import type { Dashboard, RoleName } from './start-dashboard.ts'

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
  { url }: Pick<Dashboard, 'url'>,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false, ...options })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

/** As customer care, unless another role is named. */
export async function signInWith(
  page: Page,
  { roles }: Pick<Dashboard, 'roles'>,
  role: RoleName = 'care',
): Promise<void> {
  const { user, password } = roles.maple[role]
  await page.goto('/dashboard')
  await page.getByLabel('User name').fill(user)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

export async function isFocused(locator: Locator): Promise<boolean> {
  return (await locator.and(locator.page().locator(':focus')).count()) === 1
}

const patienceMs = 2000

/** A browser moves the focus a moment after a page is there; false where it does not. */
export async function waitForFocus(locator: Locator): Promise<boolean> {
  const focused = locator.and(locator.page().locator(':focus'))
  const waited = focused.waitFor({ timeout: patienceMs })
  return waited.then(
    () => true,
    (error: unknown) => {
      if (error instanceof errors.TimeoutError) return false
      throw error
    },
  )
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

/** How well the first element that fits stands out from its own paper, as WCAG counts it: 1 is not at all. */
export async function contrastOf(page: Page, selector: string): Promise<number> {
  const [ink, paper] = [
    await readStyle(page, selector, 'color'),
    await readStyle(page, selector, 'backgroundColor'),
  ]
  const [one, other] = [evaluateLuminance(ink), evaluateLuminance(paper)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Of a colour as browsers compute it: `rgb(18, 97, 58)`. */
function evaluateLuminance(colour: string): number {
  const parts =
    colour
      .match(/[\d.]+/g)
      ?.slice(0, 3)
      .map(Number) ?? []
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
