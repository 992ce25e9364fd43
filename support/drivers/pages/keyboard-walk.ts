// Once round a page by tabulator: whether it comes to everything that can be done there, in the order in which it is
// read, so that one sees where one is, and out again.
import type { Page } from 'playwright'

type Stop = {
  /** Which of the controls has the focus; -1 is outside of them all. */
  readonly control: number
  readonly what: string
  readonly isSeen: boolean
  readonly isOnScreen: boolean
  readonly left: number
  readonly right: number
  readonly top: number
}

/** Everything a mouse could do something with; how each looks without the focus is kept to be compared. */
const listControls = `(() => {
  const looksOf = (element) => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(element)
    const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : outlineStyle + outlineWidth
    return [outline, boxShadow, backgroundColor, borderColor].join(' ')
  }
  const nameOf = (element) => {
    const name = element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent
    return element.tagName.toLowerCase() + ' "' + (name || element.name || '').trim().replace(/\\s+/g, ' ') + '"'
  }
  const able = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [onclick]'
  // From above everything on the page, as when it has just come.
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
  const controls = [...document.querySelectorAll(able)].filter(
    (element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }),
  )
  const before = controls.map(looksOf)
  const readStop = () => {
    const element = document.activeElement
    const control = controls.indexOf(element)
    const box = element.getBoundingClientRect()
    const isOnScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    return {
      control,
      what: element === document.body ? '' : nameOf(element),
      isSeen: control >= 0 && looksOf(element) !== before[control],
      isOnScreen,
      left: box.left + scrollX,
      right: box.right + scrollX,
      top: box.top + scrollY,
    }
  }
  window.airlockStops = []
  // Looked at as each key comes up again; asked for from outside, every stop would cost a way there and back.
  addEventListener('keyup', () => window.airlockStops.push(readStop()), { capture: true })
  return controls.map(nameOf)
})()`

/** What somebody who has no mouse would miss; empty where nothing. */
export async function walkByKeys(page: Page): Promise<string[]> {
  const controls = await page.evaluate<string[]>(listControls)
  const round = await goRound(page, controls.length)
  if (round === null) return ['the focus never leaves the page again']
  return [...findUnreached(controls, round), ...findUnseen(round), ...findDisorder(round)]
}

/** The stops until the focus is outside of everything again; null where it never is. */
async function goRound(page: Page, count: number): Promise<Stop[] | null> {
  // A few more for places that are no control.
  for (let presses = 0; presses < count + 3; presses++) await page.keyboard.press('Tab')
  const stops = await page.evaluate<Stop[]>('window.airlockStops')
  const end = stops.findIndex(({ what }) => what === '')
  return end < 0 ? null : stops.slice(0, end)
}

function findUnreached(controls: readonly string[], round: readonly Stop[]): string[] {
  const reached = new Set(round.map(({ control }) => control))
  return controls.flatMap((name, index) =>
    reached.has(index) ? [] : [`${name} cannot be reached with the tabulator`],
  )
}

function findUnseen(round: readonly Stop[]): string[] {
  return round.flatMap(({ control, what, isSeen, isOnScreen }) => {
    if (control < 0) return []
    if (!isOnScreen) return [`${what} is off the screen when it has the focus`]
    return isSeen ? [] : [`${what} looks the same with and without the focus`]
  })
}

/** As the page is written, and on the screen to the right or downwards: a column is finished before the next. */
function findDisorder(round: readonly Stop[]): string[] {
  return round.slice(1).flatMap((stop, index) => {
    const before = round[index]
    if (!before || stop.control < 0 || before.control < 0) return []
    const isWritten = stop.control > before.control
    const isRead = stop.top >= before.top - tolerance || stop.left >= before.right - tolerance
    return isWritten && isRead ? [] : [`${stop.what} comes after ${before.what}, though it stands before it`]
  })
}

/** Things of one line do not always begin at the same height. */
const tolerance = 12
