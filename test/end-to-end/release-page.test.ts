// The release page as a browser shows it, with names that nobody has thought of.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeReport } from '../../src/report/make-report.ts'
import type { ReportInput } from '../../src/report/report.ts'
import { renderReleasePage } from '../../src/report/render-release-page.ts'
import { launchBrowser } from '../../support/drivers/browser-session.ts'
import { findBarriers } from '../../support/drivers/pages/barriers.ts'
import { manyFailures } from '../report/sample-events.ts'
import { makeSample } from '../report/sample-run.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser({ headless: true, args: [] })
  page = await browser.newPage()
})
afterAll(async () => browser.close())

const long = 'x'.repeat(200)
const evil = `"><img src=x onerror="document.title='theirs'"><script>document.title='theirs'</script>${long}`

/** Wherever people or services give names. */
function makeHostile(): ReportInput {
  const { plan, evidence, verdict } = makeSample({ events: manyFailures })
  const cases = evidence.cases.map((found) => ({
    ...found,
    feature: evil,
    scenario: `${evil}${found.scenario}`,
    capability: `${evil}${found.capability}`,
  }))
  return {
    runId: long,
    plan: { ...plan, target: long },
    evidence: { ...evidence, cases, tenants: evidence.tenants.map((tenant) => ({ ...tenant, name: evil })) },
    verdict: { ...verdict, release: null, subject: { ...verdict.subject, version: evil } },
    unread: [],
    steps: new Map(cases.map(({ id }) => [id, evil])),
    allure: null,
    files: ['verdict.json'],
  }
}

test('names of any length and with any signs keep nobody out of it, on no screen and on no paper', async () => {
  const html = renderReleasePage(makeReport(makeHostile()))
  // What checks it is a script, which the page itself forbids.
  await page.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
  expect(await findBarriers(page)).toEqual([])
  expect(await page.title()).toContain('is blocked')
})
