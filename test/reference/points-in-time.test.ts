// What time does to points: pending ones are released, old ones expire with their month, and the ledger tells each as of
// when it was due. Lotus has a clock of its own, so nobody else is disturbed.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Account, Operation, Wallet } from './answers.ts'
import { joinScheme, movePoints, readAccount, readLedger, tell } from './customers.ts'
import { makeApi, openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let lotus: Api

beforeAll(async () => {
  platform = await openPlatform('--instances', '2')
  lotus = platform.api('lotus')
})
afterAll(() => platform.stop())

const setClock = (now: string) => platform.control('PUT', '/test/clock', { tenant: 'lotus', now })

async function join(rules: object, api = lotus): Promise<Account> {
  const { walletId } = await api.do<Wallet>('POST', '/wallet', {})
  return joinScheme(api, walletId, rules)
}

const expiring = (months: number) => ({ services: { expiryPoints: { enabled: true, months } } })

const usable = async (account: Account) => (await readAccount(lotus, account)).balances.usable

it.each([
  { when: 'in a leap year', earned: '2027-08-15T10:00:00Z', months: 6, gone: '2028-02-29T20:00:00+00:00' },
  { when: 'in any other year', earned: '2026-08-31T10:00:00Z', months: 6, gone: '2027-02-28T20:00:00+00:00' },
  { when: 'over a new year', earned: '2027-12-31T10:00:00Z', months: 1, gone: '2028-01-31T20:00:00+00:00' },
  // In Dubai the next month has begun.
  { when: 'of its own zone', earned: '2027-01-31T20:30:00Z', months: 1, gone: '2027-03-31T20:00:00+00:00' },
])('points expire with their last month $when', async ({ earned, months, gone }) => {
  await setClock(earned)
  const account = await join(expiring(months))
  await movePoints(lotus, account, ['earn', 100])
  // Clocks go on while they are looked at, so not the very last second.
  await setClock(new Date(Date.parse(gone) - 30_000).toISOString())
  expect(await usable(account)).toBe(100)
  await setClock(gone)
  expect(await usable(account)).toBe(0)
  const ledger = await readLedger(lotus, account)
  expect(tell(ledger)).toEqual(['CREATE 0', 'EARN 100', 'EXPIRY 100'])
  expect(ledger[2]).toMatchObject({ source: 'SYSTEM', dateCreated: gone, balancesAfter: { lifetime: 100 } })
})

it('points that end first are spent first, and what is left of them expires alone', async () => {
  await setClock('2027-03-10T10:00:00Z')
  const account = await join(expiring(1))
  await movePoints(lotus, account, ['earn', 100])
  await setClock('2027-04-10T10:00:00Z')
  await movePoints(lotus, account, ['credit', 100])
  await movePoints(lotus, account, ['spend', 60])
  await setClock('2027-05-10T10:00:00Z')
  expect(await usable(account)).toBe(100)
  await setClock('2027-06-10T10:00:00Z')
  expect(await usable(account)).toBe(0)
  const expired = (await readLedger(lotus, account)).slice(-2)
  expect(tell(expired)).toEqual(['EXPIRY 40', 'EXPIRY 100'])
  // As of when it was due, not of when somebody looked.
  expect(expired.map(({ dateCreated }) => dateCreated)).toEqual([
    '2027-04-30T20:00:00+00:00',
    '2027-05-31T20:00:00+00:00',
  ])
})

it('points that fill up a balance below zero do not expire a second time', async () => {
  await setClock('2027-03-10T10:00:00Z')
  const account = await join({ ...expiring(1), negativeBalance: true })
  await movePoints(lotus, account, ['debit', 70])
  await movePoints(lotus, account, ['credit', 100])
  await setClock('2027-05-10T10:00:00Z')
  expect(await usable(account)).toBe(0)
  expect(tell(await readLedger(lotus, account)).at(-1)).toBe('EXPIRY 30')
})

it('points expire once, however many look at once at two instances', async () => {
  await setClock('2027-03-10T10:00:00Z')
  const account = await join({ ...expiring(1), pendingPoints: { enabled: true, days: 5 } })
  await movePoints(lotus, account, ['earn', 100])
  await setClock('2027-06-10T10:00:00Z')
  const instances = platform.ready.instances.map(({ url }) => makeApi(platform.document, { ...lotus, url }))
  const reads = Array.from({ length: 12 }, (_, turn) => readAccount(instances[turn % 2]!, account))
  for (const { balances } of await Promise.all(reads))
    expect(balances).toMatchObject({ current: 0, pending: 0 })
  const ledger = await readLedger(lotus, account)
  expect(tell(ledger)).toEqual(['CREATE 0', 'EARN 100', 'RELEASE 100', 'EXPIRY 100'])
  for (const [index, entry] of ledger.slice(1).entries()) {
    expect(entry.balancesBefore).toEqual(ledger[index]!.balancesAfter)
  }
})

it('pending points are released in time, and cannot be spent before', async () => {
  await setClock('2027-03-10T10:00:00Z')
  const account = await join({ pendingPoints: { enabled: true, days: 5 } })
  const earned = await movePoints(lotus, account, ['earn', 100])
  expect(earned.account.balances).toMatchObject({ current: 0, usable: 0, pending: 100, lifetime: 0 })
  await movePoints(lotus, account, ['credit', 1])
  await setClock('2027-03-15T09:59:30Z')
  const spend = `/wallet/${account.walletId}/account/${account.accountId}/spend`
  expect(await lotus.refusal('PATCH', spend, { balances: { current: 2 } })).toBe('409 INSUFFICIENT_BALANCE')
  await setClock('2027-03-15T10:01:00Z')
  const spent = await lotus.do<Operation>('PATCH', spend, { balances: { current: 101 } })
  expect(spent.balancesBefore).toMatchObject({ current: 101, pending: 0, lifetime: 101 })
})

it('a debit fills up to zero where the scheme does so, and is refused where it forbids less', async () => {
  const filled = await join({ autoTopUp: true })
  await movePoints(lotus, filled, ['credit', 30])
  const debited = await movePoints(lotus, filled, ['debit', 50])
  expect(debited).toMatchObject({ event: 'DEBIT', account: { balances: { current: 0, lifetime: 30 } } })
  expect(tell(await readLedger(lotus, filled)).slice(-2)).toEqual(['DEBIT 50', 'AUTOTOPUP 20'])
  const strict = await join({})
  const path = `/wallet/${strict.walletId}/account/${strict.accountId}/debit`
  expect(await lotus.refusal('PATCH', path, { balances: { current: 1 } })).toBe('409 INSUFFICIENT_BALANCE')
})

it('one purchase earns no more than the scheme lets it', async () => {
  const account = await join({ earnTransactionLimit: 40 })
  const earn = `/wallet/${account.walletId}/account/${account.accountId}/earn`
  const answers = [3999, 400_000].map((transactionValue) =>
    lotus.do<Operation>('PATCH', earn, { transactionValue }),
  )
  expect((await Promise.all(answers)).map(({ value }) => value)).toEqual([39, 40])
})

it.each([
  { services: { expiryPoints: { enabled: true, months: 0 } } },
  { pendingPoints: { enabled: true, days: -1 } },
  { earnTransactionLimit: 0 },
  { timeoutOverride: 1441 },
])('a scheme is not made with %j', async (rules) => {
  const body = { details: { name: 'Odd' }, ...rules }
  expect(await lotus.refusal('POST', '/schemes/points', body)).toBe('400 INVALID_REQUEST')
})

it('an account of points ends with the last second of 32 bits', async () => {
  expect(await join({})).toMatchObject({ dates: { end: '2038-01-19T03:14:07+00:00' } })
})
