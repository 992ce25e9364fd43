// The platform while it changes under those who use it: instances replaced one by one, two versions over one store, a copy
// of the store brought to life.
import { once } from 'node:events'
import { createServer, request as openHttp, type IncomingMessage, type Server } from 'node:http'
import { createServer as createHttpsServer, request as openHttps } from 'node:https'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBalancer, type Balancer } from '../../reference/balancer.ts'
import { makeCertificate } from '../../reference/certificate.ts'
import type { Account, OpenAnswer, Wallet } from './answers.ts'
import {
  makeBasket,
  makeCustomer,
  makeOpen,
  makeSettle,
  movePoints,
  readAccount,
  readLedger,
  tell,
} from './customers.ts'
import { makeApi, openPlatform, type Api, type Platform } from './platform.ts'

type Version = { version: string; digest: string; instance: string; startedAt: string }

const readVersion = async (url: string) => (await (await fetch(`${url}/version`)).json()) as Version

/** What each instance is, asked at the door as often as it takes to meet all of them. */
async function readInstances({ ready }: Platform): Promise<Map<string, Version>> {
  const seen = new Map<string, Version>()
  for (let turn = 0; turn < 8; turn += 1) {
    const version = await readVersion(ready.url)
    seen.set(version.instance, version)
  }
  return seen
}

describe('a rolling restart', () => {
  let platform: Platform
  let maple: Api
  beforeAll(async () => {
    platform = await openPlatform('--instances', '2')
    maple = platform.api('maple')
  })
  afterAll(() => platform.stop())

  /** Buys for as long as it lasts; every answer counts, also one that is no answer. */
  async function buyUntil(isOver: () => boolean): Promise<string[]> {
    const { card, points } = await makeCustomer(maple)
    const statuses: string[] = []
    let settled = 0
    while (!isOver()) {
      const request = makeOpen(card, makeBasket([{ upc: 'a', price: 100 }]))
      const opened = await maple.ask<OpenAnswer>('POST', '/connect/wallet/open', request)
      statuses.push(String(opened.status))
      const settle = makeSettle(request, opened.body.analyseBasketResults.basket)
      const { status } = await maple.ask('POST', '/connect/wallet/settle', settle)
      statuses.push(String(status))
      settled += 1
    }
    expect((await readAccount(maple, points)).balances.current).toBe(settled)
    expect(await readLedger(maple, points)).toHaveLength(Math.min(500, settled + 1))
    return statuses
  }

  it('replaces every instance, and no purchase is refused or lost', async () => {
    const before = await readInstances(platform)
    let isOver = false
    const buying = [1, 2, 3].map(() => buyUntil(() => isOver))
    const asked = await platform.control('POST', '/test/restart')
    expect(asked).toMatchObject({ status: 202, body: { isRestarting: true } })
    const isNew = async () => {
      const after = await readInstances(platform)
      return (
        after.size === 2 &&
        [...after.values()].every(({ instance, startedAt }) => before.get(instance)?.startedAt !== startedAt)
      )
    }
    await expect.poll(isNew, { timeout: 30_000 }).toBe(true)
    isOver = true
    const statuses = (await Promise.all(buying)).flat()
    expect(statuses.length).toBeGreaterThan(10)
    expect(new Set(statuses)).toEqual(new Set(['200']))
  })

  it('finishes what an instance has begun before it goes', async () => {
    const stream = (state: string, delayMs = 0) =>
      platform.control('PUT', '/test/event-stream', { tenant: 'maple', state, delayMs })
    const { points } = await makeCustomer(maple)
    await stream('slow', 900)
    const begun = [1, 2].map(() => movePoints(maple, points, ['credit', 5]))
    await platform.restart()
    await Promise.all(begun)
    await stream('up')
    expect((await readAccount(maple, points)).balances.current).toBe(10)
  })

  it('brings another version in, with everything that was there', async () => {
    const { card, points } = await makeCustomer(maple)
    await movePoints(maple, points, ['credit', 5])
    await platform.restart('7.8.0')
    const versions = [...(await readInstances(platform)).values()]
    expect(versions.map(({ version }) => version)).toEqual(['7.8.0', '7.8.0'])
    expect(versions[0]!.digest).not.toBe(platform.ready.digest)
    expect((await maple.do<Wallet>('GET', `/wallet?identity-value=${card}`)).walletId).toBe(points.walletId)
    expect((await readAccount(maple, points)).balances.current).toBe(5)
  })

  it('is not asked for by a version that is none', async () => {
    expect((await platform.control('POST', '/test/restart', { version: 'a b' })).status).toBe(400)
  })
})

describe('two versions', () => {
  let platform: Platform
  beforeAll(async () => {
    platform = await openPlatform('--instances', '3', '--versions', '7.7.0,7.8.0')
  })
  afterAll(() => platform.stop())

  it('run side by side over one store, and each goes on with what the other has begun', async () => {
    const { instances } = platform.ready
    const versions = await Promise.all(instances.map(({ url }) => readVersion(url)))
    expect(versions.map(({ version }) => version)).toEqual(['7.7.0', '7.8.0', '7.7.0'])
    expect(versions[0]!.digest).toBe(versions[2]!.digest)
    expect(versions[0]!.digest).not.toBe(versions[1]!.digest)
    const maple = platform.api('maple')
    const [old, next] = instances.map(({ url }) => makeApi(platform.document, { ...maple, url })) as [
      Api,
      Api,
    ]
    const { card, points } = await makeCustomer(old)
    const request = makeOpen(card, makeBasket([{ upc: 'a', price: 2500 }]))
    const { analyseBasketResults } = await next.do<OpenAnswer>('POST', '/connect/wallet/open', request)
    const settle = makeSettle(request, analyseBasketResults.basket)
    const first = await old.do('POST', '/connect/wallet/settle', settle)
    expect(await next.do('POST', '/connect/wallet/settle', settle)).toEqual(first)
    expect(tell(await readLedger(next, points))).toEqual(['CREATE 0', 'EARN 25'])
  })
})

