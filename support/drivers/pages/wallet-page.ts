// The page of one wallet: who it belongs to, what it holds, what happened on it, and the form for goodwill.
import { FormPage } from './form-page.ts'

export class WalletPage extends FormPage {
  async giveGoodwill(points: string, reason: string): Promise<void> {
    await this.send({ Points: points, Reason: reason }, 'Give points')
  }

  /** The form of this page is sent once more, as a second press of an impatient hand does. */
  async giveGoodwillTwice(points: string, reason: string): Promise<void> {
    await this.sendTwice({ Points: points, Reason: reason }, 'Give points')
  }
}
