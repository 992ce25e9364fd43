// What holds for every page: its headers, its frame, and a proper answer to what is not there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listPages } from './list-pages.ts'
import { startDashboard, type Dashboard } from './start-dashboard.ts'
import { startSuspect } from './start-suspect.ts'
import { openVisitor, readWords, signIn, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let visitor: Visitor
let pages: readonly (readonly [Visitor, string])[]

beforeAll(async () => {
  dashboard = await startDashboard()
  visitor = await signIn(dashboard, 'maple')
  const supervisor = await signIn(dashboard, 'maple', 'supervisor')
  const marketing = await signIn(dashboard, 'maple', 'marketing')
  const listed = await listPages(dashboard, supervisor)
  pages = [
    ...listed.shared.map((path) => [visitor, path] as const),
    ...listed.supervisor.map((path) => [supervisor, path] as const),
    ...listed.marketing.map((path) => [marketing, path] as const),
  ]
})
afterAll(async () => dashboard.stop())

describe('every page', () => {
  it('holds the browser to itself and keeps no copies', async () => {
    for (const [from, path] of pages) {
      const { headers } = await from.get(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    }
  })

  it('has a title of its own, one main heading, landmarks and a language, and needs no script', async () => {
    const titles = new Set<string>()
    for (const [from, path] of pages) {
      const { text } = await from.get(path)
      titles.add(/<title>(.+) – Maple Market dashboard<\/title>/.exec(text)?.[1] ?? '')
      expect(text.match(/<h1/g)).toHaveLength(1)
      for (const mark of ['<html lang="en-GB">', '<header', '<main', '<nav', '<footer'])
        expect(text).toContain(mark)
      expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
      expect(readWords(text)).not.toMatch(/undefined|null|NaN|\[object|<%|%>/)
    }
    expect(titles.size).toBe(pages.length)
    expect(titles).not.toContain('')
  })

  it('has no id twice and no reference to an id that is not there', async () => {
    for (const [from, path] of pages) {
      const { text } = await from.get(path)
      const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      const marks = text.matchAll(/(?:aria-describedby|aria-labelledby|\sfor)="([^"]+)"|href="#([^"]+)"/g)
      const wanted = [...marks].flatMap(([, list, target]) => (list ?? target ?? '').split(' '))
      expect(new Set(ids).size).toBe(ids.length)
      expect(wanted).toContain('content')
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
    }
  })
})

describe('what is not there', () => {
  it('has a page that leads on, for those who are signed in', async () => {
    const reply = await visitor.get('/dashboard/nothing')
    expect(reply.status).toBe(404)
    expect(readWords(reply.text)).toContain('Page not found')
    expect(reply.text).toContain('href="/dashboard/customers"')
  })

  it('has a page that leads to signing in, for those who are not', async () => {
    const reply = await openVisitor(dashboard.url).get('/dashboard/nothing')
    expect(reply.status).toBe(404)
    expect(reply.text).toContain('href="/dashboard/sign-in"')
    expect(reply.text).not.toContain('Maple')
  })

  it('is a page also where not even the address can be read', async () => {
    const reply = await visitor.get('/dashboard/wallets/%zz')
    expect(reply.status).toBe(400)
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(readWords(reply.text)).toContain('The request could not be read')
    expect(readWords(reply.text)).toContain('Signed in as care@maple.example')
    const stranger = await openVisitor(dashboard.url).get('/dashboard/%zz')
    expect(stranger.status).toBe(400)
    expect(stranger.text).toContain('href="/dashboard/sign-in"')
    expect(await visitor.get('/wallet/%zz')).toMatchObject({ status: 401 })
  })

  it.each(['PUT', 'DELETE', 'PATCH'])('is a page for %s', async (method) => {
    const answer = await fetch(`${dashboard.url}/dashboard/customers`, { method })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('text/html')
  })

  it.each([
    [
      'a form of another kind',
      { body: '{"token":"x"}', headers: { 'content-type': 'application/json' } },
      415,
    ],
    ['a form far too long', { body: new URLSearchParams({ reason: 'x'.repeat(100_000) }) }, 413],
  ])('is a page for %s', async (_what, init, status) => {
    const answer = await fetch(`${dashboard.url}/dashboard/sign-in`, { method: 'POST', ...init })
    expect(answer.status).toBe(status)
    expect(readWords(await answer.text())).toContain('The request could not be read')
  })

  it.each(['x'.repeat(400), '0', '-1', '1e3', '%00', '..%2F..', "1'--", '99999999999999999999'])(
    'is a page for the wallet %s',
    async (id) => {
      const reply = await visitor.get(`/dashboard/wallets/${id}`)
      expect(reply.status).toBe(404)
      expect(readWords(reply.text)).toMatch(/not found/)
    },
  )
})

describe('a store that somebody else keeps', () => {
  it('is told as that, and nobody has to sign in again once it is free', async () => {
    const suspect = await startSuspect([])
    try {
      const care = await signIn(suspect, 'maple')
      const letGo = suspect.holdStore()
      const reply = await care.get('/dashboard/customers')
      letGo()
      expect(reply.status).toBe(503)
      expect(readWords(reply.text)).toContain('Not available just now')
      expect(await care.get('/dashboard/customers')).toMatchObject({ status: 200 })
    } finally {
      await suspect.stop()
    }
  })
})

describe('the style sheet', () => {
  it('is kept under the address that pages give it, for it is that of its content', async () => {
    const page = await (await fetch(`${dashboard.url}/dashboard/sign-in`)).text()
    const [, address = ''] = /href="(\/dashboard\/style\.css[^"]*)"/.exec(page) ?? []
    const kept = await fetch(new URL(address, dashboard.url))
    expect(kept.headers.get('cache-control')).toContain('immutable')
    const ofAnother = await fetch(`${dashboard.url}/dashboard/style.css?v=of-another-version`)
    expect(ofAnother.headers.get('cache-control')).toBe('no-cache')
  })

  it('is asked for anew elsewhere, and sent again only when it has changed', async () => {
    const first = await fetch(`${dashboard.url}/dashboard/style.css`)
    expect(first.headers.get('content-type')).toContain('text/css')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await fetch(`${dashboard.url}/dashboard/style.css`, { headers })).status).toBe(304)
    const other = { 'if-none-match': '"of-another-version"' }
    expect((await fetch(`${dashboard.url}/dashboard/style.css`, { headers: other })).status).toBe(200)
  })
})

describe('the API beside it', () => {
  it('still reads JSON and answers in its own form', async () => {
    const answer = await fetch(`${dashboard.url}/wallet/1`)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.headers.get('content-security-policy')).toBeNull()
    expect(answer.headers.getSetCookie()).toEqual([])
  })
})
