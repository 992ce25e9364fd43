// A form, whatever it is for: its fields by their labels, and the button that sends it.
import { AssertionError } from 'node:assert'
import type { Locator } from 'playwright'
import { act, expectChosen, expectValue } from './expect-page.ts'
import { DashboardPage } from './dashboard-page.ts'

/** What is written in each field, or chosen of its list, by the field's label. */
export type Filled = Readonly<Record<string, string>>

export class FormPage extends DashboardPage {
  async fill(filled: Filled): Promise<void> {
    for (const [label, text] of Object.entries(filled)) await this.#write(label, text)
  }

  async press(button: string): Promise<void> {
    await this.hand.press(this.main.getByRole('button', { name: button, exact: true }))
  }

  async send(filled: Filled, button: string): Promise<void> {
    await this.fill(filled)
    await this.#comeTo(this.press(button))
  }

  /** By its first button, whatever that is called. */
  async sendFirst(filled: Filled): Promise<void> {
    await this.fill(filled)
    await this.#comeTo(this.hand.press(this.main.getByRole('button').first()))
  }

  /** With nothing in any field, also where something was suggested. */
  async sendEmpty(): Promise<void> {
    for (const field of await this.main.getByRole('textbox').all()) await this.hand.write(field, '')
    await this.#comeTo(this.hand.press(this.main.getByRole('button').first()))
  }

  /** The page that comes of it is there: one that says the same as the last is not taken for it, nor waited for twice. */
  async #comeTo(pressing: Promise<void>): Promise<void> {
    await act(Promise.all([this.page.waitForEvent('domcontentloaded'), pressing]))
  }

  /** What was sent last by this form, once more and byte for byte, as an impatient hand does. */
  async sendTwice(filled: Filled, button: string): Promise<void> {
    const sending = this.page.waitForRequest((request) => request.method() === 'POST')
    await this.send(filled, button)
    const sent = await sending
    await this.expectSaid(/./)
    const again = await this.page.request.post(sent.url(), {
      data: sent.postData() ?? '',
      headers: { 'content-type': (await sent.headerValue('content-type')) ?? '' },
    })
    // No page sees this answer. It may say no, but it may not break.
    if (again.status() >= 500)
      throw new AssertionError({ message: `The form sent once more was answered with ${again.status()}` })
  }

  async expectFilled(filled: Filled): Promise<void> {
    for (const [label, text] of Object.entries(filled)) await this.#expectWritten(label, text)
  }

  async #expectWritten(label: string, text: string): Promise<void> {
    const list = this.#list(label)
    const isList = (await list.count()) > 0
    await (isList ? expectChosen(list, text) : expectValue(this.#field(label), text))
  }

  #list(label: string): Locator {
    return this.main.getByRole('combobox', { name: label, exact: true })
  }

  #field(label: string): Locator {
    return this.main.getByLabel(label, { exact: true })
  }

  async #write(label: string, text: string): Promise<void> {
    const list = this.#list(label)
    const field = this.#field(label)
    await act(field.waitFor())
    await ((await list.count()) > 0 ? this.hand.choose(list, text) : this.hand.write(field, text))
  }
}
