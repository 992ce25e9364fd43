// What customer care's pages stand on: finding a customer by whatever they can say, moving what is in the wrong wallet,
// deciding about pending points, and work that is queued.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { consumerInputSchema } from '../../reference/model/consumer.ts'
import { findTenant, type TenantId } from '../../reference/model/tenant.ts'
import { campaignInputSchema } from '../../reference/model/campaign.ts'
import { schemeInputSchema } from '../../reference/model/scheme.ts'
import { seedStore } from '../../reference/seed-store.ts'
import { findAccount, listAccountTransactions } from '../../reference/service/accounts.ts'
import { listAudit } from '../../reference/service/audit.ts'
import { createCampaign } from '../../reference/service/campaigns.ts'
import { createConsumer } from '../../reference/service/consumers.ts'
import { listIdentities } from '../../reference/service/identities.ts'
import { findJob, listJobs, queueJob, runNextJob, startJobRunner } from '../../reference/service/jobs.ts'
import { takeInCoupon } from '../../reference/service/move-account.ts'
import { moveIdentity } from '../../reference/service/move-identity.ts'
import { bringUpToDate } from '../../reference/service/passing-time.ts'
import { decidePending, listPending } from '../../reference/service/pending-points.ts'
import { movePoints } from '../../reference/service/points.ts'
import { openPointsAccount } from '../../reference/service/points-accounts.ts'
import { Refusal } from '../../reference/service/refusal.ts'
import { createScheme } from '../../reference/service/schemes.ts'
import { makePlatform, openScope, type Platform, type Scope } from '../../reference/service/scope.ts'
import { createToken } from '../../reference/service/tokens.ts'
import { createWallet, findWallet, searchWallets } from '../../reference/service/wallets.ts'
import { writeClockOffset } from '../../reference/store/clock.ts'
import { openStore } from '../../reference/store/open-store.ts'
import { makeTempFolder } from '../airlock.ts'

let folder: string
let platform: Platform
let scope: Scope

const open = (tenant: TenantId, actor = 'care@maple.example') =>
  openScope(platform, findTenant(tenant)!, { source: 'API', actor })

beforeEach(async () => {
  folder = await makeTempFolder()
  const store = openStore(join(folder, 'store.sqlite'))
  seedStore(store)
  platform = makePlatform(store, new Set())
  scope = open('maple')
})
afterEach(async () => {
  platform.store.close()
  await rm(folder, { recursive: true })
})

const makeWallet = (value: string, by = scope) =>
  createWallet(by, { identities: [{ type: 'CARD', value }] }).wallet

const refusalOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

const makeToken = (by = scope) => {
  const offer = { reward: 'AMOUNT', value: 1 }
  const campaign = createCampaign(by, campaignInputSchema.parse({ name: 'Voucher', offer }))
  return createToken(by, { resourceId: Number(campaign.id) })
}

describe('a customer', () => {
  const person = (data: object) => consumerInputSchema.parse(data)

  it('is found by each of six keys, and by no part of a number', () => {
    const wallet = makeWallet('Card-1')
    const { walletId } = wallet
    const { token, accountId } = makeToken()
    takeInCoupon(scope, walletId, token)
    createConsumer(
      scope,
      wallet,
      person({ data: { personal: { firstName: 'Anna', lastName: 'Bell', email: 'Anna@example.com' } } }),
    )
    const keys = [walletId, 'card-1', token, String(accountId), 'anna bell', 'BELL', 'anna@example.com']
    for (const key of keys) {
      expect([key, searchWallets(scope, key).map((found) => found.walletId)]).toEqual([key, [walletId]])
    }
    for (const key of ['card', token.slice(1), 'ann', 'example.com', '']) {
      expect([key, searchWallets(scope, key)]).toEqual([key, []])
    }
  })

  it('is one of all who go by the name, and of no other tenant', () => {
    const wallets = ['1', '2'].map((value) => makeWallet(value))
    for (const wallet of wallets) createConsumer(scope, wallet, person({ friendlyName: 'Anna Bell' }))
    expect(searchWallets(scope, 'Anna Bell')).toEqual(wallets)
    expect(searchWallets(open('lotus'), 'Anna Bell')).toEqual([])
  })
})

describe('what is in the wrong wallet', () => {
  it('is moved: an identity leads to its new one', () => {
    const [wallet, target] = [makeWallet('card'), makeWallet('other')]
    const { identityId } = listIdentities(scope, wallet)[0]!
    expect(moveIdentity(scope, { wallet, identityId }, target.walletId)).toMatchObject({
      walletId: target.walletId,
      value: 'card',
    })
    expect(searchWallets(scope, 'card')).toEqual([target])
    expect(listIdentities(scope, wallet)).toEqual([])
    const again = () => moveIdentity(scope, { wallet, identityId }, target.walletId)
    expect(refusalOf(again)).toBe('IDENTITY_NOT_FOUND')
    const nowhere = () => moveIdentity(scope, { wallet: target, identityId }, '1')
    expect(refusalOf(nowhere)).toBe('WALLET_NOT_FOUND')
  })

  it('is a token of nobody, and only that', () => {
    const { walletId } = makeWallet('card')
    const { token } = makeToken()
    expect(takeInCoupon(scope, walletId, token)).toMatchObject({ walletId })
    expect(refusalOf(() => takeInCoupon(scope, walletId, token))).toBe('ACCOUNT_IN_WALLET')
    const theirs = makeToken(open('lotus')).token
    expect(refusalOf(() => takeInCoupon(scope, walletId, theirs))).toBe('ACCOUNT_NOT_FOUND')
  })
})

