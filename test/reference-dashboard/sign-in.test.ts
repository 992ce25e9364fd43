// Who gets in, for how long, and what a browser must show before anything is done for it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDashboardUser } from '../../reference/store/dashboard-users.ts'
import { makeCustomer, startDashboard, type Dashboard } from './start-dashboard.ts'
import { openVisitor, readHidden, readWords, signIn } from './visitor.ts'

let dashboard: Dashboard

beforeAll(async () => {
  dashboard = await startDashboard()
})
afterAll(async () => dashboard.stop())

const page = '/dashboard/sign-in'
const minuteMs = 60_000

const tryToSignIn = async (fields: Record<string, string>, from = page) =>
  openVisitor(dashboard.url).fillIn(from, page, fields)

const moveClock = async (tenant: 'maple' | 'lotus', change: object) =>
  dashboard.call(tenant, 'PUT /test/clock', { tenant, ...change })

/** As if nothing had been done in any session for so long. */
const leaveIdle = (ms: number) =>
  dashboard.store.run('UPDATE dashboard_session SET seen_ms = seen_ms - ?', Math.round(ms))

describe('signing in', () => {
  it.each(['/dashboard', '/dashboard/', '/dashboard/customers', '/dashboard/wallets/1?page=2'])(
    'is asked for before %s, and leads back there',
    async (path) => {
      const asked = await openVisitor(dashboard.url).get(path)
      expect(asked).toMatchObject({ status: 303, location: `${page}?next=${encodeURIComponent(path)}` })
      const reply = await tryToSignIn(dashboard.users.maple, asked.location ?? '')
      expect(reply).toMatchObject({
        status: 303,
        location: path === '/dashboard' ? '/dashboard/customers' : path,
      })
    },
  )

  it.each([
    '//other.example',
    'https://other.example/',
    '/wallet/1',
    String.raw`/dashboard/\other`,
    '/dashboard/a b',
  ])('never leads to %s', async (next) => {
    const reply = await tryToSignIn({ ...dashboard.users.maple, next })
    expect(reply.location).toMatch(/^\/dashboard\/[^ ]*$/)
    expect(new URL(reply.location ?? '', dashboard.url).origin).toBe(new URL(dashboard.url).origin)
  })

  it('keeps the session in a cookie that scripts cannot read and other sites cannot send', async () => {
    const reply = await tryToSignIn(dashboard.users.maple)
    const [cookie = ''] = reply.headers.getSetCookie()
    expect(cookie.split('; ').slice(1).toSorted()).toEqual(['HttpOnly', 'Path=/dashboard', 'SameSite=Strict'])
  })

  it('keeps the cookie to https, where the browser came by it', async () => {
    const [direct = ''] = dashboard.instanceUrls
    const headers = { 'x-forwarded-proto': 'https' }
    const answer = await fetch(`${direct}${page}`, { headers })
    expect(answer.headers.getSetCookie()[0]).toContain('; Secure')
    expect((await fetch(`${direct}${page}`)).headers.getSetCookie()[0]).not.toContain('Secure')
  })

  it('begins a new id, so that one known before is worth nothing after', async () => {
    const visitor = openVisitor(dashboard.url)
    await visitor.get(page)
    const before = visitor.cookie()
    await visitor.fillIn(page, page, dashboard.users.maple)
    expect(visitor.cookie()).not.toBe(before)
    expect((await openVisitor(dashboard.url, before).get('/dashboard/customers')).status).toBe(303)
    expect((await visitor.get('/dashboard/customers')).status).toBe(200)
  })

  it('gives the id once: a slow page must not bring back one that was replaced meanwhile', async () => {
    const visitor = await signIn(dashboard, 'maple')
    const reply = await visitor.get('/dashboard/customers')
    expect(reply.status).toBe(200)
    expect(reply.headers.getSetCookie()).toEqual([])
  })

  it('holds on every instance', async () => {
    const visitor = await signIn(dashboard, 'maple')
    expect(dashboard.instanceUrls).toHaveLength(2)
    for (const url of dashboard.instanceUrls) {
      const reply = await openVisitor(url, visitor.cookie()).get('/dashboard/customers')
      expect(reply.text).toContain('Maple Market dashboard')
    }
  })

  it('says the same of an unknown user and of a wrong password', async () => {
    const { user, password } = dashboard.users.maple
    const stranger = { user: 'nobody@maple.example', password }
    const [unknown, wrong] = [
      await tryToSignIn(stranger),
      await tryToSignIn({ user, password: `${password}x` }),
    ]
    expect(unknown.status).toBe(422)
    expect(wrong.status).toBe(422)
    expect(readWords(unknown.text)).toContain('The user name or the password is not right')
    expect(readWords(unknown.text)).toBe(readWords(wrong.text))
  })

  it('gives back the user name that was written, and never the password', async () => {
    const reply = await tryToSignIn({ user: 'Ann "A" <b>', password: 'secret-of-ann' })
    expect(reply.text).toContain('value="Ann &quot;A&quot; &lt;b&gt;"')
    expect(reply.text).not.toContain('secret-of-ann')
  })

  it('asks for what is missing', async () => {
    const words = readWords((await tryToSignIn({ user: ' ', password: '' })).text)
    expect(words).toContain('Enter your user name')
    expect(words).toContain('Enter your password')
  })

  it('refuses the user of a tenant without the dashboard like a wrong one', async () => {
    const user = { name: 'care@cedar.example', password: 'a-right-password' }
    writeDashboardUser(dashboard.store, { ...user, tenant: 'cedar', role: 'care' })
    const reply = await tryToSignIn({ user: user.name, password: user.password })
    expect(reply.status).toBe(422)
    expect(readWords(reply.text)).toContain('The user name or the password is not right')
  })

  it('stores neither passwords nor what a cookie holds', async () => {
    const visitor = await signIn(dashboard, 'lotus')
    const tables = ['dashboard_user', 'dashboard_session']
    const rows = JSON.stringify(tables.map((table) => dashboard.store.all(`SELECT * FROM ${table}`)))
    expect(rows).not.toContain(visitor.cookie().split('=')[1])
    expect(rows).not.toContain(dashboard.users.lotus.password)
  })
})

