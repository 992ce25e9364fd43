// The page on which customer care looks for whoever has called.
import type { Page } from 'playwright'
import { expectText } from './expect-page.ts'

export class CustomersPage {
  readonly #page: Page
  readonly #url: string

  constructor(page: Page, url: string) {
    this.#page = page
    this.#url = url
  }

  async open(): Promise<void> {
    await this.#page.goto(`${this.#url}/customers`)
  }

  async search(key: string): Promise<void> {
    await this.open()
    await this.#page.getByLabel('Find a customer').fill(key)
    await this.#page.getByRole('button', { name: 'Search' }).click()
  }

  async expectFound(walletId: string): Promise<void> {
    await expectText(this.#page.getByRole('table'), walletId)
  }

  async expectNobody(): Promise<void> {
    await expectText(this.#page.getByRole('status'), 'No wallet found')
  }
}