describe('pending points', () => {
  const pend = () => {
    const wallet = makeWallet('card')
    const rules = { details: { name: 'Own' }, pendingPoints: { enabled: true, days: 5 } }
    const scheme = createScheme(scope, schemeInputSchema.parse(rules))
    const { walletId } = wallet
    const { accountId } = openPointsAccount(scope, { wallet, scheme }).account
    movePoints(scope, { walletId, accountId }, { operation: 'earn', points: { value: 30 } })
    const read = () => findAccount(scope, findWallet(scope, walletId), accountId)
    const [pending] = listPending(read())
    return { key: { walletId, accountId, pendingId: pending!.pendingId }, pending, read }
  }

  it('are released or turned down before their time, once, with who and why', () => {
    for (const [decision, current] of [
      ['approve', 30],
      ['reject', 0],
    ] as const) {
      platform.store.run('DELETE FROM identity_key')
      const { key, pending, read } = pend()
      expect(pending).toMatchObject({ points: 30, reference: null })
      const decided = { ...key, decision, reason: 'asked for' }
      const { account, transactionDetails } = decidePending(scope, decided)
      expect(account.balances).toMatchObject({ current, pending: 0, lifetime: current })
      expect(transactionDetails).toEqual({ reason: 'asked for' })
      expect(listPending(read())).toEqual([])
      expect(refusalOf(() => decidePending(scope, decided))).toBe('PENDING_NOT_FOUND')
      expect(listAudit(scope, { walletId: key.walletId })).toMatchObject([
        { action: `PENDING_${decision.toUpperCase()}`, actor: scope.actor, value: 30, reason: 'asked for' },
      ])
    }
  })
})

it('what time brings is written once, also by whoever looked before another wrote it', () => {
  const wallet = makeWallet('card')
  const rules = { details: { name: 'Own' }, pendingPoints: { enabled: true, days: 1 } }
  const scheme = createScheme(scope, schemeInputSchema.parse(rules))
  const { walletId } = wallet
  const { accountId } = openPointsAccount(scope, { wallet, scheme }).account
  movePoints(scope, { walletId, accountId }, { operation: 'earn', points: { value: 30 } })
  const stale = scope.rows.accounts.find('maple', accountId)!
  writeClockOffset(platform.store, 'maple', 2 * 24 * 3600 * 1000)
  const later = open('maple')
  const [first, second] = [bringUpToDate(later, stale), bringUpToDate(later, stale)]
  expect(second).toEqual(first)
  const events = listAccountTransactions(later, accountId).map(({ event }) => event)
  expect(events).toEqual(['CREATE', 'EARN', 'RELEASE'])
})

describe('the audit', () => {
  it('has the latest first, by wallet and by who', () => {
    const wallet = makeWallet('card')
    const scheme = createScheme(scope, schemeInputSchema.parse({ details: { name: 'Own' } }))
    const { accountId } = openPointsAccount(scope, { wallet, scheme }).account
    const key = { walletId: wallet.walletId, accountId }
    const give = (by: Scope, value: number) =>
      movePoints(by, key, { operation: 'goodwill', points: { value } })
    give(scope, 1)
    give(open('maple', 'boss'), 2)
    expect(listAudit(scope).map(({ actor, value }) => [actor, value])).toEqual([
      ['boss', 2],
      [scope.actor, 1],
    ])
    expect(listAudit(scope, { actor: 'boss', walletId: key.walletId })).toHaveLength(1)
    expect(listAudit(scope, { walletId: '1' })).toEqual([])
    expect(listAudit(open('lotus'))).toEqual([])
  })
})

describe('a job', () => {
  const producers = {
    export: (_scope: Scope, { parameters }: { parameters: Readonly<Record<string, string>> }) => ({
      fileName: 'rows.csv',
      type: 'text/csv',
      content: `rows of ${parameters['walletId']}`,
    }),
    broken: () => {
      throw new Error('no such column')
    },
  }

  it('is queued, done by whoever comes to it, and read by whoever asked for it', () => {
    const { jobId } = queueJob(scope, { kind: 'export', parameters: { walletId: '1' } })
    expect(findJob(scope, jobId)).toMatchObject({ status: 'QUEUED', result: null })
    expect(runNextJob(platform, producers)).toBe(true)
    expect(findJob(scope, jobId)).toMatchObject({ status: 'READY', result: { content: 'rows of 1' } })
    expect(runNextJob(platform, producers)).toBe(false)
    expect(refusalOf(() => findJob(open('maple', 'somebody'), jobId))).toBe('JOB_NOT_FOUND')
    expect(refusalOf(() => findJob(open('lotus'), jobId))).toBe('JOB_NOT_FOUND')
  })

  it('that cannot be done does not stop those behind it, and waits where nobody knows how', async () => {
    for (const kind of ['unknown', 'broken', 'export']) queueJob(scope, { kind, parameters: {} })
    const stop = startJobRunner(platform, producers)
    try {
      const statuses = () => listJobs(scope).map(({ kind, status }) => `${kind} ${status}`)
      await expect
        .poll(statuses, { timeout: 10_000 })
        .toEqual(['export READY', 'broken FAILED', 'unknown QUEUED'])
    } finally {
      stop()
    }
  })
})
