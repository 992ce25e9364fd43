// Five wrong passwords in a row lock a user name, for a quarter of an hour by the tenant's clock, whoever it belongs to.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startDashboard, type Dashboard } from './start-dashboard.ts'
import { openVisitor, readWords } from './visitor.ts'

let dashboard: Dashboard

beforeAll(async () => {
  dashboard = await startDashboard()
})
afterEach(async () => {
  await moveClock({ reset: true })
  dashboard.store.run('DELETE FROM dashboard_lock_out')
})
afterAll(async () => dashboard.stop())

const page = '/dashboard/sign-in'

const moveClock = async (change: object) =>
  dashboard.call('maple', 'PUT /test/clock', { tenant: 'maple', ...change })

const trySignIn = async (user: string, password: string, url = dashboard.url) =>
  openVisitor(url).fillIn(page, page, { user, password })

const tryWrong = async (user: string, times: number) => {
  const replies = []
  for (let time = 1; time <= times; time += 1) replies.push(await trySignIn(user, `wrong ${time}`))
  return replies
}

const locked = 'Too many wrong passwords. This user name is locked for 15 minutes'
const wrong = 'The user name or the password is not right'

describe('a user name', () => {
  it('is locked by the fifth wrong password, also for the right one', async () => {
    const { user, password } = dashboard.users.maple
    const replies = await tryWrong(user, 5)
    expect(replies.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429])
    expect(readWords(replies[3]!.text)).toContain(wrong)
    expect(replies[4]!.text).toContain('role="alert"')
    expect(readWords(replies[4]!.text)).toContain(locked)
    const right = await trySignIn(user, password)
    expect(right.status).toBe(429)
    expect(readWords(right.text)).toContain(locked)
  })

  it('is open to the right password before that, which begins the count anew', async () => {
    const { user, password } = dashboard.users.maple
    for (const _spell of [1, 2]) {
      await tryWrong(user, 4)
      expect((await trySignIn(user, password)).status).toBe(303)
    }
  })

  it("is open again after a quarter of an hour by the tenant's clock, and not before", async () => {
    const { user, password } = dashboard.users.maple
    await tryWrong(user, 5)
    await moveClock({ advanceSeconds: 14 * 60 + 50 })
    expect((await trySignIn(user, password)).status).toBe(429)
    await moveClock({ advanceSeconds: 20 })
    expect((await trySignIn(user, 'wrong')).status).toBe(422)
    expect((await trySignIn(user, password)).status).toBe(303)
  })

  it('is locked in the same words when nobody has it', async () => {
    const known = await tryWrong(dashboard.users.maple.user, 6)
    const unknown = await tryWrong('nobody@maple.example', 6)
    const read = (replies: typeof known) => replies.map(({ status, text }) => [status, readWords(text)])
    expect(read(unknown)).toEqual(read(known))
  })

  it('is locked alone', async () => {
    await tryWrong(dashboard.users.maple.user, 5)
    const { user, password } = dashboard.roles.maple.supervisor
    expect((await trySignIn(user, password)).status).toBe(303)
  })

  it('is locked on every instance, however its passwords are spread over them', async () => {
    const { user, password } = dashboard.users.maple
    const [one = '', other = ''] = dashboard.instanceUrls
    for (const url of [one, other, one, other, one]) await trySignIn(user, 'wrong', url)
    for (const url of [one, other]) expect((await trySignIn(user, password, url)).status).toBe(429)
  })

  it('is not locked by forms that were not filled in', async () => {
    const { user, password } = dashboard.users.maple
    for (let time = 0; time < 6; time += 1) await trySignIn(user, '')
    expect((await trySignIn(user, password)).status).toBe(303)
  })

  it('is kept by a hash only: people type passwords where names belong', async () => {
    await tryWrong('my secret password', 1)
    const rows = JSON.stringify(dashboard.store.all('SELECT * FROM dashboard_lock_out'))
    expect(rows).not.toContain('my secret password')
    expect(rows).toContain('"wrong":1')
  })
})
