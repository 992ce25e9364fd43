// The page that everybody meets who is not signed in.
import { expectVisible } from './expect-page.ts'
import { FormPage } from './form-page.ts'

export type Access = { readonly user: string; readonly password: string }

export class SignInPage extends FormPage {
  async signIn({ user, password }: Access): Promise<void> {
    await this.send({ 'User name': user, Password: password }, 'Sign in')
  }

  async signOut(): Promise<void> {
    await this.hand.press(this.page.getByRole('button', { name: 'Sign out' }))
  }

  async expectShown(): Promise<void> {
    await expectVisible(this.page.getByRole('heading', { name: 'Sign in' }))
  }

  /** Now, on the page that is open. */
  async isSignedIn(): Promise<boolean> {
    return this.page.getByRole('button', { name: 'Sign out' }).isVisible()
  }

  async expectSignedIn(): Promise<void> {
    await expectVisible(this.page.getByRole('button', { name: 'Sign out' }))
  }
}