describe('a backup', () => {
  let platform: Platform
  let maple: Api
  beforeAll(async () => {
    platform = await openPlatform('--instances', '2')
    maple = platform.api('maple')
  })
  afterAll(() => platform.stop())

  const backUp = async () => (await platform.control<{ backup: string }>('POST', '/test/backups')).body.backup
  const restore = (backup: string) =>
    platform.control<{ url: string }>('POST', `/test/backups/${backup}/restore`)

  it('comes to life beside the platform with every balance as it was, as often as it is asked to', async () => {
    const { points } = await makeCustomer(maple)
    await movePoints(maple, points, ['credit', 120])
    const backup = await backUp()
    await movePoints(maple, points, ['debit', 100])
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await restore(backup)
      expect(status).toBe(201)
      const restored = makeApi(platform.document, { ...maple, url: body.url })
      expect((await readAccount(restored, points)).balances.current).toBe(120)
      expect(tell(await readLedger(restored, points))).toEqual(['CREATE 0', 'CREDIT 120'])
      await movePoints(restored, points, ['debit', 20])
    }
    expect((await readAccount(maple, points)).balances.current).toBe(20)
  })

  it('is whole, also while many write', async () => {
    const { points } = await makeCustomer(maple)
    const writing = Array.from({ length: 30 }, () => movePoints(maple, points, ['credit', 1]))
    const { body } = await restore(await backUp())
    const restored = makeApi(platform.document, { ...maple, url: body.url })
    const account: Account = await readAccount(restored, points)
    const ledger = await readLedger(restored, points)
    expect(account.balances.current).toBe(ledger.length - 1)
    await Promise.all(writing)
  })

  it('is not found by another name', async () => {
    for (const name of ['backup-1', '..%2Fstore', `backup-${crypto.randomUUID()}`]) {
      expect((await restore(name)).status).toBe(404)
    }
  })
})

describe('the door', () => {
  type Handle = Balancer['handle']

  const listen = async (server: Server) => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    return typeof address === 'object' ? (address?.port ?? 0) : 0
  }

  /** What a backend hears of the protocol through a door. */
  async function hearThrough(makeDoor: (handle: Handle) => Server, protocol: 'http' | 'https') {
    const heard: unknown[] = []
    const backend = createServer((request, response) => {
      heard.push(request.headersDistinct['x-forwarded-proto'])
      response.end()
    })
    const balancer = makeBalancer()
    const door = makeDoor(balancer.handle)
    try {
      balancer.add({ url: `http://127.0.0.1:${await listen(backend)}` })
      const port = await listen(door)
      const options = { port, host: '127.0.0.1', headers: { 'x-forwarded-proto': 'spoken' }, agent: false }
      const ask =
        protocol === 'https' ? openHttps({ ...options, rejectUnauthorized: false }) : openHttp(options)
      ask.end()
      const [answer] = (await once(ask, 'response')) as [IncomingMessage]
      await once(answer.resume(), 'end')
      return heard
    } finally {
      balancer.close()
      for (const server of [door, backend]) server.close()
    }
  }

  it('lets a backend go once it has answered what it was asked', async () => {
    const asked = Promise.withResolvers<void>()
    const mayAnswer = Promise.withResolvers<void>()
    const backend = createServer((_request, response) => {
      asked.resolve()
      void mayAnswer.promise.then(() => response.end('done'))
    })
    const balancer = makeBalancer()
    const door = createServer(balancer.handle)
    try {
      const place = { url: `http://127.0.0.1:${await listen(backend)}` }
      balancer.add(place)
      const url = `http://127.0.0.1:${await listen(door)}`
      const answer = fetch(url).then((response) => response.text())
      await asked.promise
      let isGone = false
      const going = balancer.retire(place).then(() => (isGone = true))
      expect((await fetch(url)).status).toBe(503)
      expect(isGone).toBe(false)
      mayAnswer.resolve()
      expect(await answer).toBe('done')
      await going
    } finally {
      balancer.close()
      for (const server of [door, backend]) server.close()
    }
  })

  it('waits for no answer that nobody waits for any more', async () => {
    const asked = Promise.withResolvers<void>()
    const backend = createServer(() => asked.resolve())
    const balancer = makeBalancer()
    const door = createServer(balancer.handle)
    try {
      const place = { url: `http://127.0.0.1:${await listen(backend)}` }
      balancer.add(place)
      const leaving = new AbortController()
      const answer = fetch(`http://127.0.0.1:${await listen(door)}`, { signal: leaving.signal })
      await asked.promise
      const going = balancer.retire(place)
      leaving.abort()
      await expect(answer).rejects.toThrow(/abort/)
      await going
    } finally {
      balancer.close()
      for (const server of [door, backend]) server.close()
    }
  }, 10_000)

  it('says over which protocol somebody came, whatever they say of it themselves', async () => {
    expect(await hearThrough((handle) => createServer(handle), 'http')).toEqual([['http']])
    const { key, certificate: cert } = await makeCertificate()
    expect(await hearThrough((handle) => createHttpsServer({ key, cert }, handle), 'https')).toEqual([
      ['https'],
    ])
  })
})
