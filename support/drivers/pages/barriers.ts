// What keeps people out of a page, as far as a machine can tell: rules of WCAG 2.2 A and AA and good practice, by axe, on
// light paper and on dark; and the width at which somebody who enlarges it would have to scroll sideways.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Nothing but what is wrong is worth the time it takes to tell. */
const options = { resultTypes: ['violations'], preload: false }

let read: Promise<string> | null = null

/** Everything that checks, as a script for the page; it comes with what is made for Playwright. */
function readAxe(): Promise<string> {
  const { resolve } = createRequire(import.meta.resolve('@axe-core/playwright'))
  read ??= readFile(resolve('axe-core/axe.min.js'), 'utf8')
  return read
}

type Violation = {
  readonly id: string
  readonly impact?: string | null | undefined
  readonly help: string
  readonly helpUrl: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string | undefined }[]
}

/** Each with its rule, how bad it is, which element it is about and how it is mended. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Its own way of coming onto a page is made for frames, and takes three times as long; ours have none.
  await page.evaluate(await readAxe())
  const inLight = await check(page, { type: 'tag', values: rules })
  const inDark = await checkInDark(page)
  return [
    ...inLight.flatMap((violation) => renderViolation(violation)),
    ...inDark.flatMap((violation) => renderViolation(violation, ' on dark paper')),
    ...(await findOverflow(page)),
  ]
}

type Rules = { readonly type: 'tag' | 'rule'; readonly values: readonly string[] }

async function check(page: Page, runOnly: Rules): Promise<Violation[]> {
  const asked = JSON.stringify({ ...options, runOnly })
  return page.evaluate<Violation[]>(`axe.run(document, ${asked}).then(({ violations }) => violations)`)
}

/** Only colours change in the dark. */
async function checkInDark(page: Page): Promise<Violation[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const violations = await check(page, { type: 'rule', values: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: null })
  return violations
}

const longestElement = 160

function renderViolation({ id, impact, help, helpUrl, nodes }: Violation, where = ''): string[] {
  return nodes.map(({ html, failureSummary }) => {
    const element = html.length > longestElement ? `${html.slice(0, longestElement)}…` : html
    // Its first line only says that any or all of the others are to be mended.
    const [, ...remedies] = (failureSummary ?? '').split('\n').map((line) => line.trim())
    return `${id} (${impact ?? 'unknown'})${where}: ${element}. ${remedies.join('; ') || help}. ${helpUrl}`
  })
}

/** A desktop at 200 %, and a small phone, which is the same desktop at 400 %. */
const widths = [640, 320]

async function findOverflow(page: Page): Promise<string[]> {
  const usual = page.viewportSize()
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 400 })
    const needed = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (needed > width)
      found.push(`too wide: ${needed} px on a screen of ${width} px, so people scroll sideways`)
  }
  if (usual) await page.setViewportSize(usual)
  return found
}
