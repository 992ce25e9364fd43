// A real platform for one test file: instances in processes of their own behind the balancer, and customers made
// through its public operations, as a tenant's own systems would make them.
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FaultName } from '../../reference/faults/faults.ts'
import { startPlatform } from '../../reference/start-platform.ts'
import { openStore, type Store } from '../../reference/store/open-store.ts'
import { makeTempFolder } from '../airlock.ts'

export type TenantName = 'maple' | 'cedar' | 'lotus'

export type RoleName = 'care' | 'supervisor' | 'marketing'

type Credentials = { readonly user: string; readonly password: string }

export type Dashboard = {
  readonly url: string
  readonly instanceUrls: readonly string[]
  /** Customer care. */
  readonly users: Readonly<Record<'maple' | 'lotus', Credentials>>
  readonly roles: Readonly<Record<'maple' | 'lotus', Readonly<Record<RoleName, Credentials>>>>
  /** The store that all instances share, for what only time or an operator can bring about. */
  readonly store: Store
  /** Calls an operation, written as `GET /wallet/1`, with a tenant's signature. */
  readonly call: (tenant: TenantName, operation: string, body?: object) => Promise<Json>
  readonly stop: () => Promise<void>
}

export type Json = Record<string, unknown>

export async function startDashboard(faults: readonly FaultName[] = []): Promise<Dashboard> {
  const folder = await makeTempFolder()
  const file = join(folder, 'store.sqlite')
  const flags = { port: 0, instances: 2, version: '7.7.0', isHttps: false, stopWithStdin: false }
  const platform = await startPlatform({ ...flags, faults, store: file })
  const store = openStore(file)
  const { url, instances, environment } = platform.ready
  return {
    ...makeAccess(url, environment),
    store,
    instanceUrls: instances.map((instance) => instance.url),
    stop: async () => {
      store.close()
      await platform.stop()
      await rm(folder, { recursive: true })
    },
  }
}

type Environment = Readonly<Record<string, string>>

export type Access = Pick<Dashboard, 'url' | 'users' | 'roles' | 'call'>

/** Who may sign in and call, by the names of environment variables. */
export function makeAccess(url: string, environment: Environment): Access {
  const [maple, lotus] = [readRoles(environment, 'MAPLE'), readRoles(environment, 'LOTUS')]
  return {
    url,
    users: { maple: maple.care, lotus: lotus.care },
    roles: { maple, lotus },
    call: async (tenant, operation, body) => call({ url, environment, tenant }, operation, body),
  }
}

function readRoles(environment: Environment, tenant: string): Record<RoleName, Credentials> {
  return {
    care: readUser(environment, `${tenant}_DASHBOARD`),
    supervisor: readUser(environment, `${tenant}_SUPERVISOR`),
    marketing: readUser(environment, `${tenant}_MARKETING`),
  }
}

function readUser(environment: Environment, prefix: string): Credentials {
  return { user: environment[`${prefix}_USER`] ?? '', password: environment[`${prefix}_PASSWORD`] ?? '' }
}

type Caller = { readonly url: string; readonly environment: Environment; readonly tenant: TenantName }

async function call({ url, environment, tenant }: Caller, operation: string, body?: object): Promise<Json> {
  const [method = '', path = ''] = operation.split(' ')
  const prefix = tenant.toUpperCase()
  const text = body === undefined ? '' : JSON.stringify(body)
  const secret = environment[`${prefix}_SECRET`] ?? ''
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-ees-auth-client-id': environment[`${prefix}_CLIENT_ID`] ?? '',
      'x-ees-auth-hash': createHash('sha256').update(`${path}${text}${secret}`).digest('hex'),
    },
    ...(text === '' ? {} : { body: text }),
  })
  const json = (await answer.json()) as Json
  if (!answer.ok) throw new Error(`${operation} answered ${answer.status}: ${JSON.stringify(json)}`)
  return json
}

export type Customer = {
  readonly walletId: string
  readonly accountId: string
  readonly card: string
  readonly email: string
}

let customers = 0

/** A wallet with a card, an e-mail address and an account of the tenant's own points scheme. */
export async function makeCustomer(
  { call }: Pick<Dashboard, 'call'>,
  tenant: TenantName,
  wallet: { readonly friendlyName?: string; readonly points?: number } = {},
): Promise<Customer> {
  customers += 1
  const card = `98261000${String(customers).padStart(6, '0')}`
  const email = `customer.${customers}@example.com`
  const identities = [
    { type: 'CARD', value: card },
    { type: 'EMAIL', value: email },
  ]
  const { points = 0, friendlyName = 'A Customer' } = wallet
  const created = await call(tenant, 'POST /wallet', { friendlyName, identities })
  const walletId = String(created['walletId'])
  const accountId = await openPoints({ call, tenant }, walletId)
  if (points > 0) {
    const body = { balances: { current: points } }
    await call(tenant, `PATCH /wallet/${walletId}/account/${accountId}/credit`, body)
  }
  return { walletId, accountId, card, email }
}

async function openPoints(
  { call, tenant }: Pick<Dashboard, 'call'> & { readonly tenant: TenantName },
  walletId: string,
): Promise<string> {
  const schemes = await call(tenant, 'GET /schemes/points')
  const [scheme] = schemes['results'] as { id: string }[]
  const account = await call(tenant, `POST /wallet/${walletId}/scheme/${scheme?.id}/account`, {})
  return String(account['accountId'])
}

let campaigns = 0

/** A campaign of 10 % off 60.00, as the tenant's own systems make it. */
export async function makeCampaign(
  { call }: Pick<Dashboard, 'call'>,
  campaign: Json = {},
  tenant: TenantName = 'maple',
): Promise<string> {
  campaigns += 1
  const offer = { reward: 'PERCENT', value: 10, minimumSpend: 6000 }
  const made = await call(tenant, 'POST /campaigns', { name: `Campaign ${campaigns}`, offer, ...campaign })
  return String(made['id'])
}
