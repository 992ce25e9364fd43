// The campaigns of the dashboard: the list, one of them, and the steps to a new one.
import { expectUrl } from './expect-page.ts'
import { FormPage, type Filled } from './form-page.ts'

export class CampaignPages extends FormPage {
  async openList(): Promise<void> {
    await this.open('/campaigns')
  }

  async filterList(status: string): Promise<void> {
    await this.send({ Status: status }, 'Filter')
  }

  async openWizard(): Promise<void> {
    await this.open('/campaigns/new')
    await this.expectStep('basics')
  }

  async expectStep(name: string): Promise<void> {
    await this.expectHeading(`New campaign: ${name}`)
  }

  /** On to the next step, which is then there. */
  async goOn(filled: Filled, next: string): Promise<void> {
    await this.send(filled, 'Continue')
    await this.expectStep(next)
  }

  async goBack(before: string): Promise<void> {
    await this.press('Back')
    await this.expectStep(before)
  }

  /** Of the campaign whose page this is. */
  async readId(): Promise<string> {
    return expectUrl(this.page, /\/campaigns\/(\d+)(?:\?|$)/)
  }
}
