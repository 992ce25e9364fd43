// Who may call, whether tenants are kept apart, and how the platform is run.
import { randomUUID } from 'node:crypto'
import type { accessFaults } from '../../../reference/faults/access-faults.ts'
import type { Campaign, Page, Wallet } from '../answers.ts'
import { issueCoupon, makeBasket, makeCampaign, makeOpen, makeText, readAccount } from '../customers.ts'
import type { Api } from '../platform.ts'
import { signTarget } from '../signed-request.ts'
import type { Probe, Suspect } from './probe.ts'

type Feed = { results: { headers: { eesEventId: string; unitId: string } }[]; after: string }

const offer = { reward: 'AMOUNT', value: 1 } as const

async function makeClient({ control, maple }: Suspect) {
  const { body } = await control<{ clientId: string; secret: string }>('POST', '/test/clients', {
    tenant: 'maple',
  })
  return { ...maple, ...body }
}

const ask = async ({ send }: Suspect, api: Api) =>
  (await send(api, { method: 'GET', target: '/schemes/points' })).status

/** What cedar's events say after one change of its own. */
async function readEvents({ cedar }: Suspect, after = '0'): Promise<Feed> {
  return cedar.do('GET', `/events?after=${after}&limit=2`)
}

export const accessProbes: Readonly<Record<(typeof accessFaults)[number]['name'], Probe>> = {
  'hash-ignores-body': async ({ maple, send }) => {
    const headers = { 'X-EES-AUTH-HASH': signTarget('/wallet', '{}', maple.secret) }
    const call = { method: 'POST', target: '/wallet', body: '{"friendlyName":"changed"}', headers }
    return (await send(maple, call)).status !== 401
  },
  'hash-ignores-query': async ({ maple, send }) => {
    const headers = { 'X-EES-AUTH-HASH': signTarget('/campaigns?limit=1', '', maple.secret) }
    return (await send(maple, { method: 'GET', target: '/campaigns?limit=2', headers })).status !== 401
  },
  'hash-any-case': async ({ maple, send }) => {
    const hash = signTarget('/schemes/points', '', maple.secret).toUpperCase()
    const headers = { 'X-EES-AUTH-HASH': hash }
    return (await send(maple, { method: 'GET', target: '/schemes/points', headers })).status !== 401
  },
  'revoked-remembered': async (suspect) => {
    const client = await makeClient(suspect)
    await ask(suspect, client)
    await suspect.control('DELETE', `/test/clients/${client.clientId}`)
    return (await ask(suspect, client)) !== 401
  },
  'call-id-missing': async ({ maple, send }) =>
    (await send(maple, { method: 'GET', target: '/campaigns/1' })).callId === '',
  'tenant-leak': async ({ maple, cedar }) => {
    const { walletId } = await maple.do<Wallet>('POST', '/wallet', {})
    return (await cedar.ask('GET', `/wallet/${walletId}`)).status !== 404
  },
  'list-leak': async ({ maple, cedar }) => {
    const { id } = await makeCampaign(maple, offer)
    const { results } = await cedar.do<Page<Campaign>>('GET', '/campaigns?orderBy=dateCreated,DESC')
    return results.some((campaign) => campaign.id === id)
  },
  'cache-shared': async ({ maple, cedar }) => {
    const reference = makeText('reference')
    const made = []
    for (const api of [maple, cedar]) made.push(await makeCampaign(api, offer, { reference }))
    const found = []
    for (const api of [maple, cedar])
      found.push(await api.do<Campaign>('GET', `/campaigns/reference/${reference}`))
    return found[1]!.id !== made[1]!.id
  },
  'outlet-shared': async ({ maple }) => {
    const request = makeOpen(null, makeBasket([{ upc: 'a', price: 1 }]))
    const body = { ...request, location: { incomingIdentifier: 'CEDAR-001' } }
    return (await maple.ask('POST', '/connect/wallet/open', body)).status !== 400
  },
  'error-internals': async ({ maple, send }) => {
    const { status, text } = await send(maple, {
      method: 'POST',
      target: '/wallet',
      body: `{${randomUUID()}`,
    })
    return status !== 400 || text.includes('node:')
  },
  'rate-unlimited': async (suspect) => {
    const client = await makeClient(suspect)
    await suspect.control('PUT', `/test/clients/${client.clientId}/limit`, { requests: 1, seconds: 60 })
    await ask(suspect, client)
    return (await ask(suspect, client)) !== 429
  },
  'half-done': async ({ cedar, control }) => {
    const { walletId } = await cedar.do<Wallet>('POST', '/wallet', {})
    await control('PUT', '/test/event-stream', { tenant: 'cedar', state: 'down' })
    await cedar.ask('PATCH', `/wallet/${walletId}/suspend`)
    await control('PUT', '/test/event-stream', { tenant: 'cedar', state: 'up' })
    return (await cedar.do<Wallet>('GET', `/wallet/${walletId}`)).status !== 'ACTIVE'
  },
  'event-wrong-unit': async (suspect) => {
    await suspect.cedar.do('POST', '/wallet', {})
    return (await readEvents(suspect)).results[0]!.headers.unitId !== '1200'
  },
  'event-new-ids': async (suspect) => {
    await suspect.cedar.do('POST', '/wallet', {})
    const [first, second] = [await readEvents(suspect), await readEvents(suspect)]
    return first.results[0]!.headers.eesEventId !== second.results[0]!.headers.eesEventId
  },
  'ready-blindly': async ({ cedar, control, send }) => {
    await control('PUT', '/test/event-stream', { tenant: 'cedar', state: 'down' })
    const { status } = await send(cedar, { method: 'GET', target: '/ready' })
    await control('PUT', '/test/event-stream', { tenant: 'cedar', state: 'up' })
    return status !== 503
  },
  'version-differs': async ({ control }) => {
    const { version } = (await control<{ version: string }>('GET', '/version')).body
    const { info } = (await control<{ info: { version: string } }>('GET', '/openapi.json')).body
    return version !== info.version
  },
  'purge-takes-live': async ({ lotus, control }) => {
    const { walletId } = await lotus.do<Wallet>('POST', '/wallet', {})
    const { coupon } = await issueCoupon(lotus, walletId, offer)
    await control('PUT', '/test/clock', { tenant: 'lotus', advanceSeconds: 60 * 24 * 3600 })
    await control('POST', '/test/purge', { tenant: 'lotus' })
    return (await readAccount(lotus, coupon)) === undefined
  },
}
