// The page of one wallet: what it holds, what happened on it, and the form for goodwill.
import type { Locator, Page } from 'playwright'
import { expectFocus, expectText, expectVisible } from './expect-page.ts'

export class WalletPage {
  readonly #page: Page
  readonly #url: string

  constructor(page: Page, url: string) {
    this.#page = page
    this.#url = url
  }

  async open(walletId: string): Promise<void> {
    await this.#page.goto(`${this.#url}/wallets/${walletId}`)
  }

  async giveGoodwill(points: string, reason: string): Promise<void> {
    await this.#points.fill(points)
    await this.#reason.fill(reason)
    await this.#give.click()
  }

  /** Nothing but keys: to the form by tabulators, through it, and away with it by the enter key. */
  async giveGoodwillByKeys(points: string, reason: string): Promise<void> {
    await this.#tabTo(this.#points)
    await this.#page.keyboard.type(points)
    await this.#tabTo(this.#reason)
    await this.#page.keyboard.type(reason)
    await this.#tabTo(this.#give)
    await this.#page.keyboard.press('Enter')
  }

  /** Sends the very form of this page once more, as a second press of an impatient hand does. */
  async giveGoodwillTwice(points: string, reason: string): Promise<void> {
    await this.#points.fill(points)
    await this.#reason.fill(reason)
    const form = this.#page.locator('form', { has: this.#give })
    const fields = await readFields(form)
    const action = new URL((await form.getAttribute('action')) ?? '', this.#page.url()).href
    await this.#give.click()
    await this.expectConfirmed()
    await this.#page.request.post(action, { form: fields })
  }

  get #points(): Locator {
    return this.#page.getByLabel('Points', { exact: true })
  }

  get #reason(): Locator {
    return this.#page.getByLabel('Reason', { exact: true })
  }

  get #give(): Locator {
    return this.#page.getByRole('button', { name: 'Give points' })
  }

  /** No page of ours has more places to stop at than this. */
  async #tabTo(place: Locator): Promise<void> {
    const isThere = async () => (await place.and(this.#page.locator(':focus')).count()) > 0
    for (let presses = 0; presses < 60 && !(await isThere()); presses++)
      await this.#page.keyboard.press('Tab')
    await expectFocus(place)
  }

  async expectShown(walletId: string): Promise<void> {
    await expectText(this.#page.getByRole('main'), walletId)
    await expectVisible(this.#page.getByRole('heading', { name: 'Points ledger' }))
  }

  async expectNotFound(): Promise<void> {
    await expectVisible(this.#page.getByRole('heading', { name: 'Wallet not found' }))
  }

  async expectConfirmed(): Promise<void> {
    await expectText(this.#page.getByRole('status'), /given/)
  }

  async expectRefused(why: string | RegExp): Promise<void> {
    await expectText(this.#page.getByRole('alert'), why)
  }

  async expectHeading(text: string): Promise<void> {
    await expectVisible(this.#page.getByRole('heading', { level: 1, name: text, exact: true }))
  }

  async expectBalance(points: number): Promise<void> {
    await expectText(this.#page.locator('#accounts'), `${points} points`)
  }

  /** The newest entry stands first. */
  async expectFirstEntry(event: string, value: number): Promise<void> {
    const row = this.#page.locator('#ledger').getByRole('row').nth(1)
    await expectText(row, event)
    await expectText(row, String(value))
  }
}

/** What a form would send, by the names of its fields. */
async function readFields(form: Locator): Promise<Record<string, string>> {
  const fields = await form.locator('[name]').all()
  const read = fields.map(async (field) => [await field.getAttribute('name'), await field.inputValue()])
  return Object.fromEntries(await Promise.all(read)) as Record<string, string>
}
