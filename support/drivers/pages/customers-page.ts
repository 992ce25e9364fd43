// The page on which customer care looks for whoever has called.
import { expectText } from './expect-page.ts'
import { FormPage } from './form-page.ts'

export class CustomersPage extends FormPage {
  async search(key: string): Promise<void> {
    await this.open('/customers')
    await this.searchAgain(key)
  }

  /** Where it was searched before. */
  async searchAgain(key: string): Promise<void> {
    await this.send({ 'Find a customer': key }, 'Search')
  }

  async expectFound(walletId: string): Promise<void> {
    await expectText(this.page.getByRole('table'), walletId)
  }

  async expectFoundCount(count: string): Promise<void> {
    await expectText(this.page.getByRole('status'), count)
  }
}
