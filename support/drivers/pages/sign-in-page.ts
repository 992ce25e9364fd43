// The page that everybody meets who is not signed in.
import type { Page } from 'playwright'
import { expectText, expectVisible } from './expect-page.ts'

export type Access = { readonly user: string; readonly password: string }

export class SignInPage {
  readonly #page: Page
  readonly #url: string

  constructor(page: Page, url: string) {
    this.#page = page
    this.#url = url
  }

  async open(): Promise<void> {
    await this.#page.goto(this.#url)
  }

  async signIn({ user, password }: Access): Promise<void> {
    await this.#page.getByLabel('User name').fill(user)
    await this.#page.getByLabel('Password').fill(password)
    await this.#page.getByRole('button', { name: 'Sign in' }).click()
  }

  async signOut(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Sign out' }).click()
  }

  async expectShown(): Promise<void> {
    await expectVisible(this.#page.getByRole('heading', { name: 'Sign in' }))
  }

  async expectSignedIn(): Promise<void> {
    await expectVisible(this.#page.getByRole('button', { name: 'Sign out' }))
  }

  async expectRefused(): Promise<void> {
    await expectText(this.#page.getByRole('alert'), 'The user name or the password is not right')
  }

  async expectTenant(name: string): Promise<void> {
    await expectText(this.#page.getByRole('banner'), name)
  }
}