describe('a session', () => {
  it('ends after 30 idle minutes, says so, and goes on where it was once signed in again', async () => {
    const { walletId } = await makeCustomer(dashboard, 'maple')
    const path = `/dashboard/wallets/${walletId}`
    const visitor = await signIn(dashboard, 'maple')
    leaveIdle(30.1 * minuteMs)
    const asked = await visitor.get(path)
    expect(asked.status).toBe(303)
    const told = await visitor.get(asked.location ?? '')
    expect(readWords(told.text)).toContain('Your session has ended')
    expect(told.text).toContain('role="status"')
    const reply = await visitor.fillIn(asked.location ?? '', page, dashboard.users.maple)
    expect(reply.location).toBe(path)
    expect((await visitor.get(path)).status).toBe(200)
  })

  it('goes on as long as it is used', async () => {
    const visitor = await signIn(dashboard, 'maple')
    for (const idleMinutes of [29, 29]) {
      leaveIdle(idleMinutes * minuteMs)
      expect((await visitor.get('/dashboard/customers')).status).toBe(200)
    }
  })

  it("follows the tenant's clock, and no other tenant's", async () => {
    const [maple, lotus] = [await signIn(dashboard, 'maple'), await signIn(dashboard, 'lotus')]
    await moveClock('lotus', { advanceSeconds: 31 * 60 })
    expect((await maple.get('/dashboard/customers')).status).toBe(200)
    expect((await lotus.get('/dashboard/customers')).status).toBe(303)
    await moveClock('lotus', { reset: true })
  })

  it('ends after 12 hours, however busy, and says so', async () => {
    const visitor = await signIn(dashboard, 'lotus')
    const work = async (minutes: number) => {
      await moveClock('lotus', { advanceSeconds: minutes * 60 })
      return visitor.get('/dashboard/customers')
    }
    for (let spell = 0; spell < 28; spell += 1) expect((await work(25)).status).toBe(200)
    const asked = await work(25)
    expect(asked.status).toBe(303)
    expect(readWords((await visitor.get(asked.location ?? '')).text)).toContain(
      'because it began 12 hours ago',
    )
    await moveClock('lotus', { reset: true })
  })

  it('opens to what the user may do now, not when it began', async () => {
    const visitor = await signIn(dashboard, 'lotus', 'supervisor')
    const { user, password } = dashboard.roles.lotus.supervisor
    expect((await visitor.get('/dashboard/audit')).status).toBe(200)
    writeDashboardUser(dashboard.store, { name: user, tenant: 'lotus', role: 'care', password })
    expect((await visitor.get('/dashboard/audit')).status).toBe(403)
    writeDashboardUser(dashboard.store, { name: user, tenant: 'lotus', role: 'supervisor', password })
  })

  it('ends by signing out, also for a copy of the cookie', async () => {
    const visitor = await signIn(dashboard, 'maple')
    const copy = openVisitor(dashboard.url, visitor.cookie())
    const reply = await visitor.fillIn('/dashboard/customers', '/dashboard/sign-out', {})
    expect(reply).toMatchObject({ status: 303, location: `${page}?notice=signed-out` })
    expect(visitor.cookie()).toMatch(/=$/)
    expect((await copy.get('/dashboard/customers')).status).toBe(303)
    expect(readWords((await visitor.get(reply.location ?? '')).text)).toContain('You are signed out.')
  })

  it('that has ended by itself can be signed out of', async () => {
    const visitor = await signIn(dashboard, 'maple')
    const form = readHidden((await visitor.get('/dashboard/customers')).text, '/dashboard/sign-out')
    leaveIdle(31 * minuteMs)
    const reply = await visitor.send('/dashboard/sign-out', form)
    expect(reply).toMatchObject({ status: 303, location: `${page}?notice=signed-out` })
  })

  it.each(['', 'x', 'a'.repeat(43), '%00', 'a'.repeat(4000)])(
    'is not opened by a made-up cookie %j',
    async (id) => {
      const reply = await openVisitor(dashboard.url, `reference_dashboard=${id}`).get('/dashboard/customers')
      expect(reply.status).toBe(303)
    },
  )
})

