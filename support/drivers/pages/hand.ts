// How somebody works with a page: with a mouse, or with nothing but keys. What is done is the same; whatever cannot be
// reached by a tabulator cannot be done with keys.
import { AssertionError } from 'node:assert'
import type { Keyboard, Locator, Page } from 'playwright'
import { act, expectValue } from './expect-page.ts'

export type Hand = {
  readonly write: (field: Locator, text: string) => Promise<void>
  /** Chooses what the list calls so. */
  readonly choose: (list: Locator, option: string) => Promise<void>
  readonly press: (button: Locator) => Promise<void>
  readonly follow: (link: Locator) => Promise<void>
}

export const mouse: Hand = {
  write: async (field, text) => act(field.fill(text)),
  choose: async (list, option) => act(list.selectOption({ label: option })),
  press: async (button) => act(button.click()),
  follow: async (link) => act(link.click()),
}

export function makeKeys({ keyboard }: Page): Hand {
  const enter = async (place: Locator) => {
    await tabTo(place)
    await keyboard.press('Enter')
  }
  return {
    write: async (field, text) => write(keyboard, field, text),
    choose: async (list, option) => choose(keyboard, list, option),
    press: enter,
    follow: enter,
  }
}

async function write(keyboard: Keyboard, field: Locator, text: string): Promise<void> {
  await tabTo(field)
  await keyboard.press('ControlOrMeta+A')
  await (text === '' ? keyboard.press('Delete') : keyboard.type(text))
  await expectValue(field, text)
}

async function choose(keyboard: Keyboard, list: Locator, option: string): Promise<void> {
  await tabTo(list)
  await keyboard.type(option)
  const chosen = await list.locator('option:checked').textContent()
  if (chosen !== option) throw unreached(`Typing "${option}" chose "${chosen}"`)
}

/** No page of ours has more places to stop at than this. */
const mostStops = 150

/** From wherever the focus is to this place, as a tabulator goes. */
async function tabTo(place: Locator): Promise<void> {
  await act(place.waitFor())
  const page = place.page()
  const focused = place.and(page.locator(':focus'))
  for (let presses = 0; presses < mostStops; presses++) {
    if ((await focused.count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw unreached(`No tabulator leads to ${String(place)}`)
}

function unreached(message: string): AssertionError {
  return new AssertionError({ message })
}
