// What a page should show is waited for by Playwright, and told as what it is when it does not come: a broken
// expectation of the product, and no fault of the test.
import { AssertionError } from 'node:assert'
import { stripVTControlCharacters } from 'node:util'
import { expect, type Locator } from 'playwright/test'

/** Shorter than a step may take. */
const patienceMs = 5000

/** Waits until the place shows the text. */
export async function expectText(place: Locator, text: string | RegExp): Promise<void> {
  await tell(expect(place).toContainText(text, { timeout: patienceMs }))
}

export async function expectVisible(place: Locator): Promise<void> {
  await tell(expect(place).toBeVisible({ timeout: patienceMs }))
}

export async function expectFocus(place: Locator): Promise<void> {
  await tell(expect(place).toBeFocused({ timeout: patienceMs }))
}

async function tell(expectation: Promise<void>): Promise<void> {
  try {
    await expectation
  } catch (error) {
    const message = error instanceof Error ? stripVTControlCharacters(error.message) : String(error)
    // Rethrown as what decides how the case is judged; the page's own words are kept.
    throw Object.assign(new AssertionError({ message }), { cause: error })
  }
}