describe('a form', () => {
  it('is refused without its token, and nothing is changed', async () => {
    const visitor = await signIn(dashboard, 'maple')
    const reply = await visitor.send('/dashboard/sign-out', {})
    expect(reply.status).toBe(403)
    expect(readWords(reply.text)).toContain('Nothing was changed')
    expect((await visitor.get('/dashboard/customers')).status).toBe(200)
  })

  it("is refused with another browser's token", async () => {
    const [one, other] = [await signIn(dashboard, 'maple'), await signIn(dashboard, 'maple')]
    const stolen = readHidden((await other.get('/dashboard/customers')).text, '/dashboard/sign-out')
    expect(stolen['token']).toBeTruthy()
    expect((await one.send('/dashboard/sign-out', stolen)).status).toBe(403)
    expect((await other.send('/dashboard/sign-out', stolen)).status).toBe(303)
  })

  it('is refused with the token of another form', async () => {
    const { walletId, accountId } = await makeCustomer(dashboard, 'maple')
    const action = `/dashboard/wallets/${walletId}/goodwill`
    const visitor = await signIn(dashboard, 'maple')
    const { token = '' } = readHidden((await visitor.get('/dashboard/customers')).text, '/dashboard/sign-out')
    const fields = { token, account: accountId, points: '5', reason: 'a reason' }
    expect((await visitor.send(action, fields)).status).toBe(403)
    expect((await visitor.fillIn(`/dashboard/wallets/${walletId}`, action, fields)).status).toBe(403)
  })

  it('of signing in is refused to a browser that keeps no cookies', async () => {
    const { token = '' } = readHidden((await openVisitor(dashboard.url).get(page)).text, page)
    const reply = await openVisitor(dashboard.url).send(page, { ...dashboard.users.maple, token })
    expect(reply.status).toBe(403)
    expect(readWords(reply.text)).toContain('accept cookies')
  })
})
