// What all pages of the dashboard have in common: where they stand, what is around them, and how they tell what was done
// and what is wrong. Everything is found as people find it, by its role and its name.
import type { Locator, Page } from 'playwright'
import {
  expectCount,
  expectDescription,
  expectFocus,
  expectInvalid,
  expectNoText,
  expectNotInSource,
  expectText,
  expectTexts,
  expectTitle,
  expectVisible,
} from './expect-page.ts'
import { exactNumbers } from './exact-numbers.ts'
import type { Hand } from './hand.ts'

/** A browser before somebody, and how they work with it. */
export type Desk = { readonly page: Page; readonly url: string; readonly hand: Hand }

export class DashboardPage {
  protected readonly page: Page
  protected readonly hand: Hand
  readonly #url: string

  constructor({ page, url, hand }: Desk) {
    this.page = page
    this.hand = hand
    this.#url = url
  }

  /** By its address, as from a bookmark. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#url}${path}`)
  }

  async follow(link: string): Promise<void> {
    await this.hand.follow(this.main.getByRole('link', { name: link, exact: true }))
  }

  protected get main(): Locator {
    return this.page.getByRole('main')
  }

  protected table(name: string): Locator {
    return this.page.getByRole('table', { name, exact: true })
  }

  async expectTenant(name: string): Promise<void> {
    await expectText(this.page.getByRole('banner'), name)
  }

  /** All that the navigation leads to, in its order. */
  async expectOffered(places: readonly string[]): Promise<void> {
    const links = this.page.getByRole('navigation', { name: 'Main' }).getByRole('link')
    await expectTexts(links, places)
  }

  async expectHeading(text: string): Promise<void> {
    await expectVisible(this.page.getByRole('heading', { level: 1, name: text, exact: true }))
  }

  /** What was done, announced, and with the focus on it. */
  async expectSaid(text: string | RegExp): Promise<void> {
    const status = this.page.getByRole('status')
    await expectText(status, exact(text))
    await expectFocus(status)
  }

  /** What is wrong, announced, and with the focus on it. */
  async expectAlert(text: string | RegExp): Promise<void> {
    const alert = this.page.getByRole('alert')
    await expectText(alert, exact(text))
    await expectFocus(alert)
  }

  /** The same, and said once more at the field, where it is mended. */
  async expectMistake(label: string, text: string): Promise<void> {
    await this.expectAlert(text)
    const field = this.page.getByLabel(label, { exact: true })
    await expectInvalid(field)
    await expectDescription(field, text)
  }

  /** Every mistake that is told at the top leads to the field with it. */
  async expectMistakesLinked(): Promise<void> {
    await this.expectAlert(/./)
    const mistakes = this.page.getByRole('alert').getByRole('link')
    await expectVisible(mistakes.first())
    for (const mistake of await mistakes.all()) {
      await this.hand.follow(mistake)
      const field = this.page.locator(':focus')
      await expectInvalid(field)
      await expectDescription(field, (await mistake.textContent()) ?? '')
    }
  }

  /** Of the facts about whatever the page shows. */
  async expectFact(term: string, value: string): Promise<void> {
    const isNumber = /^\d[\d.,]*$/.test(value)
    const shown = `${RegExp.escape(term)}\\s*${RegExp.escape(value)}`
    await expectText(this.main, new RegExp(isNumber ? `${shown}(?![.,]?\\d)` : shown))
  }

  async expectWords(text: string | RegExp): Promise<void> {
    await expectText(this.main, text)
  }

  async expectNoWords(text: string | RegExp): Promise<void> {
    await expectVisible(this.page.getByRole('heading', { level: 1 }))
    await expectNoText(this.main, text)
  }

  /** Nor where only a pointer, a screen reader or whoever looks at the source comes upon it. */
  async expectNowhere(text: string): Promise<void> {
    await expectVisible(this.page.getByRole('heading', { level: 1 }))
    await expectNotInSource(this.page, text)
  }

  /** A row with all of these in it. */
  async expectRow(table: string, cells: readonly (string | RegExp)[]): Promise<void> {
    await expectVisible(this.#rowsWith(table, cells).first())
  }

  /** The newest stands first, below the names of the columns. */
  async expectFirstRow(table: string, cells: readonly (string | RegExp)[]): Promise<void> {
    const row = this.table(table).getByRole('row').nth(1)
    for (const cell of cells) await expectVisible(this.#cellsWith(row, cell).first())
  }

  /** The text stands in all of them, and there is at least one. */
  async expectEveryRow(table: string, text: string): Promise<void> {
    const rows = this.table(table).getByRole('row')
    const head = 1
    await expectVisible(this.#rowsWith(table, [text]).first())
    await expectCount(this.#rowsWith(table, [text]), (await rows.count()) - head)
  }

  async expectTitle(title: string | RegExp): Promise<void> {
    await expectTitle(this.page, title)
  }

  /** Where tabs are listed it says first what it is about, and then whose dashboard it is. */
  async expectTitled(tenant: string): Promise<void> {
    await this.expectTitle(new RegExp(`^\\S.* – (${RegExp.escape(tenant)} dashboard|Dashboard)$`))
  }

  #rowsWith(table: string, cells: readonly (string | RegExp)[]): Locator {
    const rows = this.table(table).getByRole('row')
    return cells.reduce((found, cell) => found.filter({ has: this.#cellsWith(this.page, cell) }), rows)
  }

  /** Cell by cell, so that what stands side by side makes no other number. */
  #cellsWith(place: Page | Locator, text: string | RegExp): Locator {
    return place.locator('td, th').filter({ hasText: exact(text) })
  }
}

function exact(text: string | RegExp): string | RegExp {
  return typeof text === 'string' ? exactNumbers(text) : text
}
