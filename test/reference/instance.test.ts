// One instance by itself: a store that others hold too long, pages beside the API, and what it cannot do alone.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildApp, type AppOptions } from '../../reference/api/build-app.ts'
import { makePlatform } from '../../reference/service/scope.ts'
import { openStore, type Store } from '../../reference/store/open-store.ts'
import { makeTempFolder } from '../airlock.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = await makeTempFolder()
  store = openStore(join(folder, 'store.sqlite'))
})
afterEach(async () => {
  store.close()
  await rm(folder, { recursive: true })
})

const build = {
  version: '7.7.0',
  commit: '0',
  digest: `sha256:${'0'.repeat(64)}`,
  instance: 'instance-1',
  startedAt: '2026-11-30T03:00:00Z',
}

const open = (of: Store, more: Partial<AppOptions> = {}) =>
  buildApp({ platform: makePlatform(of, new Set()), build, ...more })

const clock = { method: 'PUT', url: '/test/clock', payload: { tenant: 'maple', reset: true } } as const

it('says that it is not ready when another writes for too long, and has done nothing', async () => {
  const impatient = openStore(join(folder, 'store.sqlite'), 50)
  const app = await open(impatient)
  try {
    store.run('BEGIN IMMEDIATE')
    const busy = await app.inject(clock)
    store.run('ROLLBACK')
    expect(busy.statusCode).toBe(503)
    expect(busy.headers['retry-after']).toBe('1')
    expect(busy.json()).toMatchObject({ errorCode: 'NOT_READY' })
    expect((await app.inject(clock)).statusCode).toBe(200)
  } finally {
    await app.close()
    impatient.close()
  }
})

it('says that it is not ready when its store is gone', async () => {
  const lost = openStore(join(folder, 'store.sqlite'))
  const app = await open(lost)
  expect((await app.inject('/ready')).statusCode).toBe(200)
  lost.close()
  const answer = await app.inject('/ready')
  expect([answer.statusCode, answer.json()]).toMatchObject([503, { errorCode: 'NOT_READY' }])
  expect((await app.inject(clock)).statusCode).toBe(503)
  await app.close()
})

it('leaves what cannot be routed under the pages to them, and nothing else', async () => {
  const app = await open(store, {
    registerDashboard: async (_pages, _instance, hooks) =>
      hooks.answerFrameworkErrors((_error, _request, reply) => reply.code(404).send('a page')),
  })
  for (const url of ['/dashboard/%zz', '/dashboard/wallets/%zz?a=1']) {
    expect((await app.inject(url)).body).toBe('a page')
  }
  for (const url of ['/wallet/%zz', '/dashboards/%zz']) {
    expect((await app.inject(url)).json()).toMatchObject({ errorCode: 'UNAUTHORISED' })
  }
  await app.close()
})

it('cannot restart a platform or bring a copy to life when it runs alone', async () => {
  const app = await open(store)
  for (const url of ['/test/restart', '/test/backups', '/test/backups/backup-1/restore']) {
    expect((await app.inject({ method: 'POST', url })).statusCode).toBe(503)
  }
  await app.close()
})
