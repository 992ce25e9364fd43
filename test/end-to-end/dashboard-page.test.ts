// What the suite takes for shown on a page of the dashboard, on pages that show something else.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../support/drivers/browser-session.ts'
import { DashboardPage } from '../../support/drivers/pages/dashboard-page.ts'
import { FormPage } from '../../support/drivers/pages/form-page.ts'
import { mouse } from '../../support/drivers/pages/hand.ts'

let browser: Browser
let page: Page
let shown: DashboardPage

beforeAll(async () => {
  browser = await launchBrowser({ headless: true, args: [] })
  page = await browser.newPage()
  shown = new DashboardPage({ page, url: '', hand: mouse })
})
afterAll(async () => browser.close())

const ledger = `<table aria-label="Ledger">
  <tr><th>When</th><th>What</th><th>Points</th><th>After</th></tr>
  <tr><td>12:50</td><td>Credited</td><td>500</td><td>1,350 points</td></tr>
</table>`

test('a number of another cell, or within a longer one, is not the number', async () => {
  await page.setContent(`<main>${ledger}<dl><dt>Coupons</dt><dd>1,0000</dd></dl></main>`)
  await shown.expectFirstRow('Ledger', ['Credited', '500', '1,350 points'])
  await shown.expectRow('Ledger', ['Credited', '1,350 points'])
  const wrong = [
    shown.expectFirstRow('Ledger', ['Credited', '50']),
    shown.expectRow('Ledger', ['350 points']),
    shown.expectFact('Coupons', '1,000'),
  ]
  const ended = await Promise.allSettled(wrong)
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
})

test('mistakes that lead nowhere are not linked', async () => {
  await page.setContent(`<main><div role="alert" tabindex="-1">Enter a name</div></main>`)
  await page.getByRole('alert').focus()
  await expect(shown.expectMistakesLinked()).rejects.toThrow()
})

test('what is said of another number is not what was expected to be said', async () => {
  await page.setContent(`<main><p role="status" tabindex="-1">150 points given</p></main>`)
  await page.getByRole('status').focus()
  await shown.expectSaid('150 points given')
  await expect(shown.expectSaid('50 points given')).rejects.toThrow()
})

test.each([
  ['in a title', '<title>Anna – Maple dashboard</title><main><h1>Wallet 1</h1></main>'],
  ['in a field', '<main><h1>Wallet 1</h1><input value="Anna" /></main>'],
  ['in what a pointer is shown', '<main><h1>Wallet 1</h1><p title="anna">A*****</p></main>'],
])('what stands %s is on the page', async (_where, content) => {
  await page.setContent(content)
  await expect(shown.expectNowhere('Anna')).rejects.toThrow()
  await shown.expectNowhere('Bert')
})

test('a form that breaks the platform when it is sent once more has not been sent twice in peace', async () => {
  let posts = 0
  const shownPage = `<main><h1>Points</h1><p role="status" tabindex="-1" autofocus>given</p>
    <form method="post"><label>Points <input name="points" /></label><button>Give</button></form></main>
    <script>document.querySelector('p').focus()</script>`
  const server = createServer((request, response) => {
    posts += request.method === 'POST' ? 1 : 0
    response.writeHead(posts > 1 ? 500 : 200, { 'content-type': 'text/html' }).end(shownPage)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const form = new FormPage({ page, url, hand: mouse })
  await form.open('/')
  await expect(form.sendTwice({ Points: '5' }, 'Give')).rejects.toThrow('was answered with 500')
  expect(posts).toBe(2)
  server.close()
})

test('nothing at all is nothing that a page could say', async () => {
  await page.setContent(`<main><h1>Points</h1><p role="status" tabindex="-1">given</p>
    <div role="alert" tabindex="-1">Enter a name</div><label>Name <input aria-invalid="true" /></label></main>`)
  await page.getByRole('status').focus()
  await expect(shown.expectSaid('')).rejects.toThrow('Every text contains ""')
  await page.getByRole('alert').focus()
  await expect(shown.expectMistake('Name', '')).rejects.toThrow('Every text contains ""')
})
