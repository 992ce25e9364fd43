// Points: how they come, how long they stay, and what takes them.
import type { customerFaults } from '../../../reference/faults/customer-faults.ts'
import type { Account, Operation, Scheme, Wallet } from '../answers.ts'
import {
  findScheme,
  issueCoupon,
  joinScheme,
  makeBasket,
  makeCustomer,
  makeOpen,
  makeText,
  mapleOutlet,
  movePoints,
  readAccount,
  readLedger,
} from '../customers.ts'
import type { OpenAnswer } from '../answers.ts'
import type { Api } from '../platform.ts'
import { askAtOnce, countStatus, type Probe, type Suspect } from './probe.ts'

type Row = Extract<(typeof customerFaults)[number], { capability: 'points' }>

const amount = (current: number) => ({ balances: { current } })

async function join(api: Api, rules: object = {}): Promise<Account> {
  const { walletId } = await api.do<Wallet>('POST', '/wallet', {})
  return joinScheme(api, walletId, rules)
}

const ask = (api: Api, { walletId, accountId }: Account, [operation, body]: [string, object]) =>
  api.ask<Operation>('PATCH', `/wallet/${walletId}/account/${accountId}/${operation}`, body)

const readUsable = async (api: Api, account: Account) => (await readAccount(api, account)).balances.usable

const expiring = { services: { expiryPoints: { enabled: true, months: 1 } } }

/** Cedar's points, earned at one instant and looked at at another. */
async function earnAndLook({ cedar, control }: Suspect, [earned, looked]: [string, string]): Promise<number> {
  const set = (now: string) => control('PUT', '/test/clock', { tenant: 'cedar', now })
  await set(earned)
  const account = await join(cedar, expiring)
  await movePoints(cedar, account, ['earn', 10])
  await set(looked)
  return readUsable(cedar, account)
}

export const pointsProbes: Readonly<Record<Row['name'], Probe>> = {
  'points-undiscounted': async ({ maple }) => {
    const { wallet, card } = await makeCustomer(maple)
    await issueCoupon(maple, wallet.walletId, { reward: 'PERCENT', value: 50 })
    const request = makeOpen(card, makeBasket([{ upc: 'a', price: 1000 }]))
    const { analyseBasketResults } = await maple.do<OpenAnswer>('POST', '/connect/wallet/open', request)
    return analyseBasketResults.basket.summary.results.points.earn !== 5
  },
  'field-lost': async ({ maple }) =>
    !('balancesAfter' in (await movePoints(maple, await join(maple), ['earn', 1]))),
  'earn-rounded': async ({ maple }) =>
    (await ask(maple, await join(maple), ['earn', { transactionValue: 199 }])).body.value !== 1,
  'credit-lost': async ({ maple }) => {
    const account = await join(maple)
    const path = `/wallet/${account.walletId}/account/${account.accountId}/credit`
    await askAtOnce(maple, 3, 'PATCH', path, amount(5))
    return (await readUsable(maple, account)) !== 15
  },
  'pending-at-once': async ({ maple }) => {
    const account = await join(maple, { pendingPoints: { enabled: true, days: 5 } })
    return (await movePoints(maple, account, ['earn', 5])).account.balances.usable !== 0
  },
  'expiry-early': async (suspect) =>
    (await earnAndLook(suspect, ['2031-01-10T10:00:00Z', '2031-02-15T10:00:00Z'])) !== 10,
  // In New York it is still the last of January, by UTC it is not.
  'expiry-in-utc': async (suspect) =>
    (await earnAndLook(suspect, ['2031-02-01T02:00:00Z', '2031-03-02T10:00:00Z'])) !== 0,
  'expiry-youngest-first': async ({ lotus, control }) => {
    const set = (now: string) => control('PUT', '/test/clock', { tenant: 'lotus', now })
    await set('2031-01-10T10:00:00Z')
    const account = await join(lotus, expiring)
    await movePoints(lotus, account, ['earn', 10])
    await set('2031-02-10T10:00:00Z')
    await movePoints(lotus, account, ['earn', 10])
    await movePoints(lotus, account, ['spend', 10])
    await set('2031-03-10T10:00:00Z')
    const ledger = await readLedger(lotus, account)
    const dateOf = (wanted: string) => ledger.find(({ event }) => event === wanted)?.dateCreated ?? ''
    // What was spent came first: the older points are still there to expire.
    return dateOf('EXPIRY') > dateOf('SPEND')
  },
  'spend-unlimited': async ({ maple }) => {
    const account = await join(maple, { services: { spend: { maximum: 10 } } })
    await movePoints(maple, account, ['earn', 20])
    return (await ask(maple, account, ['spend', amount(11)])).status !== 409
  },
  'goodwill-unexplained': async ({ maple }) => {
    const body = { ...amount(5), details: { reason: 'late parcel' } }
    const given = await ask(maple, await join(maple), ['goodwill', body])
    return given.body.transactionDetails['reason'] !== 'late parcel'
  },
  'balance-stale': async ({ maple }) => {
    const account = await join(maple)
    const read = () => maple.do<Account>('GET', `/wallet/${account.walletId}/account/${account.accountId}`)
    await read()
    await movePoints(maple, account, ['earn', 5])
    return (await read()).balances.current !== 5
  },
  'debit-below-zero': async ({ maple }) =>
    (await ask(maple, await join(maple), ['debit', amount(5)])).status !== 409,
  'held-spendable': async ({ maple }) => {
    const { walletId, accountId } = await join(maple)
    await movePoints(maple, { walletId, accountId }, ['earn', 10])
    const hold = { reference: makeText('spend'), walletId, accountId, location: mapleOutlet, lock: true }
    await maple.do('POST', '/connect/wallet/spend', { ...hold, ...amount(10) })
    const path = `/wallet/${walletId}/account/${accountId}/spend`
    return (await maple.ask('PATCH', path, amount(10))).status !== 409
  },
  'account-twice': async ({ maple }) => {
    const { walletId } = await maple.do<Wallet>('POST', '/wallet', {})
    const scheme: Scheme = await findScheme(maple)
    const asked = await askAtOnce(maple, 3, 'POST', `/wallet/${walletId}/scheme/${scheme.id}/account`)
    return countStatus(asked, 409) !== 2
  },
}
