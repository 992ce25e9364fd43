// A page from which a file is taken away.
import type { Download } from 'playwright'
import { act, expectVisible } from './expect-page.ts'
import { FormPage, type Filled } from './form-page.ts'

const longestWaitMs = 8000

export type TakenFile = { readonly name: string; readonly text: string }

export class FilePage extends FormPage {
  /** Sends the form, whose answer is a file. */
  async sendForFile(filled: Filled, button: string): Promise<TakenFile> {
    await this.fill(filled)
    return this.#take(async () => this.press(button))
  }

  async followToFile(link: string): Promise<TakenFile> {
    return this.#take(async () => this.follow(link))
  }

  /** Presses one link again and again until the other is there, as somebody does who waits. */
  async followUntil(again: string, wanted: string): Promise<void> {
    const ready = this.main.getByRole('link', { name: wanted, exact: true })
    const startMs = performance.now()
    while ((await ready.count()) === 0 && performance.now() - startMs < longestWaitMs)
      await this.follow(again)
    await expectVisible(ready)
  }

  async #take(asking: () => Promise<void>): Promise<TakenFile> {
    const coming = this.page.waitForEvent('download')
    // Where asking fails, nothing will come, and that failure is the one to tell.
    const taken = coming.catch(() => null)
    await asking()
    await act(coming)
    return readFile(await taken)
  }
}

async function readFile(download: Download | null): Promise<TakenFile> {
  if (!download) throw new Error('No file came')
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array))
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') }
}
