// What a page should show is waited for by Playwright, and told as what it is when it does not come: a broken
// expectation of the product, and no fault of the test.
import { AssertionError } from 'node:assert'
import { stripVTControlCharacters } from 'node:util'
import type { Locator, Page } from 'playwright'
import type { expect as expectOfPages } from 'playwright/test'

/** Shorter than a step may take. */
const patienceMs = 5000

/** Waits until the place shows the text. */
export async function expectText(place: Locator, text: string | RegExp): Promise<void> {
  if (text === '') throw new Error('Every text contains "". Say what must be in it.')
  await tell((expect) => expect(place).toContainText(text, { timeout: patienceMs }))
}

/** Waits until the place no longer shows the text, or never did. */
export async function expectNoText(place: Locator, text: string | RegExp): Promise<void> {
  await tell((expect) => expect(place).not.toContainText(text, { timeout: patienceMs }))
}

/** As the page is now: in no text, attribute or title of it, in whatever case. */
export async function expectNotInSource(page: Page, text: string): Promise<void> {
  const source = await page.content()
  const at = source.toLowerCase().indexOf(text.toLowerCase())
  if (at === -1) return
  // Not the text itself: it is what should not be read.
  const before = source.slice(Math.max(0, at - 40), at)
  throw new AssertionError({ message: `What must not be seen stands in the page, after ${before}` })
}

export async function expectVisible(place: Locator): Promise<void> {
  await tell((expect) => expect(place).toBeVisible({ timeout: patienceMs }))
}

export async function expectCount(place: Locator, count: number): Promise<void> {
  await tell((expect) => expect(place).toHaveCount(count, { timeout: patienceMs }))
}

export async function expectFocus(place: Locator): Promise<void> {
  await tell((expect) => expect(place).toBeFocused({ timeout: patienceMs }))
}

/** The texts of all these places, in their order. */
export async function expectTexts(places: Locator, texts: readonly string[]): Promise<void> {
  await tell((expect) => expect(places).toHaveText([...texts], { timeout: patienceMs }))
}

export async function expectValue(field: Locator, value: string): Promise<void> {
  await tell((expect) => expect(field).toHaveValue(value, { timeout: patienceMs }))
}

/** Of a list, by the words it is chosen by. */
export async function expectChosen(list: Locator, option: string): Promise<void> {
  await tell((expect) => expect(list.locator('option:checked')).toHaveText(option, { timeout: patienceMs }))
}

/** Among what a screen reader says of it besides its name, which may begin with a hint. */
export async function expectDescription(place: Locator, text: string): Promise<void> {
  const within = new RegExp(RegExp.escape(text))
  await tell((expect) => expect(place).toHaveAccessibleDescription(within, { timeout: patienceMs }))
}

export async function expectInvalid(field: Locator): Promise<void> {
  await tell((expect) => expect(field).toHaveAttribute('aria-invalid', 'true', { timeout: patienceMs }))
}

export async function expectTitle(page: Page, title: string | RegExp): Promise<void> {
  await tell((expect) => expect(page).toHaveTitle(title, { timeout: patienceMs }))
}

/** Waits for the address, and hands over the part of it in brackets. */
export async function expectUrl(page: Page, address: RegExp): Promise<string> {
  await tell((expect) => expect(page).toHaveURL(address, { timeout: patienceMs }))
  return address.exec(page.url())?.[1] ?? ''
}

/** Does something on a page; what is not there to do it with is the product's fault. */
export async function act(doing: Promise<unknown>): Promise<void> {
  try {
    await doing
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') throw makeBroken(error)
    throw error
  }
}

type Expect = typeof expectOfPages

/** Loaded when a page is first looked at: most cases never look at one, and wait for nothing that they do not use. */
async function tell(ask: (expect: Expect) => Promise<void>): Promise<void> {
  const { expect } = await import('playwright/test')
  try {
    await ask(expect)
  } catch (error) {
    throw makeBroken(error)
  }
}

/** What decides how the case is judged; the page's own words are kept. */
function makeBroken(error: unknown): AssertionError {
  const message = error instanceof Error ? stripVTControlCharacters(error.message) : String(error)
  return Object.assign(new AssertionError({ message }), { cause: error })
}
